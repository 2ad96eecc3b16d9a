package nines.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import nines.format.ResultJson;
import nines.format.UnreadableResult;
import nines.result.Result;

/** A file that {@code run --format json} or {@code --out} wrote, read back. */
final class ResultFile {
    private ResultFile() {}

    /** The result; whatever stands in the way ends the command with a sentence and the right number. */
    static Result read(String name) {
        String text = text(name);
        try {
            Result result = ResultJson.read(text);
            if (result.journey(result.headline()).isEmpty()) {
                throw new UnreadableResult(
                        "1:1: the headline names no journey of the document: '" + result.headline() + "'");
            }
            return result;
        } catch (UnreadableResult | IllegalArgumentException unreadable) {
            throw new CommandFailure(
                    ExitCode.BAD_SCENARIO, name + ":" + unreadable.getMessage() + "." + hint(text), unreadable);
        }
    }

    private static String text(String name) {
        Path file = path(name);
        if (!Files.exists(file)) {
            throw new CommandFailure(ExitCode.NO_INPUT, "there is no file '" + name + "'.");
        }
        if (Files.isDirectory(file)) {
            Path inside = file.resolve(ResultFolder.RESULT);
            throw new CommandFailure(
                    ExitCode.NO_INPUT,
                    "'" + name + "' is a directory."
                            + (Files.exists(inside) ? " Did you mean '" + inside + "'?" : " Name a result in it."));
        }
        try {
            String read = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return read.startsWith("\uFEFF") ? read.substring(1) : read;
        } catch (CharacterCodingException binary) {
            throw new CommandFailure(
                    ExitCode.BAD_SCENARIO, name + ":1:1: not a result: it is not text in UTF-8.", binary);
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    ExitCode.INPUT_OUTPUT,
                    "cannot read '" + name + "': " + WholeFiles.why(unreadable) + ".",
                    unreadable);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            throw new CommandFailure(ExitCode.NO_INPUT, "there is no file '" + name + "'.", noPath);
        }
    }

    /** What else the file seems to be. */
    private static String hint(String text) {
        if (text.isBlank()) {
            return "";
        }
        String start = text.substring(0, Math.min(text.length(), 4096));
        if (start.contains("\"nines-comparison\"")) {
            return " It is a comparison of designs: 'nines compare --report' writes a page of one.";
        }
        if (start.contains("\"nines-solution\"")) {
            return " It is what 'nines solve' answered; a report is made of a run.";
        }
        boolean scenario = start.lines().anyMatch(line -> line.startsWith("nines:")) || start.contains("\"nines\":");
        return scenario ? " It is a scenario: 'nines run … --report out.html' simulates it and writes the page." : "";
    }
}
