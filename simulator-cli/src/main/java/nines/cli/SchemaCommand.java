package nines.cli;

import nines.format.Schema;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of scenario files. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of scenario files. Editors use it to complete, to explain and to check.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines schema > nines.schema.json",
            "  then, as the first line of a scenario:",
            "      # yaml-language-server: $schema=nines.schema.json"
        })
final class SchemaCommand implements Action {
    private final Terminal terminal;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        terminal.out().println(Schema.json().stripTrailing());
        return ExitCode.FINE;
    }
}
