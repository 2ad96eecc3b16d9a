package nines.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nines.model.CrewOrder;
import nines.model.Placement;
import nines.model.Selector;
import nines.model.Sides;
import nines.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads names of entries, and the values that are made of them: places, targets, sides, an order. */
final class References {

    private static final Object BAD = Values.BAD;
    static final String[] ACTORS = {"components"};
    private static final String[] PLACES = {"places"};

    private final Names names;
    private final Problems problems;
    private final Unknowns unknowns;

    References(Names names, Problems problems, Unknowns unknowns) {
        this.names = names;
        this.problems = problems;
        this.unknowns = unknowns;
    }

    Object name(Node.Plain plain, Field field, String path) throws BadValue {
        String text = plain.text();
        String[] sections = field.meta().refers();
        boolean placeInstance = List.of(sections).contains("places") && names.place(text) != null;
        if (names.isIn(text, sections) || placeInstance) {
            return text;
        }
        throw unknown(text, sections, path);
    }

    /** Whether a key is a name of the sections that its field refers to; if not, the problem is told. */
    boolean isKnown(String name, Spot spot, Field field, String path) {
        if (names.isIn(name, field.meta().refers())) {
            return true;
        }
        problems.add(unknown(name, field.meta().refers(), path), spot, path);
        return false;
    }

    BadValue unknown(String text, String[] sections, String path) {
        if (unknowns.mayBeDefined(text)) {
            return BadValue.told();
        }
        String elsewhere = names.section(text);
        List<String> known = names.in(sections);
        String where = String.join(" and ", sections);
        if (elsewhere != null) {
            unknowns.mayMean(sections, List.of());
            return new BadValue(
                    Code.N102,
                    "`" + text + "` is an entry of `" + elsewhere + "`; `" + path + "` takes one of `" + where + "`: "
                            + listed(known) + ".");
        }
        Optional<String> near = near(text, known);
        unknowns.mayMean(sections, near.map(List::of).orElse(List.of()));
        return new BadValue(
                Code.N102,
                "nothing here is called `" + text + "`. In `" + path + "`: " + where + " are " + listed(known) + "."
                        + near.map(name -> " Did you mean `" + name + "`?").orElse(""));
    }

    /** The nearest name, else the only entry of the kind that was written: {@code databse} is the one database. */
    private Optional<String> near(String text, List<String> known) {
        Optional<String> near = DidYouMean.nearest(text, known);
        if (near.isPresent()) {
            return near;
        }
        List<String> ofKind = DidYouMean.nearest(text, names.kinds(known))
                .map(kind -> names.ofKind(known, kind))
                .orElse(List.of());
        return ofKind.size() == 1 ? Optional.of(ofKind.get(0)) : Optional.empty();
    }

