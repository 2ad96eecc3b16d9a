package nines.faulttree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nines.blueprint.Blueprint;
import nines.blueprint.Journey;
import nines.blueprint.Shock;
import org.jspecify.annotations.Nullable;

/**
 * Why a journey would be down, as a function of basic events: an instance broken, a place gone, a common cause, planned
 * work. The function is that of the settled structure: everybody has noticed, standbys have taken over, stores are empty.
 * Shared places and repeated parts are right, since each event is one variable.
 *
 * <p>Chances are exact when the events are independent: units with repairers of their own and any laws. What makes them
 * less than that, such as a shared crew, is listed by {@link #caveats}.
 */
public final class FaultTree {
    /** Nodes of a decision diagram beyond which there is no answer. */
    public static final int NODES_MAX = 2_000_000;

    /** Basic events beyond which there is no answer. */
    public static final int EVENTS_MAX = 3_000;

    private static final int NODES_AT_FIRST = 100_000;
    private static final double ROUNDING = 1e-12;
    /** A difference smaller than this share of its terms is found in another way. */
    private static final double DIGITS_LOST = 1e-3;

    private final List<BasicEvent> events;
    private final List<String> caveats;
    private final Diagram diagram;
    private final int share;
    private final int top;
    private final int[] reached;
    private final int[] eventAt;
    private Chances chances;
    private final boolean isRising;
    private final boolean isKnown;
    private final boolean[] matters;
    private double @Nullable [] birnbaum;
    private @Nullable CutSets sets;

    /** What a journey came to. */
    public sealed interface Outcome permits Found, Refused {}

    /** It has a fault tree. */
    public record Found(FaultTree tree) implements Outcome {}

    /**
     * It has none.
     *
     * @param why what is too large, or runs in a circle
     */
    public record Refused(String why) implements Outcome {}

    /**
     * Cut sets of a journey.
     *
     * @param likeliest some, the likeliest first; where chances are not known the smallest first
     * @param whole whether these are all that were asked for, or only those found before the search was given up
     * @param bySize how many there are of each size in all: entry k counts those of k events
     */
    public record Listing(List<CutSet> likeliest, boolean whole, double[] bySize) {}

    /** The fault tree of a journey. */
    public static Outcome of(Blueprint blueprint, int journey) {
        Journey asked = blueprint.journeys().get(journey);
        try {
            Layout layout = new Layout(blueprint);
            Shares shares = new Shares(blueprint, asked, layout);
            if (layout.events.size() > EVENTS_MAX) {
                return new Refused(asked.name() + ": " + layout.events.size() + " basic events; " + EVENTS_MAX
                        + " are the limit of the decision diagram");
            }
            int[] asMet = layout.formula.asMet(shares.tops());
            int[] together = layout.formula.drawnTogether(asMet, shares.tops());
            TooLarge last = null;
            for (int nodesMax : new int[] {NODES_AT_FIRST, NODES_MAX}) {
                for (int[] order : List.of(asMet, together)) {
                    int[] levelOf = blocksTogether(order, layout.blockOf);
                    try {
                        return new Found(new FaultTree(blueprint, asked, layout, shares, levelOf, nodesMax));
                    } catch (TooLarge tooLarge) {
                        last = tooLarge;
                    }
                }
            }
            return new Refused(asked.name() + ": " + (last == null ? "" : last.getMessage()));
        } catch (Layout.Circle circle) {
            return new Refused(asked.name() + ": " + circle.getMessage());
        }
    }

