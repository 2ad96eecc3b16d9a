package nines.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The downtime of a month, a year or any other window of a system in use.
 *
 * @param length in seconds
 * @param windows how many were seen; those of one replication are correlated, intervals are over replications
 * @param requests share of requests lost × length: what a target is judged on
 * @param time below the threshold
 * @param freshRequests the first window of a fresh system, shown apart when it differs
 * @param budget requests lost since the beginning of a window, step by step; empty where it was not recorded
 */
public record Window(
        double length,
        long windows,
        Spread requests,
        Spread time,
        @Nullable Spread freshRequests,
        List<BudgetPoint> budget) {
    public Window {
        budget = List.copyOf(budget);
    }

    /** Without the steps. */
    public Window(double length, long windows, Spread requests, Spread time, @Nullable Spread freshRequests) {
        this(length, windows, requests, time, freshRequests, List.of());
    }
}
