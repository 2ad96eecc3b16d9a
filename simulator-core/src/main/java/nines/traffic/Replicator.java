package nines.traffic;

import java.util.List;
import nines.blueprint.Blueprint;
import nines.structure.Stepper;

/**
 * Runs replications of the traffic of a blueprint, with the structure underneath, one after the other on one thread. A
 * replication is a function of (blueprint, seed, index): the same bits on any machine and in any order. Two threads use
 * two replicators.
 */
public final class Replicator {
    private final Blueprint blueprint;
    private final Stepper structure;

    public Replicator(Blueprint blueprint) {
        this.blueprint = blueprint;
        structure = new Stepper(blueprint);
    }

    /**
     * An empty journal of the right shape.
     *
     * @param parts in how many equal parts of the replication the mean number under way is noted; 0 for none
     */
    public Journal newJournal(int parts) {
        return new Journal(blueprint, parts);
    }

    /**
     * An empty journal that also tells where the time of requests goes, or what happened in each interval.
     *
     * @param hops whether it is told where time goes
     * @param every seconds of an interval; NaN for no time series
     */
    public Journal newJournal(boolean hops, double every) {
        return new Journal(blueprint, 0, hops, every);
    }

    /**
     * Runs replication {@code index}: {@code discard} seconds of which only {@link Journal#series} tells, then
     * {@code horizon} seconds into {@code journal}.
     *
     * @return false when it was stopped on the way; the journal is then worthless
     */
    public boolean run(long seed, long index, double discard, double horizon, Journal journal, Stop stop) {
        return new Flow(blueprint, structure, journal).run(seed, index, discard, horizon, stop);
    }

    /**
     * Runs replication {@code index} once more, as {@link #run} does, and keeps the story of some of its requests.
     *
     * @return an even sample, the slowest and the first of each kind of failure; empty when it was stopped on the way
     */
    public List<Traced> trace(long seed, long index, double discard, double horizon, Stop stop) {
        Flow flow = new Flow(blueprint, structure, newJournal(true, Double.NaN), discard);
        Trail trail = flow.trail;
        return flow.run(seed, index, discard, horizon, stop) && trail != null ? trail.traced() : List.of();
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
