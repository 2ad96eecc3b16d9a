package nines.traffic;

import java.util.Arrays;
import nines.blueprint.Blueprint;
import nines.blueprint.Source;
import nines.distribution.Distribution;
import nines.random.RandomStream;
import nines.random.StreamKey;
import org.jspecify.annotations.Nullable;

/** Who asks: open loops that send whatever happens, closed ones whose users wait and think. Counts every request once. */
final class Clients {
    private final Flow flow;
    private final Source[] sources;
    private final int[] routes;
    private final @Nullable Draw[] gaps;
    private final Draw[] thinking;
    private final @Nullable Draw[] patience;
    private final RandomStream[] mix;
    private final long[] mixNames;

    private final long[] inFlight;

    Clients(Blueprint blueprint, Flow flow) {
        this.flow = flow;
        sources = blueprint.requests().sources().toArray(Source[]::new);
        routes = blueprint.requests().routes();
        gaps = new Draw[sources.length];
        thinking = new Draw[sources.length];
        patience = new Draw[sources.length];
        mix = new RandomStream[sources.length];
        mixNames = new long[sources.length];
        inFlight = new long[blueprint.journeys().size()];
        for (int s = 0; s < sources.length; s++) {
            Source source = sources[s];
            Distribution gap = source.gap();
            Distribution waits = source.patience();
            gaps[s] = gap == null ? null : new Draw(gap, source.stream(), "arrivals");
            thinking[s] = new Draw(source.thinkTime(), source.stream(), "think time");
            patience[s] = waits == null ? null : new Draw(waits, source.stream(), "patience");
            mix[s] = new RandomStream(0);
            mixNames[s] = StreamKey.of(source.stream(), "mix");
        }
    }

    void begin(long seed, long replication) {
        Arrays.fill(inFlight, 0);
        for (int s = 0; s < sources.length; s++) {
            thinking[s].begin(seed, replication);
            mix[s].reseed(StreamKey.of(mixNames[s], seed, replication));
            Draw waits = patience[s];
            if (waits != null) {
                waits.begin(seed, replication);
            }
            Draw gap = gaps[s];
            if (gap != null) {
                gap.begin(seed, replication);
                flow.calendar.schedule(gap.next(), s << Flow.KIND_BITS | Flow.ARRIVAL);
            }
            for (int u = 0; u < sources[s].users(); u++) {
                thinks(s, 0);
            }
        }
    }

    void startMeasuring(Journal journal, double now) {
        for (int j = 0; j < inFlight.length; j++) {
            journal.inFlightAtStart[j] = inFlight[j];
            journal.inFlightArea[j] = -now * inFlight[j];
        }
    }

    void finish(Journal journal, double now) {
        for (int j = 0; j < inFlight.length; j++) {
            journal.inFlightAtEnd[j] = inFlight[j];
            journal.inFlightArea[j] += now * inFlight[j];
        }
    }

    /** Request-seconds under way since measuring began. */
    double areaUntil(double now) {
        double area = 0;
        for (int j = 0; j < inFlight.length; j++) {
            area += flow.journal.inFlightArea[j] + now * inFlight[j];
        }
        return area;
    }

    /** Requests under way, for checks. */
    long inFlight() {
        long all = 0;
        for (long each : inFlight) {
            all += each;
        }
        return all;
    }

    /** The next request of an open loop. */
    void arrive(int s) {
        Draw gap = gaps[s];
        if (gap != null) {
            flow.calendar.schedule(flow.calendar.time() + gap.next(), s << Flow.KIND_BITS | Flow.ARRIVAL);
        }
        ask(s);
    }

    private void thinks(int s, double now) {
        flow.calendar.schedule(now + thinking[s].next(), s << Flow.KIND_BITS | Flow.THOUGHT);
    }

    /** A client of a source asks. */
    void ask(int s) {
        Journal journal = flow.journal;
        Frames frames = flow.frames;
        double now = flow.calendar.time();
        int j = journey(s);
        journal.requests++;
        journal.offered[j]++;
        journal.inFlightArea[j] -= now;
        inFlight[j]++;
        int f = frames.open(routes[j]);
        frames.parent[f] = Frames.CLIENT;
        frames.source[f] = s;
        frames.journey[f] = j;
        frames.born[f] = now;
        Draw waits = patience[s];
        if (waits != null) {
            frames.tired[f] = now + waits.next();
            frames.patience[f] = flow.calendar.schedule(frames.tired[f], f << Flow.KIND_BITS | Flow.IMPATIENCE);
        }
        int outcome = flow.first(f);
        if (outcome != Flow.PENDING) {
            answered(f, outcome);
        }
    }

    private int journey(int s) {
        Source source = sources[s];
        if (source.journeys().length == 1) {
            return source.journeys()[0];
        }
        double u = mix[s].nextDouble();
        int last = source.journeys().length - 1;
        for (int i = 0; i < last; i++) {
            u -= source.shares()[i];
            if (u < 0) {
                return source.journeys()[i];
            }
        }
        return source.journeys()[last];
    }

    /** The end of a request. */
    void answered(int f, int outcome) {
        Journal journal = flow.journal;
        Frames frames = flow.frames;
        double now = flow.calendar.time();
        int j = frames.journey[f];
        int s = frames.source[f];
        journal.ended[j][outcome]++;
        journal.inFlightArea[j] += now;
        inFlight[j]--;
        if (outcome == Flow.OK) {
            double response = now - frames.born[f];
            journal.responses[j].add(response);
            journal.responseSum[j] += response;
        }
        if (patience[s] != null) {
            flow.calendar.cancel(frames.patience[f]);
        }
        flow.close(f);
        if (sources[s].users() > 0) {
            thinks(s, now);
        }
    }
}
