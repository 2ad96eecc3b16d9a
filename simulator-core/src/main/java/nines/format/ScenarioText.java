package nines.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a scenario file that can be changed in one place and stays as it is everywhere else: comments, order,
 * quotes and line breaks survive. A path is the keys from the top of the file, and numbers from 0 in lists.
 *
 * <p>Every change is read back: if the new text does not say exactly what was wanted, or a comment got lost, the change is
 * {@linkplain EditRefused refused} and nothing happened.
 */
public final class ScenarioText {
    /** Characters of the text: from the first to behind the last. */
    public record Range(int from, int to) {}

    /** What stands at a path. */
    public enum Holds {
        ABSENT,
        NOTHING,
        PLAIN,
        LIST,
        BLOCK
    }

    private final String text;
    private final @Nullable Piece root;
    private final String refusal;

    private ScenarioText(String text, @Nullable Piece root, String refusal) {
        this.text = text;
        this.root = root;
        this.refusal = refusal;
    }

    /** Any text; one that is not YAML can be held, but not changed by path. */
    public static ScenarioText of(String text) {
        try {
            Piece root = PieceReader.read(text);
            return root instanceof Piece.Mapping
                    ? new ScenarioText(text, root, "")
                    : new ScenarioText(text, null, "the text is no scenario at the moment: mend it first");
        } catch (EditRefused unreadable) {
            return new ScenarioText(text, null, String.valueOf(unreadable.getMessage()));
        }
    }

    public String text() {
        return text;
    }

    /** Why the text cannot be changed by path; empty if it can. */
    public String refusal() {
        return refusal;
    }

    public boolean has(List<String> path) {
        return find(path) != null;
    }

    public Holds holds(List<String> path) {
        Piece piece = find(path);
        if (piece == null) {
            return Holds.ABSENT;
        }
        if (piece instanceof Piece.Mapping) {
            return Holds.BLOCK;
        }
        if (piece instanceof Piece.Sequence) {
            return Holds.LIST;
        }
        return piece instanceof Piece.Scalar scalar && scalar.isNothing() ? Holds.NOTHING : Holds.PLAIN;
    }

    /** The value at a path on one line, as it could be written there; empty if there is none. */
    public Optional<String> value(List<String> path) {
        Piece piece = find(path);
        if (piece instanceof Piece.Alias) {
            return Optional.of(text.substring(piece.from(), piece.to()));
        }
        return Optional.ofNullable(piece).map(Spelling.YAML::of);
    }

    /** The text of a plain value, without its quotes; empty if there is none. */
    public Optional<String> plain(List<String> path) {
        return find(path) instanceof Piece.Scalar scalar && !scalar.isNothing()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    /** The comment behind a value on its line, without its sign; empty if there is none. */
    public String comment(List<String> path) {
        Piece piece = find(path);
        if (piece == null) {
            return "";
        }
        Patch lines = patch();
        List<Comments.Comment> behind = lines.commentsIn(piece.to(), lines.lineEnd(piece.to()));
        return behind.isEmpty() ? "" : behind.get(0).text().substring(1).strip();
    }

    /** The keys of a block, or the numbers of a list, in the order of the text. */
    public List<String> keys(List<String> path) {
        Piece piece = find(path);
        if (piece instanceof Piece.Mapping mapping) {
            return mapping.pairs().stream().map(pair -> pair.key().text()).toList();
        }
        var numbers = new ArrayList<String>();
        if (piece instanceof Piece.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                numbers.add(Integer.toString(i));
            }
        }
        return numbers;
    }

