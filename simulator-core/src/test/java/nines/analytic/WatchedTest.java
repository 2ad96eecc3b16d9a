package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Objects;
import nines.blueprint.Blueprint;
import nines.blueprint.Tier;
import nines.blueprint.Watch;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Erlang;
import nines.distribution.Exponential;
import nines.distribution.Weibull;
import nines.structure.Sight;
import org.junit.jupiter.api.Test;

/** A unit and somebody who watches it: any laws, in the long run. */
class WatchedTest {
    private static final double HOUR = 3600;

    private static Blueprint watched(Distribution life, Distribution repair, Distribution falls, Distribution rises) {
        Bench bench = new Bench();
        int part = bench.part("unit");
        int unit = bench.draft.node("unit", nines.blueprint.Node.Kind.INSTANCE, part, 0);
        var phases = java.util.List.of(nines.blueprint.Phase.of(nines.blueprint.Stage.REPAIR, repair));
        bench.draft.mode(bench.mode(unit, part, life, phases, -1, true));
        int[] one = {unit};
        int watch = bench.draft.watch(new Watch("watch", -1, -1, one, one, falls, falls, rises, null));
        int tier =
                bench.draft.tier(new Tier("tier", part, one, new int[] {watch}, new int[] {-1}, 1, 1 / 0.0, 1, 1, 0));
        nines.blueprint.Step both = new nines.blueprint.Step.All(
                java.util.List.of(new nines.blueprint.Step.Works(unit), new nines.blueprint.Step.Balanced(tier)));
        bench.draft.journey(new nines.blueprint.Journey("unit", both, 0.99, 1, new int[] {1}, new double[] {1}));
        return bench.draft.finish();
    }

    private static Sight sight() {
        return new Sight(new int[] {0}, new int[1][0]);
    }

    private static Watched solved(Blueprint blueprint) {
        return Objects.requireNonNull(Watched.of(blueprint, sight(), "not a chain"));
    }

    private static void isWhatTheChainSays(
            Distribution life, Distribution repair, Distribution falls, Distribution rises) {
        Blueprint blueprint = watched(life, repair, falls, rises);
        Watched watched = solved(blueprint);
        MarkovModel.Outcome outcome = MarkovModel.explored(blueprint, sight(), Limits.generous());
        ChainBehaviour chain = new ChainBehaviour(((MarkovModel.Found) outcome).model());

        double[] mine = watched.inTheLongRun();
        double[] its = Objects.requireNonNull(chain.inTheLongRun());
        assertThat(its).hasSize(4);
        for (int i = 0; i < its.length; i++) {
            int same = watched.looks().indexOf(chain.looks().get(i));
            assertThat(mine[same]).as("look %d", i).isCloseTo(its[i], withinPercentage(1e-7));
        }
        for (Behaviour.Flow flow : chain.flows()) {
            int from = watched.looks().indexOf(chain.looks().get(flow.from()));
            int to = watched.looks().indexOf(chain.looks().get(flow.to()));
            double perSecond = watched.flows().stream()
                    .filter(each -> each.from() == from && each.to() == to)
                    .mapToDouble(Behaviour.Flow::perSecond)
                    .sum();
            assertThat(perSecond).as("%d to %d", from, to).isCloseTo(flow.perSecond(), withinPercentage(1e-7));
        }
    }

    @Test
    void exponentialLawsAreAChain() {
        isWhatTheChainSays(
                new Exponential(10 * HOUR),
                new Exponential(HOUR),
                new Exponential(0.7 * HOUR),
                new Exponential(4 * HOUR));
    }

    /** Two solvers for laws that are no exponentials: integrals here, phases there. */
    @Test
    void lawsOfSeveralPhasesAreAChainToo() {
        isWhatTheChainSays(
                new Erlang(2, 9 * HOUR), new Erlang(3, HOUR), new Erlang(4, 0.7 * HOUR), new Erlang(2, 5 * HOUR));
        isWhatTheChainSays(
                new Exponential(9 * HOUR), new Erlang(5, HOUR), new Exponential(2 * HOUR), new Erlang(3, HOUR));
    }

    /** Fixed delays f and g: p = e^(−f/r), E[min(f, R)] = r(1 − p), by hand. */
    @Test
    void fixedDelaysAreAClosedForm() {
        Watched watched = solved(watched(
                new Exponential(100 * HOUR),
                new Exponential(HOUR),
                new Deterministic(0.5 * HOUR),
                new Deterministic(2 * HOUR)));

        double p = StrictMath.exp(-0.5);
        double q = StrictMath.exp(-0.02);
        double back = p / (1 - (1 - p) * (1 - q));
        double[] chances = watched.inTheLongRun();
        assertThat(chances[1]).isCloseTo((1 - back * (1 - q)) * (1 - p) / 101, withinPercentage(1e-9));
        assertThat(chances[3]).isCloseTo(back * 100 * (1 - q) / 101, withinPercentage(1e-9));
        assertThat(chances[0] + chances[3]).isCloseTo(100.0 / 101, within(1e-14));
        assertThat(chances[0] + chances[1] + chances[2] + chances[3]).isCloseTo(1, within(1e-14));
    }

    /** Nobody ever asks how long lives last when the return is noticed much sooner: only the means count. */
    @Test
    void lawsThatNeverRaceDoNotMatter() {
        Watched one = solved(watched(
                new Weibull(5, 1000 * HOUR),
                new Deterministic(10 * HOUR),
                new Deterministic(60),
                new Deterministic(30)));
        double cycle = new Weibull(5, 1000 * HOUR).mean() + 10 * HOUR;

        assertThat(one.inTheLongRun()[1]).isCloseTo(60 / cycle, withinPercentage(1e-9));
        assertThat(one.inTheLongRun()[2]).isCloseTo((10 * HOUR - 60) / cycle, withinPercentage(1e-9));
        assertThat(one.inTheLongRun()[3]).isCloseTo(30 / cycle, withinPercentage(1e-9));
        assertThat(one.at(HOUR)).isNull();
        assertThat(one.whyNot(HOUR)).isEqualTo("not a chain");
    }

    /** Alone in a journey, it is answered too; what it costs not to notice comes on top of the repair. */
    @Test
    void isAnsweredAloneAndBesideOthers() {
        Blueprint blueprint = watched(
                new Exponential(100 * HOUR),
                new Exponential(HOUR),
                new Deterministic(0.5 * HOUR),
                new Deterministic(2 * HOUR));
        Solver solver = Solver.of(blueprint, Limits.small());

        double p = StrictMath.exp(-0.5);
        double q = StrictMath.exp(-0.02);
        double back = p / (1 - (1 - p) * (1 - q));
        assertThat(solver.timeUnavailability(0).value())
                .isCloseTo((1 + back * 100 * (1 - q)) / 101, withinPercentage(1e-9));
        assertThat(solver.timeUnavailability(0))
                .isInstanceOfSatisfying(
                        Answer.Exact.class, exact -> assertThat(exact.method()).isEqualTo("semi-Markov"));
        // It is served again when it is trusted; a failure before that belongs to the same outage.
        assertThat(solver.outageFrequency(0).value())
                .isCloseTo((1 - back * (1 - q)) / (101 * HOUR), withinPercentage(1e-9));
    }
}
