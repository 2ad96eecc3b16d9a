package nines.structure;

import nines.blueprint.Blueprint;

/**
 * One replication of the structure at the pace of somebody else's clock: the traffic layer asks when the next event is
 * due and lets it happen when that time has come. The same seed and index give the same events as in a
 * {@link Replicator}. One object serves many replications in turn.
 */
public final class Stepper {
    private static final long INSTANT_MAX = 1_000_000;

    private final Wiring wiring;
    private final StreamChance chance;
    private final World world;
    private final Journal journal;
    private boolean weighed;

    public Stepper(Blueprint blueprint) {
        wiring = new Wiring(blueprint);
        chance = new StreamChance(wiring.sources.keys, wiring.laws.traces());
        world = new World(wiring, chance, Options.plain(), true);
        journal = new Journal(blueprint, Options.plain(), 1, wiring.clocks);
    }

    /** Starts replication {@code index}: everything up, new and trusted at time 0. */
    public void begin(long seed, long index) {
        chance.begin(seed, index);
        journal.clear();
        world.scores.writeTo(journal);
        world.datasets.writeTo(journal);
        world.vaults.begin(seed, index, journal);
        world.begin();
        if (!weighed) {
            world.scores.weighTakeovers();
            weighed = true;
        }
        world.scores.look();
    }

    /** When the next event is due; +infinity when none ever is. */
    public double nextTime() {
        return world.clocks.calendar.nextTime();
    }

    /** Lets all events of the next instant happen. */
    public void step() {
        double time = nextTime();
        if (!(time < Double.POSITIVE_INFINITY)) {
            throw new IllegalStateException("no event is due");
        }
        world.scores.look();
        long count = 0;
        do {
            if (++count > INSTANT_MAX) {
                throw new IllegalStateException("more than " + INSTANT_MAX + " events at " + time
                        + " s: something happens again and again without taking time");
            }
            world.clocks.calendar.advance();
            world.clocks.now = time;
            world.ring(world.clocks.calendar.event());
        } while (world.clocks.calendar.nextTime() <= time);
    }

    /** How many events have happened. */
    public long events() {
        return world.events;
    }

    /** Whether a node is true. */
    public boolean works(int node) {
        return world.isTrue(node);
    }

    /** Whether an observer believes its target to be up. */
    public boolean trusts(int watch, int target) {
        return world.trusted[wiring.beliefBase[watch] + target];
    }

    /** Share of wrong answers that a unit gives now, in [0, 1]. */
    public double errors(int unit) {
        return world.errors[unit];
    }

    /** Whether a mode is broken. */
    public boolean isBroken(int mode) {
        return world.modePhase[mode] != World.UP;
    }

    /** Index among the members of whoever holds a post of a take-over and is in office; -1 when nobody is. */
    public int holder(int takeover, int post) {
        int q = wiring.postBase[takeover] + post;
        return world.postPhase[q] == World.HELD ? world.postHolder[q] : -1;
    }
}
