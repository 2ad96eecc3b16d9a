package nines.experiment;

import java.util.List;
import nines.result.Journey;

/** Which journey to show first. */
final class Headline {
    private Headline() {}

    /** The worst of those with a target, or of all where nothing is promised. */
    static String of(List<Journey> journeys, boolean promised) {
        String worst = "";
        double most = -1;
        for (Journey journey : journeys) {
            double lost = journey.requests().unavailability().value();
            boolean counts = !promised || !journey.targets().isEmpty();
            if (worst.isEmpty() || counts && lost > most) {
                worst = journey.name();
                most = counts && !Double.isNaN(lost) ? lost : -1;
            }
        }
        return worst;
    }
}
