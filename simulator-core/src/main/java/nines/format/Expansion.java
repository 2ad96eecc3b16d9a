package nines.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nines.model.Common;
import nines.model.Component;
import nines.model.Event;
import nines.model.Scenario;
import nines.model.Type;
import org.jspecify.annotations.Nullable;

/** Writes every short form out and resolves every {@code like}: after it, a block is a block and a list a list. */
final class Expansion {

    private static final String[] SECTION = {"templates"};
    private static final String CATALOGUE = "catalogue:";
    private static final Set<String> LEADERS = Set.of("like", "about");

    private final Node.Entries root;
    private final Problems problems;
    private final Unknowns unknowns;
    private final Set<Set<String>> circles = new HashSet<>();
    private final Set<String> usedTemplates = new LinkedHashSet<>();

    /** What {@code like} may name besides templates and the catalogue, and what is being resolved now. */
    private record Reach(Node.Entries siblings, Set<String> open) {
        static final Reach NONE = new Reach(Node.Entries.empty(Spot.NOWHERE), Set.of());

        Reach opening(String name) {
            Set<String> names = new LinkedHashSet<>(open);
            names.add(name);
            return new Reach(siblings, names);
        }
    }

    Expansion(Node.Entries root, Problems problems, Unknowns unknowns) {
        this.root = root;
        this.problems = problems;
        this.unknowns = unknowns;
    }

    Set<String> usedTemplates() {
        return usedTemplates;
    }

    /** The whole file, written out; templates, parameters, variants and sweep stay as they are. */
    Node.Entries file() {
        Map<String, Node.Entry> map = new LinkedHashMap<>();
        Shape top = Shape.of(Scenario.class);
        root.entries().forEach((key, entry) -> {
            Field field = top.field(key);
            Node value = entry.value();
            if (field != null && field.isBlock()) {
                value = field.holds() == Field.Holds.MAP && value instanceof Node.Entries section
                        ? section(key, section, field)
                        : value(value, field);
            }
            map.put(key, new Node.Entry(entry.key(), value));
        });
        return root.holding(map);
    }

    private Node.Entries section(String section, Node.Entries entries, Field field) {
        Map<String, Node.Entry> map = new LinkedHashMap<>();
        entries.entries().forEach((name, entry) -> {
            Shape shape = shapeOf(section, field, entry.value(), entries);
            Node value = block(entry.value(), shape, new Reach(entries, Set.of(name)));
            map.put(name, new Node.Entry(entry.key(), value));
        });
        return entries.holding(map);
    }

    /** The shape of an entry; of a component whose kind nobody knows, the keys that every kind has. */
    private Shape shapeOf(String section, Field field, Node entry, Node.Entries siblings) {
        if (section.equals("components")) {
            String kind = kind(entry, siblings);
            Class<?> type = kind == null ? null : Shape.kinds().get(kind);
            return Shape.of(type == null ? Common.class : type);
        }
        return field.element() == Event.class ? Shape.anyEvent() : Shape.of(field.element());
    }

    /** The kind of a component as written, or as what it is like has it; null if none says. */
    @Nullable
    String kind(Node entry, Node.Entries siblings) {
        Node node = entry;
        for (int i = 0; i < Limits.LEVELS && node != null; i++) {
            String like;
            if (node instanceof Node.Entries block) {
                if (block.has("kind")) {
                    return block.text("kind");
                }
                like = block.text("like");
            } else {
                like = node instanceof Node.Plain plain ? plain.text() : null;
            }
            node = like == null ? null : named(like, siblings);
        }
        return null;
    }

    private @Nullable Node named(String name, Node.Entries siblings) {
        return root.get("templates") instanceof Node.Entries templates && templates.has(name)
                ? templates.get(name)
                : siblings.get(name);
    }

    /** One value, by what its key takes. */
    Node value(Node node, Field field) {
        return value(node, field, Reach.NONE);
    }

    private Node value(Node node, Field field, Reach reach) {
        if (node instanceof Node.Nothing) {
            return node;
        }
        if (!field.isBlock()) {
            boolean single = field.holds() == Field.Holds.LIST
                    && !(node instanceof Node.Items)
                    && field.type() != Type.PLACEMENT;
            return single ? new Node.Items(List.of(node), node.spot()) : node;
        }
        Class<?> element = field.element();
        if (element == Component.class || element == Event.class) {
            return node;
        }
        Shape shape = Shape.of(element);
        return switch (field.holds()) {
            case ONE -> isAbsence(node, field) ? node : block(node, shape, reach);
            case LIST -> list(node, field, shape, reach);
            default -> node instanceof Node.Entries entries ? named(entries, shape, reach) : node;
        };
    }

