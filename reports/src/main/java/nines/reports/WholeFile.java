package nines.reports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/** A file that is written whole or not at all: a draft beside it gets its name when it is complete on disk. */
final class WholeFile {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private WholeFile() {}

    static void write(Path file, byte[] content) throws IOException {
        try {
            writeOrFail(file, content);
        } catch (FileSystemException failure) {
            throw new IOException("cannot write '" + file + "': " + why(failure), failure);
        } catch (IOException failure) {
            throw new IOException("cannot write '" + file + "': " + failure.getMessage(), failure);
        }
    }

    private static void writeOrFail(Path file, byte[] content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe or a device keeps its place.
            Files.write(file, content);
            return;
        }
        // A link stays a link: what it leads to is replaced.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path draft = target.resolveSibling(
                ".nines-page-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + ".draft");
        try {
            try (FileChannel channel =
                    FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            move(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String why(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "no permission";
        }
        if (failure instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        String reason = failure.getReason();
        if (reason == null) {
            return failure.getClass().getSimpleName();
        }
        if (reason.contains("Not a directory")) {
            return "its folder is a file";
        }
        return reason.contains("No space left") ? "the disk is full" : reason;
    }
}
