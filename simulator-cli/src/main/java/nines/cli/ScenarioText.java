package nines.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nines.format.Change;
import nines.format.Reading;
import nines.format.ScenarioReader;
import nines.scenarios.LibraryScenario;
import nines.scenarios.ScenarioLibrary;
import org.jspecify.annotations.Nullable;

/**
 * What the argument FILE|NAME of a command stands for: a file, or else the bundled scenario of that name.
 *
 * @param name as messages show it: the path as typed, or {@code three-tier-shop.yaml}
 * @param path of the file; null for a bundled scenario
 * @param text of a bundled scenario; empty for a file
 */
record ScenarioText(String name, @Nullable Path path, String text) {
    private static final int LARGEST = 1_000_000;

    static ScenarioText of(String argument) {
        Path path = path(argument);
        if (path != null && Files.exists(path)) {
            return new ScenarioText(argument, path, "");
        }
        Optional<LibraryScenario> bundled = ScenarioLibrary.find(
                argument.endsWith(".yaml") ? argument.substring(0, argument.length() - ".yaml".length()) : argument);
        if (bundled.isPresent()) {
            return new ScenarioText(
                    bundled.get().fileName(), null, bundled.get().text());
        }
        boolean isPath = argument.matches(".*[/\\\\.].*");
        throw new CommandFailure(
                ExitCode.NO_INPUT,
                isPath
                        ? "there is no file '" + argument + "'." + nearestFile(argument, path)
                        : "'" + argument + "' is neither a file nor a bundled scenario."
                                + Nearest.hint(argument, ScenarioLibrary.names())
                                + " 'nines list' shows the bundled ones.");
    }

    private static @Nullable Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (java.nio.file.InvalidPathException noPath) {
            return null;
        }
    }

    private static String nearestFile(String argument, @Nullable Path path) {
        if (path == null) {
            return "";
        }
        Path folder = path.toAbsolutePath().getParent();
        Path file = path.getFileName();
        if (folder == null || file == null || !Files.isDirectory(folder)) {
            return "";
        }
        List<String> beside = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.limit(1000).forEach(each -> beside.add(String.valueOf(each.getFileName())));
        } catch (IOException unreadable) {
            return "";
        }
        return Nearest.of(file.toString(), beside)
                .map(near -> " Did you mean '"
                        + argument.substring(
                                0, argument.length() - file.toString().length()) + near + "'?")
                .orElse("");
    }

    Reading read(List<Change> changes, @Nullable String variant) {
        if (path != null && (Files.isDirectory(path) || !Files.isReadable(path) || isTooLarge())) {
            return ScenarioReader.read(path);
        }
        return read(content(), changes, variant);
    }

    /** Reads another text as if it stood in this one's place: with the tables beside the file. */
    Reading read(String other, List<Change> changes, @Nullable String variant) {
        return path == null
                ? ScenarioReader.parse(other, name, changes, variant)
                : ScenarioReader.parse(other, path, changes, variant);
    }

    private boolean isTooLarge() {
        try {
            return path != null && Files.size(path) > LARGEST;
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** The text as it stands. */
    String content() {
        if (path == null) {
            return text;
        }
        try {
            String read = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return read.startsWith("\uFEFF") ? read.substring(1) : read;
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    ExitCode.INPUT_OUTPUT,
                    "cannot read '" + name + "': " + WholeFiles.why(unreadable) + ".",
                    unreadable);
        }
    }

    /** SHA-256 of the text, in hexadecimal. */
    String sha256() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(content().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is required of every Java platform", impossible);
        }
    }
}
