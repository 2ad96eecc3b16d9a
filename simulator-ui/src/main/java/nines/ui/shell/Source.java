package nines.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
     */
    Reading read(String text, String variant);

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
        public Reading read(String text, String variant) {
            return ScenarioReader.parse(text, file, variant.isEmpty() ? null : variant);
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
        public Reading read(String words, String variant) {
            return ScenarioReader.parse(words, name, List.of(), variant.isEmpty() ? null : variant);
        }
    }
}
