package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Node;
import nines.blueprint.Step;
import nines.blueprint.Tier;
import nines.structure.Sight;
import org.jspecify.annotations.Nullable;

/**
 * What a journey makes of the looks of independent subsystems: a decision diagram with one level a subsystem and one way on
 * for each of its looks. States of which the same follows are one node, so that n alike in a k-of-n cost n² and not 2ⁿ.
 */
final class Diagram {
    private static final int SPREAD_MAX = 40;

    private static final int NODES_MAX = 300_000;

    private final Scene scene;
    private final Served served;
    private final List<Integer> levels = new ArrayList<>();
    /** The nodes whose truth matters, inputs first, and their places in partial states. */
    private final int[] nodes;

    private final Map<Integer, Integer> place = new HashMap<>();
    private final int[] tiers;
    private final int[] slotBase;
    private final int[] lastLevel;

    private final List<int[]> next = new ArrayList<>();
    private final List<Integer> level = new ArrayList<>();
    private final List<Double> lost = new ArrayList<>();
    private final Map<Double, Integer> ends = new HashMap<>();
    private int root;
    private boolean tooLarge;

    /** Everything known on the way down. */
    private record Partial(byte[] truth, int[] bad, double[] errors, long[] trusts, boolean[] known) {
        Partial copy() {
            return new Partial(truth.clone(), bad.clone(), errors.clone(), trusts.clone(), known.clone());
        }
    }

