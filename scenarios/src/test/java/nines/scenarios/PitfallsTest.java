package nines.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import nines.analytic.ExponentialTwin;
import nines.analytic.MarkovModel;
import nines.blueprint.Blueprint;
import nines.layout.Layout;
import nines.model.Scenario;
import nines.result.Outages;
import nines.result.Result;
import org.junit.jupiter.api.Test;

/**
 * Where numbers go wrong without anybody noticing: small files whose answers were worked out by hand. Those without a
 * closed form are simulated with a fixed seed and tolerances of four standard errors or more.
 */
class PitfallsTest {
    private static final double YEAR_SECONDS = 8760 * 3600.0;

    private static Scenario read(String body) {
        return Runs.read("nines: 1\nname: Pitfall\ndefaults: textbook\n" + body, "pitfall", "");
    }

    private static MarkovModel solve(Blueprint blueprint) {
        if (MarkovModel.of(blueprint) instanceof MarkovModel.Found found) {
            return found.model();
        }
        throw new AssertionError("not solved");
    }

    private static MarkovModel solve(String body) {
        return solve(Layout.of(read(body)));
    }

    private static Outages outages(Result result) {
        return result.answer().outages();
    }

    /** A crash every 30 days, found by a check of 5 s that must fail three times; nobody returns before that. */
    @Test
    void test01ACheckNoticesAfterARandomTimeNotAConstantOne() {
        // One of two is dead and trusted for 12.5 s (refused) or 14.5 s (hangs) on average; half the requests are lost.
        assertThat(untrustedSeconds("down")).isCloseTo(12.5, within(0.1));
        assertThat(untrustedSeconds("hang")).isCloseTo(14.5, within(0.1));
    }

    private static double untrustedSeconds(String effect) {
        Result result = Runs.run(read("""
                components:
                  lb: { kind: balancer, health-check: { interval: 5s, timeout: 2s, fall: 3, rise: 2 } }
                  web:
                    kind: server
                    instances: 2
                    fails: { crash: { time-to-failure: exponential mean 1000h, effect: %s, repair: 1h } }
                journeys:
                  page: { through: [lb, web] }
                """.formatted(effect)), 100, 40);
        double crashes = 2 * 8760 / 1001.0;
        // Both down is one in a million; it adds 2 (1/1001)² of a year, without trust.
        double both = Math.pow(1 / 1001.0, 2) * YEAR_SECONDS;
        return (Runs.lost(result) * YEAR_SECONDS - both) / crashes * 2;
    }

    @Test
    void test05MoreServersGiveMoreDipsBelowAThreshold() {
        assertThat(dips(2, 1)).isCloseTo(300, withinPercentage(6));
        assertThat(dips(6, 1)).isCloseTo(900, withinPercentage(6));
        assertThat(dips(6, 3)).isLessThan(5);
    }

    /** Seconds a year below 99 %, less the time in which a crash meets another (both rare). */
    private static double dips(int servers, int attempts) {
        Result result = Runs.run(read("""
                components:
                  lb: { kind: balancer, health-check: { interval: 5s, timeout: 2s, fall: 3, rise: 2 } }
                  web:
                    kind: server
                    instances: %d
                    fails: { crash: { time-to-failure: exponential mean 730h, repair: 1h } }
                journeys:
                  page: { through: [lb, web] }
                traffic:
                  users: { rate: 10/s, retry: { attempts: %d } }
                """.formatted(servers, attempts)), 20, 40);
        double allDown = servers == 2 ? Math.pow(1 / 731.0, 2) * YEAR_SECONDS : 0;
        return result.answer().time().downtimePerYear().value() - allDown;
    }

    @Test
    void test06OnlyTheModeThatFiredIsRenewed() {
        Result result = Runs.run(read("""
                components:
                  unit:
                    kind: server
                    fails:
                      a: { time-to-failure: exponential mean 100h, repair: 1s }
                      b: { time-to-failure: fixed 150h, repair: 1s }
                """), 100, 40);
        double perYear = outages(result).perYear().value();
        assertThat(perYear).isCloseTo(8760 / 100.0 + 8760 / 150.0, withinPercentage(1));
        Result renewed = Runs.run(read("""
                components:
                  unit:
                    kind: server
                    fails:
                      a: { time-to-failure: exponential mean 100h, repair: 1s, replaced: true }
                      b: { time-to-failure: fixed 150h, repair: 1s, replaced: true }
                """), 100, 40);
        // B fires first with exp(-1.5) = 22.313 %, so failures come every 77.687 h.
        assertThat(outages(renewed).perYear().value())
                .isCloseTo(8760 / (100 * (1 - Math.exp(-1.5))), withinPercentage(1));
    }

    @Test
    void test07OneCrewMakesRepairsWait() {
        assertThat(solve(pair("")).timeUnavailability(0).value()).isCloseTo(9.80296e-5, withinPercentage(1e-3));
        assertThat(solve("crews: { crew: { people: 1 } }\n" + pair("crew: crew, "))
                        .timeUnavailability(0)
                        .value())
                .isCloseTo(1.96040e-4, withinPercentage(1e-3));
    }

    private static String pair(String crew) {
        return """
                components:
                  pair: { kind: server, instances: 2, fails: { x: { time-to-failure: exponential mean 1000h, repair: { %sfix: exponential mean 10h } } } }
                """.formatted(crew);
    }

