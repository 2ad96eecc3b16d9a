package nines.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import nines.format.ResultJson;
import nines.result.Result;
import nines.result.Series;
import nines.result.Traffic;

/** The folder of {@code --out}: the result document and its tables, all of them or none. */
final class ResultFolder {
    static final String RESULT = "result.json";

    private ResultFolder() {}

    static void checkWritable(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CommandFailure(
                    ExitCode.INPUT_OUTPUT, "cannot write to " + folder + ": it is a file, --out names a folder.");
        }
        boolean made = !Files.isDirectory(folder);
        make(folder);
        try {
            WholeFiles.checkWritable(folder.resolve(RESULT));
        } finally {
            if (made) {
                folder.toFile().delete();
            }
        }
    }

    static void write(Result result, Path folder) {
        Map<String, String> files = tables(result);
        // Last: whoever sees it sees the tables too.
        files.put(RESULT, ResultJson.write(result).stripTrailing() + "\n");
        write(files, folder);
    }

    /** The tables alone. */
    static void writeTables(Result result, Path folder) {
        write(tables(result), folder);
    }

    private static Map<String, String> tables(Result result) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("estimates.csv", Csv.estimates(result));
        files.put("causes.csv", Csv.causes(result));
        files.put("contributions.csv", Csv.contributions(result));
        files.put("provenance.csv", Csv.provenance(result));
        files.put("windows.csv", Csv.windows(result));
        files.put("outages.csv", Csv.outages(result));
        if (!result.structures().isEmpty()) {
            files.put("cut-sets.csv", Csv.cutSets(result));
            files.put("importance.csv", Csv.importance(result));
        }
        Traffic traffic = result.traffic();
        Series series = traffic == null ? null : traffic.series();
        if (series != null) {
            files.put("series.csv", Csv.series(series));
            files.put("queues.csv", Csv.queues(series));
        }
        return files;
    }

    /** Writes texts by file name, all or none. */
    static void write(Map<String, String> texts, Path folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        writeBytes(files, folder);
    }

    /** Writes contents by file name, all or none. */
    static void writeBytes(Map<String, byte[]> contents, Path folder) {
        boolean made = !Files.isDirectory(folder);
        make(folder);
        Map<Path, WholeFiles.Content> files = new LinkedHashMap<>();
        contents.forEach((name, bytes) -> files.put(folder.resolve(name), draft -> Files.write(draft, bytes)));
        try {
            WholeFiles.write(files);
        } catch (CommandFailure failure) {
            if (made) {
                folder.toFile().delete(); // succeeds only where nothing is in it
            }
            throw failure;
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw WholeFiles.failed(folder, failure);
        }
    }
}
