package nines.statistics;

/** The interval of a quantile from the same quantile of many replications: robust when values within one are dependent. */
public final class ReplicationQuantiles {
    /** Fewer replications do not show how much a quantile varies. */
    public static final int FEWEST = 20;

    private ReplicationQuantiles() {}

    /** Student's interval over replications; none below {@value #FEWEST}. */
    public static Interval interval(double[] quantiles, double level) {
        if (quantiles.length < FEWEST) {
            return Interval.none(level, "fewer than " + FEWEST + " replications");
        }
        Interval mean = Tally.of(quantiles).mean(level);
        return new Interval(mean.low(), mean.high(), level, "Student t over replications' quantiles");
    }
}
