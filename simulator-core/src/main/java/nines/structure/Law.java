package nines.structure;

import nines.distribution.Capped;
import nines.distribution.Distribution;
import nines.distribution.Once;
import nines.distribution.Scaled;
import nines.distribution.Shifted;
import nines.distribution.Truncated;

/**
 * A distribution with its mean at hand, and whether it remembers what was drawn.
 *
 * @param kept key of the one draw that is kept for a replication, or 0 to draw anew each time
 * @param trace number of the recorded values that are played in their order, or -1
 * @param span duration in seconds that practically no draw exceeds
 * @param cappedMeans mean of draws capped at 16^i seconds, 0 until asked for; depends on the law alone, so that it does
 *     not matter who asks first
 */
record Law(Distribution distribution, double mean, long kept, int trace, double span, double[] cappedMeans) {
    /** Draws above the span happen less than once in 10^14. */
    private static final double SPAN_HAZARD = 32;
    /** Powers of 16 s up to which capped means are kept: 16^10 s are 35,000 years. */
    private static final int POWERS = 11;

    Law(Distribution distribution, double mean, long kept, int trace) {
        this(distribution, mean, kept, trace, span(distribution, mean), new double[POWERS]);
    }

    Law(Distribution distribution, double mean) {
        this(distribution, mean, 0, -1);
    }

    static Law of(Distribution distribution) {
        return new Law(distribution, distribution.mean());
    }

    private static double span(Distribution distribution, double mean) {
        return mean < Double.POSITIVE_INFINITY && mean > 0
                ? distribution.inverseHazard(SPAN_HAZARD)
                : Double.POSITIVE_INFINITY;
    }

    /**
     * How much more was drawn than is drawn on average, as far as the horizon lets it count: min(draw, c) less its mean,
     * where c is the largest power of 16 s that is left. Without the cap a long draw shortly before the end would
     * be taken out whole although most of it was never lived through. Nothing where the draw was known before.
     *
     * @param left seconds until the horizon
     */
    double surprise(double drawn, double left) {
        if (kept != 0 || trace >= 0 || mean == 0 || mean == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (left >= span) {
            return drawn - mean;
        }
        if (left < 1) {
            return 0;
        }
        int power = Math.min(Math.getExponent(left) / 4, POWERS - 1);
        if (cappedMeans[0] == 0) {
            for (int i = POWERS - 1; i >= 0; i--) {
                cappedMeans[i] = cap(i) < span ? new Capped(distribution, cap(i)).mean() : mean;
            }
        }
        return Math.min(drawn, cap(power)) - cappedMeans[power];
    }

    private static double cap(int power) {
        return Math.scalb(1.0, 4 * power);
    }

    /** Whether all instances of a component share one draw. */
    static boolean isPerBatch(Distribution law) {
        if (law instanceof Once once) {
            return once.per() == Once.Per.COMPONENT;
        }
        if (law instanceof Scaled scaled) {
            return isPerBatch(scaled.of());
        }
        if (law instanceof Shifted shifted) {
            return isPerBatch(shifted.of());
        }
        if (law instanceof Truncated truncated) {
            return isPerBatch(truncated.of());
        }
        return law instanceof Capped capped && isPerBatch(capped.of());
    }
}
