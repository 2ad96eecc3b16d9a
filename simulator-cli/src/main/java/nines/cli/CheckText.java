package nines.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.analytic.LossOfOne;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Part;
import nines.blueprint.Takeover;
import nines.model.Component;
import nines.model.Failover;
import nines.model.Scenario;
import nines.reports.Amounts;

/** What a scenario without mistakes hangs on, in words. */
final class CheckText {
    private static final int ROWS = 15;
    private static final double NOTHING = 1e-9;

    private final Scenario scenario;
    private final Blueprint blueprint;
    private final Paint paint;
    private final int columns;
    private final LossOfOne loss;
    private final Map<String, String> owners;

    CheckText(Scenario scenario, Blueprint blueprint, Paint paint, int columns) {
        this.scenario = scenario;
        this.blueprint = blueprint;
        this.paint = paint;
        this.columns = columns;
        this.loss = new LossOfOne(blueprint);
        this.owners = owners(blueprint);
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
        Map<List<String>, List<String>> alike = new LinkedHashMap<>();
        for (int j = 0; j < blueprint.journeys().size(); j++) {
            String name = "'" + blueprint.journeys().get(j).name() + "'";
            if (isUp(j)) {
                alike.computeIfAbsent(hangsOn(j, losses), text -> new ArrayList<>())
                        .add(name);
            } else {
                neverUp(lines, j, name);
            }
        }
        alike.forEach((text, names) -> {
            lines.add("");
            String all = Prose.listed(names);
            boolean one = names.size() == 1;
            for (String line : text) {
                String said = line.replace("{names}", all)
                        .replace("{is}", one ? "is" : "are")
                        .replace("{has}", one ? "has" : "have")
                        .replace("{hangs}", one ? "hangs" : "hang");
                lines.addAll(line.equals(said) ? List.of(line) : Prose.wrapped("", said, columns));
            }
        });
        crews(lines);
        spares(lines);
        alternatives(lines);
        return lines;
    }

    private boolean isUp(int j) {
        return loss.untouched()[j] >= blueprint.journeys().get(j).upAt();
    }

    private void neverUp(List<String> lines, int j, String name) {
        lines.add("");
        lines.addAll(Prose.wrapped(
                "",
                paint.bad(name + " is never up: ") + "with nothing lost, " + Amounts.percent(loss.untouched()[j])
                        + " of its requests are served, and up means "
                        + Amounts.promised(blueprint.journeys().get(j).upAt())
                        + ". Too little capacity for the load, or something it needs can never work?",
                columns));
    }

    /** What a journey hangs on, with places for its name, so that journeys alike are told together. */
    private List<String> hangsOn(int j, List<LossOfOne.Loss> losses) {
        List<String> lines = new ArrayList<>();
        List<LossOfOne.Loss> down = losses.stream()
                .filter(l -> l.served()[j] < blueprint.journeys().get(j).upAt())
                .toList();
        List<LossOfOne.Loss> single =
                down.stream().filter(l -> l.unit() && l.perYear() > 0).toList();
        List<LossOfOne.Loss> others = down.stream().filter(l -> !l.unit()).toList();
        List<String> never = down.stream()
                .filter(l -> l.unit() && l.perYear() == 0)
                .map(LossOfOne.Loss::name)
                .toList();
        if (single.isEmpty()) {
            lines.add(paint.bold("{names} {has} no single point of failure") + " among the " + loss.tried()
                    + " instances and places, once everybody has noticed and standbys have taken over.");
        } else {
            lines.add(paint.bold("{names} {is} down while any one of these is lost"));
            lines.addAll(table(single, j));
        }
        if (!others.isEmpty()) {
            lines.add("{names} {is}" + (single.isEmpty() ? "" : " also") + " down when these happen");
            lines.addAll(table(others, j));
        }
        if (!never.isEmpty()) {
            lines.add("{names} {hangs} on " + Prose.listed(never) + ", which cannot fail in this scenario.");
        }
        return lines;
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
                    perYear > 0 ? Amounts.number(perYear, 2) : paint.faint("by script"),
                    Amounts.duration(first.meanAway(), 2),
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
        return owners.getOrDefault(each.name(), each.name());
    }

    /** The part of each instance, by its name. */
    private static Map<String, String> owners(Blueprint blueprint) {
        Map<String, String> owners = new HashMap<>();
        for (Part part : blueprint.parts()) {
            for (int instance : part.instances()) {
                owners.putIfAbsent(blueprint.nodes().get(instance).name(), part.name());
            }
        }
        return owners;
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

    /** … and where a failure may stop all that work together, or where one more is needed as well. */
    private void spares(List<String> lines) {
        for (Takeover takeover : blueprint.takeovers()) {
            Component component = scenario.components().get(takeover.stream());
            Failover failover = component == null ? null : component.common().failover();
            if (failover != null && failover.success() < 1 && takeover.posts() > 1 && takeover.wholeDown()) {
                lines.add("");
                lines.addAll(Prose.wrapped(
                        "",
                        Amounts.percent(1 - failover.success()) + " of the failures of '" + takeover.stream()
                                + "' stop all " + takeover.posts() + " that work together. Another instance brings"
                                + " more of them: where few other outages are left, a spare lowers the availability."
                                + " Try it with --set.",
                        columns));
            }
        }
        for (Component component : scenario.components().values()) {
            int n = component.common().instances();
            int needed = component.common().needed().of(n);
            int then = component.common().needed().of(n + 1);
            if (n > 1 && then > needed) {
                lines.add("");
                lines.addAll(Prose.wrapped(
                        "",
                        "'" + component.name() + "' works with " + needed + " of " + n + ". With one more instance it"
                                + " would need " + then + " of " + (n + 1) + ": that alone lowers the availability.",
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
                    "Sweep over " + Prose.listed(List.copyOf(scenario.sweep().keySet())) + " (nines sweep).",
                    columns));
        }
    }
}
