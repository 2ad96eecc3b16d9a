package nines.analytic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nines.blueprint.Blueprint;
import nines.blueprint.Journey;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * What theory says of a blueprint, journey by journey: an exact answer with its method, or why there is none. Independent
 * subsystems are solved apart and put together; a closed form goes before a Markov chain. Times are in seconds, frequencies
 * per second, journeys by their index.
 */
public final class Solver {
    private final Blueprint blueprint;
    private final Limits limits;
    private final Scene longRun;
    private final Scene always;
    private final Map<Integer, Optional<Diagram>> longRunDiagrams = new HashMap<>();
    private final Map<Integer, Optional<Diagram>> diagrams = new HashMap<>();
    private final Map<BitSet, MarkovModel.Outcome> chains = new HashMap<>();
    private final Map<Integer, Optional<FirstOutages>> inParts = new HashMap<>();
    private final Map<Double, RenewalCurves> curves = new HashMap<>();

    private Solver(Blueprint blueprint, Limits limits) {
        this.blueprint = blueprint;
        this.limits = limits;
        Automata automata = new Automata(blueprint);
        longRun = new Scene(automata, Subsystems.inTheLongRun(automata), limits);
        always = new Scene(automata, Subsystems.always(automata), limits);
    }

    /** A solver of a blueprint that may cost so much. */
    public static Solver of(Blueprint blueprint, Limits limits) {
        return new Solver(blueprint, limits);
    }

    private static Answer no(String why) {
        return new Answer.NotApplicable(why);
    }

    private String name(int journey) {
        return blueprint.journeys().get(journey).name();
    }

    // ---------------------------------------------------------------- in the long run

    /** Share of a journey's requests lost in the long run. */
    public Answer requestUnavailability(int journey) {
        return isOneChain(journey)
                ? together(journey, model -> model.requestUnavailability(journey))
                : inTheLongRun(journey, Diagram::lost);
    }

    /** Share of time below a journey's threshold in the long run. */
    public Answer timeUnavailability(int journey) {
        return isOneChain(journey)
                ? together(journey, model -> model.timeUnavailability(journey))
                : inTheLongRun(journey, Diagram::down);
    }

    /** Capacity against a load that changes over the day is compared state by state, in one chain. */
    private boolean isByTheHour(int journey) {
        return !blueprint.load().isFlat() && new Served(blueprint, journey).isLimited();
    }

    /** Whether the shares of a journey are worked out state by state, as only one chain of all its parts can. */
    private boolean isStateByState(int journey) {
        Journey of = blueprint.journeys().get(journey);
        return isByTheHour(journey) || of.mindsWaiting() || !of.inflows().isEmpty();
    }

    /** There is nothing to put together, or nothing that could be. */
    private boolean isOneChain(int journey) {
        if (isStateByState(journey)) {
            return true;
        }
        List<Integer> relevant = relevant(longRun, journey);
        return relevant.size() == 1 && relevant(always, journey).size() == 1 && !longRun.isUnit(relevant.get(0));
    }

    private interface Question {
        double of(Diagram diagram, double[][] chances);
    }

    private Answer inTheLongRun(int journey, Question question) {
        String why = whyNot(longRun, journey);
        if (why != null) {
            return no(why);
        }
        Diagram diagram = diagram(longRun, longRunDiagrams, journey);
        if (diagram == null) {
            return no(tooManyWays(longRun, journey));
        }
        double[][] chances = new double[diagram.levels().size()][];
        for (int l = 0; l < chances.length; l++) {
            double[] known = longRun.behaviour(diagram.levels().get(l)).inTheLongRun();
            if (known == null) {
                return no(longRun.behaviour(diagram.levels().get(l)).whyNot(Double.NaN));
            }
            chances[l] = known;
        }
        return new Answer.Exact(question.of(diagram, chances), 0, method(longRun, diagram));
    }

    /** Starts of outages of a journey per second in the long run. */
    public Answer outageFrequency(int journey) {
        if (isOneChain(journey)) {
            return together(journey, model -> model.outageFrequency(journey));
        }
        return inTheLongRun(journey, (diagram, chances) -> {
            List<List<Behaviour.Flow>> flows = new ArrayList<>();
            for (int s : diagram.levels()) {
                flows.add(longRun.behaviour(s).flows());
            }
            return diagram.frequency(chances, flows);
        });
    }

