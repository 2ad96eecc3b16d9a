package nines.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nines.format.Code;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains the codes of problems. */
@Command(
        name = "explain",
        description = "Says the rule behind a code such as N103. Without a code: all of them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines explain N103                 the rule behind one code",
            "  nines explain                      all codes: N1.. errors, W2.. warnings, N3.. notices"
        })
final class ExplainCommand implements Action {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "As problems show it: N103, W201.")
    private @Nullable String code;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        String wanted = code;
        if (wanted == null) {
            for (Code each : Code.values()) {
                Prose.wrapped(each.name() + "  ", each.rule(), terminal.columns())
                        .forEach(terminal.out()::println);
            }
            return ExitCode.FINE;
        }
        Code found = Arrays.stream(Code.values())
                .filter(each -> each.name().equals(wanted.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "there is no code '" + wanted + "'." + Nearest.hint(wanted.toUpperCase(Locale.ROOT), names())
                                + " 'nines explain' shows them all."));
        String kind = switch (found.severity()) {
            case ERROR -> "an error: nothing runs until it is mended";
            case WARNING -> "a warning: it runs, but is it what was meant?";
            case NOTICE -> "a notice: it runs, and something that was written does not act yet";
        };
        terminal.out().println(terminal.paint().bold(found.name()) + ", " + kind);
        Prose.wrapped("  ", found.rule(), terminal.columns()).forEach(terminal.out()::println);
        return ExitCode.FINE;
    }

    private static List<String> names() {
        return Arrays.stream(Code.values()).map(Enum::name).toList();
    }
}
