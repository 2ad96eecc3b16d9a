package nines.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nines.format.ResultJson;
import nines.result.Result;

/** Results to write pages of, made from the documented example. */
final class Samples {
    private static final Path EXAMPLE = Path.of("../docs/result-example.json");

    private Samples() {}

    static Result example() {
        return ResultJson.read(exampleText());
    }

    static String exampleText() {
        try {
            return Files.readString(EXAMPLE);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
