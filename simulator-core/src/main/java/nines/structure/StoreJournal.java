package nines.structure;

/** What one replication saw of the objects of a store. */
public final class StoreJournal {
    /** How often at least one object was lost. */
    public long events;
    /** Objects lost. */
    public double objects;
    /** Objects lost because another chunk could not be read while nothing was left to spare: the expected number. */
    public double unread;
    /** When the first one was lost, in seconds of the replication; infinite: none was. */
    public double first = Double.POSITIVE_INFINITY;
    /** Chunks taken away. */
    public double taken;
    /** Chunks rebuilt. */
    public double rebuilt;

    void clear() {
        events = 0;
        objects = 0;
        unread = 0;
        first = Double.POSITIVE_INFINITY;
        taken = 0;
        rebuilt = 0;
    }
}
