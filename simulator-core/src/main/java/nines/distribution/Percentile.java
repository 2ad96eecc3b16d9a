package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/** Checks of a percentile given beside a median. */
final class Percentile {

    private Percentile() {}

    /** As it is written: {@code p90}. */
    static String name(double share) {
        return "p" + Dimension.SHARE.exact(share).replace("%", "");
    }

    /** Throws unless a law can have this median and this percentile. */
    static void requireBeside(double median, double value, double share) {
        Require.positive(median, "median");
        Require.positive(value, name(share));
        Require.openShare(share, "share of a percentile");
        Require.that(share != 0.5, "percentile beside a median", "another one than p50", value);
        boolean above = share > 0.5;
        Require.that(
                above ? value > median : value < median,
                name(share),
                (above ? "above" : "below") + " the median (" + median + ")",
                value);
    }
}
