package nines.balancing;

/** An algorithm by which a balancer picks one of the targets it trusts. */
public sealed interface Balancing permits AtRandom, LeastConnections, PowerOfChoices, RoundRobin, SmoothWeighted {

    /** The memory of one balancer that has so many targets. */
    Picker picker(int targets);

    /** Whether it looks at how many requests are out; otherwise nobody need count them. */
    default boolean countsRequests() {
        return false;
    }
}
