package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import nines.blueprint.Crew;
import nines.blueprint.LoadSharing;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Plan;
import nines.blueprint.Shock;
import nines.blueprint.Takeover;
import nines.structure.StateSpace;
import org.junit.jupiter.api.Test;

/** Those of the pitfalls' twenty-five tests that are Markov chains, solved. */
class PitfallsChainTest {
    private static final double HOUR = Bench.HOUR;
    private static final double NONE = Double.POSITIVE_INFINITY;

    private static void agree(Answer answer, double expected) {
        assertThat(answer.value()).isCloseTo(expected, withinPercentage(1e-7));
    }

    /** The value to as many digits as are printed. */
    private static void printed(double value, double expected, int digits) {
        double unit = Math.pow(10, Math.floor(Math.log10(expected)) - digits + 1);
        assertThat(value).isCloseTo(expected, within(0.5000001 * unit));
    }

    @Test
    void test07WaitingForTheOnlyCrew() {
        Bench own = new Bench();
        own.journey("j", own.draft.gate("one", 1, own.units(2, "u", 1000, 10)));
        printed(own.solve().timeUnavailability(0).value(), 9.80296e-5, 6);

        Bench shared = new Bench();
        int crew = shared.crew(1, Crew.Order.FIRST_COME);
        int[] units = shared.units(2, "u", -1, 1000, 10, crew);
        shared.journey("one", shared.draft.gate("one", 1, units));
        shared.journey("first", units[0]);
        MarkovModel model = shared.solve();
        double bothDown = model.timeUnavailability(0).value();
        printed(bothDown, 1.96040e-4, 6);

        // Little's law: one waits while both are down, and every failure queues.
        double jobsPerHour = 2 * model.outageFrequency(1).value() * HOUR;
        printed(bothDown / jobsPerHour, 0.0990099, 6);
    }

    @Test
    void test08MoreServersMayCostMoreThanTheyBring() {
        double[] expected = {2.95031e-2, 1.10534e-2, 1.05446e-2, 1.07187e-2, 1.09395e-2};
        for (int n = 1; n <= 5; n++) {
            Bench bench = new Bench();
            int crew = bench.crew(1, Crew.Order.FIRST_COME);
            int database = bench.unit("database", -1, 1000, 10, crew);
            int web = bench.draft.gate("web", 1, bench.units(n, "web", -1, 500, 10, crew));
            bench.journey("j", database, web);
            printed(bench.solve().timeUnavailability(0).value(), expected[n - 1], 6);
        }
    }

    private static MarkovModel alive(double dormancy, boolean sharing) {
        Bench bench = new Bench();
        int[] units = bench.units(2, "u", 1000, NONE);
        if (sharing) {
            bench.draft.loadSharing(new LoadSharing(units, new double[] {1, 2}));
        }
        int works = bench.draft.node("works", Node.Kind.COMPONENT, -1, 0);
        bench.draft.takeover(
                new Takeover("pair", works, units, 1, 1, dormancy, List.of(), 1, List.of(), -1, false, true, 0, false));
        bench.journey("j", works);
        return bench.solve();
    }

    @Test
    void test13StandbysAgeByTheirDuty() {
        agree(alive(0, false).meanTimeToFirstOutage(0), 2 * 1000 * HOUR);
        agree(alive(0.25, false).meanTimeToFirstOutage(0), 1.8 * 1000 * HOUR);
        agree(alive(1, false).meanTimeToFirstOutage(0), 1.5 * 1000 * HOUR);
        agree(alive(1, true).meanTimeToFirstOutage(0), 1.0 * 1000 * HOUR);
    }

    private static MarkovModel series(boolean agesInOutage) {
        Bench bench = new Bench();
        int[] units = new int[3];
        for (int i = 0; i < 3; i++) {
            units[i] = bench.draft.node("u-" + i, Node.Kind.INSTANCE, -1, 0);
        }
        int all = bench.draft.gate("all", 3, units);
        for (int unit : units) {
            Mode mode = bench.mode(unit, -1, Bench.exponential(1000), Bench.repair(10, -1), -1, true);
            bench.draft.mode(Bench.onlyWhile(mode, agesInOutage ? -1 : all));
        }
        bench.journey("j", all);
        return bench.solve();
    }