    private Node list(Node node, Field field, Shape shape, Reach reach) {
        if (isAbsence(node, field)) {
            return node;
        }
        List<Node> items = new ArrayList<>();
        for (Node item : node instanceof Node.Items list ? list.items() : List.of(node)) {
            items.add(block(item, shape, reach));
        }
        return new Node.Items(items, node.spot());
    }

    private Node.Entries named(Node.Entries entries, Shape shape, Reach reach) {
        Map<String, Node.Entry> map = new LinkedHashMap<>();
        entries.entries().forEach((name, entry) -> {
            Node value = isWord(entry.value(), "never")
                    ? entry.value()
                    : block(entry.value(), shape, new Reach(entries, with(reach.open(), "fails." + name)));
            map.put(name, new Node.Entry(entry.key(), value));
        });
        return entries.holding(map);
    }

    private static Set<String> with(Set<String> names, String name) {
        Set<String> more = new LinkedHashSet<>(names);
        more.add(name);
        return more;
    }

    private static boolean isAbsence(Node node, Field field) {
        return field.mayBeAbsent() && (isWord(node, "never") || isWord(node, "none"));
    }

    static boolean isWord(@Nullable Node node, String word) {
        return node instanceof Node.Plain plain && plain.text().equals(word);
    }

    private Node block(Node node, Shape shape, Reach reach) {
        if (node instanceof Node.Plain plain) {
            return plain(plain, shape, reach);
        }
        if (!(node instanceof Node.Entries entries)) {
            return node;
        }
        Map<String, Node.Entry> own = new LinkedHashMap<>();
        entries.entries().forEach((key, entry) -> {
            Field field = shape.field(key);
            Node value = field == null ? entry.value() : value(entry.value(), field, inner(reach));
            own.put(key, new Node.Entry(entry.key(), value));
        });
        Node.Entry like = own.remove("like");
        Node.Entries written = entries.holding(own);
        if (like == null) {
            return written;
        }
        Node base = like(like.value(), shape, reach);
        return base instanceof Node.Entries inherited ? merged(inherited, written, shape) : written;
    }

    /** Inside a block only templates and the catalogue can be meant; what is open stays open. */
    private static Reach inner(Reach reach) {
        return new Reach(Reach.NONE.siblings(), reach.open());
    }

    /** A text where a block is expected: something it is like, or its most telling key. */
    private Node plain(Node.Plain plain, Shape shape, Reach reach) {
        String text = plain.text();
        boolean template = root.get("templates") instanceof Node.Entries templates && templates.has(text);
        boolean knownBlock =
                text.startsWith(CATALOGUE) && CatalogueBlocks.of(shape, text.substring(CATALOGUE.length())) != null;
        boolean sibling = reach.siblings().has(text) && shape.shortFor().isEmpty();
        if (template || knownBlock || sibling) {
            return like(plain, shape, reach);
        }
        if (!shape.shortFor().isEmpty()) {
            return new Node.Entries(Map.of(shape.shortFor(), new Node.Entry(plain.spot(), plain)), plain.spot());
        }
        return text.startsWith(CATALOGUE) ? like(plain, shape, reach) : plain;
    }

