package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import nines.result.Estimate;
import nines.result.Miss;
import nines.result.Quantile;
import nines.result.Spread;

/** Turns windows into the distribution of their downtime. Windows of one replication go together: intervals are over replications. */
final class Spreads {
    private static final String WINDOW = "window";

    private final Estimator estimator;
    private final Audit audit;
    private final List<Double> percentiles;

    Spreads(Estimator estimator, Audit audit, List<Double> percentiles) {
        this.estimator = estimator;
        this.audit = audit;
        this.percentiles = percentiles;
    }

    /** The spread over windows of a length, with the chance to miss each target. */
    Spread of(Windows windows, double[] targets, double length) {
        double count = windows.values.count();
        List<Quantile> quantiles = new ArrayList<>();
        for (double share : percentiles) {
            quantiles.add(new Quantile(share, audit.draws(estimator.percentile(windows.values, share, WINDOW))));
        }
        List<Miss> misses = new ArrayList<>();
        for (int i = 0; i < targets.length; i++) {
            Estimate probability = audit.draws(probability(windows.above.get(i), count));
            misses.add(new Miss(targets[i], (1 - targets[i]) * length, probability));
        }
        Estimate mean =
                Estimator.within(estimator.sum(windows.mean.tally(), 1.0 / windows.mean.size(), "outage"), length);
        Estimate none = Estimator.map(probability(windows.some, count), p -> 1 - p);
        return new Spread(mean, none, quantiles, windows.values.bars(), misses);
    }

    /** From the rarer of the two answers: all of them alike do not make it certain. */
    Estimate probability(Column counts, double windows) {
        if (2 * counts.sum() > windows) {
            Column others = new Column();
            for (double count : counts.toArray()) {
                others.add(windows / counts.size() - count);
            }
            return Estimator.map(share(others, windows), p -> 1 - p);
        }
        return share(counts, windows);
    }

    private Estimate share(Column counts, double windows) {
        Estimate estimate = estimator.count(counts.tally(), 1 / windows, WINDOW);
        return estimate.high() > 1 ? Estimator.map(estimate, p -> Math.min(1, p)) : estimate;
    }
}
