package nines.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nines.experiment.Faultless;
import nines.experiment.Likeness;
import nines.format.Change;
import nines.format.Reading;
import nines.layout.NotLaidOut;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a scenario once more without the faults of each of its parts, and tells what that would gain. */
@Command(
        name = "gains",
        description = {
            "Tells what would help most: runs the scenario once more for each component, place, group and event, as if that one"
                    + " never failed by itself or never came, under the same luck.",
            "The gain is the most that any improvement of that part alone can bring. It is not the share of the loss that the"
                    + " part is charged with: without it another fault may still bring the same requests down, and faults that"
                    + " only hurt together are gained by either of them.",
            "All runs have as many replications as the first one, which goes on until it is precise."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines gains three-tier-shop",
            "  nines gains my.yaml --of db --of zone-a               only these two",
            "  nines gains my.yaml --precision 1%% --report gains.html",
            "  nines gains my.yaml --format csv > gains.csv"
        })
final class GainsCommand implements Action {
    private static final int MOST = 200;

    private final Terminal terminal;
    private final Supplier<Interrupt> interrupts;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--variant", paramLabel = "V", description = "Take this variant of the file.")
    private @Nullable String variant;

    @Option(
            names = "--of",
            paramLabel = "NAME",
            description = "Only this component, place, group or event; repeatable.")
    private List<String> of = List.of();

    @Option(names = "--report", paramLabel = "out.html", description = "Also write a page with figures.")
    private @Nullable Path report;

    GainsCommand(Terminal terminal) {
        this.terminal = terminal;
        this.interrupts = () -> Interrupt.listen(terminal);
    }

    @Override
    public int call() {
        ScenarioText text = options.text();
        List<Change> changes = options.changes();
        Reading reading = Scenarios.read(text, changes, variant, terminal);
        Scenario scenario = reading.scenarioOrThrow();
        List<String> subjects = subjects(scenario, text.name());
        Simulation.tellProblems(reading, options.scenario(), terminal);
        List<Designs.Entry> entries = new ArrayList<>();
        entries.add(new Designs.Entry("as written", "", variant, List.of(), scenario, text));
        for (String subject : subjects) {
            Scenario without = Faultless.without(scenario, subject);
            try {
                Likeness.of(without);
                entries.add(new Designs.Entry(name(scenario, subject), "", variant, List.of(), without, text));
            } catch (NotLaidOut cannot) {
                terminal.err().println("'" + subject + "' cannot be left without faults: " + cannot.getMessage());
            }
        }
        return new Designs(terminal, options, Designs.GAINS, report).run(entries, interrupts.get());
    }

    private static String name(Scenario scenario, String subject) {
        return scenario.events().containsKey(subject) ? "no " + subject : subject + " never fails";
    }

    private List<String> subjects(Scenario scenario, String file) {
        List<String> all = Faultless.subjects(scenario);
        for (String name : of) {
            if (!all.contains(name)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "--of " + name + ": nothing of that name fails by itself." + Nearest.hint(name, all)
                                + (all.isEmpty() ? "" : " What does: " + Prose.listed(all) + "."));
            }
        }
        List<String> subjects = of.isEmpty() ? all : of.stream().distinct().toList();
        if (subjects.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "nothing in " + file + " fails by itself, so there is nothing to gain.");
        }
        if (subjects.size() > MOST) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    subjects.size() + " parts can fail; at most " + MOST + " are tried at once. Name some with --of.");
        }
        return subjects;
    }
}
