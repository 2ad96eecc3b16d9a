package nines.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import nines.format.Change;
import nines.format.Reading;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.model.Variant;
import nines.model.Written;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs designs under the same luck and tells how they differ. */
@Command(
        name = "compare",
        description = {
            "Runs designs under the same luck and tells for each whether it is better or worse than the first, by how much, how"
                    + " sure that is, and which causes make the difference.",
            "A design is a scenario, or one of its variants: NAME@VARIANT. One scenario alone is compared with all its"
                    + " variants. What designs have in common, by name, fails at the same times in all of them."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines compare three-tier-shop                        as written, and each of its variants",
            "  nines compare three-tier-shop three-tier-shop@drilled",
            "  nines compare today.yaml tomorrow.yaml --precision 1%%",
            "  nines compare today.yaml tomorrow.yaml --report out.html",
            "  nines compare today.yaml tomorrow.yaml --format json"
        })
final class CompareCommand implements Action {
    private final Terminal terminal;
    private final Supplier<Interrupt> interrupts;

    @Mixin
    private RunOptions options = new RunOptions();

    @Parameters(index = "1..*", paramLabel = "FILE|NAME", description = "Other designs to compare with the first.")
    private List<String> others = List.of();

    @Option(names = "--report", paramLabel = "out.html", description = "Also write a page with figures.")
    private @Nullable Path report;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
        this.interrupts = () -> Interrupt.listen(terminal);
    }

    /** One design as it was asked for. */
    private record Asked(
            String label, ScenarioText text, @Nullable String variant) {
        static Asked of(String argument) {
            int at = argument.lastIndexOf('@');
            boolean isFile = at > 0 && Files.exists(Path.of(argument));
            return at <= 0 || isFile
                    ? new Asked(argument, ScenarioText.of(argument), null)
                    : new Asked(argument, ScenarioText.of(argument.substring(0, at)), argument.substring(at + 1));
        }
    }

    @Override
    public int call() {
        List<Change> changes = options.changes();
        Asked first = Asked.of(options.scenario());
        Reading reading = Scenarios.read(first.text(), changes, first.variant(), terminal);
        Scenario scenario = reading.scenarioOrThrow();
        Simulation.tellProblems(reading, first.label(), terminal);
        if (others.isEmpty()) {
            if (first.variant() != null || scenario.variants().isEmpty()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "nothing to compare '" + first.label() + "' with: name another scenario or variant.");
            }
            List<Designs.Entry> entries = RunCommand.variants(first.text(), changes, scenario, terminal);
            return new Designs(terminal, options, Designs.VARIANTS, report).run(entries, interrupts.get());
        }
        List<Designs.Entry> entries = new ArrayList<>();
        entries.add(entry(first, scenario));
        for (String other : others) {
            Asked asked = Asked.of(other);
            Reading theirs = Scenarios.read(asked.text(), changes, asked.variant(), terminal);
            List<Change> alike = alike(scenario.run(), theirs.scenarioOrThrow().run());
            if (!alike.isEmpty()) {
                List<String> what = alike.stream()
                        .map(change -> change.path().replace("run.", ""))
                        .toList();
                terminal.err()
                        .println("'" + asked.label() + "' is run with the " + String.join(", ", what) + " of '"
                                + first.label() + "': only then do both meet the same luck.");
                List<Change> all = new ArrayList<>(changes);
                all.addAll(alike);
                theirs = Scenarios.read(asked.text(), all, asked.variant(), terminal);
            }
            if (Collections.disjoint(
                    scenario.journeys().keySet(),
                    theirs.scenarioOrThrow().journeys().keySet())) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "'" + first.label() + "' and '" + asked.label()
                                + "' have no journey of the same name, so nothing of them can be compared: "
                                + Prose.listed(List.copyOf(scenario.journeys().keySet())) + " here, "
                                + Prose.listed(List.copyOf(
                                        theirs.scenarioOrThrow().journeys().keySet()))
                                + " there.");
            }
            Simulation.tellProblems(theirs, asked.label(), terminal);
            entries.add(entry(asked, theirs.scenarioOrThrow()));
        }
        return new Designs(terminal, options, Designs.FILES, report).run(entries, interrupts.get());
    }

    private static Designs.Entry entry(Asked asked, Scenario scenario) {
        Variant variant = asked.variant() == null ? null : scenario.variants().get(asked.variant());
        String about = variant == null || variant.about() == null ? "" : variant.about();
        return new Designs.Entry(asked.label(), about, asked.variant(), List.of(), scenario, asked.text());
    }

    /** What must be equal for replications to come in pairs. */
    private static List<Change> alike(RunSettings first, RunSettings other) {
        List<Change> changes = new ArrayList<>();
        if (first.seed() != other.seed()) {
            changes.add(change("run.seed", Long.toString(first.seed())));
        }
        if (first.horizon() != other.horizon()) {
            changes.add(change("run.horizon", first.horizon() + "s"));
        }
        if (first.start() != other.start()) {
            changes.add(change("run.start", first.start().name().toLowerCase(java.util.Locale.ROOT)));
        }
        if (first.confidence() != other.confidence()) {
            changes.add(change("run.confidence", Double.toString(first.confidence())));
        }
        if (first.fidelity() != other.fidelity()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "designs of different fidelity cannot be compared: name one for all with --fidelity.");
        }
        return changes;
    }

    private static Change change(String path, String value) {
        return new Change(path, new Written.Plain(value), "compare " + path + "=" + value);
    }
}
