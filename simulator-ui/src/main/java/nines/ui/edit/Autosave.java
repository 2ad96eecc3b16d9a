package nines.ui.edit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Unsaved work in a folder of its own, so that a crash loses little: one file for each window, gone as soon as the work is
 * saved or given up.
 */
public final class Autosave {
    private static final String EXTENSION = ".unsaved";

    private final Path folder;
    private final Path own;

    /** Work that a window left behind. */
    public record Left(Path file, String origin, String text) {}

    /**
     * @param folder where unsaved work lies
     * @param window a name for this window that no other has
     */
    public Autosave(Path folder, String window) {
        this.folder = folder;
        this.own = folder.resolve(window + EXTENSION);
    }

    /**
     * Keeps a text; whole or not at all.
     *
     * @param origin the file it belongs to; empty for none
     */
    public void keep(String origin, String text) throws IOException {
        Files.createDirectories(folder);
        write(own, origin.replace("\n", " ") + "\n" + text);
    }

    /** The work is saved or given up. */
    public void clear() throws IOException {
        Files.deleteIfExists(own);
    }

    /** What other windows left behind, if they do not live any more. */
    public List<Left> left() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION) && !file.equals(own))
                    .filter(file -> !isAlive(file))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** A window is named after its process. */
    private static boolean isAlive(Path file) {
        String window = String.valueOf(file.getFileName()).replace(EXTENSION, "");
        String process = window.replaceAll("^.*?([0-9]+)$", "$1");
        return process.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(process))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }

    private static Optional<Left> read(Path file) {
        try {
            String all = Files.readString(file);
            int end = all.indexOf('\n');
            return end < 0
                    ? Optional.empty()
                    : Optional.of(new Left(file, all.substring(0, end), all.substring(end + 1)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Gives up what another window left behind. */
    public static void discard(Left left) throws IOException {
        Files.deleteIfExists(left.file());
    }

    /** Writes a file whole or not at all. */
    public static void write(Path file, String text) throws IOException {
        Path whole = file.toAbsolutePath();
        Path folder = whole.getParent();
        Path part = Files.createTempFile(folder, ".nines", ".part");
        try {
            Files.write(part, text.getBytes(StandardCharsets.UTF_8));
            try {
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException notHere) {
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
