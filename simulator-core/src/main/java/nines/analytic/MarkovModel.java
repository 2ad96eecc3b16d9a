package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import nines.blueprint.Blueprint;
import nines.blueprint.Journey;
import nines.quantity.Figures;
import nines.structure.Explored;
import nines.structure.Explorer;
import nines.structure.Sight;
import nines.structure.StateSpace;
import org.jspecify.annotations.Nullable;

/**
 * A structure as a Markov chain: found by exploring its own states, and solved. Applies when every clock that runs is
 * memoryless; otherwise every answer names the one that is not. Times are in seconds, frequencies per second.
 */
public final class MarkovModel {
    /** States beyond which exploring gives up, unless told otherwise. */
    public static final int STATES_MAX = 1_000_000;

    /** A mean over time looks at many moments: all of them together may cost so many times what one may, or so much. */
    private static final double MOMENTS = 50;

    private static final double MOMENTS_WORK_MAX = 1e9;

    /** Orders of waiting jobs up to which it is worth to follow them, where the long run is known without. */
    private static final double ORDERS_WORTH_FOLLOWING = 10_000;

    /** Ticks from which on it may pay to know where a chain settles. */
    private static final double WORTH_SETTLING = 2_000;

    private final StateSpace space;
    private final Chain chain;
    private final double workMax;
    /** What may still be spent on looking at moments one by one. */
    private final double[] workLeft;

    /** What the chain does not follow from moment to moment; empty when there is nothing. */
    private final String onlyTheLongRun;

    private final Map<Double, Transient.At[]> walks = new HashMap<>();
    /** The shortest time that was too long to follow. */
    private double tooLongFrom = Double.POSITIVE_INFINITY;

    private @Nullable Powers powers;
    private double @Nullable [] stationary;
    private @Nullable String notStationary;
    private @Nullable String noCycle;

    private MarkovModel(StateSpace space, double workMax, String onlyTheLongRun) {
        this.onlyTheLongRun = onlyTheLongRun;
        this.space = space;
        this.workMax = workMax;
        workLeft = new double[] {Math.max(workMax, Math.min(MOMENTS * workMax, MOMENTS_WORK_MAX))};
        StateSpace.Transitions found = space.chain();
        chain = new Chain(found.states(), found.from(), found.to(), found.rate());
    }

    /** What a blueprint came to. */
    public sealed interface Outcome permits Found, Refused {}

    /** It is a chain. */
    public record Found(MarkovModel model) implements Outcome {}

    /**
     * It is none, or too large.
     *
     * @param why the element and the property that stands in the way
     */
    public record Refused(String why) implements Outcome {}

    /** Explores a blueprint. */
    public static Outcome of(Blueprint blueprint) {
        return of(blueprint, STATES_MAX);
    }

    /** Explores a blueprint of at most so many states. */
    public static Outcome of(Blueprint blueprint, int statesMax) {
        return of(blueprint, new Limits(statesMax, Limits.generous().work()));
    }

    /** Explores a blueprint within limits. */
    public static Outcome of(Blueprint blueprint, Limits limits) {
        return of(blueprint, Sight.none(), limits);
    }

    /** Explores a blueprint within limits and notes what is seen of its states. */
    static Outcome of(Blueprint blueprint, Sight sight, Limits limits) {
        for (Journey journey : blueprint.journeys()) {
            if (!journey.inflows().isEmpty()) {
                return new Refused(
                        journey.name() + ": a surge multiplies its requests for a while; such losses are simulated");
            }
        }
        String data = Behaviours.restoresData(blueprint);
        if (data != null) {
            return new Refused(data);
        }
        Pool pool = Pool.of(blueprint);
        if (pool == null) {
            String why = Orders.tooMany(blueprint, limits.states());
            return why == null ? explored(blueprint, sight, limits) : new Refused(why);
        }
        boolean all = pool.whyOnlyTheLongRun().isEmpty();
        if (!all && Orders.most(blueprint) <= ORDERS_WORTH_FOLLOWING) {
            Outcome followed = explored(blueprint, sight, limits);
            if (followed instanceof Found) {
                return followed;
            }
        }
        return counted(pool, sight, limits);
    }

