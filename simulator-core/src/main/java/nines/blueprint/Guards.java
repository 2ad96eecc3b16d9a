package nines.blueprint;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * How a caller protects itself and its callee. Each instance of the caller keeps count for itself.
 *
 * @param atOnce calls out at once; one more is turned away; {@link Integer#MAX_VALUE} for no limit
 * @param breaker stops calling for a while when too many calls fail, or null
 * @param hedge sends a second copy when the first is slow, or null
 * @param throttles whether it turns calls away by itself when the callee turns many away (client throttling)
 * @param tellsDeadline whether the callee knows how long its caller waits: work that comes too late is not begun
 */
public record Guards(
        int atOnce, @Nullable Breaker breaker, @Nullable Hedge hedge, boolean throttles, boolean tellsDeadline) {
    /** No protection. */
    public static final Guards NONE = new Guards(Integer.MAX_VALUE, null, null, false, false);

    /**
     * A circuit breaker as resilience4j has it.
     *
     * @param errors share of failed or slow calls in the window from which it opens, in (0, 1]
     * @param slowerThan seconds from which a call counts as failed
     * @param window number of calls looked at; it does not open before so many
     * @param openFor seconds until it lets calls try again
     * @param trials calls that are let through then, before it closes or opens again
     */
    public record Breaker(double errors, double slowerThan, int window, double openFor, int trials) {}

    /**
     * A second copy of a slow call, to another instance if there is one; the first good answer counts.
     *
     * @param after seconds without an answer
     * @param atMost second copies per call in the long run, in [0, 1]
     */
    public record Hedge(Distribution after, double atMost) {}
}