    private Node like(Node like, Shape shape, Reach reach) {
        if (like instanceof Node.Plain parameter && Values.isToldParameter(parameter)) {
            return Node.Entries.unread(like);
        }
        if (!(like instanceof Node.Plain plain)) {
            problems.add(Code.N125, like.spot(), "", "`like` takes one name, not " + like.what() + ".");
            return Node.Entries.unread(like);
        }
        String name = plain.text();
        if (name.startsWith(CATALOGUE)) {
            return likeCatalogue(plain, shape);
        }
        boolean template = root.get("templates") instanceof Node.Entries templates && templates.has(name);
        if (template) {
            usedTemplates.add(name);
        }
        Node base = named(name, reach.siblings());
        if (base == null && unknowns.mayBeDefined(name)) {
            return Node.Entries.unread(plain);
        }
        if (base == null) {
            Set<String> known = new LinkedHashSet<>(reach.siblings().entries().keySet());
            if (root.get("templates") instanceof Node.Entries templates) {
                known.addAll(templates.entries().keySet());
            }
            known.removeAll(reach.open());
            Optional<String> near = DidYouMean.nearest(name, known);
            unknowns.mayMean(SECTION, near.map(List::of).orElse(List.of()));
            problems.add(
                    Code.N125,
                    plain.spot(),
                    "",
                    "`like: " + name + "`: no template and no entry beside it has this name."
                            + near.map(n -> " Did you mean `" + n + "`?").orElse(""));
            return Node.Entries.unread(plain);
        }
        String key = template ? "templates." + name : name;
        if (reach.open().contains(key) || reach.open().contains("fails." + key)) {
            List<String> open = List.copyOf(reach.open());
            List<String> circle = open.subList(Math.max(open.indexOf(key), open.indexOf("fails." + key)), open.size());
            if (circles.add(Set.copyOf(circle))) {
                problems.add(
                        Code.N125,
                        plain.spot(),
                        "",
                        "`like` forms a circle: " + String.join(" is like ", circle) + " is like " + circle.get(0)
                                + ".");
            }
            return Node.Entries.unread(plain);
        }
        if (reach.open().size() > Limits.LEVELS) {
            problems.add(
                    Code.N119, plain.spot(), "", "more than " + Limits.LEVELS + " entries like each other in a chain.");
            return Node.Entries.unread(plain);
        }
        return block(base, shape, reach.opening(key));
    }

    private Node likeCatalogue(Node.Plain plain, Shape shape) {
        String id = plain.text().substring(CATALOGUE.length());
        Node block = CatalogueBlocks.of(shape, id);
        if (block == null) {
            String word = KebabCase.of(shape.type().getSimpleName()).substring(1);
            String hint = DidYouMean.nearest(id, CatalogueBlocks.ids(shape))
                    .or(() -> CatalogueBlocks.ids(shape).stream().findFirst())
                    .map(near -> " Did you mean something like `catalogue:" + near + "`?")
                    .orElse("");
            problems.add(
                    Code.N117, plain.spot(), "", "`catalogue:" + id + "` is not known as a " + word + " block." + hint);
            return Node.Entries.unread(plain);
        }
        Spot spot = new Spot(plain.spot().line(), plain.spot().column(), "catalogue:" + id);
        return block(Respot.to(block, spot), shape, Reach.NONE);
    }

    /** Every key of the one, overridden by those of the other: blocks key by key, all else as a whole. */
    private static Node.Entries merged(Node.Entries base, Node.Entries own, Shape shape) {
        Map<String, Node.Entry> map = new LinkedHashMap<>(base.entries());
        map.keySet().removeAll(LEADERS);
        own.entries().forEach((key, entry) -> {
            Node.Entry inherited = map.get(key);
            Field field = shape.field(key);
            if (inherited != null
                    && field != null
                    && field.isBlock()
                    && inherited.value() instanceof Node.Entries from
                    && entry.value() instanceof Node.Entries to) {
                Shape inner = Shape.of(field.element());
                Node.Entries both =
                        field.holds() == Field.Holds.MAP ? mergedNames(from, to, inner) : merged(from, to, inner);
                map.put(key, new Node.Entry(entry.key(), both));
            } else {
                map.put(key, entry);
            }
        });
        return own.holding(map).andUnsure(inherited(base, own));
    }

    /** What the base is unsure about and the block itself does not settle. */
    private static Map<String, List<Node>> inherited(Node.Entries base, Node.Entries own) {
        Map<String, List<Node>> unsure = new LinkedHashMap<>();
        base.unsure().forEach((key, nodes) -> {
            if (key.equals(Node.Entries.ANY) || !own.has(key)) {
                unsure.put(key, nodes);
            }
        });
        return unsure;
    }

    private static Node.Entries mergedNames(Node.Entries base, Node.Entries own, Shape shape) {
        Map<String, Node.Entry> map = new LinkedHashMap<>(base.entries());
        own.entries().forEach((name, entry) -> {
            Node.Entry inherited = map.get(name);
            if (inherited != null && isWord(entry.value(), "never")) {
                map.remove(name);
            } else if (inherited != null
                    && inherited.value() instanceof Node.Entries from
                    && entry.value() instanceof Node.Entries to) {
                map.put(name, new Node.Entry(entry.key(), merged(from, to, shape)));
            } else {
                map.put(name, entry);
            }
        });
        return own.holding(map).andUnsure(inherited(base, own));
    }
}
