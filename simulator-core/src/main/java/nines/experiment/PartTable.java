package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import nines.result.Contribution;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Part;
import nines.result.Share;

/** The table of components, instances and places. */
final class PartTable {
    private PartTable() {}

    static List<Part> of(Layout layout, Ledger ledger, Estimator estimator, List<Journey> journeys) {
        double perYear = Settings.YEAR / ledger.time.sum();
        List<Part> parts = new ArrayList<>();
        for (int p = 0; p < layout.parts().size(); p++) {
            Layout.PartName name = layout.parts().get(p);
            Estimate downtime = estimator.sumOrNothing(ledger.partDown.tally(p), perYear, "failure");
            parts.add(new Part(
                    name.name(),
                    name.level(),
                    name.kind(),
                    name.within(),
                    Estimator.map(downtime, d -> Math.max(0, 1 - d / Settings.YEAR)),
                    estimator.count(ledger.partFailed.tally(p), perYear, "failure"),
                    estimator.sumOrNothing(ledger.partTaken.tally(p), perYear, "fault from elsewhere"),
                    downtime,
                    contributions(name.name(), journeys)));
        }
        return parts;
    }

    private static List<Contribution> contributions(String part, List<Journey> journeys) {
        List<Contribution> contributions = new ArrayList<>();
        for (Journey journey : journeys) {
            for (Share share : journey.lostBy().byComponent()) {
                if (share.name().equals(part)) {
                    contributions.add(new Contribution(
                            journey.name(), share.secondsPerYear().value(), share.share()));
                }
            }
        }
        return contributions;
    }
}
