package nines.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nines.experiment.Experiment;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.format.Change;
import nines.format.Problem;
import nines.format.Reading;
import nines.format.ResultJson;
import nines.format.Severity;
import nines.layout.NotLaidOut;
import nines.model.Scenario;
import nines.result.Outcome;
import nines.result.Result;
import nines.result.Setting;
import nines.result.StoppedBecause;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Simulates a scenario and tells the answer. */
@Command(
        name = "run",
        description = {
            "Simulates a scenario over thousands of years and tells how many nines it delivers, how long it is down in a"
                    + " year, why, and how sure all of that is.",
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
            "  nines run my.yaml --replications 1000 --seed 7       exactly so much, repeatable to the last bit",
            "  nines run my.yaml --report out.html                  a page with figures",
            "  nines run my.yaml --format json | jq .headline       for programs; see docs/result.md",
            "  nines run my.yaml --out results                      result.json and tables as CSV"
        })
final class RunCommand implements Action {
    private final Terminal terminal;
    private final Supplier<Interrupt> interrupts;

    @Parameters(paramLabel = "FILE|NAME", description = "A scenario file, or the name of a bundled scenario.")
    private String scenario = "";

    @Option(
            names = "--variant",
            paramLabel = "V",
            description = "Run this variant of the file; all: one after the other.")
    private @Nullable String variant;

    @Option(names = "--set", paramLabel = "path=value", description = "Change a value first; may be repeated.")
    private List<String> sets = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all randomness (1).")
    private @Nullable String seed;

    @Option(names = "--replications", paramLabel = "N", description = "Exactly so many, instead of until precise.")
    private @Nullable String replications;

    @Option(names = "--horizon", paramLabel = "10y", description = "Simulated time of one replication (10y).")
    private @Nullable String horizon;

    @Option(names = "--precision", paramLabel = "5%", description = "Until the loss is known so well (5%%).")
    private @Nullable String precision;

    @Option(names = "--wall-clock", paramLabel = "60s", description = "Stop after that time with what is there (60s).")
    private @Nullable String wallClock;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads (all cores); the result does not depend on it.")
    private @Nullable Integer threads;

    @Option(names = "--format", paramLabel = "table|json|csv", description = "How to print the result (table).")
    private Format format = Format.table;

    @Option(names = "--out", paramLabel = "DIR", description = "Also write result.json and the tables as CSV there.")
    private @Nullable Path out;

    @Option(names = "--report", paramLabel = "out.html", description = "Also write a page with figures.")
    private @Nullable Path report;

