package nines.experiment;

import java.util.List;

/**
 * The names behind the indexes of a replication's sums.
 *
 * @param journeys in the order of the scenario
 * @param causes roots of downtime
 * @param stages words of the stages, in their order
 * @param parts rows of the table of parts
 * @param branches choices by chance
 * @param faults what happens by itself, with its expected number in a year
 * @param data that may be lost
 * @param stores of objects that may be lost
 * @param longestRepair the mean outage assumed when none was seen, and where it is taken from
 * @param withoutVariance labels of the causes whose repair has an infinite variance
 */
record Layout(
        List<JourneyName> journeys,
        List<Root> causes,
        List<String> stages,
        List<PartName> parts,
        List<BranchName> branches,
        List<Fault> faults,
        List<DataName> data,
        List<StoreName> stores,
        MeanOutage longestRepair,
        List<String> withoutVariance) {
    /**
     * A journey.
     *
     * @param name of it
     * @param rate requests per second; NaN without traffic
     * @param unit requests per second that its sums are in
     * @param upAt threshold of the served share
     */
    record JourneyName(String name, double rate, double unit, double upAt) {}

    /** A root cause: the component or place it belongs to, and its label. */
    record Root(String owner, String label) {}

    /** A component, instance or place. */
    record PartName(String name, String level, String kind, String within) {}

    /**
     * A choice by chance.
     *
     * @param name as reports write it
     * @param probability of the rarer side
     * @param scored whether availability counts it by its probability, so that only single draws depend on it
     */
    record BranchName(String name, double probability, boolean scored) {}

    /**
     * Something that happens by itself.
     *
     * @param cause index of its root cause
     * @param perYear how often it is expected in a year, if nothing interferes
     * @param meanRepair in seconds
     */
    record Fault(int cause, double perYear, double meanRepair) {}

    /**
     * Data that is kept in copies.
     *
     * @param name of the component
     * @param writes a second on average; NaN when not known
     * @param fenced whether an old holder is kept from writing before a new one begins
     */
    record DataName(String name, double writes, boolean fenced) {}

    /**
     * A store of objects.
     *
     * @param name of the component
     * @param scheme in which its objects are kept
     * @param objects how many
     * @param overhead bytes kept for each byte
     * @param reads chunks read to rebuild one
     * @param life mean life of an object in seconds if nothing hit several of its chunks at once; NaN where that does not apply
     * @param lifeSays how it was worked out, or why it does not apply
     */
    record StoreName(
            String name, String scheme, double objects, double overhead, double reads, double life, String lifeSays) {}

    /** A mean outage in seconds, and the words that say whose it is. */
    record MeanOutage(double seconds, String whose) {}

    int cells() {
        return causes.size() * stages.size();
    }
}
