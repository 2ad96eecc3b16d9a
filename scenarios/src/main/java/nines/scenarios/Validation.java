package nines.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import nines.analytic.Answer;
import nines.analytic.Limits;
import nines.analytic.Solver;
import nines.blueprint.Blueprint;
import nines.experiment.NothingComplete;
import nines.experiment.ProgressListener;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.format.ScenarioReader;
import nines.layout.Layout;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.result.Effort;
import nines.result.Estimate;
import nines.result.Exact;
import nines.result.Journey;
import nines.result.Result;

/**
 * Systems with known answers, simulated and compared. Each file is read, simulated with a fixed seed and solved
 * exactly where theory has a method.
 *
 * <p>The interval of each comparison is the tool's own with confidence 1 − {@value #ERROR_RATE}: a right program misses
 * one in ten thousand, so that all cases together fail by chance with a probability below the number of cases ×
 * {@value #ERROR_RATE} (Bonferroni). Long-run measures are simulated from {@code start: steady}, which cuts a warm-up of
 * five lives and twenty repairs; measures with a time from a fresh start. The time to the first outage has replications of its
 * own, at most 640 of them.
 */
public final class Validation {
    /** Chance that a right estimate misses. */
    public static final double ERROR_RATE = 1e-4;

    private static final String FOLDER = "nines/validation/";
    private static final long SEED = 20_261_121;
    private static final double WORK_MAX = 1e9;
    private static final int PILOT = 40;
    private static final int LONG_RUNS = 200;
    private static final int MOST_FRESH_RUNS = 200_000;
    private static final double EFFORT_OF_OTHER_RUNS = 30;
    private static final double EVENTS_OF_A_REQUEST = 3;
    private static final int FEWEST_RUNS = 20;

    private final double events;
    private final int statesMax;

    /**
     * A validation of some thoroughness.
     *
     * @param events that one file may cost, about: ten million take a few seconds
     * @param statesMax states beyond which a file is not solved as a chain
     */
    public Validation(double events, int statesMax) {
        this.events = events;
        this.statesMax = statesMax;
    }

    /** All cases, in the order of the table. */
    public static List<ExactCase> cases() {
        return text("cases.csv").lines().skip(1).map(ExactCase::parse).toList();
    }

    /** The scenario of a case. */
    public static Scenario scenario(String file, String variant) {
        String name = file + ".yaml";
        return ScenarioReader.parse(text(name), name, List.of(), variant.isEmpty() ? null : variant)
                .scenarioOrThrow();
    }

    /** Compares all cases. */
    public List<Comparison> compare() {
        return compare(cases());
    }

    /** Compares some cases; those of one file share its runs. */
    public List<Comparison> compare(List<ExactCase> cases) {
        return compare(cases, each -> {}, () -> false);
    }

    /**
     * Compares some cases.
     *
     * @param told is told of each comparison as soon as there is one
     * @param cancelled asked often; once true, what is complete is returned
     */
    public List<Comparison> compare(List<ExactCase> cases, Consumer<Comparison> told, BooleanSupplier cancelled) {
        Map<String, List<ExactCase>> byFile = new LinkedHashMap<>();
        cases.forEach(each -> byFile.computeIfAbsent(each.file() + " " + each.variant(), none -> new ArrayList<>())
                .add(each));
        List<Comparison> comparisons = new ArrayList<>();
        for (List<ExactCase> together : byFile.values()) {
            try {
                for (Comparison each : ofOneFile(together, cancelled)) {
                    comparisons.add(each);
                    told.accept(each);
                }
            } catch (NothingComplete nothing) {
                if (!cancelled.getAsBoolean()) {
                    throw nothing;
                }
            }
            if (cancelled.getAsBoolean()) {
                break;
            }
        }
        return comparisons;
    }