    /** Mean length of an outage of a journey in the long run, in seconds. */
    public Answer meanOutage(int journey) {
        if (!(timeUnavailability(journey) instanceof Answer.Exact down)
                || !(outageFrequency(journey) instanceof Answer.Exact starts)) {
            return timeUnavailability(journey);
        }
        return starts.value() > 0
                ? new Answer.Exact(down.value() / starts.value(), 0, down.method())
                : no(name(journey) + ": has no outages in the long run");
    }

    /**
     * How much of a journey's long run lies in what is so rare that a simulation may not have met it; null where the long run
     * is not known.
     *
     * @param seconds the longest simulation that will be asked about
     */
    public @Nullable Rarity rarity(int journey, double seconds) {
        Answer lost = requestUnavailability(journey);
        Answer down = timeUnavailability(journey);
        Answer starts = outageFrequency(journey);
        if (!(lost instanceof Answer.Exact && down instanceof Answer.Exact && starts instanceof Answer.Exact)) {
            return null;
        }
        if (isOneChain(journey)) {
            return chain(journey) instanceof MarkovModel.Found found
                    ? found.model().rarity(journey)
                    : null;
        }
        Diagram diagram = diagram(longRun, longRunDiagrams, journey);
        if (diagram == null) {
            return null;
        }
        double[][] chances = new double[diagram.levels().size()][];
        List<List<Behaviour.Flow>> flows = new ArrayList<>();
        for (int l = 0; l < chances.length; l++) {
            Behaviour behaviour = longRun.behaviour(diagram.levels().get(l));
            double[] known = behaviour.inTheLongRun();
            if (known == null) {
                return null;
            }
            chances[l] = known;
            flows.add(behaviour.flows());
        }
        double[] totals = {lost.value(), down.value(), starts.value()};
        return Looking.of(diagram, chances, flows, totals, seconds);
    }

    /** The first reason that a subsystem which matters cannot be solved; null when there is none. */
    private @Nullable String whyNot(Scene scene, int journey) {
        for (int s : relevant(scene, journey)) {
            if (scene.behaviour(s) instanceof Behaviours.Unknown unknown) {
                return unknown.why();
            }
        }
        return null;
    }

    private String tooManyWays(Scene scene, int journey) {
        List<Integer> relevant = relevant(scene, journey);
        int most = relevant.stream()
                .mapToInt(s -> scene.behaviour(s).looks().size())
                .max()
                .orElse(0);
        return name(journey) + ": too many ways in which its " + relevant.size()
                + " independent subsystems, of up to " + most
                + " looks each, can look together to be told apart: members that differ (weights, errors, watchers,"
                + " a store of more than 40 instances) make them many. A simulation has no such limit";
    }

    private List<Integer> relevant(Scene scene, int journey) {
        BitSet nodes = new BitSet();
        BitSet tiers = new BitSet();
        Scene.reads(blueprint, journey, nodes, tiers);
        BitSet matters = scene.matters(nodes);
        List<Integer> relevant = new ArrayList<>();
        for (int s = 0; s < scene.size(); s++) {
            if (scene.matters(s, matters, tiers)) {
                relevant.add(s);
            }
        }
        return relevant;
    }

    private @Nullable Diagram diagram(Scene scene, Map<Integer, Optional<Diagram>> known, int journey) {
        return known.computeIfAbsent(journey, j -> Optional.ofNullable(Diagram.of(scene, j)))
                .orElse(null);
    }

    private static String method(Scene scene, Diagram diagram) {
        return method(scene, diagram, Behaviour::method);
    }

    private static String method(Scene scene, Diagram diagram, Function<Behaviour, String> of) {
        Map<String, Integer> methods = new LinkedHashMap<>();
        int subsystems = 0;
        for (int s : diagram.levels()) {
            if (scene.behaviour(s).looks().size() > 1) {
                methods.merge(of.apply(scene.behaviour(s)), 1, Integer::sum);
                subsystems++;
            }
        }
        if (subsystems == 0) {
            return "nothing can fail";
        }
        if (methods.size() == 1) {
            String method = methods.keySet().iterator().next();
            return subsystems == 1 ? method : subsystems + " independent subsystems: " + method;
        }
        StringBuilder words = new StringBuilder(subsystems + " independent subsystems: ");
        methods.forEach((method, times) ->
                words.append(times == 1 ? "" : times + " × ").append(method).append("; "));
        return words.substring(0, words.length() - 2);
    }

    // ---------------------------------------------------------------- from a fresh start

    /** The chain of everything that matters to a journey. */
    private MarkovModel.Outcome chain(int journey) {
        BitSet together = new BitSet();
        relevant(always, journey).forEach(s -> together.or(always.subsystem(s)));
        return chains.computeIfAbsent(
                together, unknown -> MarkovModel.of(Excerpt.of(always.automata, together), limits));
    }

