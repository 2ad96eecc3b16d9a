package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nines.blueprint.Blueprint;
import nines.layout.Layout;
import nines.result.JourneySeries;
import nines.result.Result;
import nines.result.Series;
import nines.result.Traffic;
import org.junit.jupiter.api.Test;

/** What happens to requests over time: it adds up to what is told of the whole, and tells when something happened. */
class TimelineTest {
    private static final String[] STALL = {
        "components: { s: { kind: server, workers: 1, while-down: wait, in-flight: resumed, service-time: 1ms } }",
        "journeys: { visit: { through: [s] } }",
        "traffic: { clients: { arrivals: 10ms, rate: 100/s } }",
        "events: { stall: { at: 50s, pause: [s], for: 1s } }"
    };

    private static Journal run(double discard, double seconds, double every, String... lines) {
        Blueprint blueprint = Layout.withRequests(Files.read(lines));
        Replicator replicator = new Replicator(blueprint);
        Journal journal = replicator.newJournal(false, every);
        replicator.run(3, 0, discard, seconds, journal, Replicator.Stop.never());
        return journal;
    }

    /** One request every 10 ms, 1 ms of service, nothing for a second: 100 wait at most, and drain within 0.11 s. */
    @Test
    void aStallIsSeenWhenItHappens() {
        Journal journal = run(0, 100, 0.5, STALL);
        Timeline line = Objects.requireNonNull(journal.timeline());
        assertThat(line.offered[0].length).isEqualTo(200);
        assertThat(Arrays.stream(line.offered[0]).sum()).isEqualTo(journal.offered[0]);
        assertThat(Arrays.stream(line.succeeded[0]).sum()).isEqualTo(journal.ended[0][0]);
        assertThat(Arrays.stream(line.failed[0]).sum()).isZero();
        assertThat(line.offered[0][99]).isEqualTo(50);
        assertThat(line.succeeded[0][100]).isLessThanOrEqualTo(1);
        assertThat(line.succeeded[0][101]).isLessThanOrEqualTo(1);
        assertThat(line.succeeded[0][102]).isBetween(148L, 152L);
        assertThat(line.queueMost[0][99]).isZero();
        assertThat(line.queueMost[0][100]).isBetween(48, 50);
        assertThat(line.queueMost[0][101]).isBetween(98, 100);
        // The queue grows by one every 10 ms: 25 on average in the first half second.
        assertThat(line.queueArea[0][100] / 0.5).isCloseTo(24.5, within(1.0));
        assertThat(line.queueMost[0][103]).isZero();
        assertThat(line.responses[0][102].quantile(0.99)).isCloseTo(0.98, within(0.03));
        assertThat(line.responses[0][99].quantile(0.99)).isCloseTo(0.001, within(0.00001));
        assertThat(line.responses[0][50].count()).isEqualTo(50);
        assertThat(journal.queueMost[0]).isEqualTo(line.queueMost[0][101]);
        assertThat(journal.responses[0].count()).isEqualTo(journal.ended[0][0]);
    }

    /** The warm-up is in the series and not in the sums. */
    @Test
    void theWarmUpIsInTheSeriesOnly() {
        Journal journal = run(60.25, 39.75, 0.5, STALL);
        Timeline line = Objects.requireNonNull(journal.timeline());
        assertThat(line.length).isEqualTo(100);
        assertThat(Arrays.stream(line.offered[0]).sum()).isBetween(9_999L, 10_000L);
        assertThat(line.offered[0][120]).isBetween(49L, 51L);
        assertThat(journal.offered[0]).isBetween(3_974L, 3_976L);
        assertThat(journal.responses[0].count()).isEqualTo(journal.ended[0][0]);
        assertThat(journal.queueMost[0]).isZero();
        assertThat(line.queueMost[0][101]).isBetween(98, 100);
    }

    /** Nothing of the run itself is different where somebody looks at it. */
    @Test
    void lookingChangesNothing() {
        Blueprint blueprint = Layout.withRequests(Files.read(RandomArchitecture.of(12)));
        Journal plain = new Replicator(blueprint).newJournal(0);
        Journal watched = new Replicator(blueprint).newJournal(true, 0.7);
        new Replicator(blueprint).run(5, 2, 1, 30, plain, Replicator.Stop.never());
        new Replicator(blueprint).run(5, 2, 1, 30, watched, Replicator.Stop.never());
        assertThat(watched.ended).isDeepEqualTo(plain.ended);
        assertThat(watched.responseSum).isEqualTo(plain.responseSum);
        assertThat(watched.waitSum).isEqualTo(plain.waitSum);
        assertThat(watched.queueMost).isEqualTo(plain.queueMost);
        assertThat(watched.responses[0].quantile(0.99)).isEqualTo(plain.responses[0].quantile(0.99));
    }

    /** Of 2,000 intervals two make one point; the highest of the two is told beside their mean. */
    @Test
    void aSpikeSurvivesThatSeveralIntervalsMakeOnePoint() {
        Result result = Files.run(
                Files.read(
                        "components: { s: { kind: server, workers: 100, service-time: 1ms } }",
                        "journeys: { visit: { through: [s] } }",
                        "traffic: { clients: { arrivals: 50ms, rate: 20/s } }",
                        "events: { rush: { at: 500s, surge: clients, load: 10x, for: 0.5s } }",
                        "measure: { every: 500ms }"),
                1000,
                2,
                3);
        Traffic traffic = Objects.requireNonNull(result.traffic());
        Series series = Objects.requireNonNull(traffic.series());
        assertThat(series.width()).isEqualTo(1);
        List<JourneySeries.Point> points = series.journeys().get(0).points();
        assertThat(points).hasSize(1000);
        double mean = points.stream()
                .mapToDouble(JourneySeries.Point::offered)
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(19.9, 20.3);
        double most = points.stream()
                .mapToDouble(JourneySeries.Point::offeredMost)
                .max()
                .orElseThrow();
        double highest =
                points.stream().mapToDouble(JourneySeries.Point::offered).max().orElseThrow();
        assertThat(most).isGreaterThanOrEqualTo(highest).isGreaterThan(150);
        assertThat(series.queues().get(0).points()).hasSize(1000);
    }
}