    /** By the simulation's own rules, whatever the blueprint. */
    static Outcome explored(Blueprint blueprint, Sight sight, Limits limits) {
        return outcome(Explorer.explore(blueprint, sight, limits.states()), limits, "");
    }

    /** By counting units that are alike. */
    static Outcome counted(Pool pool, Sight sight, Limits limits) {
        String why = pool.whyOnlyTheLongRun();
        return outcome(PoolStates.of(pool, sight, limits.states()), limits, why);
    }

    private static Outcome outcome(Explored explored, Limits limits, String onlyTheLongRun) {
        return explored instanceof StateSpace space
                ? new Found(new MarkovModel(space, limits.work(), onlyTheLongRun))
                : new Refused(((Explored.Refused) explored).why());
    }

    /** How its answers are found. */
    String method() {
        return "Markov chain, " + space.states() + " states"
                + (onlyTheLongRun.isEmpty() ? "" : " (jobs alike: in any order)");
    }

    /** The states and transitions. */
    public StateSpace space() {
        return space;
    }

    // ---------------------------------------------------------------- in the long run

    /** Share of a journey's requests lost in the long run. */
    public Answer requestUnavailability(int journey) {
        return atMostOne(inTheLongRun(state -> space.lost(journey, state)));
    }

    /** Share of time below a journey's threshold in the long run. */
    public Answer timeUnavailability(int journey) {
        return atMostOne(inTheLongRun(state -> space.isUp(journey, state) ? 0 : 1));
    }

    /** A share that rounding has carried beyond all. */
    private static Answer atMostOne(Answer answer) {
        return answer instanceof Answer.Exact exact && exact.value() > 1
                ? new Answer.Exact(1, exact.error(), exact.method())
                : answer;
    }

    /** Share of time in which a part as a whole does not work in the long run. */
    public Answer partUnavailability(int part) {
        return inTheLongRun(state -> space.works(part, state) ? 0 : 1);
    }

    /** Starts of outages of a journey per second in the long run. */
    public Answer outageFrequency(int journey) {
        return inTheLongRun(state -> space.isUp(journey, state) ? downRate(journey, state) : 0);
    }

    /** Mean length of an outage of a journey in the long run, in seconds. */
    public Answer meanOutage(int journey) {
        Answer down = timeUnavailability(journey);
        Answer starts = outageFrequency(journey);
        if (!(down instanceof Answer.Exact) || !(starts instanceof Answer.Exact)) {
            return down;
        }
        return starts.value() > 0
                ? new Answer.Exact(down.value() / starts.value(), 0)
                : new Answer.NotApplicable(journeyName(journey) + ": has no outages in the long run");
    }

    /** Expected value of a measure of the state in the long run. */
    public Answer inTheLongRun(IntToDoubleFunction measure) {
        double[] p = stationary();
        if (p == null) {
            return new Answer.NotApplicable(notStationary == null ? "" : notStationary);
        }
        return new Answer.Exact(expected(p, measure), 0);
    }

