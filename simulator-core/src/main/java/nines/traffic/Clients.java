package nines.traffic;

import java.util.Arrays;
import nines.blueprint.Blueprint;
import nines.blueprint.Source;
import nines.distribution.Distribution;
import nines.random.RandomStream;
import nines.random.StreamKey;
import nines.structure.LoadShape;
import nines.structure.Stepper;
import org.jspecify.annotations.Nullable;

/** Who asks: open loops that send whatever happens, closed ones whose users wait and think. Counts every request once. */
final class Clients {
    private final Flow flow;
    private final Source[] sources;
    private final int[] routes;
    private final @Nullable Arrivals[] arrivals;
    private final Draw[] thinking;
    private final @Nullable Draw[] patience;
    private final RandomStream[] mix;
    private final long[] mixNames;

    /** A stream of client numbers for each open loop, where balancers look at clients; otherwise empty. */
    private final RandomStream[] clients;

    private final long[] clientNames;
    /** First user of each source; users of closed loops are numbered through. */
    private final int[] firstUser;

    private final long[] inFlight;

    Clients(Blueprint blueprint, Flow flow) {
        this.flow = flow;
        sources = blueprint.requests().sources().toArray(Source[]::new);
        routes = blueprint.requests().routes();
        arrivals = new Arrivals[sources.length];
        LoadShape day = LoadShape.of(blueprint.load());
        thinking = new Draw[sources.length];
        patience = new Draw[sources.length];
        mix = new RandomStream[sources.length];
        mixNames = new long[sources.length];
        inFlight = new long[blueprint.journeys().size()];
        clients = new RandomStream[flow.views.looksAtClients() ? sources.length : 0];
        clientNames = new long[clients.length];
        firstUser = new int[sources.length + 1];
        for (int s = 0; s < sources.length; s++) {
            Source source = sources[s];
            Distribution gap = source.gap();
            Distribution waits = source.patience();
            LoadShape shape = source.follows() && !day.isFlat() ? day : null;
            arrivals[s] = gap == null ? null : new Arrivals(s, source, gap, shape, flow.calendar);
            thinking[s] = new Draw(source.thinkTime(), source.stream(), "think time");
            patience[s] = waits == null ? null : new Draw(waits, source.stream(), "patience");
            mix[s] = new RandomStream(0);
            mixNames[s] = StreamKey.of(source.stream(), "mix");
            firstUser[s + 1] = firstUser[s] + source.users();
            if (clients.length > 0) {
                clients[s] = new RandomStream(0);
                clientNames[s] = StreamKey.of(source.stream(), "clients");
            }
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
            Arrivals arrives = arrivals[s];
            if (arrives != null) {
                arrives.begin(seed, replication);
            }
            if (clients.length > 0) {
                clients[s].reseed(StreamKey.of(clientNames[s], seed, replication));
            }
            for (int u = firstUser[s]; u < firstUser[s + 1]; u++) {
                thinks(s, u, 0);
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
        Arrivals arrives = arrivals[s];
        if (arrives != null && arrives.comes()) {
            ask(s, clients.length > 0 ? clients[s].nextLong() : 0);
        }
    }

    /** A burst of an open loop begins or ends. */
    void switchOver(int s) {
        Arrivals arrives = arrivals[s];
        if (arrives != null) {
            arrives.switchOver();
        }
    }

    /** Takes over what the structure says about surges. */
    void refresh(Stepper structure) {
        for (Arrivals each : arrivals) {
            if (each != null) {
                each.refresh(structure);
            }
        }
    }

    private void thinks(int s, int user, double now) {
        flow.calendar.schedule(now + thinking[s].next(), user << Happening.KIND_BITS | Happening.THOUGHT);
    }

    /** A user of a closed loop has thought. */
    void ask(int user) {
        int s = 0;
        while (user >= firstUser[s + 1]) {
            s++;
        }
        ask(s, user);
    }

    private void ask(int s, long client) {
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
        frames.client[f] = client;
        frames.journey[f] = j;
        frames.born[f] = now;
        if (flow.trail != null) {
            flow.trail.begins(f);
        }
        Draw waits = patience[s];
        if (waits != null) {
            frames.tired[f] = now + waits.next();
            frames.patience[f] =
                    flow.calendar.schedule(frames.tired[f], f << Happening.KIND_BITS | Happening.IMPATIENCE);
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
        if (flow.trail != null) {
            flow.trail.ends(f, outcome);
        }
        if (patience[s] != null) {
            flow.calendar.cancel(frames.patience[f]);
        }
        int user = (int) frames.client[f];
        flow.close(f);
        if (sources[s].users() > 0) {
            thinks(s, user, now);
        }
    }
}
