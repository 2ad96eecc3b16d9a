package nines.balancing;

import nines.check.Require;

/** The targets of one balancer as it sees them: whom it trusts, and how many of its requests are out at each. */
public final class Targets {
    private final int[] trusted;
    private final boolean[] isTrusted;
    private final int[] out;
    private int trustedCount;

    /** So many targets, all trusted. */
    public Targets(int count) {
        Require.count(count, "targets");
        trusted = new int[count];
        isTrusted = new boolean[count];
        out = new int[count];
        begin();
    }

    /** Trusts everybody, and no request is out. */
    public void begin() {
        for (int i = 0; i < out.length; i++) {
            out[i] = 0;
            isTrusted[i] = true;
            trusted[i] = i;
        }
        trustedCount = out.length;
    }

    /** How many there are. */
    public int count() {
        return out.length;
    }

    /** How many are trusted. */
    public int trustedCount() {
        return trustedCount;
    }

    /** The trusted target of an index below {@link #trustedCount}, in ascending order. */
    public int trusted(int index) {
        return trusted[index];
    }

    public boolean isTrusted(int target) {
        return isTrusted[target];
    }

    /** Requests that this balancer has sent to the target and that have not ended. */
    public int inFlight(int target) {
        return out[target];
    }

    /** Says anew who is trusted; true when that differs from before. */
    public boolean trust(boolean[] now) {
        boolean differs = false;
        trustedCount = 0;
        for (int i = 0; i < out.length; i++) {
            differs |= isTrusted[i] != now[i];
            isTrusted[i] = now[i];
            if (now[i]) {
                trusted[trustedCount++] = i;
            }
        }
        return differs;
    }

    /** One more request is out at the target. */
    public void send(int target) {
        out[target]++;
    }

    /** One request less is out at the target. */
    public void end(int target) {
        out[target]--;
    }
}
