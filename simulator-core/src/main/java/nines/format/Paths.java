package nines.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.model.Component;
import nines.model.Event;
import nines.model.Kind;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;

/** Applies changes, {@code path: value}, to a file as it is written. */
final class Paths {

    /** Sections whose entries have names of the one namespace. */
    static final List<String> NAMED = List.of(
            "places",
            "groups",
            "components",
            "journeys",
            "traffic",
            "crews",
            "spares",
            "events",
            "parameters",
            "templates");

    private final Problems problems;

    Paths(Problems problems) {
        this.problems = problems;
    }

    /** The file with the value at the path; the file itself, and a problem, if the path leads nowhere. */
    Node.Entries set(Node.Entries root, String path, Node value, Spot spot) {
        List<String> steps = List.of(path.split("\\.", -1));
        if (steps.stream().anyMatch(String::isEmpty)) {
            problems.add(
                    Code.N114, spot, path, "change `" + path + "`: a path is names with dots, like `web.instances`.");
            return root;
        }
        String first = steps.get(0);
        Shape top = Shape.of(Scenario.class);
        boolean isSection = top.field(first) != null || first.equals("templates");
        if (!isSection) {
            String section = sectionOf(root, first);
            if (section == null) {
                Set<String> names = names(root);
                problems.add(
                        Code.N114,
                        spot,
                        path,
                        "change `" + path + "`: nothing here is called `" + first + "`."
                                + DidYouMean.hint(first, names)
                                + " To add an entry, begin with its section: `components." + first + "`.");
                return root;
            }
            List<String> full = new ArrayList<>(List.of(section));
            full.addAll(steps);
            steps = full;
        }
        return inFile(root, path, steps, value, spot);
    }

    static @Nullable String sectionOf(Node.Entries root, String name) {
        for (String section : NAMED) {
            if (root.get(section) instanceof Node.Entries entries && entries.has(name)) {
                return section;
            }
        }
        return null;
    }

    static Set<String> names(Node.Entries root) {
        Set<String> names = new LinkedHashSet<>();
        for (String section : NAMED) {
            if (root.get(section) instanceof Node.Entries entries) {
                names.addAll(entries.entries().keySet());
            }
        }
        return names;
    }

    private Node.Entries inFile(Node.Entries root, String path, List<String> steps, Node value, Spot spot) {
        String section = steps.get(0);
        Field field = Shape.of(Scenario.class).field(section);
        if (steps.size() == 1) {
            return root.with(section, new Node.Entry(spot, value));
        }
        Node.Entries entries = root.get(section) instanceof Node.Entries block ? block : Node.Entries.empty(spot);
        if (!NAMED.contains(section)) {
            if (field == null || !field.isBlock()) {
                problems.add(Code.N114, spot, path, "change `" + path + "`: `" + section + "` has no keys.");
                return root;
            }
            Node changed = inBlock(
                    entries,
                    Shape.of(field.element()),
                    section,
                    steps.subList(1, steps.size()),
                    path,
                    value,
                    spot,
                    root);
            return root.with(section, new Node.Entry(keySpot(root, section, spot), changed));
        }
        String name = steps.get(1);
        if (steps.size() == 2) {
            Node.Entries changed = value instanceof Node.Nothing
                    ? entries.without(name)
                    : entries.with(name, new Node.Entry(spot, value));
            return root.with(section, new Node.Entry(keySpot(root, section, spot), changed));
        }
        Node entry = entries.get(name);
        if (entry == null) {
            problems.add(
                    Code.N114,
                    spot,
                    path,
                    "change `" + path + "`: `" + section + "` has no `" + name + "`."
                            + DidYouMean.hint(name, entries.entries().keySet()));
            return root;
        }
        Node changed = inEntry(entry, section, field, entries, steps, path, value, spot, root);
        Node.Entries named = entries.with(name, new Node.Entry(keySpot(entries, name, spot), changed));
        return root.with(section, new Node.Entry(keySpot(root, section, spot), named));
    }

    /** A key stays where it is written, whatever is changed below it. */
    private static Spot keySpot(Node.Entries block, String key, Spot otherwise) {
        Node.Entry entry = block.entries().get(key);
        return entry == null ? otherwise : entry.key();
    }

