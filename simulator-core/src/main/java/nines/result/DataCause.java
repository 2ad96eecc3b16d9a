package nines.result;

/**
 * Interruptions that one root cause began. Means are over those after which there was data again: where everything is gone,
 * what was lost is not told in seconds, and nothing comes back that could have taken a time.
 *
 * @param root as tables write it
 * @param perYear how often
 * @param goneCompletelyPerYear how often no copy and no usable backup was left afterwards
 * @param seconds work lost in one of the others on average, in seconds of writing
 * @param records the same in writes
 * @param recovery mean length of the others in seconds
 */
public record DataCause(
        String root,
        Estimate perYear,
        Estimate goneCompletelyPerYear,
        Estimate seconds,
        Estimate records,
        Estimate recovery) {}
