package nines.blueprint;

/**
 * A truth about the system: an instance or place that lives, a condition that holds, a group that works. It is true iff
 * at most {@code slack} of its inputs are false and no automaton holds it down. Truth is a function of faults; it is
 * never stored as one flag that two causes write.
 *
 * @param name unique, as users know it: {@code web-3}, {@code zone-a}, {@code db works}
 * @param kind what it stands for
 * @param component index of the component that owns it, or -1
 * @param slack how many inputs may be false: n - k for "k of n"
 * @param inputs indexes of earlier or later nodes, no cycles; the same index may stand twice
 */
public record Node(String name, Kind kind, int component, int slack, int[] inputs) {
    /** What a node stands for. */
    public enum Kind {
        /** An instance that lives. */
        INSTANCE,
        /** A fault domain that lives. */
        PLACE,
        /** An instance seen through one more condition: reachable, answering. */
        FACET,
        /** A condition over other nodes. */
        GATE,
        /** A component as a whole. */
        COMPONENT
    }
}