    /** The lives of units of which each one is needed; empty when the journey hangs on anything else. */
    private List<Distribution> series(int journey) {
        List<Distribution> lives = new ArrayList<>();
        for (int s : relevant(always, journey)) {
            Distribution life = always.behaviour(s) instanceof Unit unit ? unit.firstFailure() : null;
            if (life == null) {
                return List.of();
            }
            lives.add(life);
        }
        Diagram diagram = diagram(always, diagrams, journey);
        if (diagram == null || isStateByState(journey) || diagram.levels().size() != lives.size()) {
            return List.of();
        }
        for (int broken = -1; broken < lives.size(); broken++) {
            double[][] chances = new double[lives.size()][];
            for (int l = 0; l < chances.length; l++) {
                chances[l] = l == broken ? new double[] {0, 1} : new double[] {1, 0};
            }
            if (diagram.down(chances) != (broken < 0 ? 0 : 1)) {
                return List.of();
            }
        }
        return lives;
    }

    private interface OfChain {
        Answer to(MarkovModel model);
    }

    private Answer together(int journey, OfChain question) {
        MarkovModel.Outcome outcome = chain(journey);
        if (outcome instanceof MarkovModel.Found found) {
            return question.to(found.model()).by(found.model().method());
        }
        return no(((MarkovModel.Refused) outcome).why());
    }

    /** Mean time to the first outage of a journey from a fresh start, in seconds. */
    public Answer meanTimeToFirstOutage(int journey) {
        List<Distribution> lives = series(journey);
        if (lives.size() == 1) {
            return new Answer.Exact(lives.get(0).mean(), 0, "closed form");
        }
        FirstOutages parts = firstOutages(journey);
        return parts != null ? parts.mean() : together(journey, model -> model.meanTimeToFirstOutage(journey));
    }

    /** The parts of a journey each of which it needs; null when there is only one, or nothing is known of some. */
    private @Nullable FirstOutages firstOutages(int journey) {
        return inParts.computeIfAbsent(journey, j -> {
                    boolean apart = !isStateByState(j) && relevant(always, j).size() > 1 && whyNot(always, j) == null;
                    Diagram diagram = apart ? diagram(always, diagrams, j) : null;
                    return Optional.ofNullable(diagram == null ? null : FirstOutages.of(always, diagram, limits, j));
                })
                .orElse(null);
    }

    /** Chance that the first outage of a journey comes within {@code time} after a fresh start. */
    public Answer outageWithin(int journey, double time) {
        List<Distribution> lives = series(journey);
        if (!lives.isEmpty()) {
            double hazard = 0;
            for (Distribution life : lives) {
                hazard += life.cumulativeHazard(time);
            }
            return new Answer.Exact(-StrictMath.expm1(-hazard), 0, "closed form");
        }
        FirstOutages parts = firstOutages(journey);
        return parts != null ? parts.within(time) : together(journey, model -> model.outageWithin(journey, time));
    }

    /** Chance that a journey is below its threshold for at most {@code most} seconds up to {@code time}. */
    public Answer downtimeAtMost(int journey, double time, double most) {
        return together(journey, model -> model.downtimeAtMost(journey, time, most));
    }

    /** The shortest time that a journey's downtime up to {@code time} does not exceed with a given chance, in seconds. */
    public Answer downtimeQuantile(int journey, double time, double chance) {
        Answer answer = downtimeAtMost(journey, time, 0);
        if (!(answer instanceof Answer.Exact none)) {
            return answer;
        }
        if (none.value() >= chance) {
            return new Answer.Exact(0, 0, none.method());
        }
        // False position between a time that is too short and one that is long enough, each end moved at least every
        // other
        // time (Illinois: Dowell and Jarratt 1971); the chance rises without jumps after time 0.
        double low = 0;
        double high = time;
        double missing = chance - none.value();
        double over = 1 - chance;
        int side = 0;
        for (int round = 0; high - low > 1e-12 * high && round < 200; round++) {
            double at = round % 8 == 7 ? (low + high) / 2 : low + (high - low) * (missing / (missing + over));
            at = Math.min(Math.max(at, Math.nextUp(low)), Math.nextDown(high));
            Answer there = downtimeAtMost(journey, time, at);
            if (!(there instanceof Answer.Exact exact)) {
                return there;
            }
            double off = exact.value() - chance;
            if (off < 0) {
                over = side < 0 ? over / 2 : over;
                low = at;
                missing = -off;
                side = -1;
            } else {
                missing = side > 0 ? missing / 2 : missing;
                high = at;
                over = off;
                side = 1;
            }
            if (off == 0) {
                return new Answer.Exact(at, 0, none.method());
            }
        }
        return new Answer.Exact(high, high - low, none.method());
    }

