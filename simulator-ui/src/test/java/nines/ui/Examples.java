package nines.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nines.format.Change;
import nines.format.Reading;
import nines.format.ResultJson;
import nines.format.ScenarioReader;
import nines.result.Result;
import nines.ui.shell.Source;

/** What the tests of the desktop open and show. */
public final class Examples {
    private Examples() {}

    /** The example of the result's documentation: a shop whose journey “order” keeps its promise. */
    public static Result result() {
        try {
            return ResultJson.read(Path.of("..", "docs", "result-example.json"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A scenario file of the tests. */
    public static Source source(String name) {
        return new Text(name, text(name));
    }

    private static String text(String name) {
        try (InputStream file = Examples.class.getResourceAsStream("/nines/ui/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    record Text(String name, String text) implements Source {
        @Override
        public Reading read() {
            return ScenarioReader.parse(text, name);
        }

        @Override
        public Reading read(String words, String variant, List<Change> changes) {
            return ScenarioReader.parse(words, name, changes, variant.isEmpty() ? null : variant);
        }
    }
}
