package nines.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nines.result.DataCause;
import nines.result.DataSafety;
import nines.result.Estimate;
import nines.result.Quantile;
import nines.result.Split;
import nines.result.StageTime;
import nines.statistics.PoissonCount;
import nines.statistics.Tally;

/** Turns what was seen of the data into estimates. */
final class DataSummary {
    private static final double[] SHARES = {0.5, 0.95, 0.99};
    private static final String NO_RATE = "the scenario does not say how much is written";

    private final Layout layout;
    private final Estimator estimator;
    private final double perYear;

    private DataSummary(Layout layout, Ledger ledger, Estimator estimator) {
        this.layout = layout;
        this.estimator = estimator;
        perYear = Settings.YEAR / ledger.time.sum();
    }

    static List<DataSafety> of(Layout layout, Ledger ledger, Estimator estimator) {
        DataSummary summary = new DataSummary(layout, ledger, estimator);
        List<DataSafety> all = new ArrayList<>();
        for (int d = 0; d < layout.data().size(); d++) {
            all.add(summary.one(layout.data().get(d), ledger.data.get(d)));
        }
        return all;
    }

    private DataSafety one(Layout.DataName name, DataLedger seen) {
        boolean counted = !Double.isNaN(name.writes());
        return new DataSafety(
                name.name(),
                name.writes(),
                estimator.count(seen.interruptions.tally(), perYear, "interruption"),
                estimator.count(seen.takeovers.tally(), perYear, "take-over"),
                estimator.count(seen.restores.tally(), perYear, "restore"),
                estimator.count(seen.gone.tally(), perYear, "total loss"),
                estimator.count(seen.losses.tally(), perYear, "loss"),
                lost(seen.seconds),
                counted ? lost(seen.records) : Estimate.notKnown(NO_RATE),
                estimator.sumOrNothing(seen.doubtful.tally(), perYear, "wrong data"),
                mean(seen.seconds, seen.told, "take-over"),
                counted ? mean(seen.records, seen.told, "take-over") : Estimate.notKnown(NO_RATE),
                quantiles(seen.secondsEach, "take-over"),
                List.of(
                        new Quantile(0.5, estimator.acrossReplications(seen.most, 0.5)),
                        new Quantile(0.95, estimator.acrossReplications(seen.most, 0.95))),
                mean(seen.recovery, seen.back, "interruption"),
                quantiles(seen.recoveryEach, "interruption"),
                stages(seen),
                causes(seen, counted),
                name.fenced() ? null : split(seen, counted));
    }

    private Split split(DataLedger seen, boolean counted) {
        return new Split(
                estimator.count(seen.splits.tally(), perYear, "split"),
                estimator.sumOrNothing(seen.splitSeconds.tally(), perYear, "split"),
                counted
                        ? estimator.sumOrNothing(seen.splitWrites.tally(), perYear, "split")
                        : Estimate.notKnown(NO_RATE),
                mean(seen.splitSeconds, seen.splits, "split"));
    }

    /** A sum of what was lost; where nothing was, only how often a loss comes can be bounded. */
    private Estimate lost(Column column) {
        Tally tally = column.tally();
        Estimate sum = estimator.sumOrNothing(tally, perYear, "loss");
        return tally.sum() > 0
                ? sum
                : sum.atMost(
                        sum.verdict(),
                        String.format(
                                Locale.ROOT,
                                "at most %.2g losses a year with %.0f %% confidence",
                                PoissonCount.upper(0, estimator.level()) * perYear,
                                100 * estimator.level()));
    }

    private Estimate mean(Column sums, Column counts, String what) {
        return estimator.mean(sums, sums, counts, what);
    }

    private List<Quantile> quantiles(Sample sample, String what) {
        List<Quantile> quantiles = new ArrayList<>();
        for (double share : SHARES) {
            quantiles.add(new Quantile(share, estimator.percentile(sample, share, what)));
        }
        return quantiles;
    }

    private List<StageTime> stages(DataLedger seen) {
        List<StageTime> stages = new ArrayList<>();
        for (int s = 0; s < seen.stages.length; s++) {
            if (seen.stages[s].sum() > 0) {
                stages.add(new StageTime(layout.stages().get(s), mean(seen.stages[s], seen.back, "interruption")));
            }
        }
        return stages;
    }

    private List<DataCause> causes(DataLedger seen, boolean counted) {
        List<DataCause> causes = new ArrayList<>();
        seen.causes.forEach((cause, of) -> causes.add(new DataCause(
                cause < 0 ? "" : layout.causes().get(cause).label(),
                estimator.count(of.interruptions.tally(), perYear, "interruption"),
                estimator.count(of.gone.tally(), perYear, "total loss"),
                returning(of, of.seconds),
                counted ? returning(of, of.records) : Estimate.notKnown(NO_RATE),
                returning(of, of.recovery))));
        causes.sort(
                Comparator.comparingDouble((DataCause cause) -> -cause.perYear().value() * known(cause.seconds()))
                        .thenComparingDouble(cause -> -cause.perYear().value() * known(cause.recovery())));
        return causes;
    }

    /** The mean over the interruptions after which there was data again. */
    private Estimate returning(DataLedger.Of of, Column sums) {
        return of.back.tally().sum() > 0
                ? mean(sums, of.back, "interruption")
                : Estimate.notKnown("everything was gone each time: no copy and no usable backup was left");
    }

    /** What loses everything stands before what loses hours. */
    private static double known(Estimate estimate) {
        return estimate.isKnown() ? estimate.value() : Double.POSITIVE_INFINITY;
    }
}
