package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nines.analytic.Answer;
import nines.analytic.ExponentialTwin;
import nines.analytic.Limits;
import nines.analytic.PhaseFit;
import nines.analytic.Solver;
import nines.blueprint.Blueprint;
import nines.blueprint.Journey;
import nines.layout.Layout;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.result.FittedLaw;
import nines.result.Outcome;
import nines.result.Solution;
import nines.result.Solved;
import nines.result.SolvedJourney;
import nines.result.SolvedTarget;
import nines.result.Subject;

/** The way from a scenario to what theory answers about it. */
public final class Solving {
    private static final String STEADY = "steady";
    private static final String FRESH = "fresh";
    private static final String ONE = "1";

    private final Settings settings;
    private final Solver solver;
    private final List<Promise> promises;
    private final List<Double> times;
    private final String caveat;

    private Solving(Settings settings, Solver solver, List<Promise> promises, List<Double> times, String caveat) {
        this.caveat = caveat;
        this.settings = settings;
        this.solver = solver;
        this.promises = promises;
        this.times = times;
    }

    /**
     * Answers everything that can be answered exactly.
     *
     * @param times seconds after a fresh start that are asked about, besides the horizon
     * @param twin whether to solve the exponential twin instead
     */
    public static Solution of(
            Scenario scenario, Settings settings, Origin origin, List<Double> times, boolean twin, Limits limits) {
        if (scenario.run().fidelity() == RunSettings.Fidelity.REQUESTS && !twin) {
            return ofRequests(scenario, settings, origin);
        }
        Blueprint written = Layout.of(scenario);
        Blueprint blueprint = twin ? ExponentialTwin.of(written) : written;
        Solving solving = new Solving(settings, Solver.of(blueprint, limits), Study.promises(scenario), times, "");
        List<String> warnings = twin
                ? List.of(
                        "These are the figures of the exponential twin, in which every duration is exponential with the mean"
                                + " it had. They check the program; they are not the answer for this scenario.")
                : List.of();
        return solving.all(scenario, blueprint, origin, twin, warnings, List.of());
    }

    /**
     * Answers what can be answered exactly, and the rest for laws of a few phases in place of those that are not of phases: an
     * approximation, and said to be one.
     *
     * @param times seconds after a fresh start that are asked about, besides the horizon
     * @param phases most phases of a law
     */
    public static Solution fitted(
            Scenario scenario, Settings settings, Origin origin, List<Double> times, int phases, Limits limits) {
        PhaseFit.Approximated fit = PhaseFit.of(Layout.of(scenario), phases);
        List<FittedLaw> laws = fit.laws().stream()
                .map(law -> new FittedLaw(law.law().text(), law.phases(), law.deviationError(), law.thirdMomentError()))
                .toList();
        List<String> warnings = new ArrayList<>();
        if (!laws.isEmpty() || !fit.changes().isEmpty()) {
            warnings.add(
                    "Approximations: " + laws.size() + " laws that are not of phases are replaced by laws of at most "
                            + phases
                            + " phases with the same mean; the table tells how far their spread is off. What that does to"
                            + " the answers is not bounded.");
            warnings.addAll(fit.changes());
        }
        Solving solving = new Solving(
                settings,
                Solver.of(fit.blueprint(), limits),
                Study.promises(scenario),
                times,
                warnings.isEmpty() ? "" : "phase-type fit");
        Solution approximate = solving.all(scenario, fit.blueprint(), origin, false, warnings, laws);
        return approximate.orExactly(of(scenario, settings, origin, times, false, limits));
    }

    private Solution all(
            Scenario scenario,
            Blueprint blueprint,
            Origin origin,
            boolean twin,
            List<String> warnings,
            List<FittedLaw> laws) {
        List<SolvedJourney> journeys = new ArrayList<>();
        for (int j = 0; j < blueprint.journeys().size(); j++) {
            journeys.add(journey(
                    j,
                    blueprint.journeys().get(j).name(),
                    blueprint.journeys().get(j).upAt()));
        }
        Subject subject = origin.subject(settings, "structural");
        return new Solution(
                Solution.VERSION,
                subject,
                twin,
                journeys,
                warnings,
                List.of(),
                List.of(),
                SolvingQueues.caches(scenario),
                laws);
    }

    /** The questions that simulated requests answer, in the long run. */
    private static Solution ofRequests(Scenario scenario, Settings settings, Origin origin) {
        Blueprint blueprint = Layout.withRequests(scenario);
        SolvingQueues queues = new SolvingQueues(blueprint, settings);
        List<SolvedJourney> journeys = new ArrayList<>();
        for (int j = 0; j < blueprint.journeys().size(); j++) {
            Journey journey = blueprint.journeys().get(j);
            journeys.add(new SolvedJourney(journey.name(), journey.upAt(), queues.journey(j), List.of()));
        }
        return new Solution(
                Solution.VERSION,
                origin.subject(settings, "requests"),
                false,
                journeys,
                List.of(),
                List.of(),
                queues.stations(RequestWorld.groups(blueprint)),
                SolvingQueues.caches(scenario),
                List.of());
    }