    /** The entry at a path as it is written, comments included, moved to the left margin: fit for pasting elsewhere. */
    public Optional<String> source(List<String> path) {
        Piece piece = find(path);
        if (piece == null) {
            return Optional.empty();
        }
        String own = text.substring(piece.from(), piece.to());
        String indent = patch().indent(piece.from());
        return Optional.of(own.lines()
                .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line.stripLeading())
                .collect(Collectors.joining("\n")));
    }

    /** The characters of a key and its value, or of the item of a list; empty if there are none. */
    public Optional<Range> range(List<String> path) {
        Piece piece = find(path);
        if (piece == null) {
            return Optional.empty();
        }
        Piece.Pair pair = pair(path);
        return Optional.of(new Range(pair == null ? piece.from() : pair.key().from(), piece.to()));
    }

    /** The path of what a character belongs to, as deep as possible; the empty path outside of everything. */
    public List<String> pathAt(int offset) {
        var path = new ArrayList<String>();
        Piece piece = root;
        while (piece != null) {
            Piece deeper = null;
            if (piece instanceof Piece.Mapping mapping) {
                for (Piece.Pair pair : mapping.pairs()) {
                    if (pair.key().from() <= offset && offset <= pair.value().to()) {
                        path.add(pair.key().text());
                        deeper = pair.value();
                        break;
                    }
                }
            } else if (piece instanceof Piece.Sequence sequence) {
                for (int i = 0; i < sequence.items().size() && deeper == null; i++) {
                    Piece item = sequence.items().get(i);
                    if (item.from() <= offset && offset <= item.to()) {
                        path.add(Integer.toString(i));
                        deeper = item;
                    }
                }
            }
            piece = deeper;
        }
        return List.copyOf(path);
    }

    /** The text with another value at a path; blocks that are missing on the way are written too. */
    public ScenarioText set(List<String> path, String yaml) {
        Piece value = PieceReader.read(yaml);
        var place = new Placing(text, patch(), spelling());
        place.set(mapping(), path, value, yaml);
        return checked(place.done(), Expected.set(mapping(), path, value), List.of());
    }

    /** The text with another text at a path; several lines become a block of lines. */
    public ScenarioText setText(List<String> path, String words) {
        String quoted = Spelling.inQuotes(words);
        if (words.strip().contains("\n") && spelling() == Spelling.YAML) {
            try {
                var place = new Placing(text, patch(), spelling());
                place.setLines(mapping(), path, words);
                Piece value = PieceReader.read(Spelling.inQuotes(words.strip() + "\n"));
                return checked(place.done(), Expected.set(mapping(), path, value), List.of());
            } catch (EditRefused inTheWay) {
                return set(path, quoted);
            }
        }
        return set(path, YamlText.quoted(words));
    }

    /** The text with one more item at the end of a list; a value that stands alone becomes a list of both. */
    public ScenarioText add(List<String> path, String yaml) {
        Piece there = find(path);
        Piece value = PieceReader.read(yaml);
        if (there == null || there instanceof Piece.Scalar scalar && scalar.isNothing()) {
            return set(path, "[" + Spelling.YAML.of(value) + "]");
        }
        if (!(there instanceof Piece.Sequence list) || list.items().isEmpty()) {
            String first = there instanceof Piece.Sequence ? "" : Spelling.YAML.of(there) + ", ";
            return set(path, "[" + first + Spelling.YAML.of(value) + "]");
        }
        var place = new Placing(text, patch(), spelling());
        place.add(list, value);
        return checked(place.done(), Expected.add(mapping(), path, value), List.of());
    }

    /**
     * The text without what stands at a path; a block that becomes empty goes too, but not {@code components}. Comments of
     * the entry itself go with it, those around it stay.
     */
    public ScenarioText remove(List<String> path) {
        Piece piece = find(path);
        if (piece == null) {
            throw new EditRefused("there is no `" + String.join(".", path) + "`");
        }
        List<String> parent = path.subList(0, path.size() - 1);
        Piece owner = find(parent);
        boolean last = owner instanceof Piece.Mapping mapping && mapping.pairs().size() == 1
                || owner instanceof Piece.Sequence list && list.items().size() == 1;
        if (last && parent.equals(List.of("components"))) {
            return set(parent, "{}");
        }
        if (last && !parent.isEmpty()) {
            return remove(parent);
        }
        var place = new Placing(text, patch(), spelling());
        List<Comments.Comment> gone = place.remove(owner == null ? mapping() : owner, path.get(path.size() - 1));
        return checked(place.done(), Expected.remove(mapping(), path), gone);
    }

    /** The text with another name for a key. */
    public ScenarioText rename(List<String> path, String key) {
        Piece.Pair pair = pair(path);
        if (pair == null) {
            throw new EditRefused("there is no `" + String.join(".", path) + "`");
        }
        List<String> renamed = new ArrayList<>(path.subList(0, path.size() - 1));
        renamed.add(key);
        if (has(renamed)) {
            throw new EditRefused("there is a `" + key + "` already");
        }
        String next = patch().replace(
                        pair.key().from(), pair.key().to(), spelling().key(key))
                .done();
        return checked(next, Expected.rename(mapping(), path, key), List.of());
    }

    private ScenarioText checked(String next, Object expected, List<Comments.Comment> gone) {
        ScenarioText changed = of(next);
        if (changed.root == null || !changed.root.plain().equals(expected)) {
            throw new EditRefused(
                    "this cannot be changed from here without touching something else; change it in the text");
        }
        List<String> before = words(Comments.of(text, mapping()));
        words(gone).forEach(before::remove);
        words(Comments.of(next, changed.mapping())).forEach(before::remove);
        if (!before.isEmpty()) {
            throw new EditRefused("a comment would be lost (" + before.get(0) + "); change it in the text");
        }
        return changed;
    }

    private static List<String> words(List<Comments.Comment> comments) {
        return new ArrayList<>(comments.stream().map(Comments.Comment::text).toList());
    }

    private Patch patch() {
        return new Patch(text, Comments.of(text, mapping()));
    }

    private Spelling spelling() {
        return text.stripLeading().startsWith("{") ? Spelling.JSON : Spelling.YAML;
    }

    /** The whole; an {@link EditRefused} if it cannot be read. */
    Piece.Mapping mapping() {
        if (root instanceof Piece.Mapping mapping) {
            return mapping;
        }
        throw new EditRefused(refusal);
    }

    @Nullable
    Piece find(List<String> path) {
        Piece piece = root;
        for (String step : path) {
            piece = piece == null ? null : step(piece, step);
        }
        return piece;
    }

    static @Nullable Piece step(Piece piece, String step) {
        if (piece instanceof Piece.Mapping mapping) {
            Piece.Pair pair = mapping.pair(step);
            return pair == null ? null : pair.value();
        }
        if (piece instanceof Piece.Sequence sequence && step.matches("[0-9]{1,6}")) {
            int index = Integer.parseInt(step);
            return index < sequence.items().size() ? sequence.items().get(index) : null;
        }
        return null;
    }

    private Piece.@Nullable Pair pair(List<String> path) {
        return !path.isEmpty() && find(path.subList(0, path.size() - 1)) instanceof Piece.Mapping mapping
                ? mapping.pair(path.get(path.size() - 1))
                : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScenarioText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
