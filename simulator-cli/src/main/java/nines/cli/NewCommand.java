package nines.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a commented scenario to start from. */
@Command(
        name = "new",
        description = "Writes a commented scenario that runs as it is: change it until it is yours.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines new my-service.yaml          write the file, then edit it",
            "  nines new                          print it",
            "  nines run my-service.yaml          it runs from the first moment on"
        })
final class NewCommand implements Action {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file to write; without it, it is printed.")
    private @Nullable Path file;

    @Option(names = "--force", description = "Overwrite the file if it is there.")
    private boolean force;

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        Path target = file;
        if (target == null) {
            terminal.out().print(text());
            return ExitCode.FINE;
        }
        if (Files.exists(target) && !force) {
            throw new CommandFailure(
                    ExitCode.INPUT_OUTPUT, target + " is there already. Name another file, or say --force.");
        }
        WholeFiles.write(target, text());
        terminal.out().println("Wrote " + target + ". Next: nines run " + target);
        return ExitCode.FINE;
    }

    static String text() {
        try (InputStream starter = NewCommand.class.getResourceAsStream("starter.yaml")) {
            if (starter == null) {
                throw new IllegalStateException("the starter scenario is missing from the program");
            }
            return new String(starter.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the starter scenario", unreadable);
        }
    }
}
