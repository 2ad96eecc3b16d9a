package nines.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML 1.2 into located nodes: one document, no tags, no merge keys, few aliases. */
final class YamlTree {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(2 * Limits.BYTES).build();

    private final Problems problems;
    private final Iterator<Event> events;
    private final Map<String, Node> anchors = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private int aliases;
    private int nodes;

    private YamlTree(String text, Problems problems) {
        this.problems = problems;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /** The root of the only document; nothing if the text is empty. */
    static Node read(String text, Problems problems) throws Unreadable {
        try {
            return new YamlTree(text, problems).document();
        } catch (MarkedYamlEngineException e) {
            Spot spot =
                    e.getProblemMark().or(e::getContextMark).map(YamlTree::spot).orElse(Spot.of(1, 1));
            throw new Unreadable(Code.N100, spot, "this is not YAML: " + syntax(e));
        } catch (YamlEngineException e) {
            throw new Unreadable(Code.N100, Spot.of(1, 1), "this is not YAML: " + e.getMessage());
        }
    }

    private static String syntax(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        String context = e.getContext();
        String text = (context == null ? "" : context + ", ") + (problem == null ? "unexpected text" : problem);
        String hint = "";
        if (text.contains("'\\t'") || text.contains("\\t(TAB)")) {
            hint = " Indent with blanks, not with tabs.";
        } else if (text.contains("mapping values are not allowed")) {
            hint = " Is the indentation right, and does a text with `: ` stand in quotes?";
        } else if (text.contains("expected ',' or")) {
            hint = " Is a comma or a closing bracket missing?";
        }
        return text + "." + hint;
    }

    private Node document() throws Unreadable {
        events.next(); // stream start
        Event event = events.next();
        if (event.getEventId() == Event.ID.StreamEnd) {
            return new Node.Nothing(Spot.of(1, 1));
        }
        Node root = node(events.next(), 1);
        events.next(); // document end
        event = events.next();
        if (event.getEventId() == Event.ID.DocumentStart) {
            throw new Unreadable(
                    Code.N129,
                    event.getStartMark().map(YamlTree::spot).orElse(Spot.of(1, 1)),
                    "a second document starts here (`---`). A scenario is one document.");
        }
        return root;
    }

    private Node node(Event event, int level) throws Unreadable {
        Spot spot = event.getStartMark().map(YamlTree::spot).orElse(Spot.of(1, 1));
        if (level > Limits.LEVELS) {
            throw new Unreadable(
                    Code.N119, spot, "more than " + Limits.LEVELS + " levels of nesting. A scenario has about eight.");
        }
        if (++nodes > Limits.NODES) {
            throw new Unreadable(Code.N119, spot, "more than " + Limits.NODES + " values.");
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias, spot);
        }
        int before = nodes;
        Node node;
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), spot);
            node = plain(scalar, spot);
        } else {
            CollectionStartEvent start = (CollectionStartEvent) event;
            refuseTag(start.getTag(), spot);
            node = event.getEventId() == Event.ID.SequenceStart ? items(spot, level) : entries(spot, level);
        }
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> {
            anchors.put(anchor.getValue(), node);
            sizes.put(anchor.getValue(), nodes - before + 1);
        });
        return node;
    }

    private Node alias(AliasEvent event, Spot spot) throws Unreadable {
        String name = event.getAlias().getValue();
        if (++aliases > Limits.ALIASES) {
            throw new Unreadable(
                    Code.N119, spot, "more than " + Limits.ALIASES + " aliases. Use `like:` to repeat a block.");
        }
        Node node = anchors.get(name);
        if (node == null) {
            throw new Unreadable(Code.N100, spot, "no anchor `&" + name + "` stands before this alias.");
        }
        nodes += sizes.getOrDefault(name, 1);
        return node;
    }

    private static Node plain(ScalarEvent scalar, Spot spot) {
        String text = scalar.getValue();
        if (scalar.isPlain() && (text.isEmpty() || text.equals("~") || text.equals("null"))) {
            return new Node.Nothing(spot);
        }
        return new Node.Plain(text, !scalar.isPlain(), spot, null);
    }

    private Node items(Spot spot, int level) throws Unreadable {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, level + 1));
        }
        return new Node.Items(items, spot);
    }

    private Node entries(Spot spot, int level) throws Unreadable {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        Map<String, List<Node>> unsure = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Spot at = event.getStartMark().map(YamlTree::spot).orElse(spot);
            Node key = node(event, level + 1);
            Node value = node(events.next(), level + 1);
            if (!(key instanceof Node.Plain name)) {
                problems.add(Code.N121, at, "", "a key must be a word, not " + key.what() + ".");
            } else if (name.text().equals("<<")) {
                problems.add(Code.N129, at, "", "merge keys (`<<`) are not part of the language. Write `like:`.");
                unsure.computeIfAbsent(Node.Entries.ANY, any -> new ArrayList<>())
                        .add(value);
            } else {
                put(entries, unsure, name.text(), new Node.Entry(at, value), problems);
            }
        }
        return new Node.Entries(entries, spot, unsure);
    }

    static void put(
            Map<String, Node.Entry> entries,
            Map<String, List<Node>> unsure,
            String key,
            Node.Entry entry,
            Problems problems) {
        Node.Entry first = entries.putIfAbsent(key, entry);
        if (first != null) {
            unsure.computeIfAbsent(key, k -> new ArrayList<>()).add(entry.value());
            problems.add(
                    Code.N123,
                    entry.key(),
                    "",
                    "`" + key + "` stands twice in this block, first in line "
                            + first.key().line() + ". Remove one of them.");
        }
    }

    private static void refuseTag(Optional<String> tag, Spot spot) throws Unreadable {
        if (tag.isPresent()) {
            throw new Unreadable(Code.N129, spot, "tags such as `" + tag.get() + "` are not part of the language.");
        }
    }

    private static Spot spot(Mark mark) {
        return Spot.of(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
