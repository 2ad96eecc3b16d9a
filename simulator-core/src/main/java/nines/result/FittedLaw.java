package nines.result;

/**
 * A law that was replaced by one of phases, and how far off that is.
 *
 * @param law as written
 * @param phases of its fit
 * @param deviationError of the standard deviation, as a part of the right one; NaN where that is 0 or infinite
 * @param thirdMomentError of the mean of the cube, likewise; the mean is kept
 */
public record FittedLaw(String law, int phases, double deviationError, double thirdMomentError) {}
