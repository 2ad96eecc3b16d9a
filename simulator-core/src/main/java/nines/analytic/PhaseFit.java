package nines.analytic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Blueprint;
import nines.blueprint.Takeover;
import nines.distribution.Distribution;
import nines.distribution.Erlang;
import nines.distribution.PhaseType;
import nines.distribution.Phases;
import nines.structure.Explorer;

/**
 * A blueprint in which every law that is not one of phases is replaced by one of a few phases with the same mean and, if so
 * many phases can have it, the same variance: a chain again, but another system. What it answers is an approximation.
 *
 * <p>Laws that vary less than the exponential one become a mixture of two Erlang laws of neighbouring lengths (Tijms 1994,
 * appendix B); those that vary more become one of two exponential ones, chosen so that the third moment is kept too where it
 * can be (Whitt 1982, equation 3.5), else with equal parts of the mean.
 */
public final class PhaseFit {
    /** Rounding of moments. */
    private static final double SAME = 1e-9;

    private final int phasesMax;
    private final Map<Distribution, Fitted> fits = new LinkedHashMap<>();

    private PhaseFit(int phasesMax) {
        this.phasesMax = phasesMax;
    }

    /**
     * One law and what stands for it. Errors are parts of what is right; NaN where that is infinite or 0.
     *
     * @param law as written
     * @param fit of phases
     * @param phases how many
     * @param deviationError of the standard deviation
     * @param thirdMomentError of the mean of the cube
     */
    public record Fitted(
            Distribution law, Distribution fit, int phases, double deviationError, double thirdMomentError) {}

    /**
     * What a blueprint became.
     *
     * @param laws that were replaced, each once
     * @param changes what else is not as it was, whole sentences
     */
    public record Approximated(Blueprint blueprint, List<Fitted> laws, List<String> changes) {}

    /**
     * The blueprint with phases in place of what has none.
     *
     * @param phasesMax most phases of a law
     */
    public static Approximated of(Blueprint blueprint, int phasesMax) {
        PhaseFit fit = new PhaseFit(phasesMax);
        Blueprint fitted = OtherLaws.of(blueprint, fit::law);
        return new Approximated(fitted, List.copyOf(fit.fits.values()), changes(blueprint));
    }

    private Distribution law(Distribution law) {
        double mean = law.mean();
        boolean known = !(mean > 0)
                || mean == Double.POSITIVE_INFINITY
                || law.isExponential()
                || !law.isDrawnOnce() && Explorer.hasPhases(law)
                || !(law.variance() < Double.POSITIVE_INFINITY);
        return known ? law : fits.computeIfAbsent(law, this::fitted).fit();
    }

    private Fitted fitted(Distribution law) {
        double mean = law.mean();
        double variability = law.variance() / (mean * mean);
        double third = thirdMoment(law);
        Distribution fit;
        int phases;
        if (variability < 1 - SAME) {
            phases = variability * phasesMax >= 1 ? (int) Math.ceil(1 / variability - SAME) : phasesMax;
            phases = Math.max(2, Math.min(phases, phasesMax));
            fit = variability * phases < 1 + SAME ? new Erlang(phases, mean) : erlangs(mean, variability, phases);
        } else if (variability <= 1 + SAME) {
            phases = 1;
            fit = law.exponentialTwin();
        } else {
            phases = 2;
            fit = exponentials(mean, variability, third);
        }
        return new Fitted(
                law,
                fit,
                phases,
                part(Math.sqrt(fit.variance()), Math.sqrt(law.variance())),
                part(thirdMoment(fit), third));
    }

    private static double part(double fitted, double right) {
        return right > 0 && right < Double.POSITIVE_INFINITY ? fitted / right - 1 : Double.NaN;
    }

