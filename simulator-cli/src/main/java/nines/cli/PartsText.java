package nines.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nines.reports.Amounts;
import nines.result.Contribution;
import nines.result.Journey;
import nines.result.Part;
import nines.result.Result;

/** Components and places for themselves, and what each contributes to what journeys lose; the worst first. */
final class PartsText {
    private static final int NAME = 30;
    private static final int ROWS = 12;
    private static final int JOURNEYS = 3;

    private final Result result;
    private final Paint paint;
    private final int columns;

    PartsText(Result result, Paint paint, int columns) {
        this.result = result;
        this.paint = paint;
        this.columns = columns;
    }

    static String title(Result result) {
        return result.journeys().size() > 1
                ? "Components and places as met, and their share of what each journey loses"
                : "Components and places as met, and their share of what is lost";
    }

    List<String> lines() {
        List<Part> parts = result.parts().stream()
                .filter(part ->
                        !part.level().equals("instance") && part.within().isEmpty())
                .filter(part -> part.failuresPerYear().value() > 0
                        || part.takenDownPerYear().value() > 0
                        || share(part, result.headline()) > 0)
                .sorted(Comparator.comparingDouble((Part part) -> -share(part, result.headline())))
                .toList();
        if (parts.isEmpty()) {
            return List.of();
        }
        List<String> journeys = journeys();
        List<String> lines = lines(parts, journeys, true);
        if (isTooWide(lines)) {
            lines = lines(parts, journeys, false);
        }
        while (journeys.size() > 1 && isTooWide(lines)) {
            journeys = journeys.subList(0, journeys.size() - 1);
            lines = lines(parts, journeys, false);
        }
        return lines;
    }

    private boolean isTooWide(List<String> lines) {
        return lines.stream().anyMatch(line -> Paint.width(line) > columns);
    }

    /** The table; with {@code taken} also how often others took a part down, where that happened. */
    private List<String> lines(List<Part> parts, List<String> journeys, boolean taken) {
        boolean tells =
                taken && parts.stream().anyMatch(part -> part.takenDownPerYear().value() > 0);
        Table table = new Table("lllrrr" + "r".repeat(journeys.size()));
        List<String> heading = new ArrayList<>(
                List.of("", "", "", "failures a year", tells ? "taken down a year" : "", "down a year, each"));
        journeys.forEach(journey -> heading.add(result.journeys().size() > 1 ? Prose.clipped(journey, 18) : "share"));
        table.row(heading.stream().map(paint::faint).toList());
        for (Part part : parts.subList(0, Math.min(ROWS, parts.size()))) {
            List<String> cells = new ArrayList<>();
            cells.add(Prose.clipped(part.name(), NAME));
            cells.add(paint.faint(part.kind().equals(part.name()) ? "" : part.kind()));
            cells.add(paint.faint(instances(part)));
            cells.add(Amounts.number(part.failuresPerYear()));
            cells.add(tells && part.takenDownPerYear().value() > 0 ? Amounts.number(part.takenDownPerYear()) : "");
            cells.add(Amounts.duration(part.downtimePerYear()));
            for (String journey : journeys) {
                double share = share(part, journey);
                cells.add(share > 0 ? Amounts.percent(share) : "");
            }
            table.row(cells);
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (parts.size() > ROWS) {
            lines.add("  " + paint.faint((parts.size() - ROWS) + " more in --format json"));
        }
        return lines;
    }

    /** The headline first, then the others, as many as a line can hold. */
    private List<String> journeys() {
        List<String> names = new ArrayList<>(List.of(result.headline()));
        for (Journey journey : result.journeys()) {
            if (names.size() < JOURNEYS && !names.contains(journey.name())) {
                names.add(journey.name());
            }
        }
        return names;
    }

    private String instances(Part part) {
        long count = result.parts().stream()
                .filter(other -> other.within().equals(part.name()))
                .count();
        return count > 1 ? "× " + count : "";
    }

    private static double share(Part part, String journey) {
        return part.contributions().stream()
                .filter(contribution -> contribution.journey().equals(journey))
                .mapToDouble(Contribution::share)
                .sum();
    }
}
