package nines.blueprint;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * How long a caller waits for an answer, how often it tries and how long it pauses between.
 *
 * @param timeout of one attempt in seconds, or +infinity
 * @param most attempts in all, the first included; at least 1
 * @param pause before the next attempt, in seconds; null: full jitter, uniform below min(cap, base · 2^k) before the
 *     (k + 2)-th attempt (Brooker 2015)
 * @param base of the jitter, in seconds
 * @param cap of the jitter, in seconds
 * @param budget retries a request may cost in the long run; 1 or more: no limit
 */
public record Attempts(double timeout, int most, @Nullable Distribution pause, double base, double cap, double budget) {
    /** One attempt that waits for ever. */
    public static final Attempts PATIENT = new Attempts(Double.POSITIVE_INFINITY, 1, null, 0, 0, 1);
}
