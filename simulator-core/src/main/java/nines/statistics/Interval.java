package nines.statistics;

/**
 * A confidence interval: in the long run the share {@code level} of such intervals contains the truth.
 *
 * @param low lower end; −∞ or the natural end of the range when nothing bounds that side, NaN when there is no interval
 * @param high upper end; +∞ when nothing bounds that side, NaN when there is no interval
 * @param level confidence, between 0 and 1
 * @param method in words, for the reader of a report
 */
public record Interval(double low, double high, double level, String method) {
    /** No interval exists, for the reason given. */
    public static Interval none(double level, String why) {
        return new Interval(Double.NaN, Double.NaN, level, why);
    }

    public boolean exists() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    public boolean covers(double truth) {
        return low <= truth && truth <= high;
    }

    /** The interval of {@code factor} times the quantity; the factor is positive. */
    public Interval times(double factor) {
        return new Interval(low * factor, high * factor, level, method);
    }

    /** The interval of {@code numerator} over the quantity, which is positive. */
    public Interval into(double numerator) {
        return new Interval(numerator / high, numerator / low, level, method);
    }

    /** The same interval without the parts that cannot be. */
    public Interval within(double least, double most) {
        return new Interval(Math.min(most, Math.max(least, low)), Math.max(least, Math.min(most, high)), level, method);
    }
}
