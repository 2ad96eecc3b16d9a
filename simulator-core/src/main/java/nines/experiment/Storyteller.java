package nines.experiment;

import java.util.function.BooleanSupplier;

/** Runs a replication once more to tell what went on in one of its outages. */
@FunctionalInterface
interface Storyteller {
    /** What went on in an outage of a journey; nothing when it was told to stop on the way. */
    Told tell(int journey, Worst.Outage outage, BooleanSupplier stop);
}
