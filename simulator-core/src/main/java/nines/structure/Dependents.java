package nines.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Takeover;

/** The journeys whose loss can have to do with a node, however far away it is. */
final class Dependents {
    private static final int[] NONE = {};

    private final Wiring wiring;
    private final boolean[] reached;
    private final Deque<Integer> open = new ArrayDeque<>();

    private Dependents(Wiring wiring) {
        this.wiring = wiring;
        reached = new boolean[wiring.nodes.length];
    }

    /** The journeys of every node, [node][journey]; nodes with the same journeys share one array. */
    static int[][] of(Wiring wiring) {
        int[][] of = new int[wiring.nodes.length][];
        Arrays.fill(of, NONE);
        Map<List<Integer>, int[]> shared = new HashMap<>();
        Dependents dependents = new Dependents(wiring);
        for (int j = 0; j < wiring.journeys.length; j++) {
            dependents.reach(j);
            for (int n = 0; n < of.length; n++) {
                if (dependents.reached[n]) {
                    List<Integer> key = new ArrayList<>();
                    for (int before : of[n]) {
                        key.add(before);
                    }
                    key.add(j);
                    of[n] = shared.computeIfAbsent(
                            key, all -> all.stream().mapToInt(Integer::intValue).toArray());
                }
            }
        }
        return of;
    }

    private void reach(int journey) {
        Arrays.fill(reached, false);
        for (int node : wiring.nodesOfJourney[journey]) {
            add(node);
        }
        for (int t : wiring.tiersOfJourney[journey]) {
            addAll(wiring.tiers[t].members());
            addAll(wiring.tiers[t].senders());
        }
        while (!open.isEmpty()) {
            follow(open.pop());
        }
    }

    private void add(int node) {
        if (node >= 0 && !reached[node]) {
            reached[node] = true;
            open.push(node);
        }
    }

    private void addAll(int[] nodes) {
        for (int node : nodes) {
            add(node);
        }
    }

    private void follow(int node) {
        Holders holders = wiring.holders;
        addAll(wiring.nodes[node].inputs());
        takeover(holders.takeover[node]);
        int post = holders.post[node];
        takeover(post < 0 ? -1 : wiring.postTakeover[post]);
        int standIn = holders.standIn[node];
        if (standIn >= 0) {
            add(wiring.standIns[standIn].unit());
            add(wiring.standIns[standIn].primary());
        }
        for (int t : holders.tolerances[node]) {
            add(wiring.tolerances[t].need());
            add(wiring.tolerances[t].with());
        }
        int restart = holders.restart[node];
        if (restart >= 0) {
            add(wiring.restarts[restart].outside());
        }
    }

    private void takeover(int t) {
        if (t >= 0) {
            Takeover takeover = wiring.takeovers[t];
            addAll(takeover.members());
            add(takeover.controller());
        }
    }
}