    /** With chance p one phase less than k (Tijms 1994). */
    private static Distribution erlangs(double mean, double variability, int k) {
        double p = (k * variability - Math.sqrt(k * (1 + variability) - k * k * variability)) / (1 + variability);
        double rate = (k - p) / mean;
        List<Double> start = new ArrayList<>(Collections.nCopies(k, 0.0));
        start.set(0, 1 - p);
        start.set(1, p);
        List<List<Double>> rates = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            List<Double> row = new ArrayList<>(Collections.nCopies(k, 0.0));
            row.set(i, -rate);
            if (i + 1 < k) {
                row.set(i + 1, rate);
            }
            rates.add(row);
        }
        return new PhaseType(Phases.of(start, rates));
    }

    /** Two exponential laws with three moments (Whitt 1982), or two and equal parts of the mean. */
    private static Distribution exponentials(double mean, double variability, double third) {
        double second = (1 + variability) * mean * mean;
        double x = mean * third - 1.5 * second * second;
        double y = second - 2 * mean * mean;
        double longMean;
        double shortMean;
        if (x > 0 && third < Double.POSITIVE_INFINITY) {
            double one = x + 1.5 * y * y + 3 * mean * mean * y;
            double other = x + 1.5 * y * y - 3 * mean * mean * y;
            double root = Math.sqrt(other * other + 18 * mean * mean * y * y * y);
            longMean = (one + root) / (6 * mean * y);
            shortMean = (one - root) / (6 * mean * y);
        } else {
            double share = (1 + Math.sqrt((variability - 1) / (variability + 1))) / 2;
            shortMean = mean / (2 * share);
            longMean = mean / (2 * (1 - share));
        }
        double longShare = (mean - shortMean) / (longMean - shortMean);
        return new PhaseType(Phases.of(
                List.of(1 - longShare, longShare), List.of(List.of(-1 / shortMean, 0.0), List.of(0.0, -1 / longMean))));
    }

    /** E[X³], over the hazard h, where every law is a function x(h) and the weight is e^(−h); +infinity where it has none. */
    static double thirdMoment(Distribution law) {
        double sum = 0;
        double last = 0;
        double from = 0;
        for (double to = 1.0 / 1024; from < 600; to = Math.min(2 * to, 600)) {
            last = 0;
            for (int k = 0; k < 4; k++) {
                last += Quadrature.piece(
                        h -> {
                            double x = law.inverseHazard(h);
                            return x > 0 ? StrictMath.exp(3 * StrictMath.log(x) - h) : 0;
                        },
                        from + k * (to - from) / 4,
                        from + (k + 1) * (to - from) / 4);
            }
            sum += last;
            from = to;
        }
        return last > 1e-9 * sum ? Double.POSITIVE_INFINITY : sum;
    }

    /** What a law alone cannot keep, as far as it is there. */
    private static List<String> changes(Blueprint blueprint) {
        List<String> changes = new ArrayList<>();
        blueprint.plans().stream()
                .filter(plan -> !Double.isNaN(plan.first()))
                .forEach(plan -> changes.add(plan.stream() + ": begins at random times instead of fixed ones."));
        blueprint.crews().stream()
                .filter(crew -> !crew.shifts().isEmpty())
                .forEach(crew -> changes.add(crew.stream() + ": works around the clock."));
        blueprint.takeovers().stream()
                .filter(takeover -> takeover.antiFlap() > 0)
                .map(Takeover::stream)
                .forEach(name -> changes.add(name + ": may follow the last take-over at once."));
        blueprint.tolerances().stream()
                .filter(tolerance -> tolerance.law().mean() > 0)
                .forEach(tolerance -> changes.add(tolerance.stream() + ": is empty, and bridges nothing."));
        blueprint.standIns().stream()
                .filter(standIn -> standIn.runsFor() < Double.POSITIVE_INFINITY)
                .forEach(standIn -> changes.add(standIn.stream() + ": has fuel for ever."));
        blueprint.shocks().stream()
                .filter(shock -> shock.spread() > 0)
                .forEach(shock -> changes.add(shock.stream() + ": all its hits come at the same instant."));
        if (!blueprint.load().isFlat()) {
            changes.add("The load is the same all day.");
        }
        return changes;
    }
}
