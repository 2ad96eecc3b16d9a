package nines.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nines.experiment.Study;
import nines.experiment.Tracing;
import nines.format.Change;
import nines.format.Reading;
import nines.format.ResultJson;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.model.Variant;
import nines.result.Result;
import nines.result.Subject;
import nines.result.Trace;
import nines.result.Traffic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Simulates a scenario and tells the answer. */
@Command(
        name = "run",
        description = {
            "Simulates a scenario over thousands of years and tells how many nines it delivers, how long it is down in"
                    + " a year, why, and how sure all of that is.",
            "Ends with 1 when a target was missed. Ctrl-C shows what is there so far."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines run three-tier-shop                            a bundled scenario",
            "  nines run my.yaml --set web.instances=3              what if there were three?",
            "  nines run my.yaml --variant no-standby               a variant that the file names",
            "  nines run my.yaml --variant all                      all of them, side by side",
            "  nines run my.yaml --precision 1%% --wall-clock 5min   more precise, up to five minutes",
            "  nines run my.yaml --replications 1000 --seed 7       exactly so much, repeatable",
            "  nines run my.yaml --worst 3                          the worst outages, step by step",
            "  nines run my.yaml --report out.html                  a page with figures",
            "  nines run my.yaml --format json | jq .headline       for programs; see docs/result.md",
            "  nines run my.yaml --out results                      result.json and tables as CSV"
        })
final class RunCommand implements Action {
    /** Points of a series on a page. */
    private static final int POINTS = 240;