    private Node inEntry(
            Node entry,
            String section,
            @Nullable Field field,
            Node.Entries siblings,
            List<String> steps,
            String path,
            Node value,
            Spot spot,
            Node.Entries root) {
        List<String> rest = steps.subList(2, steps.size());
        Shape shape = null;
        String what = section + "." + steps.get(1);
        if (section.equals("components")) {
            String kind = new Expansion(root, problems, new Unknowns()).kind(entry, siblings);
            Class<?> type = kind == null ? null : Shape.kinds().get(kind);
            shape = type == null ? null : Shape.of(type);
            what = "component " + steps.get(1);
        } else if (field != null && field.element() == Event.class) {
            shape = Shape.anyEvent();
            what = "event " + steps.get(1);
        } else if (field != null && field.isBlock() && field.element() != Component.class) {
            shape = Shape.of(field.element());
        }
        if (shape == null) {
            if (!section.equals("components")) {
                problems.add(Code.N114, spot, path, "change `" + path + "`: `" + what + "` has no keys.");
            }
            return entry;
        }
        return inBlock(entry, shape, what, rest, path, value, spot, root);
    }

    private Node inBlock(
            @Nullable Node node,
            Shape shape,
            String what,
            List<String> steps,
            String path,
            Node value,
            Spot spot,
            Node.Entries root) {
        Node.Entries block = written(node, shape, spot);
        String key = steps.get(0);
        Field field = shape.field(key);
        if (field == null) {
            if (key.equals("about") || key.equals("kind") || key.equals("like")) {
                return block.with(key, new Node.Entry(spot, value));
            }
            String near = DidYouMean.nearest(key, shape.fields().keySet()).orElse("");
            String hint =
                    near.isEmpty() ? what + " has no `" + key + "`." : what + " has `" + near + "`, not `" + key + "`.";
            problems.add(Code.N114, spot, path, "change `" + path + "`: " + hint);
            return block;
        }
        if (steps.size() == 1) {
            return block.with(key, new Node.Entry(spot, value));
        }
        List<String> rest = steps.subList(1, steps.size());
        Node inner = block.get(key);
        boolean deeper = field.isBlock() && field.holds() != Field.Holds.LIST;
        if (!deeper) {
            boolean condition = field.type() == nines.model.Type.CONDITION && rest.size() == 1;
            if (condition) {
                return block.with(key, new Node.Entry(spot, inCondition(inner, rest.get(0), value, spot)));
            }
            problems.add(
                    Code.N114,
                    spot,
                    path,
                    "change `" + path + "`: `" + key + "` of " + what + " has no keys of its own.");
            return block;
        }
        Shape innerShape = Shape.of(field.element());
        Node changed;
        if (field.holds() == Field.Holds.MAP) {
            changed = inMap(inner, shape, innerShape, key, block, rest, path, value, spot, root);
        } else {
            changed = inBlock(inner, innerShape, "`" + key + "`", rest, path, value, spot, root);
        }
        return block.with(key, new Node.Entry(spot, changed));
    }

    private static Node inCondition(@Nullable Node node, String key, Node value, Spot spot) {
        Node.Entries block = node instanceof Node.Entries entries
                ? entries
                : node == null
                        ? Node.Entries.empty(spot)
                        : Node.Entries.empty(spot).with("all", new Node.Entry(spot, node));
        return block.with(key, new Node.Entry(spot, value));
    }

    private Node inMap(
            @Nullable Node node,
            Shape owner,
            Shape shape,
            String key,
            Node.Entries block,
            List<String> steps,
            String path,
            Node value,
            Spot spot,
            Node.Entries root) {
        Node.Entries map = node instanceof Node.Entries entries ? entries : Node.Entries.empty(spot);
        Kind kind = owner.type().getAnnotation(Kind.class);
        boolean silent = node == null
                && key.equals("fails")
                && !block.has("like")
                && kind != null
                && !kind.fails().isEmpty();
        boolean field = !"textbook".equals(root.text("defaults"));
        if (silent && field && kind != null) {
            map = (Node.Entries) Defaults.snippet(kind.fails(), spot.by());
        }
        String name = steps.get(0);
        if (steps.size() == 1) {
            return map.with(name, new Node.Entry(spot, value));
        }
        Node changed = inBlock(
                map.get(name), shape, "`" + name + "`", steps.subList(1, steps.size()), path, value, spot, root);
        return map.with(name, new Node.Entry(spot, changed));
    }

    /** A block in full, where a text stands for it. */
    private static Node.Entries written(@Nullable Node node, Shape shape, Spot spot) {
        if (node instanceof Node.Entries entries) {
            return entries;
        }
        if (node instanceof Node.Plain plain
                && !plain.text().equals("never")
                && !plain.text().equals("none")) {
            boolean reference =
                    plain.text().startsWith("catalogue:") || shape.shortFor().isEmpty();
            boolean known = plain.text().startsWith("catalogue:")
                    && CatalogueBlocks.of(shape, plain.text().substring("catalogue:".length())) != null;
            String key = reference && (known || shape.shortFor().isEmpty()) ? "like" : shape.shortFor();
            return new Node.Entries(Map.of(key, new Node.Entry(plain.spot(), plain)), plain.spot());
        }
        return Node.Entries.empty(spot);
    }
}
