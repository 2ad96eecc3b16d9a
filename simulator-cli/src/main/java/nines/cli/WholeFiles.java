package nines.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Files that are written whole or not at all: all drafts are complete on disk before the first of them gets its name.
 * What goes wrong ends the command with a sentence, and no draft stays behind.
 */
final class WholeFiles {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private WholeFiles() {}

    static void write(Path file, String text) {
        write(file, draft -> Files.writeString(draft, text, StandardCharsets.UTF_8));
    }

    static void write(Path file, Content content) {
        Map<Path, Content> one = new LinkedHashMap<>();
        one.put(file, content);
        write(one);
    }

    /** Writes all the files; each gets its name only when the contents of all are complete. */
    static void write(Map<Path, Content> files) {
        List<Path> drafts = new ArrayList<>();
        Path current = Path.of("");
        try {
            for (Map.Entry<Path, Content> file : files.entrySet()) {
                current = file.getKey();
                Path draft = draftBeside(current);
                drafts.add(draft);
                file.getValue().writeTo(draft);
            }
            int next = 0;
            for (Path file : files.keySet()) {
                current = file;
                move(drafts.get(next++), file);
            }
        } catch (IOException failure) {
            throw failed(current, failure);
        } finally {
            drafts.forEach(WholeFiles::drop);
        }
    }

    /** Fails now rather than after the work when the file could not be written. */
    static void checkWritable(Path file) {
        if (Files.isDirectory(file)) {
            throw new CommandFailure(ExitCode.INPUT_OUTPUT, "cannot write " + file + ": it is a directory.");
        }
        try {
            drop(draftBeside(file));
        } catch (IOException failure) {
            throw failed(file, failure);
        }
    }

    private static Path draftBeside(Path file) throws IOException {
        String name = ".nines-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + ".draft";
        if (isSpecial(file)) {
            return Files.createTempFile(name, "");
        }
        return Files.createFile(target(file).resolveSibling(name));
    }

    /** A link stays a link: what it leads to is replaced. */
    private static Path target(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    /** A pipe or a device keeps its place and is written into. */
    private static boolean isSpecial(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    private static void move(Path draft, Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "it is a directory");
        }
        if (isSpecial(file)) {
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                Files.copy(draft, out);
            }
            return;
        }
        Path target = target(file);
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException slowly) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void drop(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException gone) {
            // Nothing can be done, and what failed before matters more.
            draft.toFile().deleteOnExit();
        }
    }

    static CommandFailure failed(Path file, IOException failure) {
        return new CommandFailure(ExitCode.INPUT_OUTPUT, "cannot write " + file + ": " + why(failure) + ".", failure);
    }

    static String why(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "no permission";
        }
        if (failure instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (failure instanceof NotDirectoryException) {
            return "its folder is a file";
        }
        String reason = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(failure.getMessage());
        return reason.contains("No space left")
                ? "the disk is full"
                : Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
    }

    /** Writes itself into a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path draft) throws IOException;
    }
}