    /** The words of {@code --format}. */
    enum Format {
        table,
        json,
        csv
    }

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
        ScenarioText text = ScenarioText.of(scenario);
        List<Change> changes = changes();
        if (threads != null && threads < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--threads must be at least 1: " + threads + ".");
        }
        boolean all = "all".equals(variant);
        Reading reading = Scenarios.read(text, changes, all ? null : variant, terminal);
        if (all && !reading.scenarioOrThrow().variants().containsKey("all")) {
            return runAll(text, changes, reading.scenarioOrThrow());
        }
        checkWritable();
        tellProblems(reading);
        Interrupt interrupt = interrupts.get();
        Result result = simulated(text, reading.scenarioOrThrow(), variant, interrupt);
        print(result, reading.scenarioOrThrow());
        terminal.out().flush();
        write(result);
        return exitCode(List.of(result));
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>(Changes.of(sets));
        Changes.add(changes, "run.seed", seed, "--seed");
        Changes.add(changes, "run.replications", replications, "--replications");
        Changes.add(changes, "run.horizon", horizon, "--horizon");
        Changes.add(changes, "run.precision", precision, "--precision");
        Changes.add(changes, "run.wall-clock", wallClock, "--wall-clock");
        return changes;
    }

    /** What is worth knowing before the answer: warnings in full, and what does not act in one line. */
    private void tellProblems(Reading reading) {
        for (Problem warning : Scenarios.of(reading, Severity.WARNING)) {
            terminal.err().println(ProblemsText.line(warning, terminal.errPaint()));
        }
        List<Problem> notices = Scenarios.of(reading, Severity.NOTICE);
        if (!notices.isEmpty()) {
            Prose.wrapped("", NoticesText.sentence(scenario, notices), terminal.columns())
                    .forEach(terminal.err()::println);
        }
        terminal.err().flush();
    }

    private Result simulated(ScenarioText text, Scenario read, @Nullable String ofVariant, Interrupt interrupt) {
        Settings settings = Study.settings(read);
        if (threads != null) {
            settings = settings.withThreads(threads);
        }
        List<Setting> changed = Changes.of(sets).stream()
                .map(change -> new Setting(change.path(), Changes.value(change)))
                .toList();
        ProgressLine line = new ProgressLine(terminal);
        try {
            Experiment experiment = Study.of(
                    read,
                    settings,
                    Study.origin(
                            read,
                            text.name(),
                            text.sha256(),
                            ofVariant == null ? "" : ofVariant,
                            changed,
                            Version.NUMBER));
            Result result = experiment.run(line, interrupt::isAsked);
            if (result.effort().replications() > 0) {
                return result;
            }
            throw new CommandFailure(
                    interrupt.isAsked() ? ExitCode.INTERRUPTED : ExitCode.USAGE,
                    (interrupt.isAsked() ? "interrupted" : "the time was up")
                            + " before the first replication was complete. A shorter --horizon or a longer --wall-clock"
                            + " helps.");
        } catch (CommandFailure told) {
            throw told;
        } catch (NotLaidOut cannot) {
            throw new CommandFailure(ExitCode.BAD_SCENARIO, text.name() + ": " + cannot.getMessage());
        } catch (RuntimeException nothingThere) {
            if (interrupt.isAsked()) {
                throw new CommandFailure(
                        ExitCode.INTERRUPTED, "interrupted before there was anything to show.", nothingThere);
            }
            throw nothingThere;
        } finally {
            line.clear();
        }
    }

    /** The file as written and each of its variants, with the same luck, side by side. */
    private int runAll(ScenarioText text, List<Change> changes, Scenario written) {
        if (format == Format.json || out != null || report != null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--variant all prints a table; run one variant for --format json, --out or --report.");
        }
        if (written.variants().isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, text.name() + " has no variants.");
        }
        Interrupt interrupt = interrupts.get();
        Map<String, Result> results = new LinkedHashMap<>();
        results.put("as written", simulated(text, written, null, interrupt));
        for (String each : written.variants().keySet()) {
            if (!interrupt.isAsked()) {
                Scenario changed = Scenarios.read(text, changes, each, terminal).scenarioOrThrow();
                results.put(each, simulated(text, changed, each, interrupt));
            }
        }
        VariantsText.lines(written, results, terminal.paint()).forEach(terminal.out()::println);
        return exitCode(List.copyOf(results.values()));
    }

    private void checkWritable() {
        Path page = report;
        if (page != null) {
            WholeFiles.checkWritable(page);
        }
        Path folder = out;
        if (folder != null) {
            ResultFolder.checkWritable(folder);
        }
    }

    private void write(Result result) {
        Path folder = out;
        if (folder != null) {
            ResultFolder.write(result, folder);
            terminal.err().println("Wrote " + folder.resolve(ResultFolder.RESULT) + " and tables beside it.");
        }
        Path page = report;
        if (page != null) {
            WholeFiles.write(page, draft -> ReportPage.write(result, draft));
            terminal.err().println("Wrote " + page + ".");
        }
    }

    private void print(Result result, Scenario read) {
        switch (format) {
            case json -> terminal.out().println(ResultJson.write(result).stripTrailing());
            case csv -> terminal.out().print(Csv.estimates(result));
            case table -> {
                new ResultText(result, terminal.paint(), terminal.columns())
                        .lines()
                        .forEach(terminal.out()::println);
                more(read);
            }
        }
    }

    private void more(Scenario read) {
        if (!read.variants().isEmpty() && variant == null) {
            terminal.out().println();
            Prose.wrapped(
                            "",
                            "This file has variants: "
                                    + String.join(", ", read.variants().keySet())
                                    + ". --variant NAME runs one, --variant all compares them.",
                            terminal.columns())
                    .forEach(terminal.out()::println);
        }
    }

    private static int exitCode(List<Result> results) {
        if (results.stream().anyMatch(each -> each.effort().stoppedBecause() == StoppedBecause.INTERRUPTED)) {
            return ExitCode.INTERRUPTED;
        }
        return results.stream().anyMatch(each -> each.outcome() == Outcome.MISSED)
                ? ExitCode.TARGET_MISSED
                : ExitCode.FINE;
    }
}
