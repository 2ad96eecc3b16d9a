package nines.traffic;

import java.util.Arrays;
import java.util.List;
import nines.kernel.EventCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Where the time of each request goes. Every frame keeps a list of stretches, each with a hop and a kind of time, that
 * cover the time since it was opened without gaps; the last one is open. A callee's stretches take the place of the time
 * that its caller waited for it; of parallel calls those of the last to come back, which is the one that all waited for.
 * What an attempt did that failed becomes one stretch in vain. So the stretches of a request always add up to its age.
 *
 * <p>It only listens: nothing is drawn or scheduled here, and whoever asks for no breakdown has no trail at all.
 */
final class Trail {
    private static final int FIRST_ROOM = 8;

    private final Flow flow;
    private final Frames frames;
    private final Calls calls;
    private final EventCalendar calendar;
    private final Hops hops;

    private int[][] columns = new int[0][];
    private double[][] seconds = new double[0][];
    private int[] size = new int[0];
    /** Where the list of the present attempt begins. */
    private int[] attempt = new int[0];
    /** Since when the open stretch lasts, and its column. */
    private double[] since = new double[0];

    private int[] column = new int[0];

    /** Keeps the story of some requests, where that is asked for. */
    private final @Nullable Recorder recorder;

    Trail(Flow flow, Hops hops, double recordFrom) {
        this.flow = flow;
        this.hops = hops;
        recorder = Double.isNaN(recordFrom) ? null : new Recorder(flow.frames, recordFrom);
        frames = flow.frames;
        calls = flow.calls;
        calendar = flow.calendar;
    }

    /** The requests whose story was kept. */
    List<Traced> traced() {
        return recorder == null ? List.of() : recorder.traced();
    }

    /** A frame has been opened. */
    void begins(int f) {
        starts(f);
        if (recorder != null) {
            recorder.opens(f, ownHop(f), calendar.time());
        }
    }

    private void starts(int f) {
        if (f >= size.length) {
            grow(Math.max(2 * size.length, f + 1));
        }
        size[f] = 0;
        attempt[f] = 0;
        since[f] = calendar.time();
        column[f] = inVain(f);
    }

    private void grow(int n) {
        int known = size.length;
        columns = Arrays.copyOf(columns, n);
        seconds = Arrays.copyOf(seconds, n);
        for (int f = known; f < n; f++) {
            columns[f] = new int[FIRST_ROOM];
            seconds[f] = new double[FIRST_ROOM];
        }
        size = Arrays.copyOf(size, n);
        attempt = Arrays.copyOf(attempt, n);
        since = Arrays.copyOf(since, n);
        column = Arrays.copyOf(column, n);
    }

    // ---------------------------------------------------------------- what happens to a frame

    /** It comes to a station and may have to wait there. */
    void waitsAt(int f, int station) {
        turnsTo(f, Hops.column(hops.stations[station], Hops.WAITING));
    }

    /** A worker begins. */
    void isServedAt(int f, int station) {
        turnsTo(f, Hops.column(hops.stations[station], Hops.SERVICE));
    }

    /** It passes a relay. */
    void passes(int f, int relay) {
        turnsTo(f, Hops.column(hops.relays[relay], Hops.SERVICE));
    }

    /** It sets off over a link and will be there in so many seconds; what follows begins then. */
    void crosses(int f, int link, double way) {
        turnsTo(f, column[f]);
        int onTheWay = Hops.column(hops.links[link], Hops.LINK);
        if (recorder != null) {
            recorder.stretch(f, onTheWay, calendar.time(), calendar.time() + way);
        }
        add(f, onTheWay, way);
        since[f] += way;
    }

    /** It calls another, whose time will be told by the other unless that comes to nothing. */
    void calls(int f, int call) {
        turnsTo(f, Hops.column(calleeHop(call), Hops.IN_VAIN));
    }

