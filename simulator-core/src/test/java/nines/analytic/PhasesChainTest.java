package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Stage;
import nines.distribution.Distribution;
import nines.distribution.Erlang;
import nines.distribution.Hyperexponential;
import nines.distribution.Mixture;
import nines.distribution.Scaled;
import org.junit.jupiter.api.Test;

/** Laws that are the time to leave a small chain become part of the state. */
class PhasesChainTest {
    private static final double HOUR = Bench.HOUR;

    private static void agree(Answer answer, double expected) {
        assertThat(answer.value()).isCloseTo(expected, withinPercentage(1e-7));
    }

    private static int unit(Bench bench, String name, Distribution life, Distribution repair) {
        int unit = bench.draft.node(name, Node.Kind.INSTANCE, -1, 0);
        bench.draft.mode(bench.mode(unit, -1, life, List.of(Phase.of(Stage.REPAIR, repair)), -1, true));
        return unit;
    }

    /** Public case D10: failures found only by inspections at Erlang-2 distances. */
    @Test
    void d10ErlangInspections() {
        Bench bench = new Bench();
        int[] units = new int[2];
        for (int i = 0; i < 2; i++) {
            units[i] = bench.draft.node("u-" + i, Node.Kind.INSTANCE, -1, 0);
            Mode mode = bench.mode(units[i], -1, Bench.exponential(10), List.of(), -1, true);
            bench.draft.mode(Bench.hidden(mode));
        }
        bench.draft.plan(new Plan(
                "inspection",
                bench.draft.cause("inspection", ""),
                Double.NaN,
                new Erlang(2, HOUR),
                Plan.Verb.INSPECT,
                new Plan.Target[][] {{Plan.Target.of(units[0]), Plan.Target.of(units[1])}},
                List.of(),
                1,
                true,
                1,
                0));
        bench.journey("j", bench.draft.gate("one", 1, units));

        agree(bench.solve().timeUnavailability(0), 446.0 / 53361);
    }

    /** Public case D04, redundancy 2: sets fail independently, so each is solved by itself. */
    @Test
    void d04HyperexponentialRepairs() {
        Distribution repair = new Mixture(
                List.of(new Mixture.Branch(0.5, Bench.exponential(1)), new Mixture.Branch(0.5, Bench.exponential(2))));
        Bench pair = new Bench();
        int[] two = {unit(pair, "a", Bench.exponential(50), repair), unit(pair, "b", Bench.exponential(50), repair)};
        pair.journey("j", pair.draft.gate("one", 1, two));
        Bench cluster = new Bench();
        int[] four = new int[4];
        for (int i = 0; i < 4; i++) {
            four[i] = unit(cluster, "d-" + i, Bench.exponential(150), repair);
        }
        cluster.journey("j", cluster.draft.gate("three", 3, four));
        MarkovModel disks = cluster.solve();

        double set = pair.solve().timeUnavailability(0).value();
        double disk = disks.timeUnavailability(0).value();
        assertThat(disks.space().states()).isEqualTo(15);
        assertThat(1 - Math.pow(1 - set, 4) * Math.pow(1 - disk, 6))
                .isCloseTo(0.006854844623169963, withinPercentage(1e-7));
    }

    /** Public case B04: Erlang life, hyperexponential repair, new at 0. */
    @Test
    void b04PointAndIntervalAvailability() {
        Bench bench = new Bench();
        Distribution repair = new Mixture(
                List.of(new Mixture.Branch(0.7, Bench.exponential(2)), new Mixture.Branch(0.3, Bench.exponential(20))));
        bench.journey("j", unit(bench, "u", new Erlang(3, 90 * HOUR), repair));
        MarkovModel model = bench.solve();

        agree(model.timeUnavailability(0), 0.07597535934291581);
        agree(model.pointUnavailability(0, 100 * HOUR), 0.07493344273309384);
        agree(model.intervalUnavailability(0, 100 * HOUR), 0.04319770250569281);
    }

    @Test
    void onlyTheMeansCountWhereOneIsRepairedByItself() {
        Bench bench = new Bench();
        int unit = unit(bench, "u", new Scaled(new Erlang(3, 500 * HOUR), 2), new Hyperexponential(4 * HOUR, 2.5));
        bench.journey("j", unit);
        MarkovModel model = bench.solve();

        assertThat(model.space().states()).isEqualTo(5);
        agree(model.timeUnavailability(0), 4.0 / 1004);
        agree(model.meanTimeToFirstOutage(0), 1000 * HOUR);
        agree(model.meanOutage(0), 4 * HOUR);
    }

    /** A paused clock keeps its phase: two in series that do not age in an outage. */
    @Test
    void aPausedClockKeepsItsPhase() {
        Bench bench = new Bench();
        int[] units = new int[2];
        for (int i = 0; i < 2; i++) {
            units[i] = bench.draft.node("u-" + i, Node.Kind.INSTANCE, -1, 0);
        }
        int both = bench.draft.gate("both", 2, units);
        for (int unit : units) {
            bench.draft.mode(Bench.onlyWhile(
                    bench.mode(unit, -1, new Erlang(4, 100 * HOUR), Bench.repair(10, -1), -1, true), both));
        }
        bench.journey("j", both);

        // Up time goes on as if nothing had been: two renewals of mean 100 h, each costing 10 h.
        agree(bench.solve().timeUnavailability(0), 0.2 / 1.2);
    }
}
