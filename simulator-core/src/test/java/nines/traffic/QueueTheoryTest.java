package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import nines.model.Scenario;
import nines.result.Estimate;
import nines.result.JourneyTraffic;
import nines.result.Quantile;
import nines.result.Result;
import nines.result.StationTraffic;
import nines.result.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Queues whose answers theory knows, from a scenario file to the result. Every comparison is with an interval that a right
 * program misses once in ten thousand times.
 */
class QueueTheoryTest {
    private static final int REPLICATIONS = 40;

    private static Scenario queue(String server, double rate) {
        return Files.read(
                "components: { server: { kind: server, " + server + " } }",
                "journeys: { visit: { through: server } }",
                "traffic: { clients: { rate: " + rate + "/s } }");
    }

    private static Traffic traffic(Result result) {
        Traffic traffic = result.traffic();
        if (traffic == null) {
            throw new AssertionError("no traffic was simulated");
        }
        return traffic;
    }

    private static void covers(Estimate estimate, double exact) {
        assertThat(estimate.low()).as("of " + estimate).isLessThanOrEqualTo(exact);
        assertThat(estimate.high()).as("of " + estimate).isGreaterThanOrEqualTo(exact);
        // An interval that says nothing covers everything.
        assertThat(estimate.relativeHalfWidth()).as("of " + estimate).isLessThan(0.25);
    }

    private static Estimate percentile(JourneyTraffic journey, double share) {
        return journey.percentiles().stream()
                .filter(quantile -> quantile.share() == share)
                .map(Quantile::value)
                .findFirst()
                .orElseThrow();
    }

    /** M/M/1 at several loads: waits and not only counts, as a queue can obey Little's law and still be half off. */
    @ParameterizedTest
    @CsvSource({"0.5, 150", "0.8, 300", "0.9, 1200"})
    void mm1(double rho, double horizon) {
        double mu = 100;
        double lambda = rho * mu;
        Result result = Files.run(queue("service-time: exponential mean 10ms", lambda), horizon, REPLICATIONS, 1);
        JourneyTraffic visit = traffic(result).journeys().get(0);
        StationTraffic server = traffic(result).stations().get(0);
        double response = 1 / (mu - lambda);
        assertThat(visit.failures()).as("nobody gives up who waits for ever").isEmpty();
        covers(visit.response(), response);
        covers(visit.inFlight(), rho / (1 - rho));
        covers(visit.goodput(), lambda);
        for (double p : new double[] {0.5, 0.9, 0.99, 0.999}) {
            covers(percentile(visit, p), -response * StrictMath.log(1 - p));
        }
        covers(server.waiting(), rho * response);
        covers(server.waits(), rho);
        covers(server.utilisation(), rho);
        covers(server.queueLength(), rho * rho / (1 - rho));
        // Var W = rho (2 - rho) / (mu - lambda)^2.
        covers(server.waitingDeviation(), Math.sqrt(rho * (2 - rho)) * response);
    }

    /** The warm-up rule leaves little bias: 200 replications at utilisation 0.9, with a standard error of half a percent. */
    @Test
    void theBiasAtLoadNineTenthsIsBelowTwoPercent() {
        Result result = Files.run(queue("service-time: exponential mean 10ms", 90), 200, 200, 3);
        Estimate response = traffic(result).journeys().get(0).response();
        assertThat(response.value()).isBetween(0.098, 0.102);
    }

    /** M/M/c: Erlang C. */
    @ParameterizedTest
    @CsvSource({"2, 0.8", "8, 0.9"})
    void mmc(int workers, double rho) {
        double mu = 100;
        double lambda = rho * mu * workers;
        Result result = Files.run(
                queue("workers: " + workers + ", service-time: exponential mean 10ms", lambda), 90, REPLICATIONS, 5);
        StationTraffic server = traffic(result).stations().get(0);
        double offered = rho * workers;
        double blocked = 1;
        for (int k = 1; k <= workers; k++) {
            blocked = offered * blocked / (k + offered * blocked);
        }
        double waits = blocked / (1 - rho * (1 - blocked));
        covers(server.waits(), waits);
        covers(server.waiting(), waits / (workers * mu - lambda));
        covers(server.utilisation(), rho);
        covers(server.busy(), offered);
        covers(traffic(result).journeys().get(0).response(), 1 / mu + waits / (workers * mu - lambda));
    }

    /** M/M/c/K with loss: public case E04 by its birth-death chain. */
    @Test
    void mmck() {
        Result result = Files.run(
                queue("workers: 4, service-time: exponential rate 1.5/s, queue: { capacity: 8 }", 5),
                4_000,
                REPLICATIONS,
                7);
        JourneyTraffic visit = traffic(result).journeys().get(0);
        StationTraffic server = traffic(result).stations().get(0);
        assertThat(visit.failures()).hasSize(1);
        assertThat(visit.failures().get(0).cause()).isEqualTo("queue full");
        covers(visit.failures().get(0).share(), 0.029218706198812543);
        covers(result.journeys().get(0).requests().unavailability(), 0.029218706198812543);
        covers(server.rejected(), 0.029218706198812543);
        covers(visit.response(), 1.021791601804421);
        covers(server.busy(), 3.235937646003957);
        assertThat(server.queueMost()).isEqualTo(8);
    }

