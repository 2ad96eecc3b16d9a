package nines.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.model.Component;
import nines.model.Event;
import nines.model.Scenario;

/** Finds where a scenario text names an entry, led by the records that say which keys hold names. */
final class Mentions {
    private static final Map<String, Field> EVERY_FIELD = everyField();

    private final String name;
    private final List<Mention> found = new ArrayList<>();

    private Mentions(String name) {
        this.name = name;
    }

    /** Every place where the entry is named, in the order of the text, without the entry's own key. */
    static List<Mention> of(ScenarioText text, String name) {
        var mentions = new Mentions(name);
        for (Piece.Pair pair : text.mapping().pairs()) {
            mentions.section(pair.key().text(), pair.value());
        }
        return mentions.found;
    }

    /** Whether a written selector, {@code web-3} or {@code db.primary@zone-a}, is about an entry. */
    static boolean isAbout(String written, String name) {
        return !renamed(written, name, name + "-").equals(written);
    }

    /** The selector with one name in place of another. */
    static String renamed(String written, String name, String next) {
        int sign = written.indexOf('@');
        String left = sign < 0 ? written : written.substring(0, sign);
        String at = sign < 0 ? "" : "@" + base(written.substring(sign + 1), name, next);
        int dot = left.indexOf('.');
        String role = dot < 0 ? "" : left.substring(dot);
        return base(dot < 0 ? left : left.substring(0, dot), name, next) + role + at;
    }

    private static String base(String word, String name, String next) {
        boolean numbered =
                word.startsWith(name + "-") && word.substring(name.length() + 1).matches("[1-9][0-9]{0,6}");
        return word.equals(name) ? next : numbered ? next + word.substring(name.length()) : word;
    }

    /** The first key of each name in any block: what templates may hold. */
    private static Map<String, Field> everyField() {
        var fields = new LinkedHashMap<String, Field>();
        Shape.kinds().values().forEach(kind -> Shape.of(kind).fields().forEach(fields::putIfAbsent));
        for (String section : Paths.NAMED) {
            Field field = Shape.of(Scenario.class).field(section);
            if (field != null && field.isBlock() && !section.equals("components")) {
                blockShape(field, Shape.anyEvent()).fields().forEach(fields::putIfAbsent);
            }
        }
        return fields;
    }

    private static Shape blockShape(Field field, Shape event) {
        return field.element() == Event.class ? event : Shape.of(field.element());
    }

    private void section(String section, Piece piece) {
        List<String> path = List.of(section);
        if (section.equals("templates")) {
            eachEntry(piece, path, (block, at) -> keys(block, at, EVERY_FIELD));
        } else if (section.equals("variants")) {
            eachEntry(piece, path, this::changes);
        } else if (section.equals("sweep")) {
            changes(piece, path);
        } else if (section.equals("components")) {
            eachEntry(piece, path, (block, at) -> keys(block, at, EVERY_FIELD));
        } else {
            Field field = Shape.of(Scenario.class).field(section);
            if (field != null && field.isBlock()) {
                if (field.holds() == Field.Holds.MAP) {
                    Shape shape = blockShape(field, Shape.anyEvent());
                    eachEntry(piece, path, (block, at) -> keys(block, at, shape.fields()));
                } else {
                    keys(piece, path, Shape.of(field.element()).fields());
                }
            }
        }
    }

    private interface Visit {
        void entry(Piece piece, List<String> path);
    }

    private static void eachEntry(Piece piece, List<String> path, Visit visit) {
        if (piece instanceof Piece.Mapping mapping) {
            for (Piece.Pair pair : mapping.pairs()) {
                visit.entry(pair.value(), with(path, pair.key().text()));
            }
        }
    }

    private void keys(Piece piece, List<String> path, Map<String, Field> fields) {
        if (piece instanceof Piece.Scalar scalar) {
            like(scalar, path);
        } else if (piece instanceof Piece.Mapping mapping) {
            for (Piece.Pair pair : mapping.pairs()) {
                String key = pair.key().text();
                List<String> here = with(path, key);
                Field field = fields.get(key);
                if (key.equals("like") && pair.value() instanceof Piece.Scalar scalar) {
                    like(scalar, here);
                } else if (field != null) {
                    value(pair.value(), here, field);
                }
            }
        }
    }

    private void like(Piece.Scalar scalar, List<String> path) {
        if (scalar.text().equals(name)) {
            found.add(new Mention(path, Mention.Role.LIKE, scalar.text()));
        }
    }

