package nines.result;

import org.jspecify.annotations.Nullable;

/**
 * A number with everything needed to defend it. A value that is not known is NaN, and the reason says why; a side on
 * which nothing bounds it is infinite.
 *
 * @param value the point estimate
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param level confidence of the interval, between 0 and 1
 * @param method how the interval was obtained
 * @param evidence what it rests on
 * @param verdict how far to believe it
 * @param reason why the verdict is not {@link Verdict#GOOD}; empty when it is
 * @param exact what theory says, when somebody asked
 */
public record Estimate(
        double value,
        double low,
        double high,
        double level,
        String method,
        Evidence evidence,
        Verdict verdict,
        String reason,
        @Nullable Exact exact) {

    /** A value nobody can give, with the reason. */
    public static Estimate notKnown(String reason) {
        return new Estimate(
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "none",
                Evidence.NONE,
                Verdict.NOT_TRUSTED,
                reason,
                null);
    }

    public boolean isKnown() {
        return !Double.isNaN(value);
    }

    public boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** Half the width of the interval over the value; NaN without an interval. */
    public double relativeHalfWidth() {
        return (high - low) / 2 / Math.abs(value);
    }

    public boolean covers(double truth) {
        return low <= truth && truth <= high;
    }

    public Estimate withExact(Exact theory) {
        return new Estimate(value, low, high, level, method, evidence, verdict, reason, theory);
    }

    /** The same estimate with a verdict at least as bad as the one given; the reasons are joined. */
    public Estimate atMost(Verdict limit, String why) {
        if (limit == Verdict.GOOD) {
            return this;
        }
        String both = reason.isEmpty() ? why : reason.contains(why) ? reason : reason + "; " + why;
        return new Estimate(value, low, high, level, method, evidence, verdict.worse(limit), both, exact);
    }
}