    /** Chance that a journey is below its threshold at a time after a fresh start. */
    public Answer pointUnavailability(int journey, double time) {
        return isStateByState(journey)
                ? together(journey, model -> model.pointUnavailability(journey, time))
                : at(journey, time, Diagram::down);
    }

    /** Expected share of requests lost at a time after a fresh start. */
    public Answer pointLoss(int journey, double time) {
        if (!blueprint.journeys().get(journey).inflows().isEmpty()) {
            return no(name(journey) + ": a surge multiplies its requests for a while; such losses are simulated");
        }
        if (blueprint.journeys().get(journey).mindsWaiting()) {
            return no(
                    name(journey) + ": what waiting for targets that hang costs is known over a time, not at a moment");
        }
        return blueprint.load().isFlat() ? at(journey, time, Diagram::lost) : no(byTheDay(journey));
    }

    private String byTheDay(int journey) {
        return name(journey)
                + ": its load changes over the day (`day-peak`, `profile`), so that what is lost up to a time"
                + " depends on the hour; without them it would not";
    }

    private Answer at(int journey, double time, Question question) {
        return at(journey, time, question, behaviour -> behaviour.at(time));
    }

    private interface Known {
        Behaviour.@Nullable Chances of(Behaviour behaviour);
    }

    private Answer at(int journey, double time, Question question, Known how) {
        String why = whyNot(always, journey);
        if (why != null) {
            return no(why);
        }
        Diagram diagram = diagram(always, diagrams, journey);
        if (diagram == null) {
            return no(tooManyWays(always, journey));
        }
        double[][] chances = new double[diagram.levels().size()][];
        double error = 0;
        for (int l = 0; l < chances.length; l++) {
            Behaviour behaviour = always.behaviour(diagram.levels().get(l));
            Behaviour.Chances known = how.of(behaviour);
            if (known == null) {
                return no(behaviour.whyNot(time));
            }
            chances[l] = known.chance();
            error += known.error();
        }
        double value = question.of(diagram, chances);
        return new Answer.Exact(value, error, method(always, diagram, Behaviour::methodAtATime));
    }

    /** Expected share of the time up to {@code time} in which a journey is below its threshold. */
    public Answer intervalUnavailability(int journey, double time) {
        return upTo(journey, time, Diagram::down, model -> model.intervalUnavailability(journey, time));
    }

    /** Expected share of requests lost up to {@code time} after a fresh start. */
    public Answer intervalLoss(int journey, double time) {
        if (!blueprint.load().isFlat()) {
            return no(byTheDay(journey));
        }
        return upTo(journey, time, Diagram::lost, model -> model.intervalLoss(journey, time));
    }

    /** One chain is followed; several subsystems are looked at in many moments. */
    private Answer upTo(int journey, double time, Question question, OfChain ofChain) {
        List<Integer> relevant = relevant(always, journey);
        if (isStateByState(journey)
                || relevant.size() == 1 && always.behaviour(relevant.get(0)).isChain()) {
            return together(journey, ofChain);
        }
        if (relevant.size() == 1 && always.behaviour(relevant.get(0)) instanceof Unit unit) {
            Answer exact = ofOneUnit(journey, unit, time, question);
            if (exact != null) {
                return exact;
            }
        }
        RenewalCurves curves = this.curves.computeIfAbsent(time, RenewalCurves::new);
        Answer mean = Quadrature.mean(
                time, moment -> at(journey, moment, question, behaviour -> behaviour.during(moment, curves)));
        return mean instanceof Answer.Exact exact
                ? new Answer.Exact(
                        exact.value(),
                        exact.error() + exact.value() * curves.relativeError(relevant.size()),
                        exact.method())
                : mean;
    }

    /** Both looks of a unit weigh for as long as it has them. */
    private @Nullable Answer ofOneUnit(int journey, Unit unit, double time, Question question) {
        Diagram diagram = diagram(always, diagrams, journey);
        Renewals.At at = unit.renewals(time);
        if (diagram == null
                || at == null
                || unit.looks().size() != 2
                || diagram.levels().size() != 1) {
            return null;
        }
        double value = question.of(diagram, new double[][] {{1 - at.mean(), at.mean()}});
        return new Answer.Exact(value, at.meanError(), "renewal equation");
    }
}
