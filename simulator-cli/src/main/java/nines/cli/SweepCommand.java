package nines.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nines.format.Change;
import nines.format.Reading;
import nines.format.Sweep;
import nines.model.Scenario;
import nines.model.Written;
import nines.result.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Walks through values of a scenario and tells the answer at each point, side by side. */
@Command(
        name = "sweep",
        description = {
            "Runs a scenario once for every combination of values, and shows the answers side by side: what one more"
                    + " server buys, how good the failover must be.",
            "All points meet the same luck, so their differences are sharper than their intervals. The first point is what the"
                    + " others are compared with."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines sweep active-passive-pair                      the values that the file names under sweep:",
            "  nines sweep my.yaml --over 'web.instances=1 to 6'    one to six servers",
            "  nines sweep my.yaml --over 'web.instances=[2, 4]' --over 'db.failover.success=[90%%, 99%%]'",
            "  nines sweep my.yaml --format csv > points.csv        a line for each point and journey",
            "  nines sweep my.yaml --out results                    comparison.json, a table, and each point's result"
        })
final class SweepCommand implements Action {
    private static final int MOST_POINTS = 1_000;

    private final Terminal terminal;
    private final Supplier<Interrupt> interrupts;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--over",
            paramLabel = "path=values",
            description = "Walk through these values instead of the file's; repeated: every combination.")
    private List<String> over = List.of();

    @Option(names = "--variant", paramLabel = "V", description = "Start from this variant of the file.")
    private @Nullable String variant;

    @Option(names = "--report", paramLabel = "out.html", description = "Also write a page with figures.")
    private @Nullable Path report;

    SweepCommand(Terminal terminal) {
        this.terminal = terminal;
        this.interrupts = () -> Interrupt.listen(terminal);
    }

    @Override
    public int call() {
        ScenarioText text = options.text();
        List<Change> changes = options.changes();
        Reading reading = Scenarios.read(text, changes, variant, terminal);
        Map<String, List<Written>> sweep = lines(reading.scenarioOrThrow(), text);
        List<Designs.Entry> entries = new ArrayList<>();
        for (List<Change> point : Sweep.points(sweep)) {
            List<Change> all = new ArrayList<>(changes);
            all.addAll(point);
            Scenario scenario = Scenarios.read(text, all, variant, terminal).scenarioOrThrow();
            List<Setting> sets = point.stream().map(Changes::setting).toList();
            String name =
                    sets.stream().map(set -> set.path() + "=" + set.value()).collect(Collectors.joining(", "));
            entries.add(new Designs.Entry(name, "", variant, sets, scenario, text));
        }
        Simulation.tellProblems(reading, options.scenario(), terminal);
        return new Designs(terminal, options, Designs.SWEEP, report).run(entries, interrupts.get());
    }

    private Map<String, List<Written>> lines(Scenario scenario, ScenarioText text) {
        Map<String, List<Written>> lines = new LinkedHashMap<>();
        for (String each : over) {
            try {
                Map.Entry<String, List<Written>> line = Sweep.parse(each);
                lines.put(line.getKey(), line.getValue());
            } catch (IllegalArgumentException unreadable) {
                throw new CommandFailure(ExitCode.USAGE, String.valueOf(unreadable.getMessage()));
            }
        }
        if (lines.isEmpty()) {
            lines.putAll(scenario.sweep());
        }
        if (lines.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    text.name() + " has no section 'sweep'. Say what to walk through, for example: --over"
                            + " 'web.instances=1 to 4'.");
        }
        long points = Sweep.size(lines);
        if (points > MOST_POINTS) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "a sweep of " + points + " points is too long, at most " + MOST_POINTS
                            + " can be walked at once. Name fewer values with --over.");
        }
        return lines;
    }
}
