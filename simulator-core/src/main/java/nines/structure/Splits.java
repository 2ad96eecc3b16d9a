package nines.structure;

import java.util.Arrays;
import nines.blueprint.Dataset;

/**
 * Two holders at once: where nobody fences the old one, it goes on acknowledging writes after another has taken over, be it cut off
 * and alive, or paused and back. It learns of its successor one detection after there is one and it can be reached and goes on. It
 * changes nothing in the structure.
 */
final class Splits {
    private static final int NOBODY = -1;

    private final World world;
    private final Wiring wiring;
    private final Dataset[] datasets;
    /** The old holder that has not learnt of its successor; -1: none. */
    private final int[] who;
    /** Since when both take writes; NaN while the old one is paused. */
    private final double[] since;

    private DataJournal[] journals = new DataJournal[0];

    Splits(World world) {
        this.world = world;
        wiring = world.wiring;
        datasets = wiring.data.datasets;
        who = new int[datasets.length];
        since = new double[datasets.length];
    }

    void remember(Memory memory) {
        memory.of(who);
        memory.of(since);
    }

    void writeTo(DataJournal[] to) {
        journals = to;
    }

    void begin() {
        Arrays.fill(who, NOBODY);
        Arrays.fill(since, Double.NaN);
    }

    /** Somebody else serves the data now. */
    void takenOver(int d, int old) {
        if (datasets[d].believes() == null) {
            return;
        }
        double now = world.clocks.now;
        if (who[d] != NOBODY) {
            over(d, Double.isNaN(since[d]) ? 0 : now - since[d]);
        }
        int member = datasets[d].members()[old];
        if (!world.isTrue(wiring.unitOf[member])) {
            return;
        }
        who[d] = old;
        // Cut off it takes writes of its own side; back already it has not heard of the successor; paused it takes
        // none.
        boolean writes = !world.isTrue(datasets[d].reached()[old]) || world.isTrue(member);
        since[d] = writes ? now : Double.NaN;
        if (world.isTrue(member)) {
            over(d, learns(d, old));
        }
    }

    /** Something about its members has changed. */
    void settle(int d) {
        if (who[d] == NOBODY) {
            return;
        }
        int old = who[d];
        int member = datasets[d].members()[old];
        double soFar = Double.isNaN(since[d]) ? 0 : world.clocks.now - since[d];
        if (!world.isTrue(wiring.unitOf[member])) {
            over(d, soFar);
        } else if (world.isTrue(member)) {
            over(d, soFar + learns(d, old));
        }
    }

    private double learns(int d, int old) {
        Law law = wiring.data.believes[d];
        return law == null || law.mean() == 0
                ? 0
                : world.chance.duration(wiring.clock(Wiring.DATA, wiring.data.base[d] + old), law);
    }

    private void over(int d, double seconds) {
        who[d] = NOBODY;
        since[d] = Double.NaN;
        if (seconds > 0) {
            double now = world.clocks.now;
            double writes = datasets[d].writes() * world.scores.shape.between(now - seconds, now);
            journals[d].split(seconds, writes, now);
        }
    }
}