    /** M/G/1: Pollaczek and Khinchine, and E W^2 = 2 (E W)^2 + lambda E S^3 / (3 (1 - rho)) for the spread (Takács 1962); public case E07 with a lognormal service of cv 2. */
    @ParameterizedTest
    @CsvSource({
        "lognormal mean 10ms cv 2, 70, 0.058333333333333355, 0.1145643923738961",
        "10ms, 80, 0.02, 0",
        "uniform 0ms to 20ms, 60, 0.01, 0.01414213562373095"
    })
    void mg1(String service, double lambda, double wait, double deviation) {
        // The spread of waits behind lognormal services hangs on few long ones: it takes more of them.
        double horizon = service.startsWith("lognormal") ? 4000 : 500;
        Result result = Files.run(queue("service-time: " + service, lambda), horizon, REPLICATIONS, 9);
        StationTraffic server = traffic(result).stations().get(0);
        covers(server.waiting(), wait);
        double rho = lambda * 0.01;
        covers(server.utilisation(), rho);
        covers(server.queueLength(), lambda * wait);
        if (!service.equals("10ms")) {
            covers(server.waitingDeviation(), deviation);
        }
    }

    /** Newest first waits as long on average, but with a far larger spread: Var = (E W^2 of FIFO) / (1 - rho) - W^2. */
    @Test
    void newestFirstHasTheSameMeanAndALargerSpread() {
        double rho = 0.7;
        Result result = Files.run(
                queue("service-time: exponential mean 10ms, queue: { capacity: unlimited, order: lifo }", 70),
                400,
                REPLICATIONS,
                11);
        StationTraffic server = traffic(result).stations().get(0);
        double wait = 0.01 * rho / (1 - rho);
        covers(server.waiting(), wait);
        double secondMoment = 2 * rho * 1e-4 / ((1 - rho) * (1 - rho)) / (1 - rho);
        covers(server.waitingDeviation(), Math.sqrt(secondMoment - wait * wait));
    }

    /** Two queues one after the other behave as if alone (Burke 1956). */
    @Test
    void tandem() {
        Scenario scenario = Files.read(
                "components:",
                "  one: { kind: server, service-time: exponential mean 10ms }",
                "  two: { kind: server, service-time: exponential mean 5ms }",
                "journeys: { visit: { calls: [one, two] } }",
                "traffic: { clients: { rate: 70/s } }");
        Traffic traffic = traffic(Files.run(scenario, 150, REPLICATIONS, 13));
        covers(traffic.journeys().get(0).response(), 1 / 30.0 + 1 / 130.0);
        covers(traffic.stations().get(1).waiting(), 0.35 / 130.0);
    }

    /** The laws that hold in any system, up to what crosses the ends of the horizon. */
    @Test
    void littleAndUtilisation() {
        Scenario scenario = Files.read(
                "components:",
                "  lb: { kind: balancer, latency: 1ms, algorithm: two-choices }",
                "  web: { kind: server, instances: 5, workers: 2, service-time: lognormal mean 20ms cv 1 }",
                "  db: { kind: database, workers: 3, service-time: exponential mean 5ms }",
                "journeys: { visit: { through: [lb, web], calls: [db] } }",
                "traffic: { clients: { rate: 250/s } }");
        Traffic traffic = traffic(Files.run(scenario, 60, REPLICATIONS, 15));
        JourneyTraffic visit = traffic.journeys().get(0);
        assertThat(visit.inFlight().value()
                        / (visit.goodput().value() * visit.response().value()))
                .isBetween(0.999, 1.001);
        for (StationTraffic station : traffic.stations()) {
            assertThat(station.queueLength().value())
                    .isBetween(
                            0.99
                                            * station.throughput().value()
                                            * station.waiting().value()
                                    - 1e-6,
                            1.01
                                            * station.throughput().value()
                                            * station.waiting().value()
                                    + 1e-6);
        }
        // The web servers hold a worker while they call the database: service and call.
        StationTraffic db = traffic.stations().stream()
                .filter(station -> station.name().equals("db"))
                .findFirst()
                .orElseThrow();
        covers(db.busy(), 250 * 0.005);
        StationTraffic web = traffic.stations().stream()
                .filter(station -> station.name().equals("web"))
                .findFirst()
                .orElseThrow();
        assertThat(web.busy().value())
                .isBetween(
                        0.995 * 250 * (0.02 + 0.005 + db.waiting().value()),
                        1.005 * 250 * (0.02 + 0.005 + db.waiting().value()));
    }

    @Test
    void theBitsDoNotDependOnTheNumberOfThreads() {
        Scenario scenario = queue("service-time: exponential mean 10ms, queue: { capacity: 5 }", 90);
        String one = null;
        for (int threads : new int[] {1, 2, 3}) {
            var settings = nines.experiment.Study.settings(scenario)
                    .withHorizon(60)
                    .withReplications(25)
                    .withThreads(threads);
            String fingerprint = nines.experiment.Study.of(
                            scenario,
                            settings,
                            nines.experiment.Study.origin(scenario, "", "", "", java.util.List.of(), ""))
                    .run()
                    .fingerprint();
            assertThat(fingerprint).isEqualTo(one == null ? fingerprint : one);
            one = fingerprint;
        }
    }
}
