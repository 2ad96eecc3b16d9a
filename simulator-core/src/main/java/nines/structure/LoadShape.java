package nines.structure;

import nines.blueprint.Load;

/** Traffic over time relative to its mean: a shape that repeats, with its exact integrals. */
public interface LoadShape {
    /** The shape of a load. */
    static LoadShape of(Load load) {
        return load.corners().isEmpty() ? new DayShape(load) : new ProfileShape(load.corners());
    }

    /** Whether the load is the same at all times. */
    boolean isFlat();

    /** Seconds after which it repeats. */
    double period();

    /** A time at which a period begins; the load is least there if it has a single peak. */
    double origin();

    /** Load at a time. */
    double at(double time);

    /** Load between two times, in seconds of mean load: the exact integral. */
    double between(double from, double to);

    /** The least load of a period. */
    double least();

    /** The largest load of a period. */
    double most();

    /**
     * When the load is above a level that lies between the least and the most.
     *
     * @param edges filled with starts and ends in turn, in seconds after the origin, ascending, within a period
     * @return how many edges there are
     */
    int busy(double level, double[] edges);

    /** How many edges there can be. */
    int edgesMost();
}
