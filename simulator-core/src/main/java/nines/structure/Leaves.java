package nines.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import nines.blueprint.Node;

/**
 * The members of large tiers and large groups that matter to journeys in one way only, each with the nodes that matter to
 * nobody else: what happens to one of them is as good as if it had happened to another. Looked up once.
 */
final class Leaves {
    /** The members that make a tier or a group large. */
    static final int LARGE = 17;

    private static final int VIEWS_MAX = 63;

    private final Wiring wiring;
    private final Holders holders;
    private final int large;
    /** How often a node matters: to journeys, tiers and other nodes that matter. */
    private final int[] uses;

    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<Integer> roots = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private final List<Integer> containers = new ArrayList<>();

    /** How many leaves there are. */
    final int count;
    /** The leaf a node belongs to, or -1. */
    final int[] ofNode;
    /** The node that tells whether a leaf works. */
    final int[] root;
    /** A leaf's slot in its tier, or -1. */
    final int[] slot;
    /** The tier or group a leaf belongs to, see {@link #ofTier} and {@link #ofGate}. */
    final int[] container;
    /** All nodes of each leaf. */
    final int[][] nodes;

    final boolean[] isCrowdedTier;
    final boolean[] isCrowdedGate;
    /** Inputs of a crowded group that are no leaves. */
    final int[][] others;

    /** With the number of members that make a tier or a group large. */
    Leaves(Wiring wiring, int large) {
        this.wiring = wiring;
        holders = wiring.holders;
        this.large = large;
        int n = wiring.nodes.length;
        uses = new int[n];
        ofNode = new int[n];
        Arrays.fill(ofNode, -1);
        isCrowdedTier = new boolean[wiring.tiers.length];
        isCrowdedGate = new boolean[n];
        others = new int[n][];
        boolean[] asked = walk();
        for (int t = 0; t < isCrowdedTier.length; t++) {
            if (asked[t]) {
                tier(t);
            }
        }
        for (int g = 0; g < n; g++) {
            if (uses[g] > 0) {
                gate(g);
            }
        }
        count = roots.size();
        root = array(roots);
        slot = array(slots);
        container = array(containers);
        nodes = new int[count][];
        for (int leaf = 0; leaf < count; leaf++) {
            List<Integer> own = new ArrayList<>();
            own(leaf, root[leaf], own);
            nodes[leaf] = array(own);
        }
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether a journey depends on leaves. */
    boolean matterTo(int journey) {
        for (int t : wiring.tiersOfJourney[journey]) {
            if (isCrowdedTier[t]) {
                return true;
            }
        }
        boolean[] seen = new boolean[uses.length];
        Deque<Integer> left = new ArrayDeque<>();
        IntConsumer ask = node -> {
            if (node >= 0 && !seen[node]) {
                seen[node] = true;
                left.push(node);
            }
        };
        starts(journey, ask);
        boolean matter = false;
        while (!left.isEmpty()) {
            int node = left.pop();
            matter |= isCrowdedGate[node];
            inputs(node, ask);
        }
        return matter;
    }

    int ofTier(int tier) {
        return tier;
    }

    int ofGate(int node) {
        return isCrowdedTier.length + node;
    }

    int containers() {
        return isCrowdedTier.length + isCrowdedGate.length;
    }

    /** Counts uses from the journeys down; returns the tiers that some journey asks. */
    private boolean[] walk() {
        boolean[] asked = new boolean[wiring.tiers.length];
        for (int j = 0; j < wiring.journeys.length; j++) {
            for (int node : wiring.nodesOfJourney[j]) {
                use(node);
            }
            for (int t : wiring.tiersOfJourney[j]) {
                if (!asked[t]) {
                    asked[t] = true;
                    membersAndSenders(t, this::use);
                }
            }
        }
        while (!open.isEmpty()) {
            inputs(open.pop(), this::use);
        }
        return asked;
    }

    private void starts(int j, IntConsumer to) {
        for (int node : wiring.nodesOfJourney[j]) {
            to.accept(node);
        }
        for (int t : wiring.tiersOfJourney[j]) {
            membersAndSenders(t, to);
        }
    }

    private void membersAndSenders(int t, IntConsumer to) {
        for (int member : wiring.tiers[t].members()) {
            to.accept(member);
        }
        for (int sender : wiring.tiers[t].senders()) {
            to.accept(sender);
        }
        for (int alive : wiring.tiers[t].alive()) {
            to.accept(alive);
        }
    }

    /** All that is asked to know whether a node would work. */
    private void inputs(int node, IntConsumer to) {
        for (int input : wiring.nodes[node].inputs()) {
            to.accept(input);
        }
        for (int t : holders.tolerances[node]) {
            to.accept(wiring.tolerances[t].need());
        }
        if (holders.takeover[node] >= 0) {
            takeover(holders.takeover[node], to);
        }
        if (holders.post[node] >= 0) {
            takeover(wiring.postTakeover[holders.post[node]], to);
        }
    }

    private void takeover(int t, IntConsumer to) {
        for (int member : wiring.takeovers[t].members()) {
            to.accept(member);
        }
        to.accept(wiring.takeovers[t].controller());
    }

    private void use(int node) {
        if (node >= 0 && uses[node]++ == 0) {
            open.push(node);
        }
    }

    private void tier(int t) {
        int[] members = wiring.tiers[t].members();
        int[] watches = wiring.tiers[t].watches();
        // Those that hang and those that refuse would have to be told apart.
        boolean isTold = wiring.tiers[t].alive().length > 0;
        if (members.length < large || watches.length > VIEWS_MAX || isTold) {
            return;
        }
        for (int w : watches) {
            for (int b = wiring.beliefBase[w]; b < wiring.beliefBase[w + 1]; b++) {
                if (wiring.tiersOfBelief[b].length > 1 || wiring.beliefTarget[b] != members[b - wiring.beliefBase[w]]) {
                    return;
                }
            }
        }
        for (int member : members) {
            if (!isLeaf(member)) {
                return;
            }
        }
        isCrowdedTier[t] = true;
        for (int i = 0; i < members.length; i++) {
            add(members[i], wiring.slotBase[t] + i, ofTier(t));
        }
    }

    private void gate(int g) {
        Node node = wiring.nodes[g];
        if (node.inputs().length < large || ofNode[g] >= 0) {
            return;
        }
        List<Integer> rest = new ArrayList<>();
        for (int input : node.inputs()) {
            if (!isLeaf(input)) {
                rest.add(input);
            }
        }
        if (node.inputs().length - rest.size() < large) {
            return;
        }
        isCrowdedGate[g] = true;
        others[g] = array(rest);
        for (int input : node.inputs()) {
            if (isLeaf(input)) {
                add(input, -1, ofGate(g));
            }
        }
    }

    private void add(int node, int itsSlot, int itsContainer) {
        ofNode[node] = roots.size();
        roots.add(node);
        slots.add(itsSlot);
        containers.add(itsContainer);
    }

    /** Whether a node matters once, and to its one user as one thing that must have all its inputs. */
    private boolean isLeaf(int n) {
        return uses[n] == 1
                && wiring.slack[n] == 0
                && ofNode[n] < 0
                && holders.takeover[n] < 0
                && holders.post[n] < 0
                && holders.standIn[n] < 0
                && holders.machine[n] < 0
                && holders.tolerances[n].length == 0
                && wiring.nodes[n].inputs().length < large;
    }

    private void own(int leaf, int n, List<Integer> own) {
        ofNode[n] = leaf;
        own.add(n);
        for (int input : wiring.nodes[n].inputs()) {
            if (isLeaf(input)) {
                own(leaf, input, own);
            }
        }
    }
}
