package nines.structure;

import java.util.Arrays;
import nines.blueprint.Tolerance;

/** What can hold a node down besides broken modes, plans and its inputs, looked up once. */
final class Holders {
    /** The take-over whose posts stand behind a node, or -1. */
    final int[] takeover;
    /** The post that a node tells whether it is filled, or -1. */
    final int[] post;
    /** The stand-in that a node waits for, or -1. */
    final int[] standIn;
    /** The restart of a node, or -1. */
    final int[] restart;
    /** The machine that holds a node, or -1. */
    final int[] machine;
    /** Stores that keep a node going until they are empty. */
    final int[][] tolerances;

    Holders(Wiring wiring) {
        int nodes = wiring.nodes.length;
        takeover = filled(nodes);
        post = filled(nodes);
        standIn = filled(nodes);
        restart = filled(nodes);
        machine = filled(nodes);
        for (int t = 0; t < wiring.takeovers.length; t++) {
            takeover[wiring.takeovers[t].works()] = t;
            for (int k = 0; k < wiring.takeovers[t].fills().length; k++) {
                post[wiring.takeovers[t].fills()[k]] = wiring.postBase[t] + k;
            }
        }
        for (int s = 0; s < wiring.standIns.length; s++) {
            standIn[wiring.standIns[s].works()] = s;
        }
        for (int r = 0; r < wiring.restarts.length; r++) {
            restart[wiring.restarts[r].unit()] = r;
        }
        for (int k = 0; k < wiring.machines.length; k++) {
            machine[wiring.machines[k].holds()] = k;
        }
        tolerances = new int[nodes][];
        int[] count = new int[nodes];
        for (Tolerance tolerance : wiring.tolerances) {
            count[tolerance.holds()]++;
        }
        for (int n = 0; n < nodes; n++) {
            tolerances[n] = new int[count[n]];
        }
        for (int t = 0; t < wiring.tolerances.length; t++) {
            int n = wiring.tolerances[t].holds();
            tolerances[n][--count[n]] = t;
        }
    }

    private static int[] filled(int n) {
        int[] array = new int[n];
        Arrays.fill(array, -1);
        return array;
    }
}
