package nines.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nines.reports.HtmlReport;
import nines.result.Result;

/** The door to the reports, loaded only when a report is wanted. */
final class ReportPage {
    private ReportPage() {}

    static void write(Result result, Path file) throws IOException {
        Files.write(file, HtmlReport.bytes(result));
    }
}