    private void value(Piece piece, List<String> path, Field field) {
        switch (field.type()) {
            case NAME, ORDER -> leaves(piece, path, Mention.Role.VALUE);
            case SELECTORS, NAMES, SIDES -> leaves(piece, path, isVerb(field) ? Mention.Role.VERB : Mention.Role.VALUE);
            case CALL -> call(piece, path);
            case CONDITION -> condition(piece, path);
            case PLACEMENT -> {
                eachKey(piece, path);
                leaves(piece, path, Mention.Role.VALUE);
            }
            case CHANGES -> changes(piece, path);
            case SHARE -> {
                if (field.meta().refers().length > 0) {
                    eachKey(piece, path);
                }
            }
            case BLOCK -> blocks(piece, path, field);
            default -> {
                // No other type of value names an entry.
            }
        }
    }

    private static boolean isVerb(Field field) {
        return Shape.verbs().containsKey(field.key());
    }

    private void blocks(Piece piece, List<String> path, Field field) {
        Class<?> element = field.element();
        if (!element.isRecord() || element == Component.class) {
            return;
        }
        Map<String, Field> fields = Shape.of(element).fields();
        if (field.holds() == Field.Holds.MAP) {
            eachEntry(piece, path, (block, at) -> keys(block, at, fields));
        } else if (piece instanceof Piece.Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                keys(list.items().get(i), with(path, Integer.toString(i)), fields);
            }
        } else {
            keys(piece, path, fields);
        }
    }

    private void call(Piece piece, List<String> path) {
        if (piece instanceof Piece.Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                call(list.items().get(i), with(path, Integer.toString(i)));
            }
        } else if (piece instanceof Piece.Scalar scalar) {
            if (isAbout(scalar.text(), name)) {
                found.add(new Mention(path, Mention.Role.CALL, scalar.text()));
            }
        } else if (piece instanceof Piece.Mapping mapping) {
            Piece.Pair to = mapping.pair("to");
            if (to != null && to.value() instanceof Piece.Scalar scalar && isAbout(scalar.text(), name)) {
                found.add(new Mention(with(path, "to"), Mention.Role.CALL, scalar.text()));
            }
            var others = new LinkedHashMap<>(Shape.of(nines.model.Call.class).fields());
            others.remove("to");
            keys(piece, path, others);
        }
    }

    private void condition(Piece piece, List<String> path) {
        if (!(piece instanceof Piece.Mapping mapping)) {
            leaves(piece, path, Mention.Role.VALUE);
            return;
        }
        for (Piece.Pair pair : mapping.pairs()) {
            List<String> here = with(path, pair.key().text());
            if (pair.key().text().equals("tolerates")) {
                keys(pair.value(), here, Shape.of(nines.model.Tolerance.class).fields());
            } else {
                leaves(pair.value(), here, Mention.Role.VALUE);
            }
        }
    }

    /** Plain values in lists of any depth; a condition inside a condition is a block again. */
    private void leaves(Piece piece, List<String> path, Mention.Role role) {
        if (piece instanceof Piece.Scalar scalar) {
            if (isAbout(scalar.text(), name)) {
                found.add(new Mention(path, role, scalar.text()));
            }
        } else if (piece instanceof Piece.Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                leaves(list.items().get(i), with(path, Integer.toString(i)), role);
            }
        } else if (piece instanceof Piece.Mapping mapping
                && mapping.pairs().stream().anyMatch(pair -> pair.key().text().matches("all|any|of|from|to"))) {
            condition(piece, path);
        }
    }

    private void eachKey(Piece piece, List<String> path) {
        if (piece instanceof Piece.Mapping mapping) {
            for (Piece.Pair pair : mapping.pairs()) {
                String key = pair.key().text();
                if (isAbout(key, name)) {
                    found.add(new Mention(with(path, key), Mention.Role.KEY, key));
                }
            }
        }
    }

    private void changes(Piece piece, List<String> path) {
        if (!(piece instanceof Piece.Mapping mapping)) {
            return;
        }
        for (Piece.Pair pair : mapping.pairs()) {
            String key = pair.key().text();
            List<String> here = with(path, key);
            List<String> steps = List.of(key.split("\\.", -1));
            int first = Paths.NAMED.contains(steps.get(0)) && steps.size() > 1 ? 1 : 0;
            if (steps.get(first).equals(name)) {
                found.add(new Mention(here, Mention.Role.PATH, key));
            }
            Field last = EVERY_FIELD.get(steps.get(steps.size() - 1));
            if (steps.size() == first + 1 && pair.value() instanceof Piece.Mapping) {
                keys(pair.value(), here, EVERY_FIELD);
            } else if (last != null && steps.size() > first + 1) {
                value(pair.value(), here, last);
            }
        }
    }

    /** The path of a change with one name in place of another. */
    static String renamedPath(String written, String name, String next) {
        List<String> steps = new ArrayList<>(List.of(written.split("\\.", -1)));
        int first = Paths.NAMED.contains(steps.get(0)) && steps.size() > 1 ? 1 : 0;
        if (steps.get(first).equals(name)) {
            steps.set(first, next);
        }
        return String.join(".", steps);
    }

    private static List<String> with(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