    private List<Comparison> ofOneFile(List<ExactCase> cases, BooleanSupplier cancelled) {
        Scenario scenario = scenario(cases.get(0).file(), cases.get(0).variant());
        if (scenario.run().fidelity() == RunSettings.Fidelity.REQUESTS) {
            return ofRequests(scenario, cases, cancelled);
        }
        Blueprint blueprint = Layout.of(scenario);
        Solver solver = Solver.of(blueprint, new Limits(statesMax, WORK_MAX));
        Result steady = cases.stream().allMatch(each -> each.measure().isTransient())
                ? null
                : inTheLongRun(scenario, cancelled);
        List<Double> times = cases.stream()
                .filter(each -> each.measure().isTransient())
                .map(ExactCase::at)
                .toList();
        Result fresh = times.isEmpty() ? null : fromTheStart(scenario, times, cancelled);
        if (cancelled.getAsBoolean()) {
            // Cut short, its runs are not those that were meant.
            return List.of();
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (ExactCase each : cases) {
            Result result = each.measure().isTransient() ? fresh : steady;
            if (result != null) {
                comparisons.add(comparison(each, result, solver, scenario));
            }
        }
        return comparisons;
    }

    /** Single requests, in the long run: the file says how long and what is left out; the exact value stands beside the estimate. */
    private List<Comparison> ofRequests(Scenario scenario, List<ExactCase> cases, BooleanSupplier cancelled) {
        // Files that name their parts alike would share their streams, and all their estimates would be off together.
        Settings settings =
                settings(scenario).withSeed(SEED + cases.get(0).file().hashCode());
        double perSecond = scenario.traffic().values().stream()
                .mapToDouble(traffic -> traffic.rate() == null ? 0 : traffic.rate())
                .sum();
        double each = EVENTS_OF_A_REQUEST * perSecond * settings.horizon();
        int replications = (int) Math.min(LONG_RUNS, Math.max(FEWEST_RUNS, events / each));
        Result result = run(scenario, settings.withReplications(replications), cancelled);
        List<Comparison> comparisons = new ArrayList<>();
        for (ExactCase asked : cases) {
            Estimate estimate = OfRequests.in(asked.measure(), result, asked.journey());
            Exact exact = estimate.exact();
            comparisons.add(
                    exact != null && exact.isKnown()
                            ? new Comparison(asked, estimate, exact.value(), exact.method())
                            : new Comparison(asked, estimate, Double.NaN, exact == null ? "" : exact.whyNot()));
        }
        return comparisons;
    }

    private static Comparison comparison(ExactCase of, Result result, Solver solver, Scenario scenario) {
        if (of.measure().isOfData()) {
            return new Comparison(
                    of, OfData.in(of.measure(), result, of.journey()), Double.NaN, "losses of data are not solved");
        }
        if (of.measure() == Quantity.OUTAGES_PER_OUTAGE) {
            String[] both = of.journey().split("/", 2);
            Journey counted = journey(of, both[0], result);
            Journey each = journey(of, both[1], result);
            return compared(
                    of,
                    Quantity.ratio(
                            of.measure().in(counted, of.at()), of.measure().in(each, of.at())),
                    Quantity.ratio(
                            solver.outageFrequency(result.journeys().indexOf(counted)),
                            solver.outageFrequency(result.journeys().indexOf(each))));
        }
        Journey journey = journey(of, of.journey(), result);
        Estimate estimate = of.measure().in(journey, of.at());
        int index = result.journeys().indexOf(journey);
        double allowed = Study.promises(scenario).stream()
                .filter(promise -> promise.journey().equals(of.journey()))
                .mapToDouble(promise -> of.at() * (1 - promise.value()))
                .findFirst()
                .orElse(Double.NaN);
        Answer answer = of.measure().of(solver, index, of.at(), journey.requestsPerSecond(), allowed);
        return compared(of, estimate, answer);
    }

    private static Journey journey(ExactCase of, String name, Result result) {
        return result.journey(name).orElseThrow(() -> new IllegalStateException(of.id() + ": no journey " + name));
    }

    private static Comparison compared(ExactCase of, Estimate estimate, Answer answer) {
        return answer instanceof Answer.Exact exact
                ? new Comparison(of, estimate, exact.value(), exact.method())
                : new Comparison(of, estimate, Double.NaN, ((Answer.NotApplicable) answer).why());
    }

    /** A few long replications from equilibrium. */
    private Result inTheLongRun(Scenario scenario, BooleanSupplier cancelled) {
        Settings settings = settings(scenario).withStart(Settings.Start.STEADY);
        Effort pilot = run(scenario, settings.withHorizon(Settings.YEAR).withReplications(PILOT), cancelled)
                .effort();
        double years = events / Math.max(pilot.events(), 1) * PILOT;
        return run(
                scenario,
                settings.withHorizon(years * Settings.YEAR / LONG_RUNS).withReplications(LONG_RUNS),
                cancelled);
    }

    /** Many short replications from a fresh start, to the last time asked about. */
    private Result fromTheStart(Scenario scenario, List<Double> times, BooleanSupplier cancelled) {
        double last = times.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        Settings settings = settings(scenario).withHorizon(last).withTimes(times);
        Effort pilot =
                run(scenario, settings.withReplications(PILOT), cancelled).effort();
        double each = EFFORT_OF_OTHER_RUNS + (double) pilot.events() / PILOT;
        int replications = (int) Math.min(MOST_FRESH_RUNS, Math.max(PILOT, events / each));
        return run(scenario, settings.withReplications(replications), cancelled);
    }

    private static Result run(Scenario scenario, Settings settings, BooleanSupplier cancelled) {
        return Study.of(scenario, settings, Study.origin(scenario, "", "", "", List.of(), ""))
                .run(ProgressListener.NONE, cancelled);
    }

    private static Settings settings(Scenario scenario) {
        Settings written = Study.settings(scenario);
        return new Settings(
                written.horizon(),
                Settings.Start.FRESH,
                PILOT,
                written.precision(),
                1 - ERROR_RATE,
                Double.POSITIVE_INFINITY,
                SEED,
                written.threads(),
                List.of(),
                List.of(),
                List.of(0.5, 0.95, 0.99));
    }

    private static String text(String name) {
        try (InputStream file = Validation.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no validation file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the validation file " + name, unreadable);
        }
    }
}
