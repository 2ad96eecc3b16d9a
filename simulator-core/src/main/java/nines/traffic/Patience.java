package nines.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nines.blueprint.Attempts;
import nines.blueprint.Requests;
import nines.distribution.Distribution;
import nines.kernel.EventCalendar;
import nines.random.RandomStream;
import nines.random.StreamKey;
import org.jspecify.annotations.Nullable;

/** How long callers wait, how often they try, how long they pause and how many retries they can afford. */
final class Patience {
    /** Retries that a budget can save up. */
    private static final double SAVINGS = 10;

    private final Frames frames;
    private final EventCalendar calendar;
    private final int sources;
    private final Attempts[] all;
    /** Index of the lane of each, or -1. */
    private final int[] laneOf;

    private final int[] most;
    private final Lane[] lanes;
    private final @Nullable Draw[] pauses;
    private final RandomStream[] jitter;
    private final long[] names;
    private final double[] savings;
    private final boolean[] isLimited;

    Patience(Requests requests, Frames frames, EventCalendar calendar) {
        this.frames = frames;
        this.calendar = calendar;
        sources = requests.sources().size();
        List<Attempts> list = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        requests.sources().forEach(source -> {
            list.add(source.attempts());
            owners.add(source.stream());
        });
        requests.calls().forEach(call -> {
            list.add(call.attempts());
            owners.add(call.name());
        });
        all = list.toArray(Attempts[]::new);
        laneOf = new int[all.length];
        most = new int[all.length];
        pauses = new Draw[all.length];
        jitter = new RandomStream[all.length];
        names = new long[all.length];
        savings = new double[all.length];
        isLimited = new boolean[sources];
        for (int s = 0; s < sources; s++) {
            isLimited[s] = requests.sources().get(s).patience() != null;
        }
        List<Lane> found = new ArrayList<>();
        for (int a = 0; a < all.length; a++) {
            most[a] = all[a].most();
            laneOf[a] = lane(all[a].timeout(), found);
            Distribution pause = all[a].pause();
            pauses[a] = pause == null ? null : new Draw(pause, owners.get(a), "pause");
            jitter[a] = new RandomStream(0);
            names[a] = StreamKey.of(owners.get(a), "back-off");
        }
        lanes = found.toArray(Lane[]::new);
    }

    private int lane(double timeout, List<Lane> found) {
        if (timeout == Double.POSITIVE_INFINITY) {
            return -1;
        }
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).length() == timeout) {
                return i;
            }
        }
        found.add(new Lane(timeout, frames, calendar, found.size() << Happening.KIND_BITS | Happening.EXPIRY));
        return found.size() - 1;
    }

    void begin(long seed, long replication) {
        for (Lane lane : lanes) {
            lane.clear();
        }
        Arrays.fill(savings, SAVINGS);
        for (int a = 0; a < all.length; a++) {
            jitter[a].reseed(StreamKey.of(names[a], seed, replication));
            Draw pause = pauses[a];
            if (pause != null) {
                pause.begin(seed, replication);
            }
        }
    }

    private int of(int f) {
        return frames.parent[f] == Frames.CLIENT ? frames.source[f] : sources + frames.call[f];
    }

    /** An attempt begins now. */
    void startTimeout(int f) {
        int lane = laneOf[of(f)];
        if (lane >= 0) {
            lanes[lane].set(f, calendar.time());
        }
    }

    /** The next frame of a lane whose time is up, or -1. */
    int nextExpired(int lane) {
        return lanes[lane].next(calendar.time());
    }

    /** A first attempt earns a part of a retry. */
    void deposit(int f) {
        int a = of(f);
        if (most[a] > 1 && all[a].budget() < 1) {
            savings[a] = Math.min(SAVINGS, savings[a] + all[a].budget());
        }
    }

    /** Whether the caller may try once more; if so it is charged, and the attempt counted. */
    boolean triesAgain(int f) {
        int a = of(f);
        if (frames.attempt[f] >= most[a] || isOver(f)) {
            return false;
        }
        if (all[a].budget() < 1) {
            if (savings[a] < 1) {
                return false;
            }
            savings[a]--;
        }
        frames.attempt[f]++;
        return true;
    }

    /** How long the caller waits before the attempt that has just been counted. */
    double pause(int f) {
        int a = of(f);
        Draw pause = pauses[a];
        if (pause != null) {
            return pause.next();
        }
        double bound = all[a].base();
        for (int k = 2; k < frames.attempt[f] && bound < all[a].cap(); k++) {
            bound *= 2;
        }
        return jitter[a].nextDouble() * Math.min(all[a].cap(), bound);
    }

    /** Whether a client would have gone by now, had it not believed that it was being served. */
    private boolean isOver(int f) {
        return frames.parent[f] == Frames.CLIENT && isLimited[frames.source[f]] && !(frames.tired[f] > calendar.time());
    }

    /** The client's patience belongs to the request, not to one attempt. */
    void handOver(int from, int to) {
        if (frames.parent[from] == Frames.CLIENT && isLimited[frames.source[from]]) {
            calendar.cancel(frames.patience[from]);
            frames.tired[to] = frames.tired[from];
            if (isOver(from)) {
                return;
            }
            frames.patience[to] = calendar.schedule(frames.tired[to], to << Happening.KIND_BITS | Happening.IMPATIENCE);
        }
    }
}
