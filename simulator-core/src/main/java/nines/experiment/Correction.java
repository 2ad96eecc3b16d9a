package nines.experiment;

/**
 * Whether known means help. Corrected sums are unbiased whatever happens, but where an outage ends with whichever of two
 * repairs ends first, or at the end of a short horizon, the correction is mostly noise.
 *
 * <p>Choosing by the smaller variance alone would be the classic trap: a sample that never saw the long branch has
 * the smallest variance of all. There, raw and corrected sum differ by far more than their noise, and the corrected one stays.
 */
final class Correction {
    private static final double HELPS_BELOW = 0.8;
    private static final double SAME_WITHIN = 3;

    private Correction() {}

    /** The corrected sums, unless they are no better than the raw ones and both tell the same. */
    static Column better(Column corrected, Column raw, Column outages) {
        double ofCorrected = residualSquares(corrected, outages);
        double ofRaw = residualSquares(raw, outages);
        boolean helps = ofCorrected <= HELPS_BELOW * ofRaw;
        double apart = Math.abs(corrected.sum() - raw.sum());
        boolean same = apart <= SAME_WITHIN * Math.sqrt(ofCorrected + ofRaw);
        return (helps || !same) && corrected.sum() > 0 ? corrected : raw;
    }

    /** Variance of the total that is not explained by the number of outages. */
    private static double residualSquares(Column sums, Column outages) {
        double count = outages.sum();
        double mean = count > 0 ? sums.sum() / count : 0;
        double[] values = sums.toArray();
        double[] counts = outages.toArray();
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double residual = values[i] - mean * counts[i];
            squares += residual * residual;
        }
        return squares;
    }
}
