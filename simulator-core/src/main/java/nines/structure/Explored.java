package nines.structure;

/** What exploring a blueprint came to. */
public sealed interface Explored permits StateSpace, Explored.Refused {
    /**
     * The structure is not a finite Markov chain, or too large a one.
     *
     * @param why the element and the property that stands in the way
     */
    record Refused(String why) implements Explored {}
}
