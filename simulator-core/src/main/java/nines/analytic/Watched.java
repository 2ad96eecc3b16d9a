package nines.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nines.blueprint.Blueprint;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Mode;
import nines.blueprint.Tier;
import nines.blueprint.Watch;
import nines.distribution.Distribution;
import nines.structure.Sight;
import org.jspecify.annotations.Nullable;

/**
 * One unit that breaks and is mended, and somebody who notices both with a delay, whatever the four laws: a semi-Markov
 * process of the periods in which the unit is up or down and was trusted, or not, when they began. Only the long run is
 * known.
 *
 * <p>With life X, repair R, delays F until a failure is noticed and G until the return is: a failure is noticed with
 * chance p = P(F &lt; R), the return with chance q = P(G &lt; X). A period up begins unnoticed with chance
 * u = p / (1 − (1 − p)(1 − q)), a period down with chance u(1 − q); what is trusted and down lasts E[min(F, R)], what is
 * not trusted and up E[min(G, X)].
 */
final class Watched implements Behaviour {
    private static final int UP = 0;
    private static final int UNNOTICED = 1;
    private static final int NOTICED = 2;
    private static final int BACK = 3;
    private static final int DEPTH = 48;
    private static final double EXACT = 1e-13;

    private final String whyNotAt;
    private final List<Sight.Look> looks;
    private final double[] chances;
    private final List<Flow> flows = new ArrayList<>();

    private Watched(Mode mode, Distribution falls, Distribution rises, List<Sight.Look> looks, String whyNotAt) {
        this.looks = looks;
        this.whyNotAt = whyNotAt;
        Distribution life = mode.timeToFailure();
        Distribution repair = mode.repair().get(0).law();
        double cycle = life.mean() + repair.mean();
        double unnoticed = meanOfLess(falls, repair);
        double late = meanOfLess(rises, life);
        double p = chanceOfLess(falls, repair);
        double q = chanceOfLess(rises, life);
        double startsBack = p / (p + q - p * q);
        double startsNoticed = startsBack * (1 - q);
        chances = new double[4];
        chances[UNNOTICED] = (1 - startsNoticed) * unnoticed / cycle;
        chances[NOTICED] =
                ((1 - startsNoticed) * Math.max(0, repair.mean() - unnoticed) + startsNoticed * repair.mean()) / cycle;
        chances[BACK] = startsBack * late / cycle;
        chances[UP] = (1 - startsBack) * life.mean() / cycle + startsBack * Math.max(0, life.mean() - late) / cycle;
        flow(UP, UNNOTICED, (1 - startsNoticed) / cycle);
        flow(UNNOTICED, NOTICED, (1 - startsNoticed) * p / cycle);
        flow(UNNOTICED, UP, (1 - startsNoticed) * (1 - p) / cycle);
        flow(NOTICED, BACK, startsBack / cycle);
        flow(BACK, UP, startsBack * q / cycle);
        flow(BACK, NOTICED, startsNoticed / cycle);
    }

    private void flow(int from, int to, double perSecond) {
        if (perSecond > 0) {
            flows.add(new Flow(from, to, perSecond));
        }
    }

