package nines.ui.shell;

import java.nio.file.Path;
import nines.format.Reading;
import nines.format.ScenarioReader;

/** Something that can be opened: a file, or a scenario of the library. */
public interface Source {
    /** As the title of the window shows it. */
    String name();

    /** Reads it, with everything that is wrong about it. */
    Reading read();

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
    }

    /** A text that came with the program. */
    record BundledSource(String name, String text) implements Source {
        @Override
        public Reading read() {
            return ScenarioReader.parse(text, name);
        }
    }
}
