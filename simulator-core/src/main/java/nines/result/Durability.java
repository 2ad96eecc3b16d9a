package nines.result;

/**
 * What becomes of the objects of one store: how many are lost for good. An object is lost when more of its chunks are gone at
 * once than its scheme makes up for.
 *
 * @param name of the component
 * @param scheme as the scenario writes it
 * @param objects how many it holds
 * @param overhead bytes kept for each byte
 * @param lossesPerYear how often at least one object is lost
 * @param objectsPerYear how many are lost in a year
 * @param objectLossPerYear chance that one object is lost within a year, in [0, 1]; durability is the rest to 1. Where no loss
 *     was seen, the upper end allows for a loss of everything
 * @param unreadPerYear objects lost in a year because a chunk cannot be read when nothing is left to spare; the expected number,
 *     not among the others
 * @param takenPerYear chunks taken away in a year
 * @param rebuiltPerYear chunks rebuilt in a year
 * @param readsPerChunk chunks read for each that is rebuilt
 * @param independent the chance that one object is lost within a year if its chunks were lost independently, at constant rates;
 *     NaN where that does not apply
 * @param independentSays how it was worked out, or why it does not apply
 */
public record Durability(
        String name,
        String scheme,
        double objects,
        double overhead,
        Estimate lossesPerYear,
        Estimate objectsPerYear,
        Estimate objectLossPerYear,
        Estimate unreadPerYear,
        Estimate takenPerYear,
        Estimate rebuiltPerYear,
        double readsPerChunk,
        double independent,
        String independentSays) {}
