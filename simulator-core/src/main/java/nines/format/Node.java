package nines.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a scenario file with the spot where it was written: the same for YAML and JSON. */
sealed interface Node {

    Spot spot();

    /** What it is, in words fit for a message. */
    String what();

    /**
     * A text, number or flag.
     *
     * @param quoted whether it was written in quotes, and so is a text in any case
     * @param parameter the {@code $name} in whose place it stands; null: written here
     */
    record Plain(
            String text,
            boolean quoted,
            Spot spot,
            @Nullable String parameter) implements Node {

        Plain(String text, Spot spot) {
            this(text, false, spot, null);
        }

        @Override
        public String what() {
            return "`" + shortened(text) + "`";
        }
    }

    /** Nothing: {@code null}, {@code ~} or an empty value. */
    record Nothing(Spot spot) implements Node {
        @Override
        public String what() {
            return "nothing";
        }
    }

    /** A list. */
    record Items(List<Node> items, Spot spot) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String what() {
            return "a list";
        }
    }

    /** A key and its value. */
    record Entry(Spot key, Node value) {}

    /**
     * A block.
     *
     * @param unsure keys about which nothing may be concluded, with what was written for them besides: a key that stands
     *     twice; {@link #ANY} for a block that takes more from elsewhere, which could not be read
     */
    record Entries(Map<String, Entry> entries, Spot spot, Map<String, List<Node>> unsure) implements Node {

        /** Stands for every key that is not written. */
        static final String ANY = "*";

        Entries(Map<String, Entry> entries, Spot spot) {
            this(entries, spot, Map.of());
        }

        static Entries empty(Spot spot) {
            return new Entries(Map.of(), spot);
        }

        /** A block that takes its entries from elsewhere, which could not be read. */
        static Entries unread(Node from) {
            return new Entries(Map.of(), from.spot(), Map.of(ANY, List.of(from)));
        }

        @Override
        public String what() {
            return "a block";
        }

        boolean isEmptyBlock() {
            return entries.isEmpty();
        }

        boolean has(String key) {
            return entries.containsKey(key);
        }

        /** The value of a key; null if it is not there. */
        @Nullable
        Node get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        /** The text of a key; null if it is not there or not plain. */
        @Nullable
        String text(String key) {
            return get(key) instanceof Plain plain ? plain.text() : null;
        }

        /** Whether the block says what this key is, be it by silence. */
        boolean isSure(String key) {
            return !unsure.containsKey(key) && (entries.containsKey(key) || !unsure.containsKey(ANY));
        }

        /** The same block with other entries. */
        Entries holding(Map<String, Entry> other) {
            return new Entries(other, spot, unsure);
        }

        /** The same block, unsure about more. */
        Entries andUnsure(Map<String, List<Node>> more) {
            if (more.isEmpty()) {
                return this;
            }
            Map<String, List<Node>> all = new LinkedHashMap<>(unsure);
            all.putAll(more);
            return new Entries(entries, spot, all);
        }

        Entries with(String key, Entry entry) {
            Map<String, Entry> map = new LinkedHashMap<>(entries);
            map.put(key, entry);
            return new Entries(map, spot, sureOf(key));
        }

        Entries without(String key) {
            Map<String, Entry> map = new LinkedHashMap<>(entries);
            map.remove(key);
            return new Entries(map, spot, sureOf(key));
        }

        private Map<String, List<Node>> sureOf(String key) {
            if (!unsure.containsKey(key)) {
                return unsure;
            }
            Map<String, List<Node>> others = new LinkedHashMap<>(unsure);
            others.remove(key);
            return others;
        }
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ').strip();
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }
}
