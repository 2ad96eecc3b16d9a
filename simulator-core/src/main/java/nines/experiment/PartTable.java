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
                    contributions(name, journeys)));
        }
        return parts;
    }

    /** What a component or place costs each journey, also where that is nothing; faults are not told of instances. */
    private static List<Contribution> contributions(Layout.PartName part, List<Journey> journeys) {
        if (part.level().equals("instance")) {
            return List.of();
        }
        List<Contribution> contributions = new ArrayList<>();
        for (Journey journey : journeys) {
            double seconds = 0;
            double shared = 0;
            for (Share share : journey.lostBy().byComponent()) {
                if (share.name().equals(part.name())) {
                    seconds = share.secondsPerYear().value();
                    shared = share.share();
                }
            }
            contributions.add(new Contribution(journey.name(), seconds, shared));
        }
        return contributions;
    }
}
