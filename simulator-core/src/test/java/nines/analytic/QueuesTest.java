package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nines.format.ScenarioReader;
import nines.layout.Layout;
import org.junit.jupiter.api.Test;

/** Scenario files with queues, answered by formulas; the reference values are closed forms and the public cases of area e. */
class QueuesTest {
    private static Queues read(String... lines) {
        String text = "nines: 1\nname: test\ndefaults: textbook\nrun: { fidelity: requests }\n"
                + String.join("\n", lines) + "\n";
        return Queues.of(Layout.withRequests(
                ScenarioReader.parse(text, "test.yaml", List.of(), null).scenarioOrThrow()));
    }

    private static Queues one(String server, String clients) {
        return read(
                "components: { server: { kind: server, " + server + " } }",
                "journeys: { visit: { through: server } }",
                "traffic: { clients: { " + clients + " } }");
    }

    private static void is(Answer answer, double exact) {
        assertThat(answer).as("%s", answer).isInstanceOf(Answer.Exact.class);
        assertThat(answer.value()).isCloseTo(exact, within(1e-9 * Math.abs(exact) + 1e-15));
    }

    private static void no(Answer answer, String... words) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.NotApplicable.class, not -> assertThat(not.why()).contains(words));
    }

    private static Answer of(Queues queues, String measure, int... stations) {
        return java.util.Objects.requireNonNull(queues.of(stations).get(measure), measure);
    }

    @Test
    void publicCases() {
        Queues e01 = one("service-time: exponential mean 10ms", "rate: 80/s");
        is(e01.response(0), 0.05);
        is(of(e01, "waiting", 0), 0.04);
        is(e01.responseQuantile(0, 0.5), 0.03465735902799726);
        is(e01.responseQuantile(0, 0.99), 0.23025850929940456);
        is(e01.responseQuantile(0, 0.999), 0.3453877639491068);
        is(e01.inFlight(0), 4);
        Queues e02 = one("workers: 8, service-time: exponential mean 10ms", "rate: 720/s");
        is(of(e02, "waits", 0), 0.701532990146257);
        is(of(e02, "waiting", 0), 0.008769162376828213);
        is(e02.response(0), 0.018769162376828213);
        is(e02.responseQuantile(0, 0.95), 0.04925146784706808);
        is(e02.responseQuantile(0, 0.99), 0.07087347447758012);
        Queues e04 = one("workers: 4, service-time: exponential rate 1.5/s, queue: { capacity: 8 }", "rate: 5/s");
        is(e04.lost(0), 0.029218706198812543);
        is(e04.response(0), 1.021791601804421);
        is(of(e04, "busy", 0), 3.235937646003957);
        Queues e07 = one("service-time: lognormal mean 10ms cv 2", "rate: 70/s");
        is(of(e07, "waiting", 0), 0.058333333333333355);
        is(e07.response(0), 0.06833333333333336);
        is(of(e07, "waiting-deviation", 0), 0.1145643923738961);
        Queues e17 = one(
                "service-time: exponential rate 5/s, while-down: wait, in-flight: resumed, fails: { crash: { time-to-failure:"
                        + " exponential rate 0.1/s, repair: exponential rate 1/s } }",
                "rate: 2/s");
        is(e17.response(0), 0.5551948051948055);
        is(e17.inFlight(0), 1.110389610389611);
        is(of(e17, "empty", 0), 0.5260606060606061);
        Queues e26 =
                one("workers: 50, service-time: exponential mean 60s", "rate: 0.8/s, patience: exponential mean 120s");
        is(e26.lost(0), 0.03091224916219335);
        is(of(e26, "waiting-of-all", 0), 3.7094698994632016);
        is(of(e26, "waiting", 0), 3.61590023955313);
        is(of(e26, "waits-of-all", 0), 0.4677740685537912);
        is(of(e26, "queue-length", 0), 2.9675759195705615);
    }

    @Test
    void theBestOfTwoOfManyIsAnApproximationAndSaysSo() {
        Queues e16 = read(
                "components:",
                "  lb: { kind: balancer, algorithm: two-choices }",
                "  web: { kind: server, instances: 100, service-time: exponential mean 1s }",
                "journeys: { visit: { through: [lb, web] } }",
                "traffic: { clients: { rate: 90/s } }");
        no(e16.response(0), "web", "not drawn at random");
        Approximation many = java.util.Objects.requireNonNull(e16.responseOfMany(0));
        assertThat(many.value()).isCloseTo(2.614057377323876, within(1e-9));
        assertThat(many.caveat()).contains("endlessly many");
    }

    /** Instances picked at random share a Poisson stream into Poisson streams; a balancer adds its latency to all. */
    @Test
    void instancesPickedAtRandomAreQueuesOfTheirOwn() {
        Queues queues = read(
                "components:",
                "  lb: { kind: balancer, algorithm: random, latency: 2ms }",
                "  web: { kind: server, instances: 4, service-time: exponential mean 10ms }",
                "journeys: { visit: { through: [lb, web] } }",
                "traffic: { clients: { rate: 240/s } }");
        is(queues.response(0), 0.002 + 1 / 40.0);
        is(of(queues, "queue-length", 0, 1, 2, 3), 4 * 0.36 / 0.4);
        is(of(queues, "waiting", 2), 0.6 / 40);
    }

    /** An open Jackson network: a share of the requests, a repeated call, a cache that spares others. */
    @Test
    void networkInProductForm() {
        Queues queues = read(
                "components:",
                "  app: { kind: server, workers: 2, service-time: exponential mean 10ms }",
                "  db: { kind: server, service-time: exponential mean 4ms }",
                "  mail: { kind: server, service-time: exponential mean 50ms }",
                "journeys:",
                "  buy: { calls: [app, { to: db, times: 2 }, { to: mail, share: 10% }] }",
                "  look: { calls: [app, db] }",
                "traffic: { clients: { rate: 100/s, mix: { buy: 40%, look: 60% } } }");
        // app: 100/s on two workers; db: 40·2 + 60 = 140/s; mail: 4/s.
        double app = 0.01 / (1 - 0.25);
        double db = 1 / (250.0 - 140);
        double mail = 1 / (20.0 - 4);
        is(queues.response(1), app + db);
        is(queues.response(0), app + 2 * db + 0.1 * mail);
        is(queues.inFlight(0), 40 * (app + 2 * db + 0.1 * mail));
        no(queues.responseQuantile(0, 0.5), "buy");
        no(queues.responseQuantile(1, 0.5), "not known");
    }

    /** Sojourns at single servers in a row are independent exponentials (Reich 1957). */
    @Test
    void percentilesOfATandem() {
        Queues queues = read(
                "components:",
                "  one: { kind: server, service-time: exponential mean 10ms }",
                "  two: { kind: server, service-time: exponential mean 5ms }",
                "journeys: { visit: { calls: [one, two] } }",
                "traffic: { clients: { rate: 70/s } }");
        double t = queues.responseQuantile(0, 0.95).value();
        double beyond = (130 * StrictMath.exp(-30 * t) - 30 * StrictMath.exp(-130 * t)) / 100;
        assertThat(beyond).isCloseTo(0.05, within(1e-10));
    }

    @Test
    void whatIsNotKnownNamesWhatStandsInTheWay() {
        no(one("service-time: exponential mean 10ms", "rate: 120/s").response(0), "server", "1.200 s of work");
        no(one("service-time: exponential mean 10ms", "rate: 80/s, timeout: 1s").response(0), "clients", "give up");
        no(
                one("service-time: exponential mean 10ms", "users: 10, think-time: 1s")
                        .response(0),
                "clients",
                "users");
        no(
                one("workers: 2, service-time: lognormal mean 10ms cv 2", "rate: 80/s")
                        .response(0),
                "lognormal");
        no(
                one("service-time: exponential mean 10ms, shed: { method: codel }", "rate: 80/s")
                        .response(0),
                "server",
                "overload");
        no(
                one(
                                "service-time: exponential mean 10ms, fails: { crash: { time-to-failure: exponential mean 1h,"
                                        + " repair: 60s } }",
                                "rate: 80/s")
                        .response(0),
                "server",
                "may be down");
        Queues second = read(
                "components:",
                "  one: { kind: server, service-time: lognormal mean 10ms cv 2 }",
                "  two: { kind: server, service-time: exponential mean 5ms }",
                "journeys: { visit: { calls: [one, two] } }",
                "traffic: { clients: { rate: 70/s } }");
        is(of(second, "waiting", 0), 0.058333333333333355);
        no(of(second, "waiting", 1), "what one passes on", "M/G/1");
        Queues holding = read(
                "components:",
                "  web: { kind: server, workers: 8, service-time: exponential mean 10ms }",
                "  db: { kind: server, service-time: exponential mean 5ms }",
                "journeys: { visit: { through: [web, db] } }",
                "traffic: { clients: { rate: 70/s } }");
        no(holding.response(0), "web", "while it calls");
    }

    @Test
    void sharedWorkersAndNoneAtAll() {
        Queues shared = one("service-time: lognormal mean 10ms cv 2, discipline: processor-sharing", "rate: 70/s");
        is(shared.response(0), 0.01 / 0.3);
        is(of(shared, "in-system", 0), 0.7 / 0.3);
        Queues loss = one("workers: 3, service-time: lognormal mean 10ms cv 2, queue: { capacity: 0 }", "rate: 200/s");
        // Erlang B for 2 erlang on 3 servers, whatever the law: (8/6) / (1 + 2 + 2 + 8/6).
        is(loss.lost(0), 8.0 / 6 / (5 + 8.0 / 6));
        is(loss.response(0), 0.01);
    }
}
