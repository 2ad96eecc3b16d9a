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
 * @param capped its means when cut off
 */
record Law(Distribution distribution, double mean, long kept, int trace, CappedMeans capped) {
    Law(Distribution distribution, double mean, long kept, int trace) {
        this(distribution, mean, kept, trace, new CappedMeans(distribution, mean));
    }

    Law(Distribution distribution, double mean) {
        this(distribution, mean, 0, -1);
    }

    static Law of(Distribution distribution) {
        return new Law(distribution, distribution.mean());
    }

    /**
     * How much more was drawn than is drawn on average, as far as the horizon lets it count: min(draw, left) less its
     * mean. A long draw shortly before the end would otherwise be taken out whole although most of it was never lived
     * through. Nothing where the draw was known before.
     *
     * @param left seconds until the horizon
     */
    double surprise(double drawn, double left) {
        if (kept != 0 || trace >= 0 || mean == 0 || mean == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (left >= capped.span()) {
            return drawn - mean;
        }
        return left <= 0 ? 0 : Math.min(drawn, left) - capped.of(left);
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
