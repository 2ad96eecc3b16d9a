package nines.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nines.result.Contribution;
import nines.result.CutSetsOfSize;
import nines.result.Journey;
import nines.result.Part;
import nines.result.Result;
import nines.result.Share;
import nines.result.SolvedCutSet;
import nines.result.SolvedImportance;
import nines.result.SolvedStructure;

/**
 * What brings a journey down and what would help most, by its settled structure.
 *
 * @param journey its name
 * @param most what the simulation says is worth most
 * @param summary how many cut sets there are, and of what size
 * @param sets the likeliest minimal cut sets
 * @param helps what would be gained if something never failed
 * @param reach how much of the simulated loss the structure tells, and what it leaves out
 * @param empty what to say instead of tables; may be empty
 */
record Insight(
        String journey, String most, String summary, List<Cut> sets, List<Help> helps, String reach, String empty) {
    private static final int SETS = 10;
    private static final int HELPS = 8;

    /** Events that together bring the journey down. */
    record Cut(String events, String size, String chance, boolean single) {}

    /**
     * What would help.
     *
     * @param name of what would never fail
     * @param kind what it is
     * @param gain a year, by the settled structure
     * @param less share of the structure's downtime that would go
     * @param charged share of the simulated loss that its component or place is charged with; empty where that is not told
     */
    record Help(String name, String kind, String gain, String less, String charged) {}

    boolean isEmpty() {
        return sets.isEmpty() && helps.isEmpty();
    }

    /** What is known about the headline; nothing where the document is silent. */
    static Optional<Insight> of(Result result) {
        return result.structure(result.headline()).map(structure -> of(result, structure));
    }

    private static Insight of(Result result, SolvedStructure structure) {
        if (structure.cutSets().isEmpty() && structure.importances().isEmpty()) {
            return new Insight(
                    structure.journey(),
                    most(result, structure.journey()),
                    "",
                    List.of(),
                    List.of(),
                    "",
                    "What brings “" + structure.journey() + "” down could not be looked through: "
                            + (structure.whyNot().isEmpty() ? "nothing brings it down" : structure.whyNot()) + ".");
        }
        return new Insight(
                structure.journey(),
                most(result, structure.journey()),
                summary(structure),
                structure.cutSets().stream().limit(SETS).map(Insight::cut).toList(),
                helps(result, structure),
                reach(result, structure),
                "");
    }

    /** Whose faults, and what goes on in them, cost most. */
    private static String most(Result result, String journey) {
        return result.journey(journey)
                .map(Journey::lostBy)
                .filter(causes -> causes.total() > 0
                        && !causes.byComponent().isEmpty()
                        && !causes.byStage().isEmpty())
                .map(causes -> {
                    Share part = causes.byComponent().get(0);
                    Share stage = causes.byStage().get(0);
                    return "Of what the simulation lost, most is charged to " + part.name() + " ("
                            + Amounts.percent(part.share()) + ", " + Amounts.duration(part.secondsPerYear())
                            + " a year), and most of the time goes to “" + stage.name() + "” ("
                            + Amounts.percent(stage.share()) + ", " + Amounts.duration(stage.secondsPerYear())
                            + " a year): that is where to begin.";
                })
                .orElse("");
    }

    private static String summary(SolvedStructure structure) {
        if (structure.cutSetCount() == 0) {
            return structure.whyNot().isEmpty() ? "" : "Cut sets: " + structure.whyNot() + ".";
        }
        List<String> sizes = new ArrayList<>();
        for (CutSetsOfSize size : structure.cutSetsBySize()) {
            String count =
                    size.count() < 1e15 ? Amounts.count(Math.round(size.count())) : Amounts.number(size.count(), 3);
            sizes.add(count
                    + (size.events() == 1
                            ? size.count() == 1 ? " needs nothing else" : " need nothing else"
                            : " of " + size.events() + " together"));
        }
        String shown = sizes.size() > 6 ? String.join(", ", sizes.subList(0, 6)) + ", …" : String.join(", ", sizes);
        return "Ways to bring “" + structure.journey() + "” down, none of which has a part too many: " + shown + "."
                + (structure.whyNot().isEmpty() ? "" : " " + sentence(structure.whyNot()));
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".";
    }

    private static Cut cut(SolvedCutSet set) {
        return new Cut(
                String.join(" + ", set.events()),
                Integer.toString(set.events().size()),
                Double.isNaN(set.probability())
                        ? Amounts.NOT_KNOWN
                        : Amounts.duration(set.probability() * Amounts.YEAR, 2),
                set.events().size() == 1);
    }

    private static List<Help> helps(Result result, SolvedStructure structure) {
        Map<String, Double> charged = shares(result, structure.journey());
        List<Help> helps = new ArrayList<>();
        for (SolvedImportance each : structure.importances()) {
            // Reduction worth W: without the event Q is Q / W.
            double less = 1 - 1 / each.reductionWorth();
            if (helps.size() < HELPS && less > 0 && structure.unavailability() > 0) {
                Double share = charged.get(owner(result, each.event()));
                helps.add(new Help(
                        each.event(),
                        each.kind().replace('-', ' '),
                        Amounts.duration(less * structure.unavailability() * Amounts.YEAR, 2),
                        Amounts.percent(less),
                        share == null ? "" : Amounts.percent(share)));
            }
        }
        return helps;
    }

    private static String reach(Result result, SolvedStructure structure) {
        Optional<Journey> journey = result.journey(structure.journey());
        double down = structure.unavailability() * Amounts.YEAR;
        StringBuilder text = new StringBuilder();
        if (journey.isPresent() && structure.unavailability() > 0) {
            double seen = journey.get().time().downtimePerYear().value();
            text.append(" By the settled structure “")
                    .append(structure.journey())
                    .append("” is down ")
                    .append(Amounts.duration(down, 2))
                    .append(" a year")
                    .append(
                            Double.isNaN(seen)
                                    ? ". "
                                    : "; the simulation saw "
                                            + Amounts.duration(
                                                    journey.get().time().downtimePerYear()) + ". ");
            if (seen > 0 && down < 0.8 * seen) {
                text.append(
                        "The difference is what the structure leaves out, such as the time until somebody notices and takes"
                                + " over: see the stages above. ");
            }
        }
        if (!structure.assumptions().isEmpty()) {
            text.append("It takes for granted: ")
                    .append(String.join("; ", structure.assumptions()))
                    .append('.');
        }
        return text.toString().strip();
    }

    /** The component or place that an event belongs to. */
    private static String owner(Result result, String event) {
        int colon = event.indexOf(':');
        String name = colon < 0 ? event : event.substring(0, colon);
        return result.parts().stream()
                .filter(part -> part.name().equals(name) && part.level().equals("instance"))
                .map(Part::within)
                .findFirst()
                .orElse(name);
    }

    /** What each component and place is charged with, as shares of a journey's loss. */
    static Map<String, Double> shares(Result result, String journey) {
        Map<String, Double> shares = new HashMap<>();
        for (Part part : result.parts()) {
            for (Contribution contribution : part.contributions()) {
                if (contribution.journey().equals(journey) && !part.level().equals("instance")) {
                    shares.put(part.name(), contribution.share());
                }
            }
        }
        return shares;
    }

    /** Components and places that are single points of failure: one broken instance of them brings the journey down. */
    static Set<String> alone(Result result, String journey) {
        Set<String> alone = new LinkedHashSet<>();
        result.structure(journey)
                .ifPresent(structure -> structure.cutSets().stream()
                        .filter(set ->
                                set.events().size() == 1 && !set.events().get(0).contains(":"))
                        .forEach(set -> alone.add(owner(result, set.events().get(0)))));
        return alone;
    }
}
