package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.LongStream;
import nines.blueprint.Blueprint;
import nines.layout.Layout;
import nines.structure.Stepper;
import org.junit.jupiter.api.Test;

/** Architectures put together at random: requests are conserved at every instant, and nothing hangs or leaks. */
class RandomTrafficTest {
    private static final int SEEDS = 1000;
    private static final double HORIZON = 5;
    private static final long EVENTS_MAX = 3_000_000;

    @Test
    void everythingIsConservedAtEveryInstant() {
        long events = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            String text = RandomArchitecture.of(seed);
            try {
                events += runChecked(text, seed);
            } catch (RuntimeException | AssertionError wrong) {
                throw new AssertionError("seed " + seed + ": " + wrong.getMessage() + "\n" + text, wrong);
            }
        }
        assertThat(events).isGreaterThan(SEEDS * 500L);
    }

    private static long runChecked(String text, long seed) {
        Blueprint blueprint = Layout.withRequests(Files.read(text));
        Journal journal = new Journal(blueprint, 0, true, Double.NaN);
        Flow flow = new Flow(blueprint, new Stepper(blueprint), journal);
        flow.start(seed, 0, 0, HORIZON);
        long events = 0;
        while (flow.happens()) {
            if (++events > EVENTS_MAX) {
                throw new IllegalStateException("hangs at " + flow.calendar.time());
            }
            if (events < 300 || events % 37 == 0) {
                check(flow, journal);
            }
        }
        check(flow, journal);
        for (int j = 0; j < journal.hopTime.length; j++) {
            double sum = 0;
            for (double each : journal.hopTime[j]) {
                assertThat(each).isGreaterThan(-1e-9);
                sum += each;
            }
            assertThat(sum).as("hops of journey " + j).isCloseTo(journal.responseSum[j], within(1e-6));
        }
        assertThat(flow.calendar.size()).isLessThan(10_000 + 2 * flow.frames.size());
        return events;
    }

    private static void check(Flow flow, Journal journal) {
        Frames frames = flow.frames;
        long[] roots = new long[journal.offered.length];
        int[] held = new int[flow.stations.all.length];
        int[] queued = new int[held.length];
        int out = 0;
        int guarded = 0;
        for (int f = 0; f < frames.size(); f++) {
            if (frames.state[f] == Frames.FREE) {
                continue;
            }
            if (frames.parent[f] == Frames.CLIENT) {
                roots[frames.journey[f]]++;
            }
            if (frames.holds[f]) {
                held[frames.station[f]]++;
            }
            if (frames.state[f] == Frames.QUEUED) {
                queued[frames.station[f]]++;
            }
            out += frames.view[f] >= 0 ? 1 : 0;
            guarded += frames.guard[f] >= 0 ? 1 : 0;
            if (frames.twin[f] >= 0) {
                assertThat(frames.twin[frames.twin[f]])
                        .as("the other of a pair")
                        .isEqualTo(f);
            }
        }
        for (int j = 0; j < roots.length; j++) {
            assertThat(journal.inFlightAtStart[j] + journal.offered[j]).isEqualTo(journal.allEnded(j) + roots[j]);
        }
        for (int s = 0; s < held.length; s++) {
            boolean shares = flow.stations.all[s].shares();
            int workers = flow.stations.all[s].workers();
            assertThat(flow.stations.busy(s))
                    .as("workers of " + s)
                    .isEqualTo(shares ? Math.min(workers, held[s]) : held[s]);
            assertThat(held[s] - (shares ? flow.stations.all[s].places() : 0)).isLessThanOrEqualTo(workers);
            assertThat(flow.stations.length(s)).as("queue of " + s).isEqualTo(queued[s]);
            // What comes back to a queue finds a place there.
            boolean isStore = flow.stations.all[s].deliveries() != null;
            assertThat(queued[s]).isLessThanOrEqualTo(isStore ? Integer.MAX_VALUE : flow.stations.all[s].places());
            if (journal.atLeast[s].length > 0 && !isStore) {
                // Whatever happens at a station, its levels add up to those who are there.
                assertThat(Arrays.stream(journal.atLeast[s]).sum())
                        .as("levels of " + s)
                        .isCloseTo(journal.busyArea[s] + journal.queueArea[s], within(1e-7));
            }
            if (queued[s] > 0 && flow.stations.alive[s]) {
                assertThat(held[s]).as("idle workers of " + s).isEqualTo(flow.stations.all[s].workers());
            }
        }
        assertThat(flow.views.out()).isEqualTo(out);
        assertThat(flow.protection.out()).isEqualTo(guarded);
    }

    /** Frames whose slots are new, while hundreds are under way, are like those that were used before. */
    @Test
    void nothingEndsInAWayThatTheFileDoesNotKnow() {
        Blueprint blueprint = Layout.withRequests(Files.read(
                "components: { lb: { kind: balancer, latency: 1ms },",
                "  s: { kind: server, workers: 1000, service-time: exponential mean 1s } }",
                "journeys: { visit: { through: [lb, s] } }",
                "traffic: { clients: { rate: 500/s } }"));
        Replicator replicator = new Replicator(blueprint);
        Journal journal = replicator.newJournal(0);
        replicator.run(1, 0, 0, 20, journal, Replicator.Stop.never());
        assertThat(journal.inFlightAtEnd[0]).isGreaterThan(300);
        assertThat(journal.allEnded(0)).isEqualTo(journal.ended[0][0]);
    }

    @Test
    void aReplicationIsAFunctionOfSeedAndIndex() {
        for (long seed = 1; seed <= 20; seed++) {
            Blueprint blueprint = Layout.withRequests(Files.read(RandomArchitecture.of(seed)));
            Replicator used = new Replicator(blueprint);
            Journal journal = used.newJournal(0);
            used.run(seed, 3, 0, HORIZON, journal, Replicator.Stop.never());
            used.run(seed, 7, 1, HORIZON, journal, Replicator.Stop.never());
            // To be told more changes nothing.
            Journal fresh = new Replicator(blueprint).newJournal(true, 0.3);
            new Replicator(blueprint).run(seed, 7, 1, HORIZON, fresh, Replicator.Stop.never());
            assertThat(journal.ended).isDeepEqualTo(fresh.ended);
            assertThat(journal.responseSum).isEqualTo(fresh.responseSum);
            assertThat(journal.waitSum).isEqualTo(fresh.waitSum);
            assertThat(journal.queueMost).isEqualTo(fresh.queueMost);
            for (int j = 0; j < journal.responses.length; j++) {
                assertThat(journal.responses[j].count()).isEqualTo(fresh.responses[j].count());
            }
            Timeline line = Objects.requireNonNull(fresh.timeline());
            for (int j = 0; j < journal.offered.length; j++) {
                assertThat(LongStream.of(line.offered[j]).sum()).isGreaterThanOrEqualTo(journal.offered[j]);
            }
            assertThat(journal.events).isEqualTo(fresh.events);
        }
    }
}