    /** The counterexample to "a spare never harms": the spare's repairs keep the database waiting. */
    @Test
    void test08ASpareThatSharesTheCrewMayHarm() {
        double[] expected = {2.95031e-2, 1.10534e-2, 1.05446e-2, 1.07187e-2, 1.09395e-2};
        for (int n = 1; n <= 5; n++) {
            String body = """
                    crews: { crew: { people: 1, order: first-come } }
                    components:
                      db:  { kind: server, fails: { x: { time-to-failure: exponential mean 1000h, repair: { crew: crew, fix: exponential mean 10h } } } }
                      web: { kind: server, instances: %d, fails: { x: { time-to-failure: exponential mean 500h, repair: { crew: crew, fix: exponential mean 10h } } } }
                    """.formatted(n);
            assertThat(solve(body).timeUnavailability(0).value())
                    .as(n + " web servers")
                    .isCloseTo(expected[n - 1], withinPercentage(1e-3));
        }
    }

    /** … and with a repairer for each, sight of the truth and full coverage it never does. */
    @Test
    void aSpareWithItsOwnRepairNeverHarms() {
        double before = 1;
        for (int n = 1; n <= 5; n++) {
            String body = """
                    components:
                      db:  { kind: server, fails: { x: { time-to-failure: exponential mean 1000h, repair: exponential mean 10h } } }
                      web: { kind: server, instances: %d, fails: { x: { time-to-failure: exponential mean 500h, repair: exponential mean 10h } } }
                    journeys: { page: { through: [web, db] } }
                    """.formatted(n);
            double lost = solve(body).requestUnavailability(0).value();
            assertThat(lost).isLessThan(before);
            before = lost;
        }
    }

    @Test
    void test10NoOutageHasLengthZero() {
        for (String order : List.of("a, b", "b, a")) {
            String[] names = order.split(", ");
            Result result = Runs.run(read("""
                    components:
                      a: { kind: server, fails: never }
                      b: { kind: server, fails: never }
                    journeys: { service: { needs: { any: [%s, %s] } } }
                    events:
                      first:  { at: 1d, fail: b, for: 1h }
                      second: { at: 25h, fail: a, for: 1h }
                    """.formatted(names[0], names[1])), 1, 2);
            assertThat(outages(result).perYear().value()).as(order).isZero();
        }
    }

    @Test
    void test12AStandbyThatDiedUnseenFailsWhenCalled() {
        // exp 5 y, looked at every 30 d: dead at a random time with 1 - (1 - e^-x)/x, x = 30 d / 5 y.
        Result result = Runs.run(read("""
                components:
                  standby: { kind: server, fails: { dead: { time-to-failure: exponential mean 5y, found: by-inspection, repair: 0s } } }
                events: { test: { every: 30d, inspect: standby } }
                """), 30, 2000);
        assertThat(result.answer().time().unavailability().value()).isCloseTo(8.17433e-3, withinPercentage(4));
    }

    @Test
    void test13AColdStandbyDoesNotAgeAndASharedLoadAges() {
        assertThat(life("active: 1, standby: cold")).isCloseTo(2, within(1e-6));
        assertThat(life("active: 1, standby: warm, dormancy: 25%")).isCloseTo(1.8, within(1e-6));
        assertThat(life("active: 1, standby: hot")).isCloseTo(1.5, within(1e-6));
        assertThat(life("load-sharing: [1x, 2x]")).isCloseTo(1, within(1e-6));
    }

    private static double life(String how) {
        String body = """
                components:
                  pair: { kind: server, instances: 2, %s, fails: { x: { time-to-failure: exponential mean 1000h, repair: never } } }
                """.formatted(how);
        return solve(body).meanTimeToFirstOutage(0).value() / 3600 / 1000;
    }

    @Test
    void test14WhetherPartsAgeInAnOutageIsSaid() {
        assertThat(series("")).isCloseTo(0.0294099, within(5e-8));
        assertThat(series("ages-in-outage: false, ")).isCloseTo(0.0291262, within(5e-8));
    }

    private static double series(String ages) {
        String part = "{ kind: server, " + ages
                + "fails: { x: { time-to-failure: exponential mean 1000h, repair: exponential mean 10h } } }";
        return solve("components:\n  a: " + part + "\n  b: " + part + "\n  c: " + part + "\n")
                .timeUnavailability(0)
                .value();
    }

    @Test
    void test15OneRepairOrTwoAfterACommonFailure() {
        MarkovModel each = solve(common("each"));
        MarkovModel together = solve(common("together"));
        assertThat(each.timeUnavailability(0).value()).isCloseTo(2.71100e-4, withinPercentage(1e-3));
        assertThat(each.outageFrequency(0).value() * 3600).isCloseTo(1.08440e-4, withinPercentage(1e-3));
        assertThat(together.timeUnavailability(0).value()).isCloseTo(5.17571e-4, withinPercentage(1e-3));
        assertThat(together.outageFrequency(0).value() * 3600).isCloseTo(1.07972e-4, withinPercentage(1e-3));
    }

    private static String common(String repair) {
        return """
                components:
                  pair:
                    kind: server
                    instances: 2
                    fails: { x: { time-to-failure: exponential mean 1000h, common-cause: { share: 10%%, repair: %s }, repair: exponential mean 5h } }
                """.formatted(repair);
    }

    @Test
    void theTwinOfAFailoverKeepsItsMeans() {
        Blueprint blueprint = Layout.of(read("""
                components:
                  db:
                    kind: database
                    instances: 2
                    fails: { x: { time-to-failure: exponential mean 4380h, repair: lognormal mean 1h cv 1.5 } }
                    failover: { detection: uniform 20s to 30s, promotion: lognormal mean 15s cv 0.5 }
                journeys: { order: { through: { to: db, as: write } } }
                """));
        double down = solve(ExponentialTwin.of(blueprint)).timeUnavailability(0).value();
        // A failure of the primary costs 25 + 15 s; both down together add about (1/4380)² / 2 of an hour's overlap.
        double first = 40 / 3600.0 / 4381;
        assertThat(down).isBetween(first, first + 2e-7);
    }
}
