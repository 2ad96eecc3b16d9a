package nines.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import nines.result.Estimate;
import nines.result.Outcome;
import nines.result.Target;
import nines.result.Verdict;

/** Says whether a promise is kept: yes or no only when the whole interval says so. */
final class Judge {
    private Judge() {}

    /** A promise judged on the mean. */
    static Target onTheMean(Promise promise, Estimate availability) {
        return target(promise, availability, promise.value(), Double.NaN, Double.NaN);
    }

    /** A promise judged by the share of windows that keep it. */
    static Target byWindow(Promise promise, Estimate missed) {
        Estimate kept = Estimator.map(missed, p -> 1 - p);
        return target(promise, kept, promise.chance(), promise.window(), promise.chance());
    }

    private static Target target(Promise promise, Estimate measured, double wanted, double window, double chance) {
        Outcome outcome = outcome(measured, wanted);
        return new Target(
                promise.measure().words(),
                promise.value(),
                window,
                chance,
                measured,
                outcome,
                sentence(promise, measured, wanted, outcome));
    }

    private static Outcome outcome(Estimate measured, double wanted) {
        if (!measured.hasInterval() || measured.verdict() == Verdict.NOT_TRUSTED) {
            return Outcome.NOT_DECIDED;
        }
        return measured.low() >= wanted ? Outcome.MET : measured.high() < wanted ? Outcome.MISSED : Outcome.NOT_DECIDED;
    }

    private static String sentence(Promise promise, Estimate measured, double wanted, Outcome outcome) {
        String what = promise.isJudgedByWindow()
                ? "the chance that '" + promise.journey() + "' keeps " + percent(promise.value()) + " in a window of "
                        + days(promise.window())
                : promise.measure().words() + " of '" + promise.journey() + "'";
        boolean allKept = measured.value() == 1 && measured.hasInterval();
        String found = !measured.isKnown()
                ? "not known"
                : allKept ? "above " + percent(measured.low()) : percent(measured.value());
        String verdict = switch (outcome) {
            case MET -> "the whole interval keeps it";
            case MISSED -> "the whole interval misses it";
            case NOT_DECIDED ->
                measured.verdict() == Verdict.NOT_TRUSTED
                        ? "not decided, as the estimate is not trusted: " + measured.reason()
                        : "not decided, as the interval contains it";
        };
        return what + " is " + found + ", wanted " + percent(wanted) + ": " + verdict + ".";
    }

    static String days(double seconds) {
        return String.format(Locale.ROOT, "%.0f days", seconds / 86_400);
    }

    /** As many digits as tell it from 100 %, without zeros at the end. */
    static String percent(double share) {
        double rest = 1 - share;
        int digits = rest <= 0 ? 2 : (int) Math.max(2, Math.ceil(-StrictMath.log10(rest)));
        BigDecimal percent = new BigDecimal(100 * share).setScale(Math.min(12, digits), RoundingMode.HALF_EVEN);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }
}