    /**
     * A blueprint as such a unit, or null when it is none.
     *
     * @param whyNotAt why nothing is known at a time
     */
    static @Nullable Watched of(Blueprint blueprint, Sight sight, String whyNotAt) {
        if (!Unit.hasOnlyModes(blueprint) || blueprint.modes().size() != 1) {
            return null;
        }
        Mode mode = blueprint.modes().get(0);
        boolean plain = mode.effect() != Effect.DEGRADED
                && mode.holds() == mode.unit()
                && mode.onlyWhile() < 0
                && mode.mendable()
                && mode.found() == Found.AT_ONCE
                && mode.repair().size() == 1
                && mode.failsAgain() == 0
                && mode.renewal() != nines.blueprint.Renewal.NOTHING
                && isKnown(mode.timeToFailure())
                && isKnown(mode.repair().get(0).law())
                && blueprint.crews().stream()
                        .allMatch(crew ->
                                crew.inspection() == null && crew.shifts().isEmpty());
        if (!plain) {
            return null;
        }
        Automata automata = new Automata(blueprint);
        int watching = -1;
        int target = -1;
        for (int w = 0; w < blueprint.watches().size(); w++) {
            for (int i = 0; i < blueprint.watches().get(w).targets().length; i++) {
                if (!automata.isIdle(w, i)) {
                    if (watching >= 0) {
                        return null;
                    }
                    watching = w;
                    target = i;
                }
            }
        }
        if (watching < 0) {
            return null;
        }
        Watch watch = blueprint.watches().get(watching);
        int seen = watch.targets()[target];
        boolean sees = blueprint.nodes().get(seen).slack() == 0
                && automata.influence[seen].cardinality() == 1
                && (watch.alive()[target] == seen || watch.fallHangs().equals(watch.fallRefused()))
                && (watch.observer() < 0 || automata.influence[watch.observer()].isEmpty())
                && (watch.falseAlarm() == null || watch.falseAlarm().mean() == Double.POSITIVE_INFINITY)
                && isKnown(watch.fallRefused())
                && isKnown(watch.rise());
        if (!sees) {
            return null;
        }
        Sight.Look up = Unit.look(blueprint, sight, null);
        Sight.Look down = Unit.look(blueprint, sight, mode);
        List<Sight.Look> looks = List.of(
                up, down, distrusted(blueprint, down, watching, target), distrusted(blueprint, up, watching, target));
        return new Watched(mode, watch.fallRefused(), watch.rise(), looks, whyNotAt);
    }

    private static boolean isKnown(Distribution law) {
        return law.mean() < Double.POSITIVE_INFINITY && !law.isDrawnOnce();
    }

    /** The same look, but for one who is not trusted by one watch. */
    private static Sight.Look distrusted(Blueprint blueprint, Sight.Look look, int watch, int target) {
        long[] trusts = look.trusts().clone();
        int at = 0;
        for (Tier tier : blueprint.tiers()) {
            for (int k = 0; k < tier.watches().length; k++) {
                if (tier.watches()[k] == watch) {
                    trusts[at + target] &= ~(1L << k);
                }
            }
            at += tier.members().length;
        }
        return new Sight.Look(look.bad(), look.errors(), trusts);
    }

    // ---------------------------------------------------------------- two laws that race

    /** P(one &lt; other), as the mean of the other's survival over the quantiles of the one. */
    static double chanceOfLess(Distribution one, Distribution other) {
        if (one.isExponential() && other.isExponential()) {
            return other.mean() / (one.mean() + other.mean());
        }
        if (one.isExponential()) {
            return 1 - chanceOfLess(other, one);
        }
        return adaptive(u -> other.survival(one.inverseHazard(-StrictMath.log1p(-u))), 0, 1, EXACT, DEPTH);
    }

    /** E[min(one, other)]: the integral of both survivals. */
    static double meanOfLess(Distribution one, Distribution other) {
        if (one.isExponential() && other.isExponential()) {
            return 1 / (1 / one.mean() + 1 / other.mean());
        }
        double most = Math.min(one.mean(), other.mean());
        double sum = 0;
        double from = 0;
        double to = 1e-6 * most;
        while (one.survival(from) * other.survival(from) > 1e-18 && from < 1e9 * most) {
            sum += adaptive(t -> one.survival(t) * other.survival(t), from, to, EXACT * most, DEPTH);
            from = to;
            to *= 2;
        }
        return sum;
    }

    /** Halves pieces until both halves together give what the whole gave. */
    private static double adaptive(DoubleUnaryOperator of, double from, double to, double tolerance, int depth) {
        double middle = (from + to) / 2;
        double whole = Quadrature.piece(of, from, to);
        double halves = Quadrature.piece(of, from, middle) + Quadrature.piece(of, middle, to);
        if (depth == 0 || Math.abs(whole - halves) <= tolerance) {
            return halves;
        }
        return adaptive(of, from, middle, tolerance / 2, depth - 1)
                + adaptive(of, middle, to, tolerance / 2, depth - 1);
    }

    // ---------------------------------------------------------------- as it is seen

    @Override
    public List<Sight.Look> looks() {
        return looks;
    }

    @Override
    public String method() {
        return "semi-Markov";
    }

    @Override
    public double[] inTheLongRun() {
        return chances.clone();
    }

    @Override
    public List<Flow> flows() {
        return flows;
    }

    @Override
    public @Nullable Chances at(double time) {
        return null;
    }

    @Override
    public String whyNot(double time) {
        return whyNotAt;
    }
}
