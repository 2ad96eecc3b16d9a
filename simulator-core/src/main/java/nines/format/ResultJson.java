package nines.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import nines.result.Result;

/**
 * The JSON form of a result, as {@code docs/result.md} describes it. The order of fields is fixed and numbers are
 * written with the fewest digits that read back to the same bits, so equal results give equal files on every Java.
 */
public final class ResultJson {
    private ResultJson() {}

    public static String write(Result result) {
        return RecordWriter.write(result);
    }

    /** Reads what {@link #write} wrote, now or in an older version; keys of later additions are passed over. */
    public static Result read(String json) {
        return RecordReader.read(json, Result.class, "nines-result", Result.VERSION);
    }

    /** Writes the whole file or none of it. */
    public static void write(Result result, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        Path draft = Files.createTempFile(folder == null ? target.getRoot() : folder, ".nines", ".json");
        try {
            Files.writeString(draft, write(result), StandardCharsets.UTF_8);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    public static Result read(Path file) throws IOException {
        try {
            return read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (UnreadableResult unreadable) {
            throw new UnreadableResult(file + ":" + unreadable.getMessage());
        }
    }
}
