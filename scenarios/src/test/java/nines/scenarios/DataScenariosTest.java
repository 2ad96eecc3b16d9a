package nines.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import nines.experiment.TradeOffs;
import nines.model.Mode;
import nines.model.Place;
import nines.result.DataCause;
import nines.result.DataSafety;
import nines.result.Durability;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Outcome;
import nines.result.Result;
import nines.result.TradeOff;
import org.junit.jupiter.api.Test;

/** What the scenarios about data teach, with intervals that a right program misses once in 10,000 times. */
class DataScenariosTest {
    private static final double MINUTE = 60;
    private static final double DAY = 86_400;

    private static Result run(String name, String variant, double years) {
        return Runs.sure(Runs.bundled(name, variant), years, 40);
    }

    private static DataSafety data(Result result) {
        return result.data().get(0);
    }

    private static Estimate lost(Result result, String journey) {
        return result.journey(journey).map(Journey::requests).orElseThrow().unavailability();
    }

    /** Certain to be less. */
    private static void below(Estimate less, Estimate more) {
        assertThat(less.high()).isLessThan(more.low());
    }

    @Test
    void s05OneSynchronousStandbyCostsWritesAndASecondOneDoesNot() {
        Result asynchronous = run("synchronous-standby", "asynchronous", 100);
        Result semi = run("synchronous-standby", "semi-synchronous", 100);
        Result synchronous = run("synchronous-standby", "synchronous", 100);
        Result two = run("synchronous-standby", "two-standbys", 100);

        // Each take-over loses the lag, 0.52 s on average, and a write is 1/10 s of writing.
        assertThat(data(asynchronous).takeoversPerYear().value()).isBetween(1.9, 2.5);
        assertThat(data(asynchronous).seconds().covers(0.52)).isTrue();
        assertThat(data(asynchronous).records().value())
                .isCloseTo(10 * data(asynchronous).seconds().value(), withinPercentage(0.01));
        // Semi-synchronous loses only what is behind by more than ten seconds: rarely, and then much.
        below(data(semi).lossesPerYear(), times(data(asynchronous).lossesPerYear(), 0.1));
        assertThat(data(semi).lossesPerYear().value()).isPositive();
        for (Result safe : new Result[] {synchronous, two}) {
            assertThat(data(safe).lossesPerYear().value()).isZero();
            assertThat(data(safe).lossesPerYear().high()).isBetween(1e-4, 1e-2);
        }
        // Writes need both: hours instead of minutes. Reads do not care, and any one of two standbys brings the minutes
        // back.
        below(times(lost(asynchronous, "order"), 20), lost(synchronous, "order"));
        below(times(lost(two, "order"), 20), lost(synchronous, "order"));
        below(times(lost(synchronous, "browse"), 20), lost(synchronous, "order"));
        below(lost(two, "order"), times(lost(asynchronous, "order"), 1.5));
    }

    @Test
    void s18WhoWantsEveryCopyToConfirmPaysWithTheWrites() {
        Result quorum = run("leaderless-store", "quorum", 100);
        Result all = run("leaderless-store", "write-all-read-one", 100);
        Result one = run("leaderless-store", "one", 100);
        Result anywhere = run("leaderless-store", "copies-anywhere", 100);

        // Two of three for both: reads and writes fail together.
        assertThat(lost(quorum, "get").value()).isEqualTo(lost(quorum, "put").value());
        below(times(lost(quorum, "put"), 100), lost(all, "put"));
        // Any one of three is hardly ever gone: too rarely for an interval.
        assertThat(lost(all, "get").value())
                .isLessThan(0.1 * lost(quorum, "get").value());
        assertThat(lost(one, "put").value())
                .isLessThan(0.1 * lost(quorum, "put").value());
        // A rack that fails takes a quarter of the objects: 3 of its instances in 9, two copies of three there.
        double quarter = (3.0 * 6 + 1) / 84;
        double racks = 3 * outages("rack-a");
        assertThat(lost(anywhere, "get").value()).isCloseTo(quarter * racks, withinPercentage(15));
        below(times(lost(quorum, "get"), 5), lost(anywhere, "get"));
    }

    /** Share of the time that a rack is down, from the catalogue. */
    private static double outages(String rack) {
        Place place = Runs.bundled("leaderless-store", "quorum").places().get(rack);
        Mode outage = place.fails().get("outage");
        double down = outage.repair().fix().mean();
        return down / (down + outage.timeToFailure().mean());
    }

