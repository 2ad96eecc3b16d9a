package nines.result;

import java.util.List;

/**
 * Maximal intervals in which the served share is below the journey's threshold.
 *
 * @param perYear outages begun in 8760 h
 * @param mtbf mean time between the beginnings of outages, in seconds
 * @param mttr mean time of an outage, in seconds
 * @param mttf mean time from the end of an outage to the beginning of the next, in seconds
 * @param durations percentiles of the duration in seconds; outages still open at the horizon are left out
 * @param durationHistogram of the same durations, in seconds
 * @param longest within one horizon
 * @param beginnings which faults begin outages, the most frequent trigger first
 */
public record Outages(
        Estimate perYear,
        Estimate mtbf,
        Estimate mttr,
        Estimate mttf,
        List<Quantile> durations,
        List<Bin> durationHistogram,
        Longest longest,
        List<Beginning> beginnings) {
    public Outages {
        durations = List.copyOf(durations);
        durationHistogram = List.copyOf(durationHistogram);
        beginnings = List.copyOf(beginnings);
    }
}
