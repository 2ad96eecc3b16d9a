package nines.analytic;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Node;
import nines.blueprint.StandIn;
import nines.blueprint.Step;
import nines.blueprint.Takeover;
import nines.blueprint.Tier;
import nines.blueprint.Tolerance;

/**
 * What works while some nodes are lost for good, once everybody has noticed, standbys have taken over, stand-ins have
 * started and stores are empty. Only what hangs on the lost nodes is looked at again, so that trying every node of a large
 * system takes not much longer than looking at it once.
 */
final class Settling implements Step.State {
    private static final int ROUNDS = 50;

    private final Blueprint blueprint;
    /** Place of each node in an order in which inputs come first, and the node at each place. */
    private final int[] placeOf;

    private final int[] order;
    private final int[][] outputs;
    private final int[][] tiersOf;

    private final int[] missing;
    private final boolean[] truth;
    private final int[] living;
    private BitSet held = new BitSet();
    private final BitSet toLookAt = new BitSet();

    Settling(Blueprint blueprint) {
        this.blueprint = blueprint;
        order = blueprint.inputsFirst();
        int nodes = order.length;
        placeOf = new int[nodes];
        for (int place = 0; place < nodes; place++) {
            placeOf[order[place]] = place;
        }
        outputs = reversed(nodes, blueprint.nodes().stream().map(Node::inputs).toList());
        tiersOf = reversed(nodes, blueprint.tiers().stream().map(Tier::members).toList());
        missing = new int[nodes];
        truth = new boolean[nodes];
        living = blueprint.tiers().stream()
                .mapToInt(tier -> tier.members().length)
                .toArray();
        Arrays.fill(truth, true);
        toLookAt.set(0, nodes);
        look();
    }

    /** For each node the indexes of the arrays it stands in, once for each time. */
    private static int[][] reversed(int nodes, List<int[]> arrays) {
        int[] count = new int[nodes];
        arrays.forEach(array -> Arrays.stream(array).filter(node -> node >= 0).forEach(node -> count[node]++));
        int[][] reversed = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            reversed[node] = new int[count[node]];
        }
        for (int index = 0; index < arrays.size(); index++) {
            for (int node : arrays.get(index)) {
                if (node >= 0) {
                    reversed[node][--count[node]] = index;
                }
            }
        }
        return reversed;
    }

    /** Lets everything settle with these nodes lost; what was lost before is there again. */
    void lose(BitSet lost) {
        hold(lost);
        for (int round = 0; round < ROUNDS; round++) {
            BitSet next = settled(lost);
            if (next.equals(held)) {
                return;
            }
            hold(next);
        }
    }

    /** Holds these nodes down and no others. */
    private void hold(BitSet next) {
        BitSet changed = (BitSet) held.clone();
        changed.xor(next);
        held = (BitSet) next.clone();
        changed.stream().forEach(node -> toLookAt.set(placeOf[node]));
        look();
    }

    private void look() {
        for (int place = toLookAt.nextSetBit(0); place >= 0; place = toLookAt.nextSetBit(place + 1)) {
            int node = order[place];
            boolean works = !held.get(node)
                    && missing[node] <= blueprint.nodes().get(node).slack();
            if (works != truth[node]) {
                truth[node] = works;
                for (int output : outputs[node]) {
                    missing[output] += works ? -1 : 1;
                    toLookAt.set(placeOf[output]);
                }
                for (int tier : tiersOf[node]) {
                    living[tier] += works ? 1 : -1;
                }
            }
        }
        toLookAt.clear();
    }

    /** What is held down when take-overs are over, stand-ins have started and stores are empty. */
    private BitSet settled(BitSet own) {
        BitSet down = (BitSet) own.clone();
        for (Takeover takeover : blueprint.takeovers()) {
            int alive = 0;
            for (int member : takeover.members()) {
                alive += truth[member] ? 1 : 0;
            }
            if (alive < takeover.needed()) {
                down.set(takeover.works());
            }
            for (int post = alive; post < takeover.fills().length; post++) {
                down.set(takeover.fills()[post]);
            }
        }
        for (StandIn standIn : blueprint.standIns()) {
            boolean called = standIn.primary() >= 0 && !truth[standIn.primary()];
            if (!called || !truth[standIn.unit()]) {
                down.set(standIn.works());
            }
        }
        for (Tolerance tolerance : blueprint.tolerances()) {
            if (!truth[tolerance.need()]) {
                down.set(tolerance.holds());
            }
        }
        return down;
    }

    // Everybody believes the truth.

    @Override
    public boolean works(int node) {
        return truth[node];
    }

    @Override
    public double attempt(int tier) {
        Tier of = blueprint.tiers().get(tier);
        if (living[tier] < Math.max(1, of.needed()) || !hasSender(of)) {
            return 0;
        }
        return of.blind() ? of.tried((double) living[tier] / of.members().length) : 1;
    }

    @Override
    public double carried(int tier) {
        Tier of = blueprint.tiers().get(tier);
        return of.capacity() == Double.POSITIVE_INFINITY || of.load() <= 0
                ? 1
                : of.carried(living[tier], of.blind() ? attempt(tier) : 1, 1);
    }

    private boolean hasSender(Tier tier) {
        return tier.senders().length == 0
                || Arrays.stream(tier.senders()).anyMatch(sender -> sender < 0 || truth[sender]);
    }
}
