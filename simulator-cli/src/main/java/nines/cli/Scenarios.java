package nines.cli;

import java.util.List;
import java.util.stream.Collectors;
import nines.format.Change;
import nines.format.Code;
import nines.format.Problem;
import nines.format.Reading;
import nines.format.Severity;
import org.jspecify.annotations.Nullable;

/** Reads scenarios for commands that need one without mistakes. */
final class Scenarios {
    private static final int SHOWN = 20;

    private Scenarios() {}

    /** The reading of a scenario without errors; with errors, all are told and the command ends. */
    static Reading read(ScenarioText text, List<Change> changes, @Nullable String variant, Terminal terminal) {
        Reading reading = text.read(changes, variant);
        if (reading.hasErrors()) {
            List<Problem> errors = of(reading, Severity.ERROR);
            misused(errors);
            terminal.out().flush();
            errors.stream()
                    .limit(SHOWN)
                    .forEach(problem -> terminal.err().println(ProblemsText.line(problem, terminal.errPaint())));
            if (errors.size() > SHOWN) {
                terminal.err().println("… and " + (errors.size() - SHOWN) + " more: nines check " + text.name());
            }
            throw new CommandFailure(exitCode(errors), failure(text, errors));
        }
        return reading;
    }

    /** Where all that is wrong was said on the command line, it is that which makes no sense. */
    static void misused(List<Problem> errors) {
        if (!errors.isEmpty() && errors.stream().allMatch(error -> error.by().startsWith("--"))) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    errors.stream().map(Scenarios::misuse).distinct().collect(Collectors.joining("\n       ")));
        }
    }

    /** {@code --replications -3: it must be at least 1.} */
    private static String misuse(Problem error) {
        String value = error.by().substring(error.by().indexOf(error.by().startsWith("--set") ? '=' : ' ') + 1);
        String key = error.path().substring(error.path().lastIndexOf('.') + 1);
        String said = "`" + key + ": " + value + "`";
        String message = error.message();
        if (!message.startsWith(said)) {
            return error.by() + ": " + message;
        }
        String rule = message.substring(said.length());
        return error.by() + ": " + (rule.startsWith(": ") ? rule.substring(2) : "it" + rule);
    }

    static List<Problem> of(Reading reading, Severity severity) {
        return reading.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .toList();
    }

    static int exitCode(List<Problem> errors) {
        return errors.stream().anyMatch(problem -> problem.code() == Code.N140)
                ? ExitCode.NO_INPUT
                : ExitCode.BAD_SCENARIO;
    }

    private static String failure(ScenarioText text, List<Problem> errors) {
        if (exitCode(errors) == ExitCode.NO_INPUT) {
            return "no scenario could be read from '" + text.name() + "'.";
        }
        return Prose.count(errors.size(), "mistake") + " in " + text.name() + ", nothing was run. 'nines explain "
                + errors.get(0).code().name() + "' tells the rule.";
    }
}
