package nines.result;

import java.util.List;

/**
 * What a journey loses more in one design than in the first. Both are taken from the same replications, those that both
 * designs have complete, and met the same luck there; what they have in common cancels.
 *
 * @param pairs replications that both have
 * @param lostPerYear requests lost, in seconds of full loss a year; below zero: this design loses less
 * @param downPerYear time below the threshold, in seconds a year
 * @param verdict on lost requests
 * @param varianceRatio how many times as many replications without common luck would know the difference as well; NaN where
 *     nothing varies
 * @param shifts which roots cost more or less, the largest change first; they sum to the change of what is attributed
 */
public record Difference(
        int pairs, Estimate lostPerYear, Estimate downPerYear, Rank verdict, double varianceRatio, List<Shift> shifts) {
    public Difference {
        shifts = List.copyOf(shifts);
    }

    /** How a design stands beside the first. */
    public enum Rank {
        /** The whole interval lies below zero: less is lost. */
        BETTER,
        /** The whole interval lies above zero: more is lost. */
        WORSE,
        /** The interval contains zero, or cannot be trusted. */
        NOT_DECIDED,
        /** Both are the same system: nothing in which they differ acts, and every figure is the same. */
        IDENTICAL
    }
}
