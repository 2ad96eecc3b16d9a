package nines.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nines.model.Common;
import nines.model.Component;
import nines.model.Event;
import nines.model.Kind;

/** The keys of one block that the language does not have there, and the keys they probably mean. */
final class Strays {

    static final Strays NONE = new Strays(Map.of(), false);

    private static final Pattern HALF = Pattern.compile("[0-9]+ ?[a-zA-Z%/]*");
    private static final Set<String> EVERYWHERE = Set.of("like", "about");

    private final Map<String, Node> meant;
    private final boolean any;

    private Strays(Map<String, Node> meant, boolean any) {
        this.meant = meant;
        this.any = any;
    }

    /** Whether a key that is not written may be meant by one that is. */
    boolean mayMean(String key) {
        return any || meant.containsKey(key);
    }

    /** What stands under stray keys, by the key that each probably means. */
    Map<String, Node> meant() {
        return meant;
    }

    /**
     * Tells every stray key of a block.
     *
     * @param known keys that are no part of the shape and yet fine
     */
    static Strays in(
            Node.Entries block, Shape shape, Where where, Set<String> known, Problems problems, Unknowns unknowns) {
        Map<String, Node> meant = new LinkedHashMap<>();
        boolean any = false;
        for (Map.Entry<String, Node.Entry> entry : block.entries().entrySet()) {
            String key = entry.getKey();
            if (shape.field(key) != null || known.contains(key) || EVERYWHERE.contains(key) || key.startsWith("x-")) {
                continue;
            }
            List<String> keys = new ArrayList<>(shape.fields().keySet());
            keys.addAll(known);
            Optional<String> near = DidYouMean.nearest(key, keys);
            List<String> owners = near.isPresent() ? List.of() : owners(key, shape);
            near.ifPresent(word -> meant.putIfAbsent(word, entry.getValue().value()));
            any |= near.isEmpty() && owners.isEmpty();
            boolean half = entry.getValue().value() instanceof Node.Nothing
                    && HALF.matcher(key).matches();
            unknowns.unread(entry.getValue().value());
            problems.add(
                    Code.N101,
                    entry.getValue().key(),
                    where.path(key),
                    "unknown key `" + key + "` in " + where.what() + "."
                            + near.map(word -> " Did you mean `" + word + "`?").orElse("")
                            + (half
                                    ? " Is it part of a number? A comma ends a value here: write `1.5h`, not `1,5h`."
                                    : near.isPresent()
                                            ? ""
                                            : owners.isEmpty() ? allowed(shape) : belongs(owners, shape)));
        }
        return meant.isEmpty() && !any ? NONE : new Strays(meant, any);
    }

    /**
     * A file whose misspelt sections stand under the names that they probably mean, so that what is in them is read; each is
     * told.
     */
    static Node.Entries mended(Node.Entries file, Set<String> sections, Problems problems) {
        Map<String, Node.Entry> mended = new LinkedHashMap<>();
        file.entries().forEach((key, entry) -> {
            boolean fine = sections.contains(key) || key.startsWith("x-");
            String near = fine ? null : DidYouMean.nearest(key, sections).orElse(null);
            if (near == null || !Paths.NAMED.contains(near) || file.has(near) || mended.containsKey(near)) {
                mended.put(key, entry);
                return;
            }
            problems.add(
                    Code.N101, entry.key(), key, "unknown key `" + key + "` in the file. Did you mean `" + near + "`?");
            mended.put(near, entry);
        });
        return new Node.Entries(mended, file.spot(), file.unsure());
    }

    /** The kinds of components, or the verbs of events, that have a key. */
    private static List<String> owners(String key, Shape shape) {
        Map<String, Class<?>> family = Component.class.isAssignableFrom(shape.type())
                ? Shape.kinds()
                : shape.type() == Event.class ? Shape.verbs() : Map.of();
        return family.entrySet().stream()
                .filter(one -> Shape.of(one.getValue()).field(key) != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String belongs(List<String> owners, Shape shape) {
        return (shape.type() == Event.class ? " It belongs to " : " It is a key of ") + String.join(", ", owners) + ".";
    }

    /** The keys of a block; of a component first those of its kind, then those that every kind has. */
    private static String allowed(Shape shape) {
        Kind kind = shape.type().getAnnotation(Kind.class);
        if (kind == null) {
            return " Allowed are " + String.join(", ", shape.fields().keySet()) + ".";
        }
        Set<String> common = Shape.of(Common.class).fields().keySet();
        List<String> own = shape.fields().keySet().stream()
                .filter(key -> !common.contains(key))
                .toList();
        return (own.isEmpty() ? "" : " Keys of a " + kind.name() + ": " + String.join(", ", own) + ".")
                + " Keys of every component: " + String.join(", ", common) + ".";
    }
}
