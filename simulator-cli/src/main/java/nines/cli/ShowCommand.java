package nines.cli;

import java.nio.file.Files;
import java.util.List;
import nines.experiment.Study;
import nines.format.Reading;
import nines.format.ScenarioWriter;
import nines.model.Scenario;
import nines.reports.Diagrams;
import nines.result.Architecture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a scenario. */
@Command(
        name = "show",
        description =
                "Prints a scenario as it stands, or with everything that it leaves unsaid and where that comes from.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines show three-tier-shop                     the file, with its comments",
            "  nines show three-tier-shop > mine.yaml         take it as a start",
            "  nines show mine.yaml --defaults                every default with its source; a scenario, too",
            "  nines show mine.yaml --set web.instances=3     as it is after the change",
            "  nines show mine.yaml --format json             for programs",
            "  nines show mine.yaml --format svg > mine.svg   the architecture drawn; also mermaid and dot"
        })
final class ShowCommand implements Action {
    private final Terminal terminal;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--defaults", description = "Write every default out, with its source.")
    private boolean defaults;

    @Option(
            names = "--format",
            paramLabel = "F",
            defaultValue = "yaml",
            description = "yaml (default) or json; the architecture as mermaid, dot or svg.")
    private Format format = Format.yaml;

    @Option(names = "--variant", paramLabel = "V", description = "As changed by this variant.")
    private @Nullable String variant;

    /** The words of {@code --format}. */
    enum Format {
        yaml,
        json,
        mermaid,
        dot,
        svg
    }

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        ScenarioText text = options.text();
        if (!defaults && format == Format.yaml && variant == null && !options.hasChanges()) {
            if (text.path() != null && Files.isDirectory(text.path())) {
                throw new CommandFailure(
                        ExitCode.NO_INPUT, "'" + text.name() + "' is a directory. Name a scenario file in it.");
            }
            terminal.out().print(text.content());
            return ExitCode.FINE;
        }
        Reading reading = Scenarios.read(text, options.changes(), variant, terminal);
        if (format != Format.yaml && format != Format.json) {
            terminal.out().println(drawn(reading.scenarioOrThrow(), text).stripTrailing());
            return ExitCode.FINE;
        }
        ScenarioWriter.Form form = defaults ? ScenarioWriter.Form.WITH_DEFAULTS : ScenarioWriter.Form.SHORT;
        terminal.out()
                .println(
                        format == Format.json
                                ? ScenarioWriter.json(reading.scenarioOrThrow(), form)
                                        .stripTrailing()
                                : ScenarioWriter.yaml(reading.scenarioOrThrow(), form)
                                        .stripTrailing());
        return ExitCode.FINE;
    }

    private String drawn(Scenario scenario, ScenarioText text) {
        Architecture drawn = Study.architecture(scenario);
        List<String> journeys = List.copyOf(scenario.journeys().keySet());
        return switch (format) {
            case mermaid -> Diagrams.mermaid(drawn, journeys);
            case dot -> Diagrams.dot(drawn, journeys);
            default ->
                Diagrams.svg(scenario.name(), drawn, journeys)
                        .orElseThrow(() -> new CommandFailure(
                                ExitCode.USAGE,
                                text.name() + " is too large for a picture; --format dot or mermaid has no limit."));
        };
    }
}
