package nines.traffic;

import nines.blueprint.Requests;
import nines.blueprint.Ways;
import nines.random.RandomStream;
import nines.random.StreamKey;
import nines.structure.Stepper;

/**
 * How long messages are under way between two places, each way for itself. A message that is lost is sent again when
 * its time-out is over: after a second, then after twice as long each time (RFC 6298).
 */
final class Travel {
    /** The first time-out of a lost message, in seconds (RFC 6298, initial value). */
    private static final double FIRST_TIMEOUT = 1;

    /** In place of the station that a frame travels to: it was turned away there. */
    private static final int NOT_LET_IN = -1;

    /** Whether any way takes time at all. */
    final boolean exists;

    private final Flow flow;
    private final Frames frames;
    private final Stepper structure;
    private final Ways ways;
    /** Instances of each relay that send with a view of their own. */
    private final int[] senders;

    private final Draw[] latency;
    private final RandomStream[] luck;
    private final long[] names;
    private final RandomStream choice = new RandomStream(0);
    private final long choiceName = StreamKey.of("ways", "instance of a relay");

    Travel(Requests requests, Flow flow, Stepper structure) {
        this.flow = flow;
        this.structure = structure;
        frames = flow.frames;
        ways = requests.ways();
        senders = requests.relays().stream()
                .mapToInt(relay -> relay.senders().length)
                .toArray();
        exists = !ways.links().isEmpty();
        int n = ways.links().size();
        latency = new Draw[n];
        luck = new RandomStream[n];
        names = new long[n];
        for (int l = 0; l < n; l++) {
            String name = ways.links().get(l).name();
            latency[l] = new Draw(ways.links().get(l).latency(), name, "link latency");
            luck[l] = new RandomStream(0);
            names[l] = StreamKey.of(name, "link loss");
        }
    }

    void begin(long seed, long replication) {
        choice.reseed(StreamKey.of(choiceName, seed, replication));
        for (int l = 0; l < latency.length; l++) {
            latency[l].begin(seed, replication);
            luck[l].reseed(StreamKey.of(names[l], seed, replication));
        }
    }

    // ---------------------------------------------------------------- frames

    /** Where the caller of a frame is; clients are anywhere. */
    private int callerSpot(int f) {
        return frames.parent[f] >= 0 ? frames.spot[frames.parent[f]] : 0;
    }

    /** A frame is where its caller is. */
    void stays(int f) {
        frames.spot[f] = callerSpot(f);
    }

    /** A frame goes to a relay; the seconds that takes. */
    double toRelay(int f, int relay) {
        frames.spot[f] = spotOf(relay, frames.sender[f]);
        return seconds(f, callerSpot(f), frames.spot[f]);
    }

    /** A frame goes to a station; false when it is there at once. */
    boolean setsOff(int f, int station) {
        frames.spot[f] = ways.stations()[station];
        double way = seconds(f, callerSpot(f), frames.spot[f]);
        frames.goal[f] = way == 0 ? 0 : station;
        if (way == 0) {
            return false;
        }
        underWay(f, Frames.TRAVELLING, way);
        return true;
    }

    private void underWay(int f, int state, double way) {
        frames.state[f] = state;
        frames.timer[f] =
                flow.calendar.schedule(flow.calendar.time() + way, f << Happening.KIND_BITS | Happening.ARRIVED);
    }

    /** The station of a frame, or the one it is under way to. */
    int station(int f) {
        return frames.state[f] == Frames.TRAVELLING ? frames.goal[f] : frames.station[f];
    }

    /** An answer sets off for the caller; at once there, or where nobody waits, it is the outcome. */
    int comesBack(int f, int outcome) {
        double way = frames.isOrphan(f) ? 0 : seconds(f, frames.spot[f], callerSpot(f));
        if (way == 0) {
            flow.unsend(f, outcome);
            return outcome;
        }
        frames.failure[f] = outcome;
        underWay(f, Frames.RETURNING, way);
        return Flow.PENDING;
    }

    /** A frame, or its answer, has come to the other end. */
    void arrives(int f) {
        if (frames.state[f] == Frames.RETURNING) {
            isBack(f);
            return;
        }
        int station = frames.goal[f];
        frames.goal[f] = 0;
        int outcome = flow.stations.enter(f, station);
        if (outcome == Stations.AT_ONCE) {
            outcome = flow.worked(f);
        } else if (outcome != Flow.PENDING) {
            frames.goal[f] = NOT_LET_IN;
            outcome = comesBack(f, outcome);
        }
        flow.endedUnlessPending(f, outcome);
    }

    private void isBack(int f) {
        boolean refused = frames.goal[f] == NOT_LET_IN;
        frames.goal[f] = 0;
        if (frames.isOrphan(f)) {
            flow.close(f);
            return;
        }
        int outcome = frames.failure[f];
        flow.unsend(f, outcome);
        if (refused && flow.calls.missOnFailure[frames.call[f]]) {
            // A cache that turned it away counts as a miss, which the caller makes.
            stays(f);
            outcome = flow.steps(f);
        }
        flow.endedUnlessPending(f, outcome);
    }

    // ---------------------------------------------------------------- places

    /** The spot of the instance of a relay that passes a request on: who holds its post, or the sender itself. */
    private int spotOf(int relay, int sender) {
        int[] spots = ways.relays()[relay];
        int takeover = ways.takeovers()[relay];
        if (spots.length == 1) {
            return spots[0];
        }
        if (takeover >= 0) {
            return spots[Math.max(0, structure.holder(takeover, 0))];
        }
        // Instances that share their checks send as one: any of them.
        return spots[senders[relay] == spots.length ? sender : choice.nextInt(spots.length)];
    }

    /** Seconds that a frame, or its answer, takes from one spot to another. */
    private double seconds(int f, int from, int to) {
        int l = ways.between()[from][to];
        if (l < 0) {
            return 0;
        }
        double time = latency[l].next();
        double loss = ways.links().get(l).loss();
        if (loss > 0) {
            for (double wait = FIRST_TIMEOUT; luck[l].nextDouble() < loss; wait *= 2) {
                time += wait;
            }
        }
        if (flow.trail != null) {
            flow.trail.crosses(f, l, time);
        }
        return time;
    }
}
