package nines.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.analytic.LossOfOne;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Journey;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Part;
import nines.model.Scenario;

/** What a scenario without mistakes hangs on, in words. */
final class CheckText {
    private static final int ROWS = 15;
    private static final double NOTHING = 1e-9;

    private final Scenario scenario;
    private final Blueprint blueprint;
    private final Paint paint;
    private final int columns;
    private final LossOfOne loss;

    CheckText(Scenario scenario, Blueprint blueprint, Paint paint, int columns) {
        this.scenario = scenario;
        this.blueprint = blueprint;
        this.paint = paint;
        this.columns = columns;
        this.loss = new LossOfOne(blueprint);
    }

    /** {@code 4 components with 9 instances in 2 places, 2 journeys}. */
    static String size(Scenario scenario, Blueprint blueprint) {
        long instances = blueprint.nodes().stream()
                .filter(node -> node.kind() == Node.Kind.INSTANCE)
                .count();
        long places = blueprint.nodes().stream()
                .filter(node -> node.kind() == Node.Kind.PLACE)
                .count();
        return Prose.count(scenario.components().size(), "component") + " with " + Prose.count(instances, "instance")
                + (places == 0 ? "" : " in " + Prose.count(places, "place")) + ", "
                + Prose.count(blueprint.journeys().size(), "journey");
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<LossOfOne.Loss> losses = loss.losses();
        for (int j = 0; j < blueprint.journeys().size(); j++) {
            journey(lines, j, losses);
        }
        crews(lines);
        alternatives(lines);
        return lines;
    }

    private void journey(List<String> lines, int j, List<LossOfOne.Loss> losses) {
        Journey journey = blueprint.journeys().get(j);
        lines.add("");
        double untouched = loss.untouched()[j];
        if (untouched < journey.upAt()) {
            lines.addAll(Prose.wrapped(
                    "",
                    paint.bad("'" + journey.name() + "' is never up: ") + "with nothing lost, "
                            + Amounts.percent(untouched) + " of its requests are served, and up means "
                            + Amounts.promised(journey.upAt())
                            + ". Too little capacity for the load, or something it needs can never work?",
                    columns));
            return;
        }
        List<LossOfOne.Loss> down =
                losses.stream().filter(l -> l.served()[j] < journey.upAt()).toList();
        List<LossOfOne.Loss> single = down.stream()
                .filter(l -> !l.what().startsWith("common")
                        && !l.what().equals("planned")
                        && !l.what().equals("event"))
                .toList();
        List<LossOfOne.Loss> others =
                down.stream().filter(l -> !single.contains(l)).toList();
        if (single.isEmpty()) {
            lines.addAll(Prose.wrapped(
                    "",
                    "'" + journey.name() + "' has no single point of failure: " + paint.good("it survives")
                            + " the loss of any one of " + Amounts.count(loss.tried())
                            + " instances and places, once everybody has noticed and standbys have taken over.",
                    columns));
        } else {
            lines.add(paint.bold("'" + journey.name() + "' is down while any one of these is lost"));
            lines.addAll(table(single, j));
        }
        if (!others.isEmpty()) {
            lines.add("'" + journey.name() + "' is also down with");
            lines.addAll(table(others, j));
        }
    }

    private List<String> table(List<LossOfOne.Loss> losses, int journey) {
        Table table = new Table("llrrl");
        table.row("", "", paint.faint("times a year"), paint.faint("back after"), paint.faint("served then"));
        Map<String, List<LossOfOne.Loss>> alike = new LinkedHashMap<>();
        for (LossOfOne.Loss each : losses) {
            String owner = owner(each);
            alike.computeIfAbsent(owner + "|" + each.perYear() + "|" + each.served()[journey], key -> new ArrayList<>())
                    .add(each);
        }
        int shown = 0;
        for (List<LossOfOne.Loss> same : alike.values()) {
            if (shown++ == ROWS) {
                break;
            }
            LossOfOne.Loss first = same.get(0);
            String name = same.size() == 1
                    ? first.name()
                    : first.name() + " … " + same.get(same.size() - 1).name();
            double perYear = first.perYear();
            table.row(
                    Prose.clipped(name, 36),
                    paint.faint(first.what() + (same.size() > 1 ? ", each" : "")),
                    perYear > 0 ? Amounts.number(perYear, 2) : paint.faint("never"),
                    perYear > 0 ? Amounts.duration(first.meanAway(), 2) : "",
                    first.served()[journey] > NOTHING
                            ? Amounts.percent(first.served()[journey])
                            : paint.bad("nothing"));
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (alike.size() > ROWS) {
            lines.add("  … and " + (alike.size() - ROWS) + " more");
        }
        return lines;
    }

    private String owner(LossOfOne.Loss each) {
        for (Part part : blueprint.parts()) {
            for (int instance : part.instances()) {
                if (blueprint.nodes().get(instance).name().equals(each.name())) {
                    return part.name();
                }
            }
        }
        return each.name();
    }

    /** A spare more can hurt where hands are few: its repairs keep others waiting. */
    private void crews(List<String> lines) {
        for (int c = 0; c < blueprint.crews().size(); c++) {
            Crew crew = blueprint.crews().get(c);
            int index = c;
            List<String> owners = blueprint.modes().stream()
                    .filter(mode -> mode.crew() == index)
                    .map(Mode::part)
                    .filter(part -> part >= 0)
                    .distinct()
                    .map(part -> blueprint.parts().get(part).name())
                    .toList();
            if (owners.size() > 1 && crew.people() < Integer.MAX_VALUE) {
                lines.add("");
                lines.addAll(Prose.wrapped(
                        "",
                        "Crew '" + crew.stream() + "' ("
                                + Prose.count(crew.people(), "person").replace("persons", "people")
                                + ") repairs " + Prose.listed(owners)
                                + ". Another instance of one keeps the others waiting longer: a spare can lower the"
                                + " availability here. Try it with --set.",
                        columns));
            }
        }
    }

    private void alternatives(List<String> lines) {
        if (!scenario.variants().isEmpty()) {
            lines.add("");
            lines.addAll(Prose.wrapped(
                    "",
                    "Variants: " + String.join(", ", scenario.variants().keySet()) + " (--variant NAME).",
                    columns));
        }
        if (!scenario.sweep().isEmpty()) {
            lines.add("");
            lines.addAll(Prose.wrapped(
                    "",
                    "Sweep over " + Prose.listed(List.copyOf(scenario.sweep().keySet()))
                            + ": not walked through yet; set one value with --set.",
                    columns));
        }
    }
}
