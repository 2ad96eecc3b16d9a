package nines.statistics;

/**
 * The interval of a quantile over many replications: robust when values within one are dependent.
 *
 * <p>Response times that lie beyond a high percentile come in spells, a few of them in a run. So not the percentiles of
 * replications are compared but the number of times beyond the percentile of all together, which shows how many spells
 * there were; the limits of that share are carried over to the times (Woodruff, Journal of the American Statistical
 * Association 47, 1952).
 */
public final class ReplicationQuantiles {
    /** Fewer replications do not show how much a quantile varies. */
    public static final int FEWEST = 20;

    private ReplicationQuantiles() {}

    /**
     * The interval of the quantile of all times together, and how much stands behind it.
     *
     * @param all the times of all replications
     * @param share that does not exceed the quantile, above 0 and below 1
     * @param beyond times beyond the quantile, of each replication
     * @param counts times of each replication
     */
    public static Spread woodruff(LatencyHistogram all, double share, double[] beyond, double[] counts, double level) {
        double value = all.quantile(share);
        if (beyond.length < FEWEST) {
            return new Spread(Interval.none(level, "fewer than " + FEWEST + " replications"), 0);
        }
        Ratio ratio = Ratio.linearised(beyond, counts);
        if (!(ratio.value() > 0)) {
            return new Spread(Interval.none(level, "no time lies beyond it"), 0);
        }
        Interval limits = ratio.interval(level);
        // The share beyond the middle of a bucket is not quite the one that was asked for.
        double scale = (1 - share) / ratio.value();
        double low = all.quantile(Math.max(0, Math.min(share, 1 - limits.high() * scale)));
        double high = all.quantile(Math.min(1, Math.max(share, 1 - limits.low() * scale)));
        double half = value * LatencyHistogram.BUCKET / 2;
        double relative = ratio.standardError() / ratio.value();
        double effective = relative > 0 ? 1 / (relative * relative) : Double.POSITIVE_INFINITY;
        // Where less than one spell is to be expected beyond the upper end, the longest time seen does not bound it.
        boolean bounded = relative == 0 || effective * limits.low() / ratio.value() >= 1;
        return new Spread(
                new Interval(
                        Math.max(0, low - half),
                        bounded ? high + half : Double.POSITIVE_INFINITY,
                        level,
                        "limits of the share beyond it, over replications (Woodruff)"),
                effective);
    }

    /**
     * An interval, and how many independent times beyond the quantile would have made it as wide.
     *
     * @param interval of the quantile
     * @param effective number of independent times beyond it
     */
    public record Spread(Interval interval, double effective) {}
}
