package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.blueprint.Blueprint;
import nines.faulttree.BasicEvent;
import nines.faulttree.CutSet;
import nines.faulttree.FaultTree;
import nines.faulttree.Importance;
import nines.layout.Layout;
import nines.model.Scenario;
import nines.result.CutSetsOfSize;
import nines.result.SolvedCutSet;
import nines.result.SolvedImportance;
import nines.result.SolvedStructure;

/** The way from a scenario to the structure functions of its journeys. */
public final class Structures {
    private static final int EVENTS_MAX = 300;
    private static final int CUT_SETS = 20;
    private static final int SIZE_MAX = 6;
    private static final int IMPORTANCES = 20;

    private Structures() {}

    /**
     * One for each journey, in the order of the scenario.
     *
     * @param cutSets how many minimal cut sets to name
     * @param sizeMax events of the largest to name
     */
    public static List<SolvedStructure> of(Scenario scenario, int cutSets, int sizeMax) {
        Blueprint blueprint = Layout.of(scenario);
        List<SolvedStructure> structures = new ArrayList<>();
        for (int j = 0; j < blueprint.journeys().size(); j++) {
            String name = blueprint.journeys().get(j).name();
            FaultTree.Outcome outcome = FaultTree.of(blueprint, j);
            structures.add(
                    outcome instanceof FaultTree.Found found
                            ? of(name, found.tree(), cutSets, sizeMax)
                            : none(name, ((FaultTree.Refused) outcome).why()));
        }
        return structures;
    }

    /** The same, as documents of runs tell it: the foremost, and only of systems that are quickly looked through. */
    static List<SolvedStructure> inShort(Scenario scenario) {
        Blueprint blueprint = Layout.of(scenario);
        int events = blueprint.modes().size() + blueprint.shocks().size();
        if (events > EVENTS_MAX) {
            return blueprint.journeys().stream()
                    .map(journey -> none(
                            journey.name(),
                            events + " ways to fail are too many to look through beside a run; 'nines solve --cuts"
                                    + " --importance' may answer"))
                    .toList();
        }
        return of(scenario, CUT_SETS, SIZE_MAX).stream()
                .map(each -> new SolvedStructure(
                        each.journey(),
                        each.unavailability(),
                        each.lostShare(),
                        each.outagesPerYear(),
                        each.assumptions(),
                        each.cutSetsBySize(),
                        each.cutSets(),
                        each.importances().stream().limit(IMPORTANCES).toList(),
                        each.whyNot()))
                .toList();
    }

    private static SolvedStructure none(String journey, String why) {
        return new SolvedStructure(
                journey, Double.NaN, Double.NaN, Double.NaN, List.of(), List.of(), List.of(), List.of(), why);
    }

    private static SolvedStructure of(String journey, FaultTree tree, int limit, int sizeMax) {
        FaultTree.Listing listing = tree.cutSets(limit, sizeMax);
        List<CutSetsOfSize> bySize = new ArrayList<>();
        List<SolvedCutSet> sets = new ArrayList<>();
        String why = "";
        if (listing == null) {
            why = tree.isRising()
                    ? "there are too many minimal cut sets"
                    : "something helps by failing, so that cut sets do not tell all";
        } else {
            for (int size = 0; size < listing.bySize().length; size++) {
                if (listing.bySize()[size] > 0) {
                    bySize.add(new CutSetsOfSize(size, listing.bySize()[size]));
                }
            }
            listing.likeliest().forEach(set -> sets.add(cutSet(set)));
            why = listing.whole() ? "" : "the search for the likeliest cut sets was given up after these";
        }
        List<Importance> importances = tree.isKnown() ? tree.importances() : List.of();
        return new SolvedStructure(
                journey,
                tree.unavailability(),
                tree.lostShare(),
                tree.frequency() * Settings.YEAR,
                tree.caveats(),
                bySize,
                sets,
                importances.stream().map(Structures::importance).toList(),
                why);
    }

    private static SolvedCutSet cutSet(CutSet set) {
        return new SolvedCutSet(set.events().stream().map(BasicEvent::name).toList(), set.probability());
    }

    private static SolvedImportance importance(Importance each) {
        BasicEvent event = each.event();
        return new SolvedImportance(
                event.name(),
                event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                event.unavailability(),
                event.frequency() * Settings.YEAR,
                each.birnbaum(),
                each.criticality(),
                each.fussellVesely(),
                each.achievementWorth(),
                each.reductionWorth());
    }
}
