package nines.structure;

import java.util.Arrays;
import nines.blueprint.Safety;
import nines.blueprint.Stripes;

/** The objects of all stores, each told what takes them away. None while states are explored: what is lost is no part of them. */
final class Vaults {
    private final Stripes[] stores;
    private final Chunks[] chunks;
    /** For each store and mode the loss of the store that the mode is; -1: none. */
    private final int[][] lossOf;

    private final Clocks clocks;

    Vaults(World world, boolean acts) {
        clocks = world.clocks;
        stores = acts ? world.wiring.blueprint.stripes().toArray(Stripes[]::new) : new Stripes[0];
        chunks = new Chunks[stores.length];
        lossOf = new int[stores.length][world.wiring.modes.length];
        for (int s = 0; s < stores.length; s++) {
            chunks[s] = new Chunks(stores[s]);
            Arrays.fill(lossOf[s], -1);
            for (int l = 0; l < stores[s].losses().size(); l++) {
                int mode = stores[s].losses().get(l).mode();
                if (mode >= 0) {
                    lossOf[s][mode] = l;
                }
            }
        }
    }

    void begin(long seed, long replication, Journal journal) {
        for (int s = 0; s < chunks.length; s++) {
            chunks[s].writeTo(journal.stores[s]);
            chunks[s].begin(seed, replication);
        }
    }

    /** What was seen up to now does not count. */
    void startMeasuring(double now) {
        for (Chunks each : chunks) {
            each.startMeasuring(now);
        }
    }

    void finish(double now) {
        for (Chunks each : chunks) {
            each.advance(now);
        }
    }

    /** A failure has broken. */
    void broke(int mode) {
        for (int s = 0; s < chunks.length; s++) {
            int loss = lossOf[s][mode];
            if (loss >= 0) {
                chunks[s].takes(stores[s].losses().get(loss), clocks.now);
            }
        }
    }

    /** An event has begun. */
    void began(int plan) {
        for (int s = 0; s < chunks.length; s++) {
            for (Safety.Loss loss : stores[s].losses()) {
                if (loss.plan() == plan) {
                    chunks[s].takes(loss, clocks.now);
                }
            }
        }
    }
}