    private static Estimate times(Estimate estimate, double factor) {
        return new Estimate(
                factor * estimate.value(),
                factor * estimate.low(),
                factor * estimate.high(),
                estimate.level(),
                estimate.method(),
                estimate.evidence(),
                estimate.verdict(),
                estimate.reason(),
                null);
    }

    private static DataCause misfortune(Result result, String root) {
        return data(result).byCause().stream()
                .filter(cause -> cause.root().equals(root))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void s20EachRungOfTheLadderIsGoodForOneMisfortune() {
        Result nightly = run("backup-ladder", "nightly", 200);
        Result incremental = run("backup-ladder", "incremental", 200);
        Result logs = run("backup-ladder", "logs", 200);
        Result far = run("backup-ladder", "logs-and-far-copy", 200);

        // A replica is good for a lost disk only: what is lost is its lag.
        for (Result each : new Result[] {nightly, incremental, logs, far}) {
            assertThat(misfortune(each, "db: disk").seconds().value()).isLessThan(5);
        }
        // Half a day, and a day more for one in a hundred failed jobs and three in a hundred unusable copies.
        double again = 1 / (0.99 * 0.97) - 1;
        assertThat(misfortune(nightly, "drop-table").seconds().covers(0.5 * DAY + again * DAY))
                .isTrue();
        // An increment needs its full copy: it costs six hours when one fails, and a day when the full one does.
        below(
                misfortune(incremental, "drop-table").seconds(),
                misfortune(nightly, "drop-table").seconds());
        // Two and a half minutes, and five more for a shipment that failed.
        for (Result each : new Result[] {logs, far}) {
            assertThat(misfortune(each, "drop-table").seconds().covers(2.5 * MINUTE + (1 / 0.99 - 1) * 5 * MINUTE))
                    .isTrue();
        }
        // What is written until somebody notices is in doubt, whatever the copies.
        assertThat(data(far).doubtfulPerYear().low()).isPositive();
        // Ransom and fire take the copies in the same place; one elsewhere that cannot be changed is left.
        for (Result each : new Result[] {nightly, incremental, logs}) {
            assertThat(data(each).goneCompletelyPerYear().low()).isGreaterThan(0.02);
        }
        // It is kept for 90 days, and four intrusions of 100,000 go unnoticed for longer.
        below(data(far).goneCompletelyPerYear(), times(data(nightly).goneCompletelyPerYear(), 0.2));
        assertThat(misfortune(far, "ransomware").seconds().value()).isLessThan(10 * MINUTE);
        // Replaying takes its time: less is lost, and it is back later.
        below(
                misfortune(nightly, "drop-table").recovery(),
                misfortune(logs, "drop-table").recovery());
    }

    /** The more waiting-room is paid for, the sooner it is over, and nobody can tell before a person has decided. */
    @Test
    void s13EachRungIsSoonerThanTheOneBelowAndCostsMore() {
        String[] ladder = {"backup-restore", "pilot-light", "warm", "hot", "hot-automatic"};
        double slower = Double.POSITIVE_INFINITY;
        double cheaper = 0;
        for (String rung : ladder) {
            Result result = run("disaster-recovery", rung, 100);
            TradeOff figures = tradeOff("disaster-recovery", rung, result);
            Estimate half = data(result).recovery(0.5);
            assertThat(half.value()).as(rung).isLessThan(slower);
            assertThat(figures.costPerMonth()).as(rung).isGreaterThanOrEqualTo(cheaper);
            slower = half.value();
            cheaper = figures.costPerMonth();
            assertThat(result.outcome()).as(rung).isNotEqualTo(Outcome.MET);
        }
        Result single = run("disaster-recovery", "single-region", 100);
        Result warm = run("disaster-recovery", "warm", 100);
        Result backup = run("disaster-recovery", "backup-restore", 100);
        below(lost(warm, "order"), lost(backup, "order"));
        below(lost(backup, "order"), lost(single, "order"));

        // Log shipping every 5 min loses 2.5 min on average.
        assertThat(data(backup).seconds().covers(150)).isTrue();
        // Nobody asked, always successful but for one in twenty: 90 s, 2 min, half a minute of names; by hand 4 h more.
        Result automatic = run("disaster-recovery", "hot-automatic", 100);
        assertThat(data(automatic).recovery(0.5).value()).isBetween(210.0, 270.0);
        assertThat(data(automatic).recovery().covers(90 + 120 + 30 + 0.05 * 4 * 3600))
                .isTrue();
    }

    private static TradeOff tradeOff(String name, String variant, Result result) {
        TradeOff figures = TradeOffs.of(Runs.bundled(name, variant), result);
        assertThat(figures).isNotNull();
        return figures;
    }

    /**
     * Where nodes lose their data in bursts of k = 1 + a geometric number of mean 2, an object of three copies is lost with
     * C(k, 3)/C(60, 3), and one of RS(6,3) with the chance that at least four of its nine are among them.
     */
    @Test
    void s19BurstsTakeTheLeadOfTheCode() {
        Result copies = run("object-store", "three-copies", 10);
        Result code = run("object-store", "rs-6-3", 10);
        double perCopy = 0;
        double perCode = 0;
        double probability = 0.5;
        for (int k = 2; k <= 60; k++) {
            perCopy += probability * choose(k, 3) / choose(60, 3);
            double four = 0;
            for (int hit = 4; hit <= 9; hit++) {
                four += choose(9, hit) * choose(51, k - hit) / choose(60, k);
            }
            perCode += probability * four;
            probability /= 2;
        }
        double ratio = code.durability().get(0).objectLossPerYear().value()
                / copies.durability().get(0).objectLossPerYear().value();

        // In 400 years there are some 600 bursts. What one of them takes has a coefficient of variation of 4 for copies
        // and 8 for
        // the code, so that the ratio is known to a fifth at best, a third at worst: the bounds are three to four of
        // these.
        // Within a rack a burst stops at its five nodes.
        assertThat(perCode / perCopy / 2.5).isGreaterThan(2);
        assertThat(ratio).isBetween(perCode / perCopy / 2.5, perCode / perCopy * 2.5);
        for (String alone : new String[] {"alone", "rs-6-3-alone"}) {
            Durability store = run("object-store", alone, 10).durability().get(0);
            assertThat(store.objectsPerYear().value()).as(alone).isZero();
            assertThat(store.objectLossPerYear().high()).as(alone).isBetween(1e-3, 0.1);
        }
        assertThat(tradeOff("object-store", "rs-6-3", code).overhead()).isEqualTo(1.5);
        assertThat(tradeOff("object-store", "three-copies", copies).overhead()).isEqualTo(3);
    }

    /**
     * Hiccups come every 11.5 d and last a lognormal time L, 90 % below four times its median of 10 s. Who tolerates c sees those with
     * L > c, for E[(L − c)+] a time each.
     */
    @Test
    void s28WhoCanWaitHardlySeesWhatItDependsOn() {
        // 365/11.5 a year; P(L > 15 s) = 0.353894, P(L > 45 s) = 0.0821984; E[L], E[(L − 15 s)+], E[(L − 45 s)+], by
        // another program.
        String[] names = {"careless", "hasty", "patient"};
        double[] outages = {31.73913, 11.23227, 2.608904};
        double[] seconds = {569.7551, 264.6358, 98.40733};
        Result alone = run("lock-service", "never-rehearsed", 100);
        for (int k = 0; k < names.length; k++) {
            Journey journey = alone.journey(names[k]).orElseThrow();
            assertThat(journey.outages().perYear().covers(outages[k]))
                    .as(names[k])
                    .isTrue();
            assertThat(lost(alone, names[k]).covers(seconds[k] / (365 * DAY)))
                    .as(names[k])
                    .isTrue();
        }
        // A planned outage of 30 s a quarter: all of it, what is beyond 15 s, or nothing.
        Result rehearsed = run("lock-service", "rehearsed", 100);
        double quarterly = 365 / 91.0 / (365 * DAY);
        double[] costs = {30, 15, 0};
        for (int k = 0; k < costs.length; k++) {
            // The hiccups are the same in both.
            double more =
                    lost(rehearsed, names[k]).value() - lost(alone, names[k]).value();
            assertThat(more).as(names[k]).isCloseTo(costs[k] * quarterly, within(0.02 * 30 * quarterly));
        }
    }

    private static double choose(int n, int k) {
        double ways = k < 0 || k > n ? 0 : 1;
        for (int i = 0; i < k; i++) {
            ways *= (double) (n - i) / (i + 1);
        }
        return ways;
    }
}
