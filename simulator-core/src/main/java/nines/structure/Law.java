package nines.structure;

import nines.distribution.Distribution;

/** A distribution with its mean at hand. */
record Law(Distribution distribution, double mean) {
    static Law of(Distribution distribution) {
        return new Law(distribution, distribution.mean());
    }
}
