package nines.structure;

/** Where a run's draws come from: random streams in a simulation, a script when states are explored. */
interface Chance {
    /** The hazard a clock will consume before it rings: exponential with mean 1. */
    double hazard(int source);

    /** A duration of a clock, drawn from a law. */
    double duration(int source, Law law);

    /** Whether something of probability {@code p} happens. */
    boolean happens(int source, double p);

    /** One of {@code n} things, all alike; {@code n} is positive. */
    int oneOf(int source, int n);

    /** An index drawn with the given chances, which add up to 1. */
    int among(int source, double[] chances);

    /** A number of things drawn from a law, rounded to the nearest whole number, at most {@code most}. */
    int count(int source, Law law, int most);

    /** Whether member {@code member} is hit by the {@code number}-th event of this source, asked member by member. */
    boolean hits(int source, long number, int member, double p);

    /** A uniform share of a spread in time for a member of an event. */
    double spread(int source, long number, int member);
}
