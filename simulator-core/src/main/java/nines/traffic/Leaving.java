package nines.traffic;

import nines.blueprint.Station;
import nines.kernel.EventCalendar;

/** Callers who stop waiting, and what becomes of the work that they leave behind. */
final class Leaving {
    private final Flow flow;
    private final Frames frames;
    private final Stations stations;
    private final Calls calls;
    private final EventCalendar calendar;

    Leaving(Flow flow) {
        this.flow = flow;
        frames = flow.frames;
        stations = flow.stations;
        calls = flow.calls;
        calendar = flow.calendar;
    }

    /** A deadline that stands in no lane. */
    void deadlinePasses(int f) {
        if (frames.state[f] != Frames.FREE && frames.deadline[f] == calendar.time() && !frames.isOrphan(f)) {
            giveUp(f, Flow.TIMED_OUT, false);
        }
    }

    /** The time of those who wait in a lane is up. */
    void expire(int lane) {
        int f;
        while ((f = flow.patience.nextExpired(lane)) >= 0) {
            giveUp(f, Flow.TIMED_OUT, false);
        }
    }

    /** A client has lost patience. */
    void impatient(int f) {
        if (isWaitingToBeServed(f)) {
            giveUp(f, Flow.ABANDONED, true);
        }
    }

    private boolean isWaitingToBeServed(int root) {
        int f = root;
        while (calls.kind[frames.call[f]] != Calls.POOL && frames.awaited(f) >= 0) {
            f = frames.awaited(f);
        }
        int state = frames.state[f];
        return state == Frames.QUEUED
                || state == Frames.PASSING
                || state == Frames.TRAVELLING
                || state == Frames.PAUSING;
    }

    /** The caller of an attempt stops waiting for it; openly if it leaves a queue where all can see it. */
    private void giveUp(int f, int outcome, boolean openly) {
        // What the caller knows goes on in a frame of its own; the old one is whatever the callee makes of it.
        int g = frames.openAnother(f);
        flow.patience.handOver(f, g);
        if (flow.trail != null) {
            flow.trail.goesOnIn(f, g);
        }
        frames.state[g] = Frames.PAUSING;
        int p = frames.parent[f];
        if (p >= 0 && frames.child[p] == f) {
            frames.child[p] = g;
        }
        flow.protection.leave(f, outcome == Flow.TIMED_OUT ? Flow.TIMED_OUT : Flow.PENDING);
        if (outcome == Flow.TIMED_OUT) {
            flow.unsend(f, Flow.TIMED_OUT);
        }
        abandon(f, openly);
        flow.ended(g, outcome);
    }

    /** Nobody waits for this frame any more. */
    void abandon(int first, boolean openly) {
        int f = first;
        while (f >= 0) {
            frames.parent[f] = Frames.NOBODY;
            frames.copyAt[f] = Double.POSITIVE_INFINITY;
            frames.deadline[f] = Double.POSITIVE_INFINITY;
            flow.protection.leave(f, Flow.PENDING);
            int twin = frames.twin[f];
            int twinBirth = twin >= 0 ? frames.birth[twin] : 0;
            if (twin >= 0) {
                flow.copies.part(f, twin);
            }
            int awaited = calls.parallel[frames.call[f]] ? -1 : frames.awaited(f);
            int awaitedBirth = awaited >= 0 ? frames.birth[awaited] : 0;
            boolean goesOn = false;
            int free = -1;
            if (calls.kind[frames.call[f]] != Calls.POOL || frames.state[f] == Frames.PAUSING) {
                drop(f);
            } else if (staysAtItsCache(f)) {
                flow.unsend(f, Flow.PENDING);
                goesOn = true;
            } else if (openly || stations.all[stationOf(f)].abandoned() == Station.Abandoned.CANCELLED) {
                if (frames.state[f] == Frames.QUEUED) {
                    flow.unsend(f, Flow.PENDING);
                    stations.lines.leaveQueue(f);
                } else {
                    free = stations.takeOut(f);
                    drop(f);
                }
            } else {
                // The connection is closed: whoever sent it counts it no longer.
                flow.unsend(f, Flow.PENDING);
                goesOn = true;
            }
            // Workers turn to others only when this frame is gone: their fate may be its child's or its twin's.
            if (free >= 0) {
                stations.next(free);
            }
            if (twin >= 0 && frames.birth[twin] == twinBirth) {
                abandon(twin, openly);
            }
            f = !goesOn && awaited >= 0 && frames.birth[awaited] == awaitedBirth ? awaited : -1;
        }
    }

    /** The station of a frame at work there, also when it has given its worker back or a miss has replaced it. */
    private int stationOf(int f) {
        return frames.station[f] >= 0 ? frames.station[f] : flow.views.anyStation(calls.callee[frames.call[f]]);
    }

    /** Others wait for what it fetches, or it waits for another. */
    private boolean staysAtItsCache(int f) {
        return flow.keyed
                && (frames.state[f] == Frames.PARKED
                        || frames.state[f] == Frames.CALLING && flow.caches.leads(frames.station[f], frames.key[f], f));
    }

    private void drop(int f) {
        calendar.cancel(frames.timer[f]);
        flow.close(f);
    }
}
