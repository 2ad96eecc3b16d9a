package nines.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is lost of the data of one component, and how long it takes until it is served again. An <em>interruption</em> is a
 * time in which nobody serves the data, not by plan; in a <em>take-over</em> somebody else than before serves it afterwards.
 * Work that is gone is told in seconds of writing, up to the last acknowledged write.
 *
 * @param name of the component
 * @param writesPerSecond acknowledged on average; NaN when the scenario does not say
 * @param interruptionsPerYear how often nobody serves the data
 * @param takeoversPerYear how often somebody else serves it afterwards
 * @param restoresPerYear how often the data comes back from a backup
 * @param goneCompletelyPerYear how often there is nothing to restore: everything is gone, which is not told in seconds
 * @param lossesPerYear how often acknowledged work is gone
 * @param secondsPerYear work lost in a year, in seconds of writing
 * @param recordsPerYear the same in writes
 * @param doubtfulPerYear what was written in a year after the data had become wrong and before anybody noticed, in seconds
 *     of writing; not among what is lost
 * @param seconds mean work lost in a take-over or restore, in seconds of writing: the recovery point as observed
 * @param records the same in writes
 * @param secondsQuantiles percentiles over take-overs and restores
 * @param most the largest single loss within one horizon, in seconds: percentiles over replications
 * @param recovery mean length of an interruption after which there is data again, in seconds: the recovery time as observed
 * @param recoveryQuantiles percentiles over the same
 * @param stages what they consist of on average
 * @param byCause the same by root cause, the one that loses most first
 * @param split two holders at once; null where the old one is fenced
 */
public record DataSafety(
        String name,
        double writesPerSecond,
        Estimate interruptionsPerYear,
        Estimate takeoversPerYear,
        Estimate restoresPerYear,
        Estimate goneCompletelyPerYear,
        Estimate lossesPerYear,
        Estimate secondsPerYear,
        Estimate recordsPerYear,
        Estimate doubtfulPerYear,
        Estimate seconds,
        Estimate records,
        List<Quantile> secondsQuantiles,
        List<Quantile> most,
        Estimate recovery,
        List<Quantile> recoveryQuantiles,
        List<StageTime> stages,
        List<DataCause> byCause,
        @Nullable Split split) {
    public DataSafety {
        secondsQuantiles = List.copyOf(secondsQuantiles);
        most = List.copyOf(most);
        recoveryQuantiles = List.copyOf(recoveryQuantiles);
        stages = List.copyOf(stages);
        byCause = List.copyOf(byCause);
    }

    /** Chance that everything is gone at least once in a year, if each year is like any other. */
    public Estimate lossOfAllPerYear() {
        Estimate rate = goneCompletelyPerYear;
        return new Estimate(
                chance(rate.value()),
                chance(rate.low()),
                chance(rate.high()),
                rate.level(),
                rate.method(),
                rate.evidence(),
                rate.verdict(),
                rate.reason(),
                null);
    }

    private static double chance(double perYear) {
        return -StrictMath.expm1(-perYear);
    }

    /** The percentile of what a take-over or restore loses, in seconds of writing; not known where that is not told. */
    public Estimate seconds(double share) {
        return of(secondsQuantiles, share);
    }

    /** The percentile of how long it takes until there is data again, in seconds; not known where that is not told. */
    public Estimate recovery(double share) {
        return of(recoveryQuantiles, share);
    }

    private static Estimate of(List<Quantile> quantiles, double share) {
        for (Quantile quantile : quantiles) {
            if (quantile.share() == share) {
                return quantile.value();
            }
        }
        return Estimate.notKnown("not told");
    }
}
