package nines.result;

import java.util.List;

/**
 * Why a journey would be down: the structure function of its settled system over independent basic events, with its
 * minimal cut sets and how much each event matters. The figures are those of the assumptions, which a run does not make.
 *
 * @param journey name of it
 * @param unavailability chance of being below its threshold in the long run; NaN when not known
 * @param lostShare share of requests lost in the long run; NaN when not known
 * @param outagesPerYear of 365 days; NaN when not known
 * @param assumptions what the figures leave out or take for granted; empty when they are exact
 * @param cutSetsBySize how many minimal cut sets there are of each size that occurs, the smallest first
 * @param cutSets some of them, the likeliest first
 * @param importances events, the highest criticality first
 * @param whyNot why there is no structure function, or no cut sets; empty when there are
 */
public record SolvedStructure(
        String journey,
        double unavailability,
        double lostShare,
        double outagesPerYear,
        List<String> assumptions,
        List<CutSetsOfSize> cutSetsBySize,
        List<SolvedCutSet> cutSets,
        List<SolvedImportance> importances,
        String whyNot) {
    public SolvedStructure {
        assumptions = List.copyOf(assumptions);
        cutSetsBySize = List.copyOf(cutSetsBySize);
        cutSets = List.copyOf(cutSets);
        importances = List.copyOf(importances);
    }

    /** How many minimal cut sets there are in all. */
    public double cutSetCount() {
        return cutSetsBySize.stream().mapToDouble(CutSetsOfSize::count).sum();
    }
}
