package nines.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import nines.experiment.Likeness;
import nines.experiment.TradeOffs;
import nines.experiment.Trial;
import nines.format.ComparisonJson;
import nines.format.ResultJson;
import nines.model.Scenario;
import nines.result.Comparison;
import nines.result.Design;
import nines.result.DesignJourney;
import nines.result.Result;
import nines.result.Setting;
import org.jspecify.annotations.Nullable;

/** Several designs, run one after the other with the same luck, and told side by side. */
final class Designs {
    static final String VARIANTS = "variants";
    static final String SWEEP = "sweep";
    static final String FILES = "files";
    static final String GAINS = "gains";

    private final Terminal terminal;
    private final RunOptions options;
    private final String kind;
    private final @Nullable Path report;

    /**
     * Designs of one scenario.
     *
     * @param kind {@link #VARIANTS}, {@link #SWEEP}, {@link #FILES} or {@link #GAINS}
     * @param report page to write; null for none
     */
    Designs(Terminal terminal, RunOptions options, String kind, @Nullable Path report) {
        this.terminal = terminal;
        this.options = options;
        this.kind = kind;
        this.report = report;
    }

    /**
     * One design.
     *
     * @param name as tables write it
     * @param about what it is about; may be empty
     * @param variant that it is; null for none
     * @param sets what a point of a sweep sets
     * @param scenario to run
     * @param text it was read from
     */
    record Entry(
            String name,
            String about,
            @Nullable String variant,
            List<Setting> sets,
            Scenario scenario,
            ScenarioText text) {}

    /** Runs them all, prints and writes what was asked for; the exit code. */
    int run(List<Entry> entries, Interrupt interrupt) {
        Path folder = options.out();
        if (folder != null) {
            ResultFolder.checkWritable(folder);
        }
        Path page = report;
        if (page != null) {
            WholeFiles.checkWritable(page);
        }
        int[] models = models(entries, interrupt);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (models[i] < i && models[i] < trials.size()) {
                trials.add(trials.get(models[i]));
            } else if (i == 0 || !interrupt.isAsked() && trials.size() == i) {
                int replications = i > 0 && kind.equals(GAINS) ? replications(trials.get(0)) : 0;
                trials.add(trial(entries.get(i), interrupt, (i + 1) + " of " + entries.size(), replications));
            }
        }
        if (!interrupt.isAsked()) {
            lengthen(entries, interrupt, models, trials);
        }
        List<Result> results = new ArrayList<>();
        List<Design> designs = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            Entry entry = entries.get(i);
            Trial trial = models[i] == i
                    ? trials.get(i)
                    : trials.get(models[i])
                            .told(simulation(entry, interrupt)
                                    .origin(entry.scenario(), entry.variant(), settings(entry)));
            results.add(trial.result());
            designs.add(
                    trial.as(entry.name(), entry.about(), entry.sets(), i == 0 ? null : trials.get(0), models[i] == 0)
                            // Nobody can buy a part that never fails: what is left out has no price.
                            .with(kind.equals(GAINS) ? null : TradeOffs.of(entry.scenario(), trial.result())));
        }
        if (kind.equals(GAINS)) {
            largestFirst(designs, results);
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
        if (page != null) {
            ReportPage.write(comparison, page);
            terminal.err().println("Wrote " + page + ".");
        }
        return Simulation.exitCode(results);
    }

    /** Puts what gains most for the headline behind the first, which all are compared with. */
    private static void largestFirst(List<Design> designs, List<Result> results) {
        String headline = results.get(0).headline();
        List<Integer> order = IntStream.range(1, designs.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> lost(designs.get(i), headline)))
                .toList();
        List<Design> sorted = order.stream().map(designs::get).toList();
        List<Result> theirs = order.stream().map(results::get).toList();
        for (int i = 0; i < sorted.size(); i++) {
            designs.set(i + 1, sorted.get(i));
            results.set(i + 1, theirs.get(i));
        }
    }

    /** What a design loses more than the first, in seconds a year; nothing where that is not known. */
    private static double lost(Design design, String journey) {
        return design.journeys().stream()
                .filter(of -> of.name().equals(journey))
                .map(DesignJourney::difference)
                .filter(Objects::nonNull)
                .mapToDouble(difference -> difference.lostPerYear().value())
                .filter(value -> !Double.isNaN(value))
                .findFirst()
                .orElse(0);
    }

    /** For each design the first one that is the same system: itself, where there is none before it. */
    private int[] models(List<Entry> entries, Interrupt interrupt) {
        List<Likeness> likenesses = entries.stream()
                .map(entry -> simulation(entry, interrupt).likeness(entry.scenario()))
                .toList();
        int[] models = new int[entries.size()];
        for (int i = 0; i < models.length; i++) {
            while (!likenesses.get(models[i]).isSameAs(likenesses.get(i))) {
                models[i]++;
            }
        }
        return models;
    }

    private Simulation simulation(Entry entry, Interrupt interrupt) {
        return new Simulation(terminal, entry.text(), options.threads(), interrupt);
    }

    private Trial trial(Entry entry, Interrupt interrupt, String label, int replications) {
        return simulation(entry, interrupt)
                .of(
                        entry.scenario(),
                        entry.variant(),
                        settings(entry),
                        label + ", " + entry.name() + ": ",
                        replications);
    }

    private List<Setting> settings(Entry entry) {
        List<Setting> sets = new ArrayList<>(options.settings());
        sets.addAll(entry.sets());
        return sets;
    }

    /**
     * Variants and files all get as many replications as the longest of them, so that what stands side by side differs by what is
     * told as its difference. Of a sweep, which may have hundreds of points, only the first does: all are compared with it.
     */
    private void lengthen(List<Entry> entries, Interrupt interrupt, int[] models, List<Trial> trials) {
        int most = trials.stream().mapToInt(Designs::replications).max().orElse(0);
        int count = kind.equals(SWEEP) ? 1 : trials.size();
        for (int i = 0; i < count; i++) {
            if (models[i] == i && replications(trials.get(i)) < most) {
                Trial longer = trial(entries.get(i), interrupt, "once more", most);
                if (replications(longer) > replications(trials.get(i))) {
                    trials.set(i, longer);
                }
            }
        }
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