    private static double expected(double[] p, IntToDoubleFunction measure) {
        double[] terms = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            terms[i] = p[i] > 0 ? p[i] * measure.applyAsDouble(i) : 0;
        }
        Arrays.sort(terms);
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }

    /** Why there is no answer in the long run. */
    String whyNotInTheLongRun() {
        return notStationary == null ? "" : notStationary;
    }

    /** Why there is no answer for a time. */
    String whyNotAt(double time) {
        return !onlyTheLongRun.isEmpty() ? onlyTheLongRun : ((Answer.NotApplicable) tooLong(time)).why();
    }

    /** Chances of the states at a time after a fresh start; null when it would take too long. */
    Behaviour.@Nullable Chances at(double time) {
        if (!onlyTheLongRun.isEmpty()) {
            return null;
        }
        double[] start = start();
        boolean small = chain.states <= Powers.STATES_MAX && Powers.work(chain.states) < workMax;
        return small
                ? new Behaviour.Chances(powers().at(time, start), Poisson.ERROR)
                : Transient.chances(chain, time, start, settlesAt(time), workLeft);
    }

    private Powers powers() {
        Powers known = powers;
        if (known == null) {
            known = new Powers(chain);
            powers = known;
        }
        return known;
    }

    /** Chances of the states in the long run; null when they did not come to balance. */
    double @Nullable [] stationary() {
        if (stationary == null && notStationary == null) {
            List<int[]> closed = Classes.closed(chain);
            double[] chances = closed.size() == 1 ? new double[] {1} : Endings.chances(chain, closed, start());
            if (chances == null) {
                notStationary = notBalanced(chain.states);
                return null;
            }
            double[] p = new double[chain.states];
            for (int c = 0; c < chances.length; c++) {
                int[] members = closed.get(c);
                double[] inside = Stationary.of(chain.among(members));
                if (inside == null) {
                    notStationary = notBalanced(members.length);
                    return null;
                }
                for (int i = 0; i < members.length; i++) {
                    p[members[i]] = chances[c] * inside[i];
                }
            }
            stationary = p;
        }
        return stationary;
    }

    private static String notBalanced(int states) {
        return "the sweeps over " + states
                + " states did not come to balance: parts of the chain that seldom lead to each"
                + " other; fewer instances make it small enough to be solved directly, a simulation needs no balance";
    }

    /** How much of a journey's long run lies in states that are seldom entered; null where the long run is not known. */
    @Nullable
    Rarity rarity(int journey) {
        double[] p = stationary();
        if (p == null) {
            return null;
        }
        double[] lost = new double[p.length];
        double[] down = new double[p.length];
        double[] outages = new double[p.length];
        List<Behaviour.Flow> flows = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            boolean up = space.isUp(journey, i);
            lost[i] = space.lost(journey, i);
            down[i] = up ? 0 : 1;
            outages[i] = up ? downRate(journey, i) : 0;
            for (int k = chain.from[i]; k < chain.from[i + 1] && p[i] > 0; k++) {
                flows.add(new Behaviour.Flow(i, chain.to[k], p[i] * chain.rate[k]));
            }
        }
        return new Rarity(
                new Visits(p, flows),
                new Rarity.Worth(lost, Transient.dot(p, lost)),
                new Rarity.Worth(down, Transient.dot(p, down)),
                new Rarity.Worth(outages, Transient.dot(p, outages)));
    }

    private double downRate(int journey, int state) {
        double sum = 0;
        for (int k = chain.from[state]; k < chain.from[state + 1]; k++) {
            sum += space.isUp(journey, chain.to[k]) ? 0 : chain.rate[k];
        }
        return sum;
    }

    // ---------------------------------------------------------------- from a fresh start

    /**
     * Mean time to the first outage of a journey from a fresh start, in seconds. Found as the mean length of a cycle: at
     * the outage the system is made new.
     */
    public Answer meanTimeToFirstOutage(int journey) {
        if (!onlyTheLongRun.isEmpty()) {
            return notFollowed();
        }
        double startsUp = 0;
        for (int s = 0; s < space.starts(); s++) {
            startsUp += space.isUp(journey, space.start(s)) ? space.startChance(s) : 0;
        }
        if (startsUp == 0) {
            return new Answer.Exact(0, 0);
        }
        double[] p = cycle(journey);
        if (p == null) {
            return noCycle(journey);
        }
        double up = 0;
        for (int i = 0; i < chain.states; i++) {
            up += p[i];
        }
        return new Answer.Exact(startsUp * up / p[chain.states], 0);
    }

    /** Chance that, once anything has happened to a fresh system, an outage comes before all is as it was. */
    public Answer outageBeforeRecovery(int journey) {
        if (!onlyTheLongRun.isEmpty()) {
            return notFollowed();
        }
        int fresh = space.start(0);
        if (space.starts() > 1 || !space.isUp(journey, fresh)) {
            return new Answer.NotApplicable(journeyName(journey) + ": it is not certain how a fresh system begins");
        }
        double[] p = cycle(journey);
        return p == null ? noCycle(journey) : new Answer.Exact(p[chain.states] / (p[fresh] * chain.exit[fresh]), 0);
    }

    private Answer noCycle(int journey) {
        return new Answer.NotApplicable(
                noCycle == null ? journeyName(journey) + ": it may be that no outage ever happens" : noCycle);
    }

    /**
     * Probabilities of the states when a journey's outage makes the system new at once; the last one is that of the outage,
     * which lasts a second on average. Null when the outage need not come.
     */
    private double @Nullable [] cycle(int journey) {
        boolean[] reached = reachedWhileUp(journey);
        int[] kept = new int[chain.states];
        int[] renumbered = new int[chain.states];
        int ups = 0;
        for (int i = 0; i < chain.states; i++) {
            if (reached[i]) {
                renumbered[i] = ups;
                kept[ups++] = i;
            }
        }
        int[] from = new int[ups + 2];
        int[] to = new int[chain.to.length + ups + space.starts()];
        double[] rate = new double[to.length];
        int end = 0;
        for (int i = 0; i < ups; i++) {
            for (int k = chain.from[kept[i]]; k < chain.from[kept[i] + 1]; k++) {
                if (space.isUp(journey, chain.to[k])) {
                    to[end] = renumbered[chain.to[k]];
                    rate[end++] = chain.rate[k];
                }
            }
            double down = downRate(journey, kept[i]);
            if (down > 0) {
                to[end] = ups;
                rate[end++] = down;
            }
            from[i + 1] = end;
        }
        double startsUp = 0;
        for (int s = 0; s < space.starts(); s++) {
            startsUp += space.isUp(journey, space.start(s)) ? space.startChance(s) : 0;
        }
        for (int s = 0; s < space.starts(); s++) {
            if (space.isUp(journey, space.start(s))) {
                to[end] = renumbered[space.start(s)];
                rate[end++] = space.startChance(s) / startsUp;
            }
        }
        from[ups + 1] = end;
        Chain cycle = new Chain(ups + 1, from, Arrays.copyOf(to, end), Arrays.copyOf(rate, end));
        List<int[]> closed = Classes.closed(cycle);
        int[] members = closed.get(0);
        if (closed.size() > 1 || members[members.length - 1] != ups) {
            return null;
        }
        double[] inside = Stationary.of(cycle.among(members));
        if (inside == null) {
            noCycle = notBalanced(members.length);
            return null;
        }
        double[] p = new double[chain.states + 1];
        for (int i = 0; i < members.length; i++) {
            p[members[i] == ups ? chain.states : kept[members[i]]] = inside[i];
        }
        return p;
    }

    /** Which states a fresh system can be in before the first outage. */
    private boolean[] reachedWhileUp(int journey) {
        boolean[] reached = new boolean[chain.states];
        int[] stack = new int[chain.states];
        int depth = 0;
        for (int s = 0; s < space.starts(); s++) {
            int state = space.start(s);
            if (space.isUp(journey, state)) {
                reached[state] = true;
                stack[depth++] = state;
            }
        }
        while (depth > 0) {
            int state = stack[--depth];
            for (int k = chain.from[state]; k < chain.from[state + 1]; k++) {
                int next = chain.to[k];
                if (!reached[next] && space.isUp(journey, next)) {
                    reached[next] = true;
                    stack[depth++] = next;
                }
            }
        }
        return reached;
    }

    /** Chance that a journey is below its threshold at a time after a fresh start. */
    public Answer pointUnavailability(int journey, double time) {
        return after(time, journey, false, false);
    }

    /** Expected share of the time up to {@code time} in which a journey is below its threshold. */
    public Answer intervalUnavailability(int journey, double time) {
        return after(time, journey, false, true);
    }

    /** Expected share of requests lost up to {@code time} at constant load. */
    public Answer intervalLoss(int journey, double time) {
        return after(time, journey, true, true);
    }

    private Answer after(double time, int journey, boolean requests, boolean mean) {
        if (!onlyTheLongRun.isEmpty()) {
            return notFollowed();
        }
        Transient.At[] at = walk(time);
        if (at.length == 0) {
            return tooLong(time);
        }
        Transient.At one = at[2 * journey + (requests ? 1 : 0)];
        return new Answer.Exact(mean ? one.mean() : one.now(), one.error());
    }

    /** Down and lost of every journey at a time, all in one walk; nothing when it would take too long. */
    private Transient.At[] walk(double time) {
        return walks.computeIfAbsent(time, unknown -> {
            int journeys = space.blueprint().journeys().size();
            double[][] weights = new double[2 * journeys][chain.states];
            for (int j = 0; j < journeys; j++) {
                for (int i = 0; i < chain.states; i++) {
                    weights[2 * j][i] = space.isUp(j, i) ? 0 : 1;
                    weights[2 * j + 1][i] = space.lost(j, i);
                }
            }
            Transient.At[] at =
                    time >= tooLongFrom ? null : Transient.at(chain, time, start(), weights, settlesAt(time), workMax);
            tooLongFrom = at == null ? Math.min(time, tooLongFrom) : tooLongFrom;
            return at == null ? new Transient.At[0] : at;
        });
    }

    /** The long run, where it is worth knowing to follow the chain up to a time. */
    private double @Nullable [] settlesAt(double time) {
        double ticks = Transient.fastest(chain) * time;
        return ticks < WORTH_SETTLING || chain.states > workMax / 1e4 ? null : stationary();
    }

    /** How long some states last from a fresh start; null when it would take too long to find out. */
    @Nullable
    Survival survival(IntPredicate up) {
        if (!onlyTheLongRun.isEmpty()) {
            return null;
        }
        boolean[] kept = new boolean[chain.states];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = up.test(i);
        }
        return Survival.of(chain, kept, start(), workMax);
    }

    /** Chance that the first outage of a journey comes within {@code time} after a fresh start. */
    public Answer outageWithin(int journey, double time) {
        if (!onlyTheLongRun.isEmpty()) {
            return notFollowed();
        }
        boolean[] reached = reachedWhileUp(journey);
        int[] kept = new int[chain.states];
        int ups = 0;
        for (int i = 0; i < chain.states; i++) {
            if (reached[i]) {
                kept[ups++] = i;
            }
        }
        kept = Arrays.copyOf(kept, ups);
        double[] all = start();
        double[] leaving = new double[ups];
        double[] start = new double[ups];
        for (int i = 0; i < ups; i++) {
            leaving[i] = downRate(journey, kept[i]);
            start[i] = all[kept[i]];
        }
        Transient.At at = Transient.left(chain.among(kept), leaving, time, start, workMax);
        return at == null ? tooLong(time) : new Answer.Exact(Math.min(1, at.now()), at.error());
    }

    /** Chance that a journey is below its threshold for at most {@code most} seconds up to {@code time}. */
    public Answer downtimeAtMost(int journey, double time, double most) {
        if (!onlyTheLongRun.isEmpty()) {
            return notFollowed();
        }
        boolean[] up = new boolean[chain.states];
        for (int i = 0; i < up.length; i++) {
            up[i] = space.isUp(journey, i);
        }
        return Downtime.atMost(chain, up, start(), time, most, workMax);
    }

    private double[] start() {
        double[] start = new double[chain.states];
        for (int s = 0; s < space.starts(); s++) {
            start[space.start(s)] += space.startChance(s);
        }
        return start;
    }

    private Answer notFollowed() {
        return new Answer.NotApplicable(onlyTheLongRun);
    }

    private Answer tooLong(double time) {
        double tick = 1 / Transient.fastest(chain);
        return new Answer.NotApplicable("the fastest of the chain's " + chain.states + " states lasts "
                + Figures.duration(tick) + ", too short a time to follow it tick by tick for " + Figures.duration(time)
                + "; up to some "
                + Figures.duration(Math.min(time / 2, workMax * tick / (chain.to.length + chain.states)))
                + " it could be followed, and the long run is another question");
    }

    private String journeyName(int journey) {
        return space.blueprint().journeys().get(journey).name();
    }
}
