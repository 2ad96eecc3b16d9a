package nines.result;

import java.util.List;

/**
 * What theory answers about a scenario: the document that solving ends in, the same for table, JSON and CSV.
 *
 * @param ninesSolution version of this document's form, {@value #VERSION}
 * @param scenario what was solved
 * @param twin whether the exponential twin was solved instead of the scenario: every duration exponential with the mean it
 *     had; its figures are never the scenario's
 * @param journeys in the order of the scenario
 * @param warnings whole sentences
 */
public record Solution(
        int ninesSolution, Subject scenario, boolean twin, List<SolvedJourney> journeys, List<String> warnings) {
    public static final int VERSION = 1;

    public Solution {
        journeys = List.copyOf(journeys);
        warnings = List.copyOf(warnings);
    }

    /** Whether anything at all could be answered. */
    public boolean answersAnything() {
        return journeys.stream().flatMap(journey -> journey.answers().stream()).anyMatch(Solved::isKnown);
    }

    /** The worst outcome over all targets; met when nothing was promised. */
    public Outcome outcome() {
        Outcome worst = Outcome.MET;
        for (SolvedJourney journey : journeys) {
            for (SolvedTarget target : journey.targets()) {
                if (target.outcome() == Outcome.MISSED) {
                    return Outcome.MISSED;
                }
                worst = target.outcome() == Outcome.NOT_DECIDED ? Outcome.NOT_DECIDED : worst;
            }
        }
        return worst;
    }
}
