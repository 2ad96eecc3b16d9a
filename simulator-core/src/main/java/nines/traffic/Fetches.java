package nines.traffic;

/** Requests at caches: those that find their answer, and those that are waiting for the one that fetches it. */
final class Fetches {
    private final Flow flow;
    private final Frames frames;
    private final Caches caches;

    Fetches(Flow flow) {
        this.flow = flow;
        frames = flow.frames;
        caches = flow.caches;
    }

    /** Whether an instance has the object that is asked of it. */
    boolean finds(int f) {
        int s = frames.station[f];
        boolean has = caches.has(s, frames.key[f]);
        flow.journal.hits[s] += has ? 1 : 0;
        return has;
    }

    /** Lets a request wait for another that fetches the same object; false if it fetches it by itself. */
    boolean waitsForAnother(int f) {
        int s = frames.station[f];
        if (!caches.isFetched(s, frames.key[f], f)) {
            return false;
        }
        frames.state[f] = Frames.PARKED;
        if (flow.trail != null) {
            flow.trail.waitsAt(f, s);
        }
        caches.join(s, frames.key[f], f, frames);
        return true;
    }

    /** What a cache was missing has been fetched, or not: whoever waited for it has the same answer. */
    void fetched(int f, int outcome) {
        int s = frames.station[f];
        int key = frames.key[f];
        if (outcome == Flow.OK && flow.stations.alive[s]) {
            caches.put(s, key);
        }
        if (caches.leads(s, key, f)) {
            int w = caches.release(s, key);
            while (w >= 0) {
                int after = frames.next[w];
                flow.leave(w, outcome);
                flow.endsSoon(w, outcome);
                w = after;
            }
        }
    }
}
