package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.result.Estimate;
import nines.result.Exact;
import nines.result.Journey;
import nines.result.Measured;
import nines.result.Traffic;
import nines.result.Verdict;
import nines.statistics.CriticalValue;
import org.jspecify.annotations.Nullable;

/**
 * Where simulation and theory differ by more than chance explains: one of them is wrong then, and that must not go
 * unnoticed. Of each estimate that is good and has an exact value beside it, the interval is stretched to an error rate of
 * {@value #ERROR_RATE}: a right program is accused once in ten thousand comparisons.
 */
final class Disagreement {
    static final double ERROR_RATE = 1e-4;

    private Disagreement() {}

    /** One sentence for each figure that theory contradicts. */
    static List<String> in(List<Journey> journeys) {
        return in(journeys, null);
    }

    /** The same, with what was seen of single requests. */
    static List<String> in(List<Journey> journeys, @Nullable Traffic traffic) {
        List<String> sentences = new ArrayList<>();
        for (Measured each : Measured.knownExactly(journeys, traffic)) {
            check(each, sentences);
        }
        return sentences;
    }

    private static void check(Measured measured, List<String> sentences) {
        Estimate estimate = measured.estimate();
        Exact exact = estimate.exact();
        if (exact != null && exact.isKnown() && isBeyondChance(estimate, exact.value())) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "SIMULATION AND THEORY DISAGREE: '%s', %s%s: %.6g by simulation (%.6g to %.6g) and %.8g exactly (%s)."
                            + " One of them is wrong; believe neither, and please report it.",
                    measured.of(),
                    measured.measure(),
                    measured.unit().equals("s") ? " in seconds" : "",
                    estimate.value(),
                    estimate.low(),
                    estimate.high(),
                    exact.value(),
                    exact.method()));
        }
    }

    /** Whether a good estimate lies so far from a value that chance would do that once in ten thousand cases. */
    static boolean isBeyondChance(Estimate estimate, double exact) {
        boolean comparable = estimate.verdict() == Verdict.GOOD
                && estimate.hasInterval()
                && estimate.level() > 0
                && estimate.level() < 1
                && Double.isFinite(estimate.value())
                && Double.isFinite(exact);
        if (!comparable) {
            return false;
        }
        double freedom = Math.max(1, estimate.evidence().replications() - 1);
        double stretch = CriticalValue.student(1 - ERROR_RATE / 2, freedom)
                / CriticalValue.student((1 + estimate.level()) / 2, freedom);
        double end = exact > estimate.value() ? estimate.high() : estimate.low();
        boolean far = Math.abs(exact - estimate.value()) > stretch * Math.abs(end - estimate.value());
        // An interval that is made on a logarithmic scale is stretched on that scale.
        boolean positive = estimate.value() > 0 && exact > 0 && end > 0;
        boolean farByRatio = !positive
                || Math.abs(StrictMath.log(exact / estimate.value()))
                        > stretch * Math.abs(StrictMath.log(end / estimate.value()));
        boolean rounding = Math.abs(exact - estimate.value()) <= 1e-9 * Math.abs(exact) + 1e-12;
        return far && farByRatio && !rounding;
    }
}
