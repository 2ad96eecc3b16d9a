package nines.traffic;

import nines.blueprint.Requests;
import nines.blueprint.Station;
import nines.kernel.EventCalendar;
import nines.structure.Stepper;
import org.jspecify.annotations.Nullable;

/** What changes underneath the traffic: who lives and is trusted, instances that come and go, and the work of the dead. */
final class Changes {
    private final Flow flow;
    private final Frames frames;
    private final Stations stations;
    private final EventCalendar calendar;
    private final Stepper structure;
    private final @Nullable Scaler[] scalers;
    private final int[] firstOf;

    Changes(Requests requests, Stepper structure, Flow flow) {
        this.structure = structure;
        this.flow = flow;
        frames = flow.frames;
        stations = flow.stations;
        calendar = flow.calendar;
        scalers = new Scaler[requests.pools().size()];
        firstOf = new int[scalers.length];
        for (int p = 0; p < scalers.length; p++) {
            scalers[p] = requests.pools().get(p).scaling() == null
                    ? null
                    : new Scaler(requests.pools().get(p), p, flow);
            firstOf[p] = requests.pools().get(p).stations()[0];
        }
    }

    /** Begins; what the structure says is taken over. */
    void begin(long seed, long replication) {
        for (Scaler each : scalers) {
            if (each != null) {
                each.begin(seed, replication);
            }
        }
        mirror();
        scheduleStructure();
    }

    /** The sums of the journal are about to begin anew. */
    void journalBeginsAnew() {
        for (Scaler each : scalers) {
            if (each != null) {
                each.journalBeginsAnew();
            }
        }
    }

    /** The autoscaler of a pool looks. */
    void scale(int pool) {
        Scaler scaler = scalers[pool];
        if (scaler != null && scaler.look(structure)) {
            flow.views.membersChange(firstOf[pool]);
        }
    }

    /** An added instance may have started. */
    void started(int station) {
        for (Scaler each : scalers) {
            if (each != null && each.started(station)) {
                flow.views.membersChange(station);
                stations.fill(station);
            }
        }
    }

    /** The next event of the structure. */
    void structureChanges() {
        structure.step();
        mirror();
        flow.clients.refresh(structure);
        scheduleStructure();
    }

    private void scheduleStructure() {
        double next = structure.nextTime();
        if (next < Double.POSITIVE_INFINITY) {
            calendar.schedule(next, Happening.STRUCTURE);
        }
    }

    /** Takes over what the structure says, then deals with the work of the dead. */
    private void mirror() {
        flow.relays.refresh(structure);
        int n = stations.all.length;
        boolean[] died = new boolean[n];
        boolean[] came = new boolean[n];
        for (int s = 0; s < n; s++) {
            Station station = stations.all[s];
            boolean lives = structure.works(station.unit());
            died[s] = stations.alive[s] && !lives;
            came[s] = !stations.alive[s] && lives;
            stations.tell(s, lives, structure.works(station.serves()), structure.errors(station.unit()), structure);
        }
        flow.views.refresh(structure, stations);
        for (int s = 0; s < n; s++) {
            if (died[s] && stations.all[s].inFlight() != Station.InFlight.RESUMED) {
                die(s);
            }
            if (came[s] || stations.pulls(s) >= 0) {
                stations.fill(s);
            }
        }
    }

    /** A station dies with work in its hands. */
    private void die(int s) {
        boolean waits = stations.all[s].waitsWhileDown();
        boolean elsewhere = stations.all[s].inFlight() == Station.InFlight.RETRIED;
        int most = frames.size();
        int[] hit = new int[most];
        int[] birth = new int[most];
        int count = 0;
        for (int f = 0; f < most; f++) {
            int state = frames.state[f];
            boolean inHands = state == Frames.SERVING || state == Frames.CALLING || state == Frames.PARKED;
            if (frames.station[f] == s && (inHands || state == Frames.QUEUED && !waits)) {
                calendar.cancel(frames.timer[f]);
                frames.holds[f] = false;
                hit[count] = f;
                birth[count++] = frames.birth[f];
            }
        }
        stations.clear(s);
        flow.caches.clear(s);
        for (int i = 0; i < count; i++) {
            frames.station[hit[i]] = -1;
            frames.state[hit[i]] = Frames.STRICKEN;
        }
        frames.orphanChildrenOfStricken();
        for (int i = 0; i < count; i++) {
            int f = hit[i];
            if (frames.state[f] != Frames.STRICKEN || frames.birth[f] != birth[i]) {
                continue;
            }
            if (frames.isOrphan(f)) {
                flow.close(f);
                continue;
            }
            flow.unsend(f, Flow.LOST);
            int outcome = elsewhere && frames.parent[f] != Frames.STORED
                    ? meetAnew(f)
                    : flow.calls.missOnFailure[frames.call[f]] ? flow.steps(f) : flow.fromFar(f, Flow.LOST);
            flow.endedUnlessPending(f, outcome);
        }
    }

    private int meetAnew(int f) {
        frames.step[f] = 0;
        frames.turn[f] = 0;
        return flow.meet(f);
    }
}
