package nines.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import nines.format.ResultJson;
import nines.reports.HtmlReport;
import nines.result.Result;

/** Writes a result as a file: a page to read, or a document for machines. */
final class Exports {
    private Exports() {}

    /** The end of the file's name says which. */
    static void write(Result result, Path file) throws IOException {
        if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json")) {
            ResultJson.write(result, file);
        } else {
            HtmlReport.write(result, file);
        }
    }
}
