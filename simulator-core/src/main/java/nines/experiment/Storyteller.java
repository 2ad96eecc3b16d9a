package nines.experiment;

import java.util.List;
import java.util.function.BooleanSupplier;
import nines.result.Episode;

/** Runs a replication once more to tell what went on in one of its outages. */
@FunctionalInterface
interface Storyteller {
    /** The episodes of an outage of a journey, in order; none when it was told to stop on the way. */
    List<Episode> tell(int journey, Worst.Outage outage, BooleanSupplier stop);
}
