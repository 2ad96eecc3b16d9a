package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import nines.result.Estimate;
import nines.result.Moment;
import nines.result.Verdict;

/** Turns what was noted at single times after a fresh start into estimates. */
final class MomentSummary {
    private final Layout layout;
    private final Ledger all;
    private final Settings settings;
    private final List<double[]> targets;

    MomentSummary(Layout layout, Ledger all, Settings settings, List<double[]> targets) {
        this.layout = layout;
        this.all = all;
        this.settings = settings;
        this.targets = targets;
    }

    List<Moment> of(int journey) {
        JourneyLedger ledger = all.journeys.get(journey);
        List<Moment> moments = new ArrayList<>();
        for (int k = 0; k < ledger.moments.size(); k++) {
            moments.add(moment(ledger, k, targets.get(journey)));
        }
        return moments;
    }

    private Moment moment(JourneyLedger ledger, int k, double[] promised) {
        double time = settings.at().get(k);
        JourneyLedger.Noted noted = ledger.moments.get(k);
        int replications = all.replications();
        Estimator estimator = new Estimator(settings.confidence(), replications, replications * time / Settings.YEAR);
        Spreads spreads = new Spreads(estimator, new Audit(layout, all), settings.percentiles());
        FirstOutages first = new FirstOutages(time);
        for (double outage : ledger.firstOutage.toArray()) {
            first.add(outage);
        }
        return new Moment(
                time,
                estimator.share(noted.up, replications, "replication"),
                complement(estimator, noted.notServed, 1.0 / replications),
                complement(estimator, noted.down.mean, 1 / (replications * time)),
                complement(estimator, noted.requestsLost, 1 / noted.offered.sum()),
                first.reliability(time, estimator),
                spreads.of(noted.down, promised, time),
                spreads.of(noted.lost, promised, time));
    }

    private static Estimate complement(Estimator estimator, Column sums, double factor) {
        if (!(sums.sum() > 0)) {
            Estimate none = estimator.share(0, sums.size(), "replication");
            return Estimator.map(none, share -> 1 - share).atMost(Verdict.THIN, "no downtime seen");
        }
        return Estimator.map(estimator.sum(sums.tally(), factor, "outage"), u -> 1 - Math.min(1, u));
    }
}
