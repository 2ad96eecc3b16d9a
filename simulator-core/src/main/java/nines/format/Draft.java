package nines.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.model.Source;
import org.jspecify.annotations.Nullable;

/** A value about to be written, possibly with a comment that says where it comes from. */
sealed interface Draft {

    boolean isEmpty();

    /** The comment beside it; empty for none. */
    String comment();

    /** The same value with its source beside it, if it is one that nobody wrote. */
    default Draft because(@Nullable Source source) {
        return this;
    }

    static Draft text(String text) {
        return new Plain(text, true, "");
    }

    /** A number, a flag or null: no quotes in JSON. */
    static Draft number(String text) {
        return new Plain(text, false, "");
    }

    static Draft items(List<Draft> items) {
        return new Items(items, "");
    }

    private static String because(@Nullable Source source, String comment) {
        if (source instanceof Source.Default silence) {
            return "default (" + KebabCase.of(silence.set()) + ")";
        }
        if (source instanceof Source.Catalogue catalogue) {
            String grade = catalogue.grade().isEmpty() ? "" : ", grade " + catalogue.grade();
            String date = catalogue.date().isEmpty() ? "" : ", " + catalogue.date();
            String id = catalogue.text().startsWith("catalogue:") ? "" : "catalogue:" + catalogue.id();
            String said = catalogue.silent() ? "default, " : "";
            String all = said + id + grade + date;
            return all.replace(", , ", ", ").replaceAll("^, |, $", "");
        }
        return comment;
    }

    /**
     * A text, number or flag.
     *
     * @param quoted whether JSON writes it as a text
     */
    record Plain(String text, boolean quoted, String comment) implements Draft {
        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public Draft because(@Nullable Source source) {
            return new Plain(text, quoted, Draft.because(source, comment));
        }
    }

    /** A list. */
    record Items(List<Draft> items, String comment) implements Draft {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public boolean isEmpty() {
            return items.isEmpty();
        }

        @Override
        public Draft because(@Nullable Source source) {
            return new Items(items, Draft.because(source, comment));
        }
    }

    /** A block, to be filled. */
    final class Block implements Draft {
        private final Map<String, Draft> entries = new LinkedHashMap<>();

        void put(String key, Draft value) {
            entries.put(key, value);
        }

        boolean has(String key) {
            return entries.containsKey(key);
        }

        Map<String, Draft> entries() {
            return entries;
        }

        @Override
        public boolean isEmpty() {
            return entries.isEmpty();
        }

        @Override
        public String comment() {
            return "";
        }
    }
}