    /** The order with the events of a block side by side, where the first of them stands. */
    private static int[] blocksTogether(int[] levelOf, List<Integer> blockOf) {
        Integer[] order = new Integer[levelOf.length];
        int[] firstOfBlock = new int[levelOf.length];
        Arrays.fill(firstOfBlock, Integer.MAX_VALUE);
        for (int e = 0; e < order.length; e++) {
            order[e] = e;
            int block = blockOf.get(e);
            firstOfBlock[block] = Math.min(firstOfBlock[block], levelOf[e]);
        }
        Arrays.sort(order, (a, b) -> {
            int byBlock = Integer.compare(firstOfBlock[blockOf.get(a)], firstOfBlock[blockOf.get(b)]);
            return byBlock != 0 ? byBlock : Integer.compare(levelOf[a], levelOf[b]);
        });
        int[] together = new int[levelOf.length];
        for (int level = 0; level < order.length; level++) {
            together[order[level]] = level;
        }
        return together;
    }

    private FaultTree(Blueprint blueprint, Journey journey, Layout layout, Shares shares, int[] levelOf, int nodesMax)
            throws TooLarge, Layout.Circle {
        diagram = new Diagram(nodesMax);
        eventAt = new int[levelOf.length];
        for (int e = 0; e < levelOf.length; e++) {
            eventAt[levelOf[e]] = e;
        }
        Formula.Builder builder = layout.formula.new Builder(diagram, levelOf);
        share = shares.function(diagram, builder);
        top = diagram.map(share, served -> served < journey.upAt() - ROUNDING ? 1 : 0);
        reached = diagram.reached(top);
        isRising = diagram.isRising(top);
        matters = new boolean[levelOf.length];
        for (int node : diagram.reached(share)) {
            matters[eventAt[diagram.level(node)]] = true;
        }
        events = new ArrayList<>(layout.events);
        double[] chance = new double[levelOf.length];
        int[] blockAt = new int[levelOf.length];
        boolean known = true;
        Set<String> why = new LinkedHashSet<>(layout.leftOut);
        for (int level = 0; level < levelOf.length; level++) {
            int event = eventAt[level];
            chance[level] = events.get(event).unavailability();
            blockAt[level] = layout.blockOf.get(event);
            if (matters[event]) {
                known &= !Double.isNaN(chance[level]);
                why.addAll(layout.caveats.get(event));
            }
        }
        chances = Chances.inBlocks(chance, blockAt);
        isKnown = known;
        caveats = List.copyOf(why);
        if (isKnown) {
            commonCauses(blueprint, layout, levelOf);
        }
    }

    /** Gives each common cause the length that it costs this journey by itself. */
    private void commonCauses(Blueprint blueprint, Layout layout, int[] levelOf) {
        for (int e = 0; e < events.size(); e++) {
            Shock shock = layout.shockOf.get(e);
            if (shock == null || !matters[e]) {
                continue;
            }
            int[] members = new int[shock.modes().length];
            for (int i = 0; i < members.length; i++) {
                members[i] = levelOf[layout.eventOfMode[shock.modes()[i]]];
            }
            CommonCause cause = new CommonCause(blueprint, shock, members, diagram, top, reached, chances, levelOf[e]);
            double load = cause.seconds() / shock.law().mean();
            BasicEvent event = events.get(e);
            events.set(
                    e,
                    new BasicEvent(
                            event.name(),
                            event.kind(),
                            load / (1 + load),
                            cause.startsOutage() / shock.law().mean()));
            chances = chances.with(levelOf[e], load / (1 + load));
        }
    }

    /** The basic events that the journey's share depends on, in the order of the blueprint. */
    public List<BasicEvent> events() {
        List<BasicEvent> relevant = new ArrayList<>();
        for (int e = 0; e < events.size(); e++) {
            if (matters[e]) {
                relevant.add(events.get(e));
            }
        }
        return relevant;
    }

    /** What keeps the chances from being exact; empty when they are. */
    public List<String> caveats() {
        return caveats;
    }

    /** Whether the chances of all events are known. Without them there are cut sets, but no figures. */
    public boolean isKnown() {
        return isKnown;
    }

    /** Whether no event ever helps the journey; only then cut sets say all, and there is a frequency. */
    public boolean isRising() {
        return isRising;
    }

    /** Nodes of the diagram of the journey being down. */
    public int size() {
        return reached.length;
    }

