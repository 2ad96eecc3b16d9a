package nines.structure;

import nines.blueprint.Blueprint;
import nines.random.StreamKey;
import org.jspecify.annotations.Nullable;

/**
 * Runs replications of a blueprint, one after the other, on one thread. A replication is a function of (blueprint, seed,
 * index): the same bits on any machine and in any order. Two threads use two replicators.
 */
public final class Replicator {
    private static final int LOOK_EVERY = 4_096;
    private static final long START = StreamKey.of("measuring", "start");
    private static final long INSTANT_MAX = 1_000_000;

    private final Wiring wiring;
    private final StreamChance chance;
    private final World world;
    private final Options options;
    private boolean weighed;
    private @Nullable Witness witness;

    public Replicator(Blueprint blueprint, Options options) {
        this(blueprint, options, Leaves.LARGE);
    }

    /** With the number of members that make a tier or a group large. */
    Replicator(Blueprint blueprint, Options options, int large) {
        this.options = options;
        wiring = new Wiring(blueprint, large);
        chance = new StreamChance(wiring.sources.keys, wiring.laws.traces());
        world = new World(wiring, chance, options, true);
    }

    /** Makes the replicator slower, and must change nothing else. */
    void rememberNothing() {
        world.scores.attribution.rememberNothing();
    }

    /** Makes the replicator check at every explanation all that it keeps from event to event. */
    void audit() {
        world.scores.attribution.audit();
    }

    /** How many members of large tiers and groups there are. */
    int leaves() {
        return wiring.leaves.count;
    }

    /** An empty journal of the right shape for a horizon in seconds. */
    public Journal newJournal(double horizon) {
        return new Journal(wiring.blueprint, options, horizon, wiring.clocks);
    }

    /** The rarer answers of the sources of branches, in words, in the order of {@link Journal#branchAsked}. */
    public String branchName(int source) {
        return wiring.sources.branchName(source);
    }

    /** The smaller of the two chances of a branch source, NaN when it never branches. */
    public double branchChance(int source) {
        return wiring.sources.rarerChance(source);
    }

    /** Whether the corrected sums count the branch by its probability. */
    public boolean branchIsScored(int source) {
        return wiring.clockKind[source] == Wiring.POST;
    }

    /**
     * Runs replication {@code index} again up to the end of an outage, and tells it.
     *
     * @param journey index of the journey that was down
     * @param start of the outage, in seconds after the start of measuring
     * @param length of it; infinite for one that is not over at the horizon
     * @return null when it was interrupted by {@code stop}
     */
    public @Nullable Chronicle tell(
            long seed,
            long index,
            double horizon,
            int journey,
            double start,
            double length,
            Journal journal,
            Stop stop) {
        Witness watching = new Witness(world, journey, start, length, startOf(seed, index));
        witness = watching;
        try {
            return run(seed, index, horizon, journal, stop) ? watching.chronicle() : null;
        } finally {
            witness = null;
        }
    }

    /**
     * When measuring starts: after the warm-up and up to twice as much again, or lives that are nearly regular would be in
     * step. The sum of two uniform numbers has no edge at which whole periods would matter.
     */
    private double startOf(long seed, long index) {
        double more = StreamKey.uniform(START, seed, index, 0, 0) + StreamKey.uniform(START, seed, index, 1, 0);
        return options.warmUp() * (1 + more);
    }

    /**
     * Runs replication {@code index} for {@code horizon} seconds after the warm-up into {@code journal}.
     *
     * @return false when it was interrupted by {@code stop}; the journal is then worthless
     */
    public boolean run(long seed, long index, double horizon, Journal journal, Stop stop) {
        chance.begin(seed, index);
        Clocks clocks = world.clocks;
        Scores scores = world.scores;
        journal.clear();
        scores.writeTo(journal);
        world.datasets.writeTo(journal);
        world.vaults.begin(seed, index, journal);
        double start = startOf(seed, index);
        scores.corrections.measureUntil(start + horizon);
        world.begin();
        if (!weighed) {
            scores.weighTakeovers();
            weighed = true;
        }
        scores.look();
        double end = start + horizon;
        boolean measuring = start == 0;
        int noted = 0;
        long count = 0;
        long sameInstant = 0;
        while (true) {
            double next = clocks.calendar.nextTime();
            if (next > clocks.now) {
                sameInstant = 0;
                boolean first = scores.look();
                if (!measuring && next >= start) {
                    clocks.now = start;
                    scores.integrals.startMeasuring();
                    world.vaults.startMeasuring(start);
                    world.events = 0;
                    measuring = true;
                    first = false;
                }
                if (first && options.untilFirstOutage()) {
                    end = clocks.now;
                    break;
                }
                while (measuring && noted < options.at().length && start + options.at()[noted] <= Math.min(next, end)) {
                    scores.integrals.note(noted, start + options.at()[noted]);
                    noted++;
                }
                if (witness != null && witness.settled(clocks.now, next)) {
                    end = clocks.now;
                    break;
                }
                if (next >= end) {
                    break;
                }
            } else if (++sameInstant > INSTANT_MAX) {
                throw new IllegalStateException("more than " + INSTANT_MAX + " events at " + clocks.now
                        + " s: something happens again and again without taking time");
            }
            clocks.calendar.advance();
            clocks.now = next;
            world.ring(clocks.calendar.event());
            if (++count % LOOK_EVERY == 0 && stop.isAsked()) {
                return false;
            }
        }
        clocks.now = end;
        world.vaults.finish(end);
        if (witness != null) {
            witness.finished(end);
        }
        scores.integrals.finish(end);
        return true;
    }

    /** A flag that a long run looks at now and then. */
    @FunctionalInterface
    public interface Stop {
        boolean isAsked();

        /** Never asked. */
        static Stop never() {
            return () -> false;
        }
    }
}
