package nines.experiment;

/**
 * Whether known means stand for draws. The corrected sums are unbiased whatever happens; within a short horizon most
 * repairs are cut by its end, and the correction is mostly noise.
 *
 * <p>The choice must not look at the sample: one that never saw the long branch has the smallest spread of all, and taking
 * the raw sums whenever they spread less cost the hard case 4 % of its unavailability.
 */
final class Correction {
    private static final double REPAIRS = 10;

    private Correction() {}

    /** The corrected sums, if the horizon is ten times the longest mean repair. */
    static Column of(Column corrected, Column raw, double horizon, double longestRepair) {
        return horizon >= REPAIRS * longestRepair && corrected.sum() > 0 ? corrected : raw;
    }
}
