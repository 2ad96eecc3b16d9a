package nines.experiment;

import nines.structure.StoreJournal;

/** What all replications saw of the objects of one store, in the order of their index. */
final class StoreLedger {
    final Column events = new Column();
    final Column objects = new Column();
    final Column unread = new Column();
    final Column taken = new Column();
    final Column rebuilt = new Column();

    /** What one replication saw. */
    record Row(double events, double objects, double unread, double taken, double rebuilt) {
        static Row of(StoreJournal journal) {
            return new Row(journal.events, journal.objects, journal.unread, journal.taken, journal.rebuilt);
        }
    }

    void add(Row row) {
        events.add(row.events);
        objects.add(row.objects);
        unread.add(row.unread);
        taken.add(row.taken);
        rebuilt.add(row.rebuilt);
    }
}
