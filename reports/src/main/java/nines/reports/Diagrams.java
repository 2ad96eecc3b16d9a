package nines.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nines.result.Architecture;

/** An architecture as text that other programs draw. Names stay text, whatever they contain. */
public final class Diagrams {
    private Diagrams() {}

    /** A Mermaid flowchart. */
    public static String mermaid(Architecture drawn, List<String> journeys) {
        return new Mermaid(drawn, journeys).text();
    }

    /** A Graphviz graph. */
    public static String dot(Architecture drawn, List<String> journeys) {
        return new Dot(drawn, journeys).text();
    }

    /** A picture; nothing where the architecture is too large for one. */
    public static Optional<String> svg(String title, Architecture drawn, List<String> journeys) {
        return ArchitectureDrawing.of(title, drawn, journeys, Map.of(), Set.of())
                .map(SvgPicture::file);
    }

    /** What both languages share: short ids, and who stands where. */
    private abstract static class Writer {
        final Architecture drawn;
        final List<String> journeys;
        final StringBuilder text = new StringBuilder();
        private final Map<String, String> ids = new HashMap<>();

        Writer(Architecture drawn, List<String> journeys) {
            this.drawn = drawn;
            this.journeys = journeys;
        }

        /** A word that both languages allow as an id. */
        String id(String key) {
            return ids.computeIfAbsent(key, each -> "n" + (ids.size() + 1));
        }

        static String label(Architecture.Stand stand) {
            return stand.component() + (stand.count() > 1 ? " × " + stand.count() : "");
        }

        static String label(Architecture.Ground ground) {
            return ground.name()
                    + (ground.count() > 1 ? " × " + ground.count() : "")
                    + (ground.kind().isEmpty() || ground.kind().equals(ground.name())
                            ? ""
                            : " (" + ground.kind() + ")");
        }

        List<Architecture.Stand> standsOn(String ground) {
            return drawn.stands().stream()
                    .filter(stand -> stand.ground().equals(ground))
                    .toList();
        }

        List<Architecture.Ground> groundsIn(String ground) {
            return drawn.grounds().stream()
                    .filter(each -> each.within().equals(ground))
                    .toList();
        }

        /** Pairs of ids that a line connects: on the same ground where both stand there, else all of them. */
        List<String[]> ends(Architecture.Line line) {
            List<String[]> ends = new ArrayList<>();
            List<String> from = places(line.from());
            List<String> to = places(line.to());
            for (String start : from) {
                String ground = start.contains("#") ? start.substring(0, start.indexOf('#')) : "";
                String here = Plan.card(ground, line.to());
                List<String> reached = !ground.isEmpty() && to.contains(here) ? List.of(here) : to;
                reached.forEach(end -> ends.add(new String[] {id(start), id(end)}));
            }
            return ends;
        }

        private List<String> places(String name) {
            if (name.startsWith("journey ")) {
                return List.of(name);
            }
            List<String> places = new ArrayList<>();
            drawn.stands().stream()
                    .filter(stand -> stand.component().equals(name))
                    .forEach(stand -> places.add(Plan.card(stand.ground(), name)));
            drawn.grounds().stream()
                    .filter(ground -> ground.name().equals(name))
                    .forEach(ground -> places.add(ground.id()));
            return places;
        }
    }

    private static final class Mermaid extends Writer {
        Mermaid(Architecture drawn, List<String> journeys) {
            super(drawn, journeys);
        }

        String text() {
            text.append("flowchart TD\n");
            journeys.forEach(journey -> text.append("  ")
                    .append(id("journey " + journey))
                    .append("([\"")
                    .append(escaped(journey))
                    .append("\"])\n"));
            ground("", "  ");
            for (Architecture.Line line : drawn.lines()) {
                String arrow = line.way().equals("need") ? " -.- " : line.way().equals("soft") ? " -.-> " : " --> ";
                ends(line)
                        .forEach(ends -> text.append("  ")
                                .append(ends[0])
                                .append(arrow)
                                .append(ends[1])
                                .append('\n'));
            }
            return text.toString();
        }

        private void ground(String id, String indent) {
            for (Architecture.Stand stand : standsOn(id)) {
                text.append(indent)
                        .append(id(Plan.card(id, stand.component())))
                        .append("[\"")
                        .append(escaped(label(stand) + ", " + stand.kind()))
                        .append("\"]\n");
            }
            for (Architecture.Ground ground : groundsIn(id)) {
                text.append(indent)
                        .append("subgraph ")
                        .append(id(ground.id()))
                        .append("[\"")
                        .append(escaped(label(ground)))
                        .append("\"]\n");
                ground(ground.id(), indent + "  ");
                text.append(indent).append("end\n");
            }
        }

        /** As Mermaid writes characters that mean something to it. */
        private static String escaped(String raw) {
            StringBuilder text = new StringBuilder();
            raw.codePoints().forEach(each -> {
                if (each < ' ') {
                    text.append(' ');
                } else if ("\"#<>&;`\\[]{}|".indexOf(each) >= 0) {
                    text.append('#').append(each).append(';');
                } else {
                    text.appendCodePoint(each);
                }
            });
            return text.toString();
        }
    }

    private static final class Dot extends Writer {
        Dot(Architecture drawn, List<String> journeys) {
            super(drawn, journeys);
        }

        String text() {
            text.append("digraph architecture {\n");
            text.append("  compound=true;\n  node [shape=box, style=rounded, fontname=\"Helvetica\"];\n");
            text.append("  graph [fontname=\"Helvetica\"];\n");
            journeys.forEach(journey -> node("  ", id("journey " + journey), journey, ", shape=oval"));
            ground("", "  ");
            for (Architecture.Line line : drawn.lines()) {
                String style = line.way().equals("need")
                        ? " [style=dotted]"
                        : line.way().equals("soft") ? " [style=dashed]" : "";
                ends(line)
                        .forEach(ends -> text.append("  ")
                                .append(ends[0])
                                .append(" -> ")
                                .append(ends[1])
                                .append(style)
                                .append(";\n"));
            }
            return text.append("}\n").toString();
        }

        private void node(String indent, String id, String label, String more) {
            text.append(indent)
                    .append(id)
                    .append(" [label=\"")
                    .append(escaped(label))
                    .append('"');
            text.append(more).append("];\n");
        }

        private void ground(String id, String indent) {
            standsOn(id)
                    .forEach(stand ->
                            node(indent, id(Plan.card(id, stand.component())), label(stand) + "\n" + stand.kind(), ""));
            for (Architecture.Ground ground : groundsIn(id)) {
                text.append(indent)
                        .append("subgraph cluster_")
                        .append(id(ground.id()))
                        .append(" {\n");
                text.append(indent)
                        .append("  label=\"")
                        .append(escaped(label(ground)))
                        .append("\";\n");
                if (drawn.lines().stream().anyMatch(line -> line.to().equals(ground.name()))) {
                    text.append(indent).append("  ").append(id(ground.id())).append(" [shape=point];\n");
                }
                ground(ground.id(), indent + "  ");
                text.append(indent).append("}\n");
            }
        }

        private static String escaped(String raw) {
            return raw.replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\r", " ")
                    .replace("\n", "\\n");
        }
    }
}