    private SolvedJourney journey(int j, String name, double upAt) {
        List<Solved> answers = new ArrayList<>();
        answers.add(steady("request-unavailability", ONE, solver.requestUnavailability(j), u -> u));
        answers.add(steady("time-unavailability", ONE, solver.timeUnavailability(j), u -> u));
        answers.add(steady("outages-per-year", "per year", solver.outageFrequency(j), f -> f * Settings.YEAR));
        answers.add(steady("mean-outage", "s", solver.meanOutage(j), s -> s));
        answers.add(
                solved("mean-time-to-first-outage", FRESH, Double.NaN, "s", solver.meanTimeToFirstOutage(j), s -> s));
        over(j, settings.horizon(), answers);
        for (double time : times) {
            at(j, time, answers);
        }
        for (Promise promise : promisesOf(name)) {
            double window = promise.isJudgedByWindow() ? promise.window() : Settings.YEAR;
            double allowed = window * (1 - promise.value());
            answers.add(solved(
                    "downtime-within-target", FRESH, window, ONE, solver.downtimeAtMost(j, window, allowed), p -> p));
        }
        return new SolvedJourney(
                name, upAt, answers.stream().map(this::qualified).toList(), targets(name, answers));
    }

    /** An answer about other laws than those that are written is none about the scenario. */
    private Solved qualified(Solved each) {
        return caveat.isEmpty() || !each.isKnown()
                ? each
                : new Solved(
                        each.measure(),
                        each.start(),
                        each.at(),
                        each.value(),
                        each.unit(),
                        each.error(),
                        each.method(),
                        each.whyNot(),
                        caveat);
    }

    private void over(int j, double time, List<Solved> answers) {
        answers.add(fresh("interval-request-unavailability", time, solver.intervalLoss(j, time), u -> u));
        answers.add(fresh("interval-unavailability", time, solver.intervalUnavailability(j, time), u -> u));
    }

    private void at(int j, double time, List<Solved> answers) {
        answers.add(fresh("point-unavailability", time, solver.pointUnavailability(j, time), u -> u));
        if (time != settings.horizon()) {
            over(j, time, answers);
        }
        answers.add(fresh("reliability", time, solver.outageWithin(j, time), p -> 1 - p));
    }

    private List<Promise> promisesOf(String journey) {
        return promises.stream()
                .filter(promise -> promise.journey().equals(journey))
                .toList();
    }

    /** Promises on the mean are held against the quantity that a run estimates: over the horizon, or in the long run. */
    private List<SolvedTarget> targets(String journey, List<Solved> answers) {
        boolean steady = settings.start() == Settings.Start.STEADY;
        List<SolvedTarget> targets = new ArrayList<>();
        for (Promise promise : promisesOf(journey)) {
            boolean requests = promise.measure() == Promise.Measure.AVAILABILITY;
            String measure = (steady ? "" : "interval-") + (requests ? "request-" : "")
                    + (steady && !requests ? "time-" : "") + "unavailability";
            double delivered = answers.stream()
                    .filter(each -> each.measure().equals(measure)
                            && (steady || each.at() == settings.horizon())
                            && !promise.isJudgedByWindow())
                    .mapToDouble(each -> 1 - each.value())
                    .findFirst()
                    .orElse(Double.NaN);
            Outcome outcome = Double.isNaN(delivered) || !caveat.isEmpty()
                    ? Outcome.NOT_DECIDED
                    : delivered >= promise.value() ? Outcome.MET : Outcome.MISSED;
            targets.add(new SolvedTarget(
                    requests ? "availability" : "time-availability", promise.value(), delivered, outcome));
        }
        return targets;
    }

    private static Solved steady(String measure, String unit, Answer answer, DoubleUnaryOperator convert) {
        return solved(measure, STEADY, Double.NaN, unit, answer, convert);
    }

    private static Solved fresh(String measure, double at, Answer answer, DoubleUnaryOperator convert) {
        return solved(measure, FRESH, at, ONE, answer, convert);
    }

    static Solved solved(
            String measure, String start, double at, String unit, Answer answer, DoubleUnaryOperator convert) {
        if (answer instanceof Answer.Exact exact) {
            double value = convert.applyAsDouble(exact.value());
            double error = Math.abs(convert.applyAsDouble(exact.value() + exact.error()) - value);
            return new Solved(measure, start, at, value, unit, error, exact.method(), "", "");
        }
        String why = ((Answer.NotApplicable) answer).why();
        return new Solved(measure, start, at, Double.NaN, unit, Double.NaN, "", why, "");
    }
}
