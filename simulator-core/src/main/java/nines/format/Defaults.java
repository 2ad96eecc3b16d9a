package nines.format;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Silence, written out in the words of the language. */
final class Defaults {

    private static final Map<String, Node> READ = new ConcurrentHashMap<>();

    private Defaults() {}

    /** A default as a located node. */
    static Node snippet(String text) {
        Node known = READ.get(text);
        if (known == null) {
            known = snippet(text, "a default");
            READ.put(text, known);
        }
        return known;
    }

    /** A default that a change has been written over. */
    static Node snippet(String text, String by) {
        try {
            Node node = text.startsWith("{") || text.startsWith("[")
                    ? YamlTree.read(text, new Problems(text))
                    : new Node.Plain(text, Spot.NOWHERE);
            return Respot.to(node, new Spot(0, 0, by.isEmpty() ? "a default" : by));
        } catch (Unreadable e) {
            throw new IllegalStateException("the default `" + text + "` cannot be read: " + e.rule(), e);
        }
    }
}
