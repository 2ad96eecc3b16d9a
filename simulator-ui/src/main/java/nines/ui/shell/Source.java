package nines.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nines.format.Change;
import nines.format.Reading;
import nines.format.ScenarioReader;

/** Something that can be opened: a file, or a text that came with the program. */
public interface Source {
    /** As the title of the window shows it. */
    String name();

    /** Reads it, with everything that is wrong about it. */
    Reading read();

    /**
     * Reads another text in its place.
     *
     * @param variant the alternative; empty: as written
     * @param changes made before it is understood
     */
    Reading read(String text, String variant, List<Change> changes);

    /** As above, without changes. */
    default Reading read(String text, String variant) {
        return read(text, variant, List.of());
    }

    /** As the command line calls it. */
    default String command() {
        return name();
    }

    /** Its text; empty where it has none that can be shown. */
    String text();

    static Source file(Path file) {
        return new FileSource(file);
    }

    /** A scenario file of the user. */
    record FileSource(Path file) implements Source {
        @Override
        public String name() {
            Path last = file.getFileName();
            return last == null ? file.toString() : last.toString();
        }

        @Override
        public Reading read() {
            return ScenarioReader.read(file);
        }

        @Override
        public Reading read(String text, String variant, List<Change> changes) {
            return ScenarioReader.parse(text, file, changes, variant.isEmpty() ? null : variant);
        }

        @Override
        public String command() {
            return file.toString();
        }

        @Override
        public String text() {
            try {
                String text = Files.size(file) > 1_000_000 ? "" : Files.readString(file);
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (IOException unreadable) {
                // The reading says why.
                return "";
            }
        }
    }

    /** A text that came with the program, or one that has no file yet. */
    record BundledSource(String name, String text) implements Source {
        @Override
        public Reading read() {
            return ScenarioReader.parse(text, name);
        }

        @Override
        public Reading read(String words, String variant, List<Change> changes) {
            return ScenarioReader.parse(words, name, changes, variant.isEmpty() ? null : variant);
        }

        @Override
        public String command() {
            return name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name;
        }
    }
}
