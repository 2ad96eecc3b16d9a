package nines.cli;

import java.nio.file.Files;
import nines.format.Reading;
import nines.format.ScenarioWriter;
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
            "  nines show mine.yaml --format json             for programs"
        })
final class ShowCommand implements Action {
    private final Terminal terminal;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--defaults", description = "Write every default out, with its source.")
    private boolean defaults;

    @Option(
            names = "--format",
            paramLabel = "yaml|json",
            defaultValue = "yaml",
            description = "yaml (default) or json.")
    private Format format = Format.yaml;

    @Option(names = "--variant", paramLabel = "V", description = "As changed by this variant.")
    private @Nullable String variant;

    /** The words of {@code --format}. */
    enum Format {
        yaml,
        json
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
}
