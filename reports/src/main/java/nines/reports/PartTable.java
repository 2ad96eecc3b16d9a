package nines.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nines.result.Contribution;
import nines.result.Journey;
import nines.result.Part;
import nines.result.Result;

/**
 * Components and places for themselves, and what each contributes to what journeys lose; the worst first.
 *
 * @param journeys whose losses have a column
 * @param components the rows of components
 * @param places the rows of places
 * @param instances the instances that cost most
 * @param more what was left out; empty when nothing was
 */
record PartTable(List<String> journeys, List<Row> components, List<Row> places, List<Row> instances, String more) {
    private static final int JOURNEYS = 3;
    private static final int ROWS = 100;
    private static final int INSTANCES = 20;

    /**
     * A part.
     *
     * @param name of the part
     * @param kind and number of instances, or what it lies in
     * @param alive share of time
     * @param failures a year
     * @param taken how often a year others took it down; empty where they never did
     * @param down a year
     * @param shares of the journeys' losses; no list where they are not told of such a part
     */
    record Row(
            String name, String kind, String alive, String failures, String taken, String down, List<String> shares) {}

    static PartTable of(Result result) {
        List<String> journeys = journeys(result);
        List<Part> instances = ranked(result, "instance");
        int costly = (int) instances.stream()
                .filter(part -> share(part, result.headline()) > 0)
                .count();
        int shown = Math.min(INSTANCES, Math.max(costly, Math.min(instances.size(), 8)));
        List<Part> components = ranked(result, "component");
        List<Part> places = ranked(result, "place");
        int left = Math.max(0, instances.size() - shown)
                + Math.max(0, components.size() - ROWS)
                + Math.max(0, places.size() - ROWS);
        return new PartTable(
                journeys,
                rows(result, components, ROWS, journeys),
                rows(result, places, ROWS, journeys),
                rows(result, instances, shown, journeys),
                left == 0
                        ? ""
                        : left + " parts that cost “" + result.headline()
                                + "” least are left out; the JSON result has all.");
    }

    boolean isEmpty() {
        return components.isEmpty() && places.isEmpty() && instances.isEmpty();
    }

    /** Whether some of these rows tell that others took a part down. */
    static boolean tellsTaken(List<Row> rows) {
        return rows.stream().anyMatch(row -> !row.taken().isEmpty());
    }

    /** The journeys whose losses these rows tell. */
    List<String> journeys(List<Row> rows) {
        return rows.stream().allMatch(row -> row.shares().isEmpty()) ? List.of() : journeys;
    }

    private static List<Part> ranked(Result result, String level) {
        return result.parts().stream()
                .filter(part -> part.level().equals(level))
                .sorted(Comparator.comparingDouble((Part part) -> -share(part, result.headline()))
                        .thenComparing(part -> -part.downtimePerYear().value()))
                .toList();
    }

    private static List<Row> rows(Result result, List<Part> parts, int most, List<String> journeys) {
        boolean told = parts.stream().anyMatch(part -> !part.contributions().isEmpty());
        return parts.stream()
                .limit(most)
                .map(part -> new Row(
                        part.name(),
                        kind(result, part),
                        complement(part) == 0 ? "not seen down" : Amounts.availability(complement(part), 3),
                        Amounts.perYear(part.failuresPerYear()),
                        part.takenDownPerYear().value() > 0 ? Amounts.perYear(part.takenDownPerYear()) : "",
                        Amounts.duration(part.downtimePerYear()),
                        (told ? journeys : List.<String>of())
                                .stream()
                                        .map(journey -> share(part, journey))
                                        .map(share -> share > 0 ? Amounts.percent(share) : "–")
                                        .toList()))
                .toList();
    }

    /** Not alive, as a share: from the downtime, which keeps its digits. */
    private static double complement(Part part) {
        double down = part.downtimePerYear().value() / Amounts.YEAR;
        return Double.isNaN(down) ? 1 - part.availability().value() : down;
    }

    private static String kind(Result result, Part part) {
        if (part.level().equals("instance")) {
            return part.kind();
        }
        if (part.level().equals("place")) {
            return part.within().isEmpty() ? part.kind() : part.kind() + " in " + part.within();
        }
        long instances = result.parts().stream()
                .filter(other ->
                        other.level().equals("instance") && other.within().equals(part.name()))
                .count();
        return instances > 1 ? part.kind() + " × " + instances : part.kind();
    }

    /** The headline first, then the others, as many as a page can hold. */
    private static List<String> journeys(Result result) {
        List<String> names = new ArrayList<>(List.of(result.headline()));
        for (Journey journey : result.journeys()) {
            if (names.size() < JOURNEYS && !names.contains(journey.name())) {
                names.add(journey.name());
            }
        }
        return names;
    }

    private static double share(Part part, String journey) {
        return part.contributions().stream()
                .filter(contribution -> contribution.journey().equals(journey))
                .mapToDouble(Contribution::share)
                .sum();
    }
}