    private final Terminal terminal;
    private final Supplier<Interrupt> interrupts;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--variant",
            paramLabel = "V",
            description = "Run this variant of the file; all: all of them, side by side.")
    private @Nullable String variant;

    @Option(names = "--hops", description = "Requests: tell where their time goes, by component.")
    private boolean hops;

    @Option(
            names = "--every",
            paramLabel = "10s",
            description = "Requests: a time series with this resolution, for --out and json.")
    private @Nullable String every;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Requests: write the full story of some of them; .json: for Chrome and Perfetto.")
    private @Nullable Path trace;

    @Option(names = "--worst", paramLabel = "N", description = "Tell so many of the worst outages, step by step.")
    private int worst;

    @Option(
            names = "--report",
            paramLabel = "out.html",
            description = "Also write a page with figures; out.pdf: a PDF.")
    private @Nullable Path report;

    RunCommand(Terminal terminal) {
        this(terminal, () -> Interrupt.listen(terminal));
    }

    /** With another source of interrupts than Ctrl-C. */
    RunCommand(Terminal terminal, Supplier<Interrupt> interrupts) {
        this.terminal = terminal;
        this.interrupts = interrupts;
    }

    @Override
    public int call() {
        ScenarioText text = options.text();
        List<Change> changes = detailed(options.changes());
        if (worst < 0) {
            throw new CommandFailure(ExitCode.USAGE, "--worst takes how many outages to tell: " + worst + ".");
        }
        Integer threads = options.threads();
        boolean all = "all".equals(variant);
        Reading reading = Scenarios.read(text, changes, all ? null : variant, terminal);
        List<Change> shorter =
                options.changesForRequests(reading.scenarioOrThrow().run());
        if (shorter != null) {
            terminal.err()
                    .println("The file simulates years of failures; single requests are simulated for "
                            + RunOptions.REQUESTS_FOR + " (--horizon changes that).");
            changes = detailed(shorter);
            reading = Scenarios.read(text, changes, all ? null : variant, terminal);
        }
        Scenario read = reading.scenarioOrThrow();
        if (trace != null && all) {
            throw new CommandFailure(ExitCode.USAGE, "--trace follows one design: name a --variant.");
        }
        if (all && !read.variants().containsKey("all")) {
            return runAll(text, changes, reading);
        }
        if (trace != null && read.run().fidelity() != RunSettings.Fidelity.REQUESTS) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--trace follows single requests, which only --fidelity requests simulates.");
        }
        checkWritable();
        Simulation.tellProblems(reading, options.scenario(), terminal);
        if (report != null) {
            read = Scenarios.read(text, pictured(changes, read), variant, terminal)
                    .scenarioOrThrow();
        }
        Simulation simulation = new Simulation(terminal, text, threads, interrupts.get());
        Result result = simulation.of(read, variant, options.settings(), "", 0).result();
        if (options.format() == RunOptions.Format.json || options.out() != null || report != null) {
            result = Study.explained(result, read);
        }
        print(result, read);
        terminal.out().flush();
        write(result);
        trace(read, result);
        return Simulation.exitCode(List.of(result));
    }

    private List<Change> detailed(List<Change> asked) {
        List<Change> changes = new ArrayList<>(asked);
        Changes.add(changes, "measure.hops", hops ? "true" : null, "--hops");
        Changes.add(changes, "measure.every", every, "--every");
        return changes;
    }

    /** A page about single requests shows where their time goes and what happens over time, asked for or not. */
    private static List<Change> pictured(List<Change> changes, Scenario read) {
        if (read.run().fidelity() != RunSettings.Fidelity.REQUESTS) {
            return changes;
        }
        List<Change> all = new ArrayList<>(changes);
        Changes.add(all, "measure.hops", "true", "--report");
        if (read.measure().every() == null) {
            Changes.add(
                    all,
                    "measure.every",
                    BigDecimal.valueOf(read.run().horizon() / POINTS).toPlainString() + "s",
                    "--report");
        }
        return all;
    }

    /** The file as written and each of its variants, with the same luck, side by side. */
    private int runAll(ScenarioText text, List<Change> changes, Reading reading) {
        Scenario written = reading.scenarioOrThrow();
        if (written.variants().isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, text.name() + " has no variants.");
        }
        List<Designs.Entry> entries = variants(text, changes, written, terminal);
        Simulation.tellProblems(reading, options.scenario(), terminal);
        return new Designs(terminal, options, Designs.VARIANTS, report).run(entries, interrupts.get());
    }

    /** The scenario as written and each of its variants. */
    static List<Designs.Entry> variants(ScenarioText text, List<Change> changes, Scenario written, Terminal terminal) {
        List<Designs.Entry> entries = new ArrayList<>();
        entries.add(new Designs.Entry("as written", "", null, List.of(), written, text));
        for (Variant each : written.variants().values()) {
            Scenario changed =
                    Scenarios.read(text, changes, each.name(), terminal).scenarioOrThrow();
            String about = each.about() == null ? "" : each.about();
            entries.add(new Designs.Entry(each.name(), about, each.name(), List.of(), changed, text));
        }
        return entries;
    }

    private void checkWritable() {
        for (Path file : new Path[] {report, trace}) {
            if (file != null) {
                WholeFiles.checkWritable(file);
            }
        }
        Path folder = options.out();
        if (folder != null) {
            ResultFolder.checkWritable(folder);
        }
    }

    private void trace(Scenario read, Result result) {
        Path file = trace;
        Traffic traffic = result.traffic();
        if (file != null && traffic != null) {
            Subject subject = result.scenario();
            Trace story = Tracing.of(read, subject.seed(), traffic.measuredFrom(), subject.horizon());
            TraceText.write(story, file);
            terminal.err().println("Wrote " + story.requests().size() + " requests to " + file + ".");
        }
    }

    private void write(Result result) {
        Path folder = options.out();
        if (folder != null) {
            ResultFolder.write(result, folder);
            terminal.err().println("Wrote " + folder.resolve(ResultFolder.RESULT) + " and tables beside it.");
        }
        Path page = report;
        if (page != null) {
            ReportPage.write(result, page);
            terminal.err().println("Wrote " + page + ".");
        }
    }

    private void print(Result result, Scenario read) {
        switch (options.format()) {
            case json -> terminal.out().println(ResultJson.write(result).stripTrailing());
            case csv -> terminal.out().print(Csv.estimates(result));
            case table -> {
                new ResultText(result, terminal.paint(), terminal.columns(), worst)
                        .lines()
                        .forEach(terminal.out()::println);
                more(read);
            }
        }
    }

    private void more(Scenario read) {
        List<String> sentences = new ArrayList<>();
        if (!read.variants().isEmpty() && variant == null) {
            sentences.add("This file has variants: "
                    + String.join(", ", read.variants().keySet())
                    + ". --variant NAME runs one, --variant all compares them.");
        }
        if (!read.sweep().isEmpty()) {
            sentences.add("It has values to walk through: "
                    + String.join(", ", read.sweep().keySet()) + ". 'nines sweep " + options.scenario()
                    + "' does.");
        }
        if (!sentences.isEmpty()) {
            terminal.out().println();
            Prose.wrapped("", String.join(" ", sentences), terminal.columns()).forEach(terminal.out()::println);
        }
    }
}
