package nines.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of parameters where {@code $name} stands. */
final class Parameters {

    private static final Pattern NAME = Pattern.compile("\\$([a-z][a-z0-9-]*)");
    private static final String[] SECTION = {"parameters"};
    private static final Set<String> TEXTS = Set.of("about", "name");

    private final Node.Entries values;
    private final Problems problems;
    private final Unknowns unknowns;
    private final Set<String> used = new LinkedHashSet<>();

    Parameters(Node.Entries values, Problems problems, Unknowns unknowns) {
        this.values = values;
        this.problems = problems;
        this.unknowns = unknowns;
    }

    /** Names that stood somewhere. */
    Set<String> used() {
        return used;
    }

    Node.Entries in(Node.Entries block) {
        Map<String, Node.Entry> map = new LinkedHashMap<>();
        block.entries().forEach((key, entry) -> {
            Node value = TEXTS.contains(key) || key.startsWith("x-") ? entry.value() : in(entry.value(), key);
            map.put(key, new Node.Entry(entry.key(), value));
        });
        return block.holding(map);
    }

    private Node in(Node node, String key) {
        if (node instanceof Node.Entries block) {
            return in(block);
        }
        if (node instanceof Node.Items list) {
            List<Node> items = new ArrayList<>();
            list.items().forEach(item -> items.add(in(item, key)));
            return new Node.Items(items, list.spot());
        }
        return node instanceof Node.Plain plain && plain.text().indexOf('$') >= 0 ? in(plain, key) : node;
    }

    private Node in(Node.Plain plain, String key) {
        Matcher whole = NAME.matcher(plain.text());
        if (whole.matches()) {
            Node value = value(whole.group(1), plain, key);
            return value instanceof Node.Plain v
                    ? new Node.Plain(v.text(), v.quoted(), plain.spot(), plain.text())
                    : value;
        }
        String text = whole.replaceAll(found -> Matcher.quoteReplacement(spliced(found, plain, key)));
        return new Node.Plain(text, plain.quoted(), plain.spot(), plain.parameter());
    }

    private String spliced(MatchResult found, Node.Plain plain, String key) {
        return value(found.group(1), plain, key) instanceof Node.Plain value
                        && !value.text().equals(plain.text())
                ? value.text()
                : found.group();
    }

    private Node value(String name, Node.Plain plain, String key) {
        used.add(name);
        Node value = values.get(name);
        if (value != null) {
            return value;
        }
        if (!unknowns.mayBeDefined(name)) {
            Optional<String> near = DidYouMean.nearest(name, values.entries().keySet());
            unknowns.mayMean(SECTION, near.map(List::of).orElse(List.of()));
            String hint = near.map(n -> " Did you mean `$" + n + "`?").orElse(" Add it to `parameters`.");
            problems.add(
                    Code.N112, plain.spot(), "", "`$" + name + "`: no such parameter." + hint + " (In `" + key + "`.)");
        }
        return new Node.Plain(plain.text(), plain.quoted(), plain.spot(), plain.text());
    }
}