    /** A call is back at its caller; of parallel ones only the last counts. */
    void comesBack(int f, int caller) {
        boolean othersAreOut = calls.parallel[frames.call[caller]] && frames.pending[caller] > 1;
        turnsTo(f, column[f]);
        if (othersAreOut) {
            return;
        }
        for (int i = 0; i < size[f]; i++) {
            add(caller, columns[f][i], seconds[f][i]);
        }
        if (recorder != null) {
            recorder.stretch(caller, column[caller], since[caller], calendar.time());
        }
        since[caller] = calendar.time();
    }

    /** Its attempt has failed. */
    void fails(int f, int outcome) {
        if (recorder != null) {
            turnsTo(f, column[f]);
            recorder.fails(f, outcome, calendar.time());
        }
        comesToNothing(f);
    }

    private void comesToNothing(int f) {
        double lost = calendar.time() - since[f];
        for (int i = attempt[f]; i < size[f]; i++) {
            lost += seconds[f][i];
        }
        size[f] = attempt[f];
        add(f, inVain(f), lost);
        since[f] = calendar.time();
        attempt[f] = size[f];
    }

    /** It pauses before another attempt. */
    void pauses(int f) {
        turnsTo(f, Hops.column(ownHop(f), Hops.PAUSE));
    }

    /** Another attempt begins. */
    void triesAgain(int f) {
        turnsTo(f, inVain(f));
        attempt[f] = size[f];
    }

    /** What its caller knows goes on in another frame. */
    void goesOnIn(int f, int g) {
        if (recorder != null) {
            turnsTo(f, column[f]);
            recorder.goesOnIn(f, g);
        }
        copy(f, g);
    }

    private void copy(int f, int g) {
        starts(g);
        for (int i = 0; i < size[f]; i++) {
            add(g, columns[f][i], seconds[f][i]);
        }
        attempt[g] = attempt[f];
        since[g] = since[f];
        column[g] = column[f];
    }

    /** A second copy of it goes out. */
    void isCopied(int f, int g) {
        copy(f, g);
        int first = attempt[g];
        comesToNothing(g);
        attempt[g] = first;
        column[g] = inVain(g);
        if (recorder != null) {
            recorder.copies(f, g);
        }
    }

    /** A frame is done with. */
    void closes(int f) {
        if (recorder != null) {
            turnsTo(f, column[f]);
            recorder.closes(f);
        }
    }

    /** The request that a frame stands for has come to its end. */
    void ends(int f, int outcome) {
        turnsTo(f, column[f]);
        if (recorder != null) {
            recorder.ends(f, outcome, calendar.time());
        }
        if (outcome != Flow.OK) {
            return;
        }
        double[] sums = flow.journal.hopTime[frames.journey[f]];
        for (int i = 0; i < size[f]; i++) {
            sums[columns[f][i]] += seconds[f][i];
        }
    }

    // ---------------------------------------------------------------- stretches

    /** The open stretch ends, and another begins. */
    private void turnsTo(int f, int next) {
        double now = calendar.time();
        if (since[f] < now) {
            if (recorder != null) {
                recorder.stretch(f, column[f], since[f], now);
            }
            add(f, column[f], now - since[f]);
            since[f] = now;
        }
        column[f] = next;
    }

    private void add(int f, int ofColumn, double time) {
        int n = size[f];
        if (n == columns[f].length) {
            columns[f] = Arrays.copyOf(columns[f], 2 * n);
            seconds[f] = Arrays.copyOf(seconds[f], 2 * n);
        }
        columns[f][n] = ofColumn;
        seconds[f][n] = time;
        size[f] = n + 1;
    }

    private int inVain(int f) {
        return Hops.column(ownHop(f), Hops.IN_VAIN);
    }

    /** Whose attempts and pauses a frame's are: what clients do is theirs, everything else belongs to who is called. */
    private int ownHop(int f) {
        return frames.parent[f] == Frames.CLIENT ? hops.client : calleeHop(frames.call[f]);
    }

    private int calleeHop(int call) {
        return switch (calls.kind[call]) {
            case Calls.POOL -> hops.stations[flow.anyStationOf(call)];
            case Calls.RELAY -> hops.relays[calls.callee[call]];
            default -> hops.client;
        };
    }
}
