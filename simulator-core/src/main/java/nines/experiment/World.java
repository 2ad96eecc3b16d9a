package nines.experiment;

import java.util.List;
import java.util.function.Supplier;
import nines.result.Journey;

/** What is experimented with: it gives workers for three kinds of replication, all functions of the seed and the index. */
interface World {
    /** The names behind the indexes. */
    Layout layout();

    /** Replications that measure for {@code horizon} seconds after a warm-up of {@code warmUp} seconds. */
    Supplier<Worker> measuring(double horizon, double warmUp, List<Double> at, List<Double> windows);

    /** Replications from a fresh start that measure what is asked about single times, independent of the first kind. */
    Supplier<Worker> looking(double horizon, List<Double> at);

    /** Replications from a fresh start to the first outage of one journey, cut after {@code cut} seconds. */
    Supplier<Worker> untilFirstOutage(int journey, double cut);

    /** Tells outages of the measuring replications. */
    Storyteller stories(double horizon, double warmUp);

    /** The journey of an index, with what theory says beside the estimates. */
    Journey withTheory(Journey journey, int index, Settings settings);

    /** Seconds after which the state no longer remembers its start. */
    double memory();
}
