package nines.cli;

import java.nio.file.Path;
import nines.result.Result;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the report of an earlier run. */
@Command(
        name = "report",
        description = {
            "Writes the report of an earlier run from its result document: what run --format json prints and run --out DIR"
                    + " writes as result.json. Nothing is simulated again.",
            "Equal results give equal reports, byte for byte. A file that is there is replaced whole or left as it was."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines run my.yaml --format json > result.json",
            "  nines report result.json -o out.html            a page that needs nothing else",
            "  nines report result.json -o out.pdf             the same for printing",
            "  nines report result.json --figures figures      every figure as SVG and PNG",
            "  nines report result.json --tables tables        every table as CSV"
        })
final class ReportCommand implements Action {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "result.json", description = "The result of a run.")
    private String document = "";

    @Option(
            names = {"-o", "--report"},
            paramLabel = "out.html",
            description = "The page to write; out.pdf: a PDF.")
    private @Nullable Path report;

    @Option(names = "--figures", paramLabel = "DIR", description = "Every figure as SVG and PNG into this folder.")
    private @Nullable Path figures;

    @Option(names = "--tables", paramLabel = "DIR", description = "Every table as CSV into this folder.")
    private @Nullable Path tables;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        Path page = report;
        Path pictures = figures;
        Path csv = tables;
        if (page == null && pictures == null && csv == null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "nothing to write: name a file, for example: nines report " + document + " -o out.html.");
        }
        Result result = ResultFile.read(document);
        if (page != null) {
            ReportPage.write(result, page);
            terminal.err().println("Wrote " + page + ".");
        }
        if (csv != null) {
            ResultFolder.writeTables(result, csv);
            terminal.err().println("Wrote the tables into " + csv + ".");
        }
        if (pictures != null) {
            ReportPage.writeFigures(result, pictures);
            terminal.err().println("Wrote the figures into " + pictures + ".");
        }
        return ExitCode.FINE;
    }
}
