package nines.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nines.reports.ComparisonPdf;
import nines.reports.Diagrams;
import nines.reports.Figures;
import nines.reports.HtmlReport;
import nines.reports.PdfReport;
import nines.result.Architecture;
import nines.result.Comparison;
import nines.result.Journey;
import nines.result.Result;

/** The door to the reports, loaded only when a report is wanted. */
final class ReportPage {
    private ReportPage() {}

    /** Every figure as SVG and PNG, and the architecture for other programs; all files or none. */
    static void writeFigures(Result result, Path folder) {
        Map<String, byte[]> files = new LinkedHashMap<>(Figures.svg(result));
        Architecture drawn = result.architecture();
        if (drawn != null) {
            List<String> journeys =
                    result.journeys().stream().map(Journey::name).toList();
            files.put("architecture.mmd", Diagrams.mermaid(drawn, journeys).getBytes(StandardCharsets.UTF_8));
            files.put("architecture.dot", Diagrams.dot(drawn, journeys).getBytes(StandardCharsets.UTF_8));
        }
        try {
            files.putAll(Figures.png(result));
        } catch (IOException without) {
            throw new CommandFailure(ExitCode.INPUT_OUTPUT, String.valueOf(without.getMessage()) + ".", without);
        }
        ResultFolder.writeBytes(files, folder);
    }

    /** Writes the report of a result: a PDF where the name says so, else the page. */
    static void write(Result result, Path file) {
        WholeFiles.write(
                file, draft -> Files.write(draft, isPdf(file) ? PdfReport.bytes(result) : HtmlReport.bytes(result)));
    }

    /** Writes the report about designs side by side: a PDF where the name says so, else the page. */
    static void write(Comparison comparison, Path file) {
        WholeFiles.write(
                file,
                draft -> Files.write(
                        draft, isPdf(file) ? ComparisonPdf.bytes(comparison) : HtmlReport.bytes(comparison)));
    }

    private static boolean isPdf(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }
}