    @Test
    void test14SeriesThatAgesInItsOutageOrNot() {
        printed(series(true).timeUnavailability(0).value(), 0.0294099, 6);
        printed(series(false).timeUnavailability(0).value(), 0.0291262, 6);
        agree(series(false).timeUnavailability(0), 0.03 / 1.03);
    }

    private static MarkovModel commonCause(boolean together) {
        Bench bench = new Bench();
        int[] units = bench.units(2, "u", 1000 / 0.9, 5);
        bench.shock(1000 / 0.1, together, 0, 1);
        bench.journey("one", bench.draft.gate("one", 1, units));
        bench.journey("first", units[0]);
        bench.journey("second", units[1]);
        return bench.solve();
    }

    @Test
    void test15RepairEachOrTogether() {
        MarkovModel each = commonCause(false);
        MarkovModel together = commonCause(true);

        printed(each.timeUnavailability(0).value(), 2.71100e-4, 6);
        printed(each.outageFrequency(0).value() * HOUR, 1.08440e-4, 6);
        printed(together.timeUnavailability(0).value(), 5.17571e-4, 6);
        printed(together.outageFrequency(0).value() * HOUR, 1.07972e-4, 6);
        for (MarkovModel model : List.of(each, together)) {
            printed(model.timeUnavailability(1).value(), 4.975124e-3, 7);
            printed(model.timeUnavailability(2).value(), 4.975124e-3, 7);
        }
    }

    @Test
    void test16EachMemberIsHitByItself() {
        Bench bench = new Bench();
        int n = 6;
        int[] units = new int[n];
        int[] modes = new int[n];
        for (int i = 0; i < n; i++) {
            units[i] = bench.draft.node("u-" + i, Node.Kind.INSTANCE, -1, 0);
            Mode never = bench.mode(units[i], -1, Bench.exponential(1e12), Bench.repair(1, -1), -1, true);
            modes[i] = bench.draft.mode(never);
        }
        bench.draft.shock(new Shock(
                "shock",
                bench.draft.cause("shock", ""),
                Bench.exponential(100),
                modes,
                Shock.Hits.SHARE,
                0.3,
                null,
                0,
                false));
        bench.journey("all", bench.draft.gate("all", n, units));
        StateSpace space = bench.solve().space();

        int fresh = space.start(0);
        double any = 0;
        for (int k = space.from(fresh); k < space.from(fresh + 1); k++) {
            any += space.rate(k);
        }
        // Whoever is hit, only how many are makes a difference.
        assertThat(space.from(fresh + 1) - space.from(fresh)).isEqualTo(n);
        double notNone = 1 - Math.pow(0.7, n);
        assertThat(any * 100 * HOUR).isCloseTo(notNone, withinPercentage(1e-6));
    }

    /** A standby that fails unseen, tested at random times: the exponential twin of the pitfalls' test 12. */
    @Test
    void test12HiddenFaultsWaitForTheInspection() {
        Bench bench = new Bench();
        int unit = bench.draft.node("standby", Node.Kind.INSTANCE, -1, 0);
        Mode seen = bench.mode(unit, -1, Bench.exponential(5 * 8760), List.of(), -1, false);
        bench.draft.mode(Bench.hidden(seen));
        bench.draft.plan(new Plan(
                "test",
                seen.cause(),
                Double.NaN,
                Bench.exponential(720),
                Plan.Verb.INSPECT,
                new Plan.Target[][] {{Plan.Target.of(unit)}},
                List.of(),
                1,
                true,
                1,
                0));
        bench.journey("j", unit);

        agree(bench.solve().timeUnavailability(0), 720.0 / (720 + 5 * 8760));
    }
}
