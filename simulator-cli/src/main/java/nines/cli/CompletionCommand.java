package nines.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints a script that lets bash and zsh complete commands and options. */
@Command(
        name = "generate-completion",
        description = "Prints a script with which bash and zsh complete commands and options.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(nines generate-completion)                 for this shell",
            "  nines generate-completion >> ~/.bash_completion     for every bash to come"
        })
final class CompletionCommand implements Action {
    private final Terminal terminal;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        terminal.out().print(AutoComplete.bash("nines", CommandLines.all(terminal)));
        return ExitCode.FINE;
    }
}
