package nines.traffic;

import java.util.Arrays;

/** Which target each client of a pool is bound to, and until when. Clients are small numbers: the users of closed loops. */
final class Sessions {
    private final double lasting;
    private int[] targets = new int[64];
    private double[] until = new double[64];

    Sessions(double lasting) {
        this.lasting = lasting;
    }

    void begin() {
        Arrays.fill(until, Double.NEGATIVE_INFINITY);
    }

    /** The target a client is bound to, or -1. */
    int target(long client, double now) {
        int c = (int) client;
        return c < until.length && now < until[c] ? targets[c] : -1;
    }

    /** Binds a client to a target from now on. */
    void pin(long client, int target, double now) {
        int c = (int) client;
        if (c >= until.length) {
            int known = until.length;
            int n = Math.max(c + 1, 2 * known);
            targets = Arrays.copyOf(targets, n);
            until = Arrays.copyOf(until, n);
            Arrays.fill(until, known, n, Double.NEGATIVE_INFINITY);
        }
        targets[c] = target;
        until[c] = now + lasting;
    }
}
