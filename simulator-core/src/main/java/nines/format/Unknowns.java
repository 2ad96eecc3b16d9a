package nines.format;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a file is not known because it could not be read. Its mistake has been told; nothing more is concluded from it,
 * so that no mistake has followers, and all that is known is checked in full.
 */
final class Unknowns {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern NUMBERED = Pattern.compile("(.+)-[1-9][0-9]*");

    private final Set<String> paths = new HashSet<>();
    private final Set<String> around = new HashSet<>();
    private final Set<String> defined = new HashSet<>();
    private final Set<String> mentioned = new HashSet<>();
    private final Set<String> anyOf = new HashSet<>();

    /** The value of a path is not known. */
    void add(String path) {
        if (paths.add(path)) {
            for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
                around.add(path.substring(0, dot));
            }
        }
    }

    /** Whether neither the value nor a block around it is unknown; something in it may be. */
    boolean isKnown(String path) {
        for (String p = path; !p.isEmpty(); p = p.substring(0, Math.max(0, p.lastIndexOf('.')))) {
            if (paths.contains(p)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the value is known with everything in it. */
    boolean isKnownThroughout(String path) {
        return isKnown(path) && !around.contains(path);
    }

    /** Whether all of these are known throughout. */
    boolean areKnown(String... all) {
        for (String path : all) {
            if (!isKnownThroughout(path)) {
                return false;
            }
        }
        return true;
    }

    /** A part of the file that may define names and could not be read. */
    void defines(Node node) {
        words(node, defined);
        unread(node);
    }

    /** An entry whose name breaks the rules: others may call it so, or as it should be called. */
    void misnamed(String name, String better) {
        defined.add(better);
        defined.add(name.toLowerCase(Locale.ROOT));
        mentioned.add(name);
    }

    /** Whether a name may be defined in a part that could not be read. */
    boolean mayBeDefined(String name) {
        String base = name.replaceAll("[.@].*$", "");
        Matcher numbered = NUMBERED.matcher(base);
        return defined.contains(base.toLowerCase(Locale.ROOT))
                || (numbered.matches() && defined.contains(numbered.group(1).toLowerCase(Locale.ROOT)));
    }

    /** A value that could not be read, and may use names. */
    void unread(Node node) {
        words(node, mentioned);
    }

    /** What a block is unsure about. A block that takes more from elsewhere may use any component. */
    void unsure(Node.Entries block) {
        block.unsure().values().forEach(nodes -> nodes.forEach(this::unread));
        if (block.unsure().containsKey(Node.Entries.ANY)) {
            anyOf.add("components");
        }
    }

    /** A name that is nowhere in some sections may have meant these; none: it may have meant any. */
    void mayMean(String[] sections, Collection<String> names) {
        mentioned.addAll(names);
        if (names.isEmpty()) {
            anyOf.addAll(List.of(sections));
        }
    }

    /** Whether something that could not be read may use an entry of a section. */
    boolean mayBeUsed(String section, String name) {
        return anyOf.contains(section) || mentioned.contains(name);
    }

    private static void words(Node node, Set<String> words) {
        if (node instanceof Node.Plain plain) {
            words(plain.text(), words);
        } else if (node instanceof Node.Items list) {
            list.items().forEach(item -> words(item, words));
        } else if (node instanceof Node.Entries block) {
            block.entries().forEach((key, entry) -> {
                words(key, words);
                words(entry.value(), words);
            });
        }
    }

    private static void words(String text, Set<String> words) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String found = word.group().toLowerCase(Locale.ROOT);
            words.add(found);
            Matcher numbered = NUMBERED.matcher(found);
            if (numbered.matches()) {
                words.add(numbered.group(1));
            }
        }
    }
}
