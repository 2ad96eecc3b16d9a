package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.format.Change;
import nines.format.Problem;
import nines.format.Reading;
import nines.format.Severity;
import nines.layout.Layout;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a scenario and explains what it hangs on. */
@Command(
        name = "check",
        description = {
            "Tells every mistake of a scenario with line, column, rule and likely intention; what was written but does"
                    + " not act yet; and, when it has no mistakes, what each journey hangs on: single points of failure.",
            "Ends with 0 when it could be run, with 65 when not."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines check my-service.yaml",
            "  nines check my-service.yaml --variant no-standby",
            "  nines check my-service.yaml --set db.instances=1",
            "  nines explain N103                            the rule behind a code"
        })
final class CheckCommand implements Action {
    private final Terminal terminal;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--variant", paramLabel = "V", description = "Check this variant.")
    private @Nullable String variant;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        ScenarioText text = options.text();
        Reading reading = text.read(options.changes(), variant);
        Scenarios.misused(Scenarios.of(reading, Severity.ERROR));
        for (Problem problem : reading.problems()) {
            if (problem.severity() != Severity.NOTICE) {
                terminal.out().println(ProblemsText.line(problem, terminal.paint()));
            }
        }
        Scenario read = reading.scenario();
        if (read == null || reading.hasErrors()) {
            notices(reading).forEach(terminal.out()::println);
            terminal.out()
                    .println(terminal.paint().bad(ProblemsText.summary(reading.problems()))
                            + ": it cannot be run. 'nines explain CODE' tells the rule.");
            return Scenarios.exitCode(Scenarios.of(reading, Severity.ERROR));
        }
        Blueprint blueprint = Layout.of(read);
        List<String> lines = new ArrayList<>();
        if (!reading.problems().isEmpty()) {
            lines.add(ProblemsText.summary(reading.problems()) + "; it runs.");
        } else {
            lines.add(terminal.paint().good("No mistakes.") + " " + read.name() + ": " + CheckText.size(read, blueprint)
                    + ".");
        }
        lines.addAll(notices(reading));
        lines.addAll(withoutInfluence(text, reading, blueprint));
        lines.addAll(new CheckText(read, blueprint, terminal.paint(), terminal.columns()).lines());
        lines.forEach(terminal.out()::println);
        return ExitCode.FINE;
    }

    /** What can be taken out of the file and leaves the system as it is, beyond what its reader told. */
    private List<String> withoutInfluence(ScenarioText text, Reading reading, Blueprint blueprint) {
        List<Change> changes = options.changes();
        List<Influence.Idle> idle = Influence.none(
                text.content(),
                blueprint.nodes().size(),
                reading,
                variant,
                other -> text.read(other, changes, variant));
        if (idle == null) {
            return List.of("This file has too many keys to try each of them for its influence.");
        }
        if (idle.isEmpty()) {
            return List.of();
        }
        List<String> keys = idle.stream()
                .map(each -> each.key() + " of " + each.owner() + " (" + each.line() + ":" + each.column() + ")")
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("Taken out one by one, these change nothing about the system:");
        lines.addAll(Prose.wrapped("  ", String.join(", ", keys), terminal.columns()));
        return lines;
    }

    private List<String> notices(Reading reading) {
        List<Problem> notices = Scenarios.of(reading, Severity.NOTICE);
        List<String> lines = new ArrayList<>();
        if (!notices.isEmpty()) {
            lines.add("Written, but without influence on the answer (line:column):");
            lines.addAll(NoticesText.lines(notices, terminal.columns()));
        }
        return lines;
    }
}
