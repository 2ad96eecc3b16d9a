package nines.model;

import nines.distribution.Distribution;

/** How many members a common failure strikes. */
public sealed interface Hits {

    /** Every member. */
    record All() implements Hits {}

    /**
     * Each member by its own chance.
     *
     * @param chance in 0 … 1
     */
    record Each(double chance) implements Hits {}

    /**
     * So many members, picked evenly.
     *
     * @param count a distribution of whole numbers; draws are rounded and held within the members
     */
    record Some(Distribution count) implements Hits {}
}
