package nines.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.experiment.Trial;
import nines.format.ComparisonJson;
import nines.format.ResultJson;
import nines.model.Scenario;
import nines.result.Comparison;
import nines.result.Design;
import nines.result.Result;
import nines.result.Setting;
import org.jspecify.annotations.Nullable;

/** Several designs, run one after the other with the same luck, and told side by side. */
final class Designs {
    private final Terminal terminal;
    private final RunOptions options;
    private final String kind;

    /**
     * Designs of one scenario.
     *
     * @param kind {@code variants} or {@code sweep}
     */
    Designs(Terminal terminal, RunOptions options, String kind) {
        this.terminal = terminal;
        this.options = options;
        this.kind = kind;
    }

    /**
     * One design.
     *
     * @param name as tables write it
     * @param about what it is about; may be empty
     * @param variant that it is; null for none
     * @param sets what a point of a sweep sets
     * @param scenario to run
     */
    record Entry(String name, String about, @Nullable String variant, List<Setting> sets, Scenario scenario) {}

    /** Runs them all, prints and writes what was asked for; the exit code. */
    int run(ScenarioText text, List<Entry> entries, Interrupt interrupt) {
        Path folder = options.out();
        if (folder != null) {
            ResultFolder.checkWritable(folder);
        }
        Simulation simulation = new Simulation(terminal, text, options.threads(), interrupt);
        List<Trial> trials = new ArrayList<>();
        for (Entry entry : entries) {
            if (!interrupt.isAsked() || trials.isEmpty()) {
                trials.add(trial(simulation, entry, (trials.size() + 1) + " of " + entries.size(), 0));
            }
        }
        List<Trial> compared = interrupt.isAsked() ? trials : withALongFirst(simulation, entries.get(0), trials);
        List<Result> results = compared.stream().map(Trial::result).toList();
        List<Design> designs = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            Entry entry = entries.get(i);
            designs.add(compared.get(i).as(entry.name(), entry.about(), entry.sets(), i == 0 ? null : compared.get(0)));
        }
        Comparison comparison = Trial.compared(kind, results.get(0), designs);
        switch (options.format()) {
            case json -> terminal.out().println(ComparisonJson.write(comparison).stripTrailing());
            case csv -> terminal.out().print(Csv.designs(comparison));
            case table ->
                new ComparisonText(comparison, terminal.paint(), terminal.columns())
                        .lines()
                        .forEach(terminal.out()::println);
        }
        if (results.size() < entries.size()) {
            terminal.err()
                    .println("nines: interrupted; " + (entries.size() - results.size()) + " of " + entries.size()
                            + " designs were not run.");
        }
        terminal.out().flush();
        if (folder != null) {
            write(folder, comparison, results);
        }
        return Simulation.exitCode(results);
    }

    private Trial trial(Simulation simulation, Entry entry, String label, int replications) {
        List<Setting> sets = new ArrayList<>(options.settings());
        sets.addAll(entry.sets());
        return simulation.of(entry.scenario(), entry.variant(), sets, label + ", " + entry.name() + ": ", replications);
    }

    /** All are compared with the first one: it goes on for as many replications as the longest of the others. */
    private List<Trial> withALongFirst(Simulation simulation, Entry entry, List<Trial> trials) {
        int most = trials.stream().mapToInt(Designs::replications).max().orElse(0);
        if (most == replications(trials.get(0))) {
            return trials;
        }
        Trial longer = trial(simulation, entry, "once more", most);
        if (replications(longer) <= replications(trials.get(0))) {
            return trials;
        }
        List<Trial> all = new ArrayList<>(trials);
        all.set(0, longer);
        return all;
    }

    private static int replications(Trial trial) {
        return trial.result().effort().replications();
    }

    private void write(Path folder, Comparison comparison, List<Result> results) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("designs.csv", Csv.designs(comparison));
        int digits = Integer.toString(results.size()).length();
        for (int i = 0; i < results.size(); i++) {
            String number = "0".repeat(digits - Integer.toString(i + 1).length()) + (i + 1);
            files.put(
                    "result-" + number + ".json",
                    ResultJson.write(results.get(i)).stripTrailing() + "\n");
        }
        // Last: whoever sees it sees the others too.
        files.put("comparison.json", ComparisonJson.write(comparison).stripTrailing() + "\n");
        ResultFolder.write(files, folder);
        terminal.err()
                .println("Wrote " + folder.resolve("comparison.json") + ", its table, and the result of each design.");
    }
}