    private Diagram(Scene scene, int journey) {
        this.scene = scene;
        served = new Served(scene.blueprint(), journey);
        BitSet read = new BitSet();
        BitSet readTiers = new BitSet();
        Scene.reads(scene.blueprint(), journey, read, readTiers);
        BitSet matters = scene.matters(read);
        nodes = Arrays.stream(scene.automata.order).filter(matters::get).toArray();
        for (int i = 0; i < nodes.length; i++) {
            place.put(nodes[i], i);
        }
        tiers = readTiers.stream().toArray();
        slotBase = new int[tiers.length + 1];
        for (int t = 0; t < tiers.length; t++) {
            slotBase[t + 1] = slotBase[t] + tier(t).members().length;
        }
        for (int s : scene.order()) {
            if (scene.matters(s, matters, readTiers)) {
                levels.add(s);
            }
        }
        lastLevel = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            lastLevel[i] = -1;
            for (int l = 0; l < levels.size(); l++) {
                if (scene.says(levels.get(l), nodes[i])) {
                    lastLevel[i] = l;
                }
            }
        }
        build();
    }

    /** The diagram of a journey, or null when it would be too large. */
    static @Nullable Diagram of(Scene scene, int journey) {
        if (isWide(scene.blueprint().journeys().get(journey).step())) {
            return null;
        }
        Diagram diagram = new Diagram(scene, journey);
        return diagram.tooLarge ? null : diagram;
    }

    /** Whether a store on the way has so many instances that telling its states apart would take minutes. */
    private static boolean isWide(Step step) {
        if (step instanceof Step.Placed placed) {
            return placed.spread().members().length > SPREAD_MAX;
        }
        return step.inner().stream().anyMatch(Diagram::isWide);
    }

    private Tier tier(int t) {
        return scene.blueprint().tiers().get(tiers[t]);
    }

    /** The subsystems that matter, in the order of the levels. */
    List<Integer> levels() {
        return levels;
    }

    // ---------------------------------------------------------------- building

    private void build() {
        Partial nothing = new Partial(
                new byte[nodes.length],
                new int[nodes.length],
                new double[slotBase[tiers.length]],
                new long[slotBase[tiers.length]],
                new boolean[slotBase[tiers.length]]);
        for (int t = 0; t < tiers.length; t++) {
            for (int i = 0; i < tier(t).members().length; i++) {
                nothing.trusts[slotBase[t] + i] = (1L << tier(t).watches().length) - 1;
                nothing.known[slotBase[t] + i] = scene.automata.slot(tier(t), i).isEmpty();
            }
        }
        settle(nothing, -1);
        Served.Rest rest = served.rest(view(nothing));
        if (rest.isKnown()) {
            root = end(rest.lost());
            return;
        }
        Map<String, Integer> here = new LinkedHashMap<>();
        Map<Integer, Partial> partials = new HashMap<>();
        root = node(0);
        here.put("", root);
        partials.put(root, nothing);
        for (int l = 0; l < levels.size() && !here.isEmpty(); l++) {
            Map<String, Integer> below = new LinkedHashMap<>();
            Map<Integer, Partial> partialsBelow = new HashMap<>();
            List<Sight.Look> looks = scene.behaviour(levels.get(l)).looks();
            for (int from : here.values()) {
                int[] to = new int[looks.size()];
                Partial before = partials.get(from);
                for (int k = 0; k < to.length && before != null; k++) {
                    Partial after = before.copy();
                    scene.apply(levels.get(l), looks.get(k), new Target(after));
                    settle(after, l);
                    Served.Rest left = served.rest(view(after));
                    if (left.isKnown()) {
                        to[k] = end(left.lost());
                        continue;
                    }
                    String key = left.text() + key(after);
                    Integer known = below.get(key);
                    if (known == null) {
                        known = node(l + 1);
                        below.put(key, known);
                        partialsBelow.put(known, after);
                    }
                    to[k] = known;
                }
                next.set(from, to);
                if (next.size() > NODES_MAX) {
                    tooLarge = true;
                    return;
                }
            }
            here = below;
            partials = partialsBelow;
        }
    }

    private int node(int atLevel) {
        next.add(new int[0]);
        level.add(atLevel);
        lost.add(Double.NaN);
        return next.size() - 1;
    }

    private int end(double share) {
        return ends.computeIfAbsent(share, unseen -> {
            int node = node(Integer.MAX_VALUE);
            lost.set(node, share);
            return node;
        });
    }

    /** Where a scene writes what it sees of a look. */
    final class Target {
        private final Partial partial;

        Target(Partial partial) {
            this.partial = partial;
        }

        /** More reasons hold a node down. */
        void holds(int node, int reasons) {
            Integer at = place.get(node);
            if (at != null) {
                partial.bad[at] += reasons;
            }
        }

        /** How a member of a tier looks, apart from its node. */
        void member(int tier, int member, double errors, long trusts) {
            int t = Arrays.binarySearch(tiers, tier);
            if (t >= 0) {
                partial.errors[slotBase[t] + member] = errors;
                partial.trusts[slotBase[t] + member] = trusts;
                partial.known[slotBase[t] + member] = true;
            }
        }
    }

    /** Decides what can be decided after a level. */
    private void settle(Partial partial, int after) {
        for (int i = 0; i < nodes.length; i++) {
            if (partial.truth[i] != Served.OPEN) {
                continue;
            }
            Node node = scene.blueprint().nodes().get(nodes[i]);
            int bad = partial.bad[i];
            boolean open = lastLevel[i] > after;
            if (scene.isMixed(nodes[i])) {
                for (int input : node.inputs()) {
                    if (scene.isMixed(input)) {
                        byte truth = partial.truth[place.getOrDefault(input, 0)];
                        bad += truth == Served.FALSE ? 1 : 0;
                        open |= truth == Served.OPEN;
                    }
                }
            }
            if (bad > node.slack()) {
                partial.truth[i] = Served.FALSE;
            } else if (!open) {
                partial.truth[i] = Served.TRUE;
            }
        }
    }

    /** What is open about mixed nodes, besides what the rest of the journey says. */
    private String key(Partial partial) {
        boolean[] needed = new boolean[nodes.length];
        StringBuilder key = new StringBuilder();
        // A node is needed when it is read and open, or an input of a needed one; users come after their inputs.
        for (int i = nodes.length - 1; i >= 0; i--) {
            needed[i] |= scene.isRead(nodes[i]);
            if (partial.truth[i] != Served.OPEN || !needed[i] || !scene.isMixed(nodes[i])) {
                continue;
            }
            int bad = partial.bad[i];
            for (int input : scene.blueprint().nodes().get(nodes[i]).inputs()) {
                if (scene.isMixed(input)) {
                    int at = place.getOrDefault(input, 0);
                    needed[at] = true;
                    bad += partial.truth[at] == Served.FALSE ? 1 : 0;
                }
            }
            key.append(i).append('=').append(bad).append(',');
        }
        return key.toString();
    }

    private Served.Known view(Partial partial) {
        return new Served.Known() {
            @Override
            public byte truth(int node) {
                return partial.truth[place.getOrDefault(node, 0)];
            }

            @Override
            public boolean isKnown(int tier) {
                int t = Arrays.binarySearch(tiers, tier);
                boolean known = true;
                for (int i = 0; i < tier(t).members().length && known; i++) {
                    known = partial.known[slotBase[t] + i] && truth(tier(t).members()[i]) != Served.OPEN;
                }
                for (int sender : tier(t).senders()) {
                    known &= sender < 0 || truth(sender) != Served.OPEN;
                }
                return known;
            }

            @Override
            public String text(int tier) {
                int t = Arrays.binarySearch(tiers, tier);
                Tier of = tier(t);
                String[] members = new String[of.members().length];
                for (int i = 0; i < members.length; i++) {
                    int slot = slotBase[t] + i;
                    byte truth = truth(of.members()[i]);
                    members[i] = truth == Served.OPEN || !partial.known[slot] ? "?" + i : "";
                    if (partial.known[slot] || truth != Served.OPEN) {
                        members[i] += truth + "/" + partial.errors[slot] + "/" + partial.trusts[slot];
                    }
                }
                StringBuilder text = new StringBuilder(Served.sorted(members));
                for (int sender : of.senders()) {
                    text.append(sender < 0 ? "-" : "" + truth(sender));
                }
                return text.toString();
            }

            @Override
            public Served.Members members(int tier) {
                int t = Arrays.binarySearch(tiers, tier);
                Tier of = tier(t);
                int n = of.members().length;
                boolean[] alive = new boolean[n];
                for (int i = 0; i < n; i++) {
                    alive[i] = truth(of.members()[i]) == Served.TRUE;
                }
                boolean[] sends = new boolean[of.senders().length];
                for (int k = 0; k < sends.length; k++) {
                    sends[k] = of.senders()[k] < 0 || truth(of.senders()[k]) == Served.TRUE;
                }
                return new Served.Members(
                        alive,
                        Arrays.copyOfRange(partial.errors, slotBase[t], slotBase[t + 1]),
                        Arrays.copyOfRange(partial.trusts, slotBase[t], slotBase[t + 1]),
                        sends);
            }
        };
    }

    // ---------------------------------------------------------------- what it hangs on

    /** Sets of levels such that the journey is up exactly when each of the sets lets it: those of one set go together. */
    List<List<Integer>> inSeries() {
        int n = levels.size();
        int[] looks = new int[n];
        for (int l = 0; l < n; l++) {
            looks[l] = scene.behaviour(levels.get(l)).looks().size();
        }
        return new Factors(next, level, this::isUpAt, root, looks).found();
    }

    private boolean isUpAt(int end) {
        return served.isUp(lost.get(end));
    }

    // ---------------------------------------------------------------- asking

    /** Share of requests lost when the subsystems look so. */
    double lostAt(int[] looks) {
        return lost.get(endOf(looks));
    }

    /** Whether it is up when the subsystems look so. */
    boolean isUpAt(int[] looks) {
        return isUpAt(endOf(looks));
    }

    private int endOf(int[] looks) {
        int node = root;
        while (!isEnd(node)) {
            node = next.get(node)[looks[level.get(node)]];
        }
        return node;
    }

    private boolean isEnd(int node) {
        return level.get(node) == Integer.MAX_VALUE;
    }

    /** Expected value of what the ends are worth, given the chances of each level's looks. */
    private double expected(double[][] chances, boolean requests) {
        double[] worth = new double[next.size()];
        for (int node : bottomUp()) {
            if (isEnd(node)) {
                worth[node] = requests ? lost.get(node) : served.isUp(lost.get(node)) ? 0 : 1;
                continue;
            }
            double sum = 0;
            int[] to = next.get(node);
            for (int k = 0; k < to.length; k++) {
                sum += chances[level.get(node)][k] * worth[to[k]];
            }
            worth[node] = sum;
        }
        return worth[root];
    }

    private int[] bottomUp() {
        return java.util.stream.IntStream.range(0, next.size())
                .boxed()
                .sorted((a, b) -> Integer.compare(level.get(b), level.get(a)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Expected share of requests lost. */
    double lost(double[][] chances) {
        return expected(chances, true);
    }

    /** Chance to be below the threshold. */
    double down(double[][] chances) {
        return expected(chances, false);
    }

    /** How often it falls below the threshold. */
    double frequency(double[][] chances, List<List<Behaviour.Flow>> flows) {
        double[] reach = new double[next.size()];
        reach[root] = 1;
        int[] order = bottomUp();
        double sum = 0;
        Map<Long, Double> memory = new HashMap<>();
        for (int at = order.length - 1; at >= 0; at--) {
            int node = order[at];
            if (isEnd(node) || reach[node] == 0) {
                continue;
            }
            int l = level.get(node);
            int[] to = next.get(node);
            for (int k = 0; k < to.length; k++) {
                reach[to[k]] += reach[node] * chances[l][k];
            }
            for (Behaviour.Flow flow : flows.get(l)) {
                sum += reach[node] * flow.perSecond() * falls(to[flow.from()], to[flow.to()], chances, memory);
            }
        }
        return sum;
    }

    /** Chance that, with the rest the same, the first node is up and the second is down. */
    private double falls(int one, int other, double[][] chances, Map<Long, Double> memory) {
        if (one == other) {
            return 0;
        }
        if (isEnd(one) && isEnd(other)) {
            return served.isUp(lost.get(one)) && !served.isUp(lost.get(other)) ? 1 : 0;
        }
        long key = (long) one << 32 | other;
        Double known = memory.get(key);
        if (known != null) {
            return known;
        }
        int l = Math.min(level.get(one), level.get(other));
        double sum = 0;
        for (int k = 0; k < chances[l].length; k++) {
            int first = level.get(one) == l ? next.get(one)[k] : one;
            int second = level.get(other) == l ? next.get(other)[k] : other;
            sum += chances[l][k] * falls(first, second, chances, memory);
        }
        memory.put(key, sum);
        return sum;
    }
}
