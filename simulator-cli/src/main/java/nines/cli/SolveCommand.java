package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.analytic.Limits;
import nines.experiment.Settings;
import nines.experiment.Solving;
import nines.experiment.Structures;
import nines.experiment.Study;
import nines.format.Change;
import nines.format.Problem;
import nines.format.Reading;
import nines.format.Severity;
import nines.format.SolutionJson;
import nines.layout.NotLaidOut;
import nines.model.Scenario;
import nines.quantity.Dimension;
import nines.result.Outcome;
import nines.result.Setting;
import nines.result.Solution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Solves a scenario exactly, without simulating. */
@Command(
        name = "solve",
        description = {
            "Answers exactly what theory can answer about a scenario, and says of the rest what stands in the way. No"
                    + " simulation, no interval; the method is named with each figure.",
            "Ends with 1 when a target is missed, with 69 when nothing at all could be answered."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines solve dual-wan                            two lines, and routers that notice late",
            "  nines solve my.yaml --at 30d,1y                 also at these times after a fresh start",
            "  nines solve my.yaml --set web.instances=3       what if there were three?",
            "  nines solve three-zones --cuts --importance      what would bring it down, and which unit matters most",
            "  nines solve three-tier-shop --twin              its exponential twin: checks the program, no answer",
            "  nines solve first --fit                         approximately, where not exactly; says how far off its laws are",
            "  nines solve my.yaml --format json               for programs; see docs/exact-answers.md"
        })
final class SolveCommand implements Action {
    /** Events of the largest cut set to name. */
    private static final int SET_MAX = 12;

    private static final int ROWS_MAX = 10_000;
    private static final int PHASES_MAX = 60;

    private final Terminal terminal;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--variant", paramLabel = "V", description = "Solve this variant of the file.")
    private @Nullable String variant;

    @Option(
            names = "--at",
            paramLabel = "30d,1y",
            split = ",",
            description = "Also at these times after a fresh start.")
    private List<String> at = List.of();

    @Option(
            names = "--twin",
            description =
                    "Solve the exponential twin: every duration exponential with the mean it has. Not the scenario's"
                            + " answer.")
    private boolean twin;

    @Option(
            names = "--fit",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "4",
            description =
                    "Approximate what has no exact answer: laws of at most N phases (4) with the same mean and, as far as"
                            + " they can, the same spread stand for those that no chain can follow. Marked with ≈.")
    private @Nullable Integer fit;

    @Option(
            names = "--cuts",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "10",
            description = "Also the N likeliest minimal cut sets (10): what, down together, brings a journey down.")
    private @Nullable Integer cuts;

    @Option(
            names = "--importance",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "10",
            description = "Also how much the N most critical units and causes matter (10): Birnbaum, criticality,"
                    + " Fussell-Vesely, risk achievement and reduction worth.")
    private @Nullable Integer importance;

    @Option(
            names = "--fidelity",
            paramLabel = "structural|requests",
            description = "What to answer: how available it is, or how fast it answers (as the file says).")
    private @Nullable String fidelity;

    @Option(names = "--states", paramLabel = "N", description = "Explore at most so many states (1000000).")
    private @Nullable Integer states;

    @Option(names = "--format", paramLabel = "table|json|csv", description = "How to print the answers (table).")
    private RunOptions.Format format = RunOptions.Format.table;

    SolveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        Integer most = states;
        if (most != null && most < 1) {
            throw new CommandFailure(ExitCode.USAGE, "--states must be at least 1: " + most + ".");
        }
        if (fit != null && (fit < 2 || fit > PHASES_MAX)) {
            throw new CommandFailure(ExitCode.USAGE, "--fit must be from 2 to " + PHASES_MAX + ": " + fit + ".");
        }
        if (fit != null && twin) {
            throw new CommandFailure(ExitCode.USAGE, "--fit and --twin change the laws in two ways: leave one out.");
        }
        ScenarioText text = options.text();
        List<Change> changes = new ArrayList<>(options.changes());
        Changes.add(changes, "run.fidelity", fidelity, "--fidelity");
        Reading reading = Scenarios.read(text, changes, variant, terminal);
        for (Problem warning : Scenarios.of(reading, Severity.WARNING)) {
            terminal.err().println(ProblemsText.line(warning, terminal.errPaint()));
        }
        terminal.err().flush();
        int cutSets = rows(cuts, "--cuts");
        int units = rows(importance, "--importance");
        Solution solution = solved(text, reading.scenarioOrThrow(), most);
        if (cutSets > 0 || units > 0) {
            solution = solution.with(Structures.of(reading.scenarioOrThrow(), Math.max(cutSets, 1), SET_MAX));
        }
        switch (format) {
            case json -> terminal.out().println(SolutionJson.write(solution).stripTrailing());
            case csv -> SolutionText.csv(solution).forEach(terminal.out()::println);
            case table ->
                new SolutionText(solution, terminal.paint(), terminal.columns(), cutSets, units)
                        .lines()
                        .forEach(terminal.out()::println);
        }
        if (!solution.answersAnything()) {
            return ExitCode.NO_ANSWER;
        }
        return !solution.twin() && solution.outcome() == Outcome.MISSED ? ExitCode.TARGET_MISSED : ExitCode.FINE;
    }

    private static int rows(@Nullable Integer asked, String option) {
        if (asked == null) {
            return 0;
        }
        if (asked < 1 || asked > ROWS_MAX) {
            throw new CommandFailure(ExitCode.USAGE, option + " must be from 1 to " + ROWS_MAX + ": " + asked + ".");
        }
        return asked;
    }

    private Solution solved(ScenarioText text, Scenario read, @Nullable Integer most) {
        Settings settings = Study.settings(read);
        List<Setting> changed = options.settings();
        Limits limits = Limits.generous();
        try {
            Integer phases = fit;
            if (phases != null) {
                return Solving.fitted(
                        read,
                        settings,
                        Study.origin(
                                read,
                                text.name(),
                                text.sha256(),
                                variant == null ? "" : variant,
                                changed,
                                Version.NUMBER),
                        times(settings),
                        phases,
                        most == null ? limits : new Limits(most, limits.work()));
            }
            return Solving.of(
                    read,
                    settings,
                    Study.origin(
                            read, text.name(), text.sha256(), variant == null ? "" : variant, changed, Version.NUMBER),
                    times(settings),
                    twin,
                    most == null ? limits : new Limits(most, limits.work()));
        } catch (NotLaidOut cannot) {
            throw new CommandFailure(ExitCode.BAD_SCENARIO, text.name() + ": " + cannot.getMessage());
        }
    }

    private List<Double> times(Settings settings) {
        List<Double> times = new ArrayList<>(settings.at());
        for (String each : at) {
            try {
                double time = Dimension.DURATION.read(each.strip());
                if (!(time > 0 && time < Double.POSITIVE_INFINITY)) {
                    throw new CommandFailure(ExitCode.USAGE, "--at must be positive: " + each + ".");
                }
                times.add(time);
            } catch (IllegalArgumentException unreadable) {
                throw new CommandFailure(ExitCode.USAGE, "--at " + each + ": " + unreadable.getMessage());
            }
        }
        return times.stream().distinct().sorted().toList();
    }
}
