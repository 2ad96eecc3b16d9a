package nines.result;

import java.util.List;

/**
 * The time to the first outage from a fresh start, in seconds.
 *
 * @param mttff its mean
 * @param reliability R(t) at a few times
 */
public record FirstOutage(Estimate mttff, List<Reliability> reliability) {
    public FirstOutage {
        reliability = List.copyOf(reliability);
    }
}
