package nines.balancing;

/** An algorithm by which a balancer picks one of the targets it trusts. */
public sealed interface Balancing
        permits AtRandom,
                LeastConnections,
                Maglev,
                PeakEwma,
                PowerOfChoices,
                RingHash,
                RoundRobin,
                SmoothWeighted,
                SourceHash {

    /** The memory of one balancer that has so many targets. */
    Picker picker(int targets);

    /** Whether it looks at how many requests are out; otherwise nobody need count them. */
    default boolean countsRequests() {
        return false;
    }

    /** Whether it learns from how long answers take and whether they are good. */
    default boolean learnsFromAnswers() {
        return false;
    }

    /** Whether the same client goes to the same target. */
    default boolean looksAtClients() {
        return false;
    }
}
