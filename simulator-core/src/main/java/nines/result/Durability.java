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
        String independentSays) {

    /**
     * Chance that one object is lost within a year, be it that its chunks were taken away or could not be read, in [0, 1]. The
     * ends of the interval are those of both together.
     */
    public Estimate everyLossPerYear() {
        if (!(unreadPerYear.value() > 0)) {
            return objectLossPerYear;
        }
        Estimate all = new Estimate(
                both(objectLossPerYear.value(), unreadPerYear.value()),
                both(objectLossPerYear.low(), unreadPerYear.low()),
                both(objectLossPerYear.high(), unreadPerYear.high()),
                objectLossPerYear.level(),
                objectLossPerYear.method(),
                objectLossPerYear.evidence(),
                objectLossPerYear.verdict(),
                objectLossPerYear.reason(),
                null);
        return all.atMost(unreadPerYear.verdict(), unreadPerYear.reason());
    }

    private double both(double chance, double unread) {
        return Math.min(1, chance + unread / objects);
    }
}
