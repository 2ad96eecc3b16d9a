package nines.result;

import java.util.ArrayList;
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
 * @param structures why each journey would be down; empty when that was not asked for
 * @param stations the queues of what serves; empty when requests were not asked about
 * @param caches what caches keep; empty when none has objects
 * @param fittedLaws the laws in whose place others were solved; empty for exact answers and for the twin
 */
public record Solution(
        int ninesSolution,
        Subject scenario,
        boolean twin,
        List<SolvedJourney> journeys,
        List<String> warnings,
        List<SolvedStructure> structures,
        List<SolvedStation> stations,
        List<SolvedStation> caches,
        List<FittedLaw> fittedLaws) {
    public static final int VERSION = 1;

    public Solution {
        journeys = List.copyOf(journeys);
        warnings = List.copyOf(warnings);
        structures = List.copyOf(structures);
        stations = List.copyOf(stations);
        caches = List.copyOf(caches);
        fittedLaws = List.copyOf(fittedLaws);
    }

    /** As above, without structures. */
    public Solution(
            int ninesSolution, Subject scenario, boolean twin, List<SolvedJourney> journeys, List<String> warnings) {
        this(ninesSolution, scenario, twin, journeys, warnings, List.of(), List.of(), List.of(), List.of());
    }

    /** The same, and why each journey would be down. */
    public Solution with(List<SolvedStructure> causes) {
        return new Solution(ninesSolution, scenario, twin, journeys, warnings, causes, stations, caches, fittedLaws);
    }

    /** The same, with the exact answers in place of approximations where there are any; both to the same questions. */
    public Solution orExactly(Solution exact) {
        List<SolvedJourney> merged = new ArrayList<>();
        for (int j = 0; j < journeys.size(); j++) {
            SolvedJourney mine = journeys.get(j);
            SolvedJourney better = exact.journeys.get(j);
            List<Solved> answers = new ArrayList<>();
            for (int i = 0; i < mine.answers().size(); i++) {
                Solved known = better.answers().get(i);
                answers.add(known.isKnown() ? known : mine.answers().get(i));
            }
            merged.add(new SolvedJourney(mine.name(), mine.upAt(), answers, better.targets()));
        }
        return new Solution(ninesSolution, scenario, twin, merged, warnings, structures, stations, caches, fittedLaws);
    }

    /** Whether anything at all could be answered. */
    public boolean answersAnything() {
        return journeys.stream().flatMap(journey -> journey.answers().stream()).anyMatch(Solved::isKnown)
                || stations.stream()
                        .flatMap(station -> station.answers().stream())
                        .anyMatch(Solved::isKnown)
                || caches.stream().flatMap(cache -> cache.answers().stream()).anyMatch(Solved::isKnown)
                || structures.stream().anyMatch(each -> each.cutSetCount() > 0 || !Double.isNaN(each.unavailability()));
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
