package nines.structure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The nodes on which a journey can depend, however far away: what is worth telling about its outages. */
final class Reach {
    private final Wiring wiring;
    private final boolean[] reached;
    private final Deque<Integer> open = new ArrayDeque<>();

    Reach(Wiring wiring, int journey) {
        this.wiring = wiring;
        reached = new boolean[wiring.nodes.length];
        for (int node : wiring.nodesOfJourney[journey]) {
            add(node);
        }
        for (int t : wiring.tiersOfJourney[journey]) {
            for (int member : wiring.tiers[t].members()) {
                add(member);
            }
            for (int sender : wiring.tiers[t].senders()) {
                add(sender);
            }
        }
        while (!open.isEmpty()) {
            follow(open.pop());
        }
    }

    boolean has(int node) {
        return node >= 0 && reached[node];
    }

    private void add(int node) {
        if (node >= 0 && !reached[node]) {
            reached[node] = true;
            open.push(node);
        }
    }

    private void follow(int node) {
        add(wiring.unitOf[node]);
        for (int input : wiring.nodes[node].inputs()) {
            add(input);
        }
        for (var takeover : wiring.takeovers) {
            if (takeover.works() == node || Arrays.stream(takeover.fills()).anyMatch(fills -> fills == node)) {
                for (int member : takeover.members()) {
                    add(member);
                }
                add(takeover.controller());
            }
        }
        for (var standIn : wiring.standIns) {
            if (standIn.works() == node) {
                add(standIn.unit());
                add(standIn.primary());
            }
        }
        for (var tolerance : wiring.tolerances) {
            if (tolerance.holds() == node) {
                add(tolerance.need());
                add(tolerance.with());
            }
        }
        for (var restart : wiring.restarts) {
            if (restart.unit() == node) {
                add(restart.outside());
            }
        }
    }
}