    /** Chance that the journey is below its threshold in the long run. */
    public double unavailability() {
        return chances.expected(diagram, top);
    }

    /** Share of the journey's requests lost in the long run. */
    public double lostShare() {
        try {
            return chances.expected(diagram, diagram.map(share, served -> Math.max(0, 1 - served)));
        } catch (TooLarge tooLarge) {
            return 1 - chances.expected(diagram, share);
        }
    }

    /** How often the journey goes down, per second in the long run: each event's frequency where it decides. */
    public double frequency() {
        double[] decides = birnbaum();
        double sum = 0;
        for (int level = 0; level < eventAt.length; level++) {
            if (decides[level] > 0) {
                sum += decides[level] * events.get(eventAt[level]).frequency();
            }
        }
        return isRising && isKnown ? sum : Double.NaN;
    }

    private double[] birnbaum() {
        if (birnbaum == null) {
            birnbaum = chances.decided(diagram, top, reached, isRising);
        }
        return birnbaum;
    }

    /** The importance of every event that matters, the highest criticality first. */
    public List<Importance> importances() {
        List<Importance> all = new ArrayList<>();
        double down = unavailability();
        double[] decides = birnbaum();
        for (int level = 0; level < eventAt.length; level++) {
            if (decides[level] != 0) {
                all.add(importance(level, decides[level], down));
            }
        }
        all.sort(Comparator.comparingDouble((Importance each) -> -each.criticality())
                .thenComparing(each -> each.event().name()));
        return all;
    }

    private Importance importance(int level, double decides, double down) {
        double q = chances.at(level);
        double best = down - q * decides;
        if (best < DIGITS_LOST * down) {
            best = chances.with(level, 0).values(diagram, top, reached)[top];
        }
        double worst = down + decides;
        int first = level;
        while (first > 0 && chances.last(first - 1) == chances.last(level)) {
            first--;
        }
        for (int one = first; one <= chances.last(level); one++) {
            worst -= chances.at(one) * birnbaum()[one];
        }
        double vesely = Double.NaN;
        try {
            CutSets all = sets();
            vesely = all == null ? Double.NaN : chances.expected(diagram, all.unionWith(level, diagram)) / down;
        } catch (TooLarge tooLarge) {
            // Said by NaN: the union of the cut sets with this event is too large a function.
        }
        return new Importance(
                events.get(eventAt[level]),
                decides,
                decides * q / down,
                vesely,
                worst / down,
                best == 0 ? Double.POSITIVE_INFINITY : down / best);
    }

    private @Nullable CutSets sets() throws TooLarge {
        if (sets == null && isRising) {
            boolean[] gone = new boolean[chances.levels()];
            Chances known = chances;
            for (int level = 0; level < gone.length; level++) {
                gone[level] = chances.at(level) == 0;
                known = isKnown ? known : known.with(level, 0.5);
            }
            sets = new CutSets(diagram, diagram.without(top, gone), known, NODES_MAX);
        }
        return sets;
    }

    /**
     * The minimal cut sets of events that can happen.
     *
     * @param limit how many to list
     * @param sizeMax events of the largest to list
     * @return null when there are too many even for a diagram of sets, or when events can help
     */
    public @Nullable Listing cutSets(int limit, int sizeMax) {
        try {
            CutSets all = sets();
            if (all == null) {
                return null;
            }
            CutSets.Listing found = all.likeliest(limit, sizeMax);
            List<CutSet> named = new ArrayList<>();
            for (CutSets.Found each : found.sets()) {
                List<BasicEvent> members = Arrays.stream(each.levels())
                        .map(level -> eventAt[level])
                        .sorted()
                        .mapToObj(events::get)
                        .toList();
                named.add(new CutSet(members, isKnown ? each.probability() : Double.NaN));
            }
            return new Listing(named, found.whole(), all.counts());
        } catch (TooLarge tooLarge) {
            return null;
        }
    }
}
