package nines.kernel;

import java.util.Arrays;

/**
 * One rung of the ladder: a span of time cut into buckets of equal width, each an unordered list of
 * events. The bucket of a time never falls when the time grows, however the arithmetic rounds, and
 * that is all the order of events rests on.
 */
final class Rung {

    /** The first slot of each bucket's list; 0: empty. */
    int[] heads = new int[64];

    int buckets;

    /** The first bucket that has not been taken; whatever falls before it belongs further down. */
    int current;

    /** Events in all buckets, cancelled ones included. */
    int count;

    private double start;
    private double inverseWidth;

    /** Spans {@code low} to {@code high}; earlier times fall into or before the first bucket, later ones into the last. */
    void span(double low, double high, int buckets) {
        if (heads.length < buckets) {
            heads = new int[Math.max(buckets, 2 * heads.length)];
        } else {
            Arrays.fill(heads, 0, buckets, 0);
        }
        this.buckets = buckets;
        current = 0;
        count = 0;
        start = low;
        // Infinite if low = high: then low itself falls into bucket 0 (the cast turns NaN into 0),
        // later times into the last one and earlier times before the first.
        inverseWidth = buckets / (high - low);
    }

    /** The bucket of a time: negative before the first, at most the last. */
    int bucket(double time) {
        return Math.min((int) ((time - start) * inverseWidth), buckets - 1);
    }
}