    private static String listed(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        return names.size() <= 12
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 12)) + " and " + (names.size() - 12) + " more";
    }

    Selector selector(String text, String[] sections, String path) throws BadValue {
        Selector selector = names.selector(text, sections);
        if (selector == null) {
            throw unknown(text, sections, path);
        }
        return selector;
    }

    Object placement(Node node, String path) {
        List<Placement> places = new ArrayList<>();
        boolean bad = false;
        if (node instanceof Node.Entries counts) {
            for (Map.Entry<String, Node.Entry> entry : counts.entries().entrySet()) {
                boolean known = isPlace(entry.getKey(), entry.getValue().key(), path);
                String text = entry.getValue().value() instanceof Node.Plain plain ? plain.text() : "?";
                if (!text.matches("[0-9]{1,7}")) {
                    problems.add(
                            Code.N127,
                            entry.getValue().value().spot(),
                            path,
                            "`" + entry.getKey() + ": " + text + "`: it takes a count such as `3`.");
                    bad = true;
                } else if (known) {
                    places.add(new Placement(entry.getKey(), Integer.valueOf(text)));
                }
                bad |= !known;
            }
            return bad ? BAD : places;
        }
        List<Node> items = node instanceof Node.Items list ? list.items() : List.of(node);
        for (Node item : items) {
            if (item instanceof Node.Plain plain && Values.isToldParameter(plain)) {
                bad = true;
            } else if (item instanceof Node.Plain plain && isPlace(plain.text(), plain.spot(), path)) {
                places.add(new Placement(plain.text(), null));
            } else {
                if (!(item instanceof Node.Plain)) {
                    problems.add(Code.N121, item.spot(), path, "`in` takes places, not " + item.what() + ".");
                }
                bad = true;
            }
        }
        return bad ? BAD : places;
    }

    private boolean isPlace(String name, Spot spot, String path) {
        if (names.place(name) != null) {
            return true;
        }
        problems.add(unknown(name, PLACES, path), spot, path);
        return false;
    }

    Object order(Node node, String path) {
        if (node instanceof Node.Plain plain) {
            CrewOrder order = switch (plain.text()) {
                case "first-come" -> new CrewOrder.FirstCome();
                case "first-found" -> new CrewOrder.FirstFound();
                case "at-random" -> new CrewOrder.AtRandom();
                default -> null;
            };
            if (order != null) {
                return order;
            }
            List<String> words = List.of("first-come", "first-found", "at-random");
            problems.add(
                    Code.N122,
                    plain.spot(),
                    path,
                    "`order: " + plain.text() + "`: it is one of " + String.join(", ", words)
                            + ", or a list of components." + DidYouMean.hint(plain.text(), words));
            return BAD;
        }
        if (!(node instanceof Node.Items list)) {
            problems.add(Code.N121, node.spot(), path, "`order` takes " + Type.ORDER.says() + ".");
            return BAD;
        }
        List<String> components = new ArrayList<>();
        boolean bad = false;
        for (Node item : list.items()) {
            String text = item instanceof Node.Plain plain ? plain.text() : "?";
            if (names.isIn(text, ACTORS)) {
                components.add(text);
            } else {
                tell(item, text, ACTORS, path);
                bad = true;
            }
        }
        return bad ? BAD : new CrewOrder.Urgency(components);
    }

    Object sides(Node node, String path) {
        if (node instanceof Node.Entries block
                && block.has("from")
                && block.has("to")
                && block.entries().size() == 2) {
            return sides(block.get("from"), block.get("to"), true, path);
        }
        if (node instanceof Node.Items list && list.items().size() == 2) {
            return sides(list.items().get(0), list.items().get(1), false, path);
        }
        problems.add(
                Code.N121,
                node.spot(),
                path,
                "a partition names two sides, `[east, [west, mid]]`, or one way, `{ from: east, to: west }`.");
        return BAD;
    }

    private Object sides(@Nullable Node one, @Nullable Node other, boolean oneWay, String path) {
        List<Selector> left = side(one, path);
        List<Selector> right = side(other, path);
        return left.isEmpty() || right.isEmpty() ? BAD : new Sides(left, right, oneWay);
    }

    private List<Selector> side(@Nullable Node node, String path) {
        List<Selector> side = new ArrayList<>();
        boolean bad = node == null;
        for (Node item :
                node instanceof Node.Items list ? list.items() : node == null ? List.<Node>of() : List.of(node)) {
            String[] sections = {"places", "components", "groups"};
            String text = item instanceof Node.Plain plain ? plain.text() : "?";
            Selector selector = names.selector(text, sections);
            if (selector == null) {
                tell(item, text, sections, path);
                bad = true;
            } else {
                side.add(selector);
            }
        }
        return bad ? List.of() : side;
    }

    private void tell(Node item, String text, String[] sections, String path) {
        boolean told = item instanceof Node.Plain plain && Values.isToldParameter(plain);
        if (!told) {
            problems.add(unknown(text, sections, path), item.spot(), path);
        }
    }
}
