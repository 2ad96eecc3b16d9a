package nines.result;

import org.jspecify.annotations.Nullable;

/**
 * The downtime of a month, a year or any other window of a system in use.
 *
 * @param length in seconds
 * @param windows how many were seen; those of one replication are correlated, intervals are over replications
 * @param requests share of requests lost × length: what a target is judged on
 * @param time below the threshold
 * @param freshRequests the first window of a fresh system, shown apart when it differs
 */
public record Window(
        double length,
        long windows,
        Spread requests,
        Spread time,
        @Nullable Spread freshRequests) {}
