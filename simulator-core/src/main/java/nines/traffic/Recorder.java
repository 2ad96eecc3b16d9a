package nines.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the full story of some requests: an even sample over the run, the slowest, and the first of each kind of failure.
 * All that are under way are recorded; when one ends it is decided whether it is kept, without any draw.
 */
final class Recorder {
    /** Of the even sample between half as many and as many are kept. */
    static final int SAMPLE = 40;

    static final int SLOWEST = 20;
    static final int FAILED_EACH = 5;
    /** Stretches of one request that are kept at most. */
    static final int STRETCHES = 2_000;
    /** Requests under way that are recorded at once at most. */
    static final int UNDER_WAY = 20_000;

    private final Frames frames;
    private final double from;
    private @Nullable Live[] request = new Live[0];
    private int[] line = new int[0];

    private final List<Live> sample = new ArrayList<>();
    private final PriorityQueue<Live> slowest = new PriorityQueue<>(Comparator.comparingDouble(
                    (Live live) -> live.ended - live.asked)
            .thenComparing(Comparator.comparingLong((Live live) -> live.number).reversed()));
    private final List<Live> failed = new ArrayList<>();
    private final int[] failures = new int[Outcome.values().length];
    private long every = 1;
    private long asked;
    private int underWay;

    /** @param from when the first request is recorded, in seconds */
    Recorder(Frames frames, double from) {
        this.frames = frames;
        this.from = from;
    }

    private static final class Live {
        final long number;
        final int journey;
        final double asked;
        double ended = Double.NaN;
        int outcome = -1;
        final List<Traced.Line> lines = new ArrayList<>();
        final List<Traced.Stretch> stretches = new ArrayList<>();
        final List<Traced.Failed> failures = new ArrayList<>();

        Live(long number, int journey, double asked) {
            this.number = number;
            this.journey = journey;
            this.asked = asked;
        }

        Traced told(Traced.Why why) {
            return new Traced(number, journey, why, asked, ended, outcome, lines, stretches, failures);
        }
    }

    // ---------------------------------------------------------------- what happens

    /** A frame has been opened to call somebody. */
    void opens(int f, int hop, double now) {
        room(f);
        int parent = frames.parent[f];
        request[f] = null;
        if (parent == Frames.CLIENT) {
            asked++;
            if (now >= from && underWay < UNDER_WAY) {
                underWay++;
                request[f] = new Live(asked, frames.journey[f], now);
                lineOf(f, -1, hop, Traced.Note.NONE);
            }
        } else if (parent >= 0) {
            request[f] = request[parent];
            lineOf(f, line[parent], hop, Traced.Note.NONE);
        }
    }

    private void lineOf(int f, int caller, int hop, Traced.Note note) {
        Live live = request[f];
        if (live != null) {
            line[f] = live.lines.size();
            live.lines.add(new Traced.Line(caller, hop, note));
        }
    }

    /** A second copy of a frame goes out. */
    void copies(int f, int g) {
        room(g);
        request[g] = request[f];
        Live live = request[g];
        if (live != null) {
            Traced.Line first = live.lines.get(line[f]);
            lineOf(g, first.caller(), first.hop(), Traced.Note.SECOND_COPY);
        }
    }

    /** What the caller of a frame knows goes on in another; the first is left behind. */
    void goesOnIn(int f, int g) {
        room(g);
        request[g] = request[f];
        line[g] = line[f];
        Live live = request[f];
        if (live != null) {
            Traced.Line first = live.lines.get(line[f]);
            lineOf(f, first.caller(), first.hop(), Traced.Note.LEFT_BEHIND);
        }
    }

    /** A stretch of a frame's time is over. */
    void stretch(int f, int column, double begin, double end) {
        Live live = request[f];
        if (live != null && live.stretches.size() < STRETCHES && end > begin) {
            live.stretches.add(new Traced.Stretch(line[f], column / Hops.KINDS, column % Hops.KINDS, begin, end));
        }
    }

    /** An attempt of a frame has failed. */
    void fails(int f, int outcome, double now) {
        Live live = request[f];
        if (live != null && live.failures.size() < STRETCHES) {
            live.failures.add(new Traced.Failed(line[f], now, outcome));
        }
    }

    /** A frame is done with. */
    void closes(int f) {
        request[f] = null;
    }

    /** A request has come to its end. */
    void ends(int f, int outcome, double now) {
        Live live = request[f];
        if (live == null) {
            return;
        }
        underWay--;
        live.ended = now;
        live.outcome = outcome;
        if (outcome == Flow.OK) {
            slowest.add(live);
            if (slowest.size() > SLOWEST) {
                slowest.poll();
            }
        } else if (failures[outcome]++ < FAILED_EACH) {
            failed.add(live);
        }
        if (live.number % every == 0) {
            sample.add(live);
            if (sample.size() > SAMPLE) {
                every *= 2;
                sample.removeIf(each -> each.number % every != 0);
            }
        }
    }

    private void room(int f) {
        if (f >= request.length) {
            int n = Math.max(64, Math.max(2 * request.length, f + 1));
            request = Arrays.copyOf(request, n);
            line = Arrays.copyOf(line, n);
        }
    }

    // ---------------------------------------------------------------- what is told

    /** Those that were kept, in the order in which they were asked for; each once. */
    List<Traced> traced() {
        List<Live> known = new ArrayList<>();
        List<Traced> all = new ArrayList<>();
        for (Live each : failed) {
            known.add(each);
            all.add(each.told(Traced.Why.FAILED));
        }
        for (Live each : slowest) {
            known.add(each);
            all.add(each.told(Traced.Why.SLOW));
        }
        for (Live each : sample) {
            if (!known.contains(each)) {
                all.add(each.told(Traced.Why.SAMPLE));
            }
        }
        all.sort(Comparator.comparingLong(Traced::number));
        return all;
    }
}
