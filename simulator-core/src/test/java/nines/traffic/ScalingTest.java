package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import nines.blueprint.Blueprint;
import nines.layout.Layout;
import org.junit.jupiter.api.Test;

/** Instances that are added and taken away (mechanism M27), and fresh ones that are slow (M29). */
class ScalingTest {
    private static Flow flow(String... lines) {
        Blueprint blueprint = Layout.withRequests(Files.read(lines));
        Flow flow = new Flow(blueprint, new nines.structure.Stepper(blueprint), new Journal(blueprint, 0));
        flow.start(1, 0, 0, 100_000);
        return flow;
    }

    private static int on(Flow flow, double at) {
        while (flow.calendar.time() < at) {
            flow.happens();
        }
        int on = 0;
        for (boolean each : flow.stations.on) {
            on += each ? 1 : 0;
        }
        return on;
    }

    private static String[] surge(String autoscale) {
        return new String[] {
            "components: { lb: { kind: balancer }, app: { kind: server, instances: 10, service-time: fixed 10ms,",
            "  autoscale: { target: 41%, max: 30, start: 60s" + autoscale + " } } }",
            "journeys: { page: { through: [lb, app] } }",
            "traffic: { users: { arrivals: fixed 2500us } }",
            "events: { peak: { at: 300s, surge: users, load: 2x, for: 600s } }"
        };
    }

    /** Twice the load on ten instances at their target: twenty are wished for at the next look, and serve a start later. */
    @Test
    void twiceTheLoadGetsTwiceTheInstances() {
        Flow flow = flow(surge(""));
        assertThat(on(flow, 374)).isEqualTo(10);
        assertThat(on(flow, 376)).isEqualTo(20);
        assertThat(on(flow, 899)).isEqualTo(20);
        // Half the load from 900 s on; the wishes of 300 s must all be for fewer.
        assertThat(on(flow, 1199)).isEqualTo(20);
        assertThat(on(flow, 1231)).isEqualTo(10);
        assertThat(on(flow, 2000)).isEqualTo(10);
    }

    /** Not below the fewest, not above the most, and nothing within the tolerance. */
    @Test
    void itKeepsToItsBounds() {
        String[] tolerant = surge(", tolerance: 100%");
        tolerant[4] = tolerant[4].replace("load: 2x", "load: 1.9x");
        assertThat(on(flow(tolerant), 899)).isEqualTo(10);
        String[] few = surge("");
        few[1] = few[1].replace("max: 30", "max: 14");
        assertThat(on(flow(few), 899)).isEqualTo(14);
        assertThat(on(flow(few), 5000)).isEqualTo(10);
        String[] fewer = surge(", min: 2");
        fewer[3] = "traffic: { users: { arrivals: fixed 25ms } }";
        // 0.4 of one instance busy, at 41 % of each: one would do, two must stay.
        assertThat(on(flow(fewer), 290)).isEqualTo(10);
        assertThat(on(flow(fewer), 320)).isEqualTo(2);
    }

    /** A dead control plane adds nobody. */
    @Test
    void aDeadControllerScalesNothing() {
        String[] lines = surge(", controller: plane");
        lines[0] = lines[0].replace("components: {", "components: { plane: { kind: server },");
        lines[4] = lines[4].replace("events: {", "events: { gone: { at: 200s, fail: plane, for: 300s },");
        Flow flow = flow(lines);
        assertThat(on(flow, 569)).isEqualTo(10);
        assertThat(on(flow, 580)).isEqualTo(20);
    }

    /** Utilisation is that of the instances that are there. */
    @Test
    void instancesThatAreNotThereAreNotIdle() {
        Blueprint blueprint = Layout.withRequests(Files.read(surge("")));
        Replicator replicator = new Replicator(blueprint);
        Journal journal = replicator.newJournal(0);
        replicator.run(1, 0, 400, 400, journal, Replicator.Stop.never());
        double there = 0;
        double busy = 0;
        for (int s = 0; s < journal.offArea.length; s++) {
            there += 400 - journal.offArea[s];
            busy += journal.busyArea[s];
        }
        assertThat(there / 400).isBetween(19.999, 20.001);
        assertThat(busy / there).isBetween(0.399, 0.401);
    }

    /**
     * A restart at half load with a ramp from 0.3 in 60 s (M29): too slow for the first 17.1 s, in which the backlog grows to the
     * integral of 50 - 100 (0.3 + 0.7 t / 60), 171 requests.
     */
    @Test
    void aFreshInstanceIsSlow() {
        Journal journal = warmUp(", warm-up: { starts-at: 30%, over: 60s }");
        assertThat(journal.queueMost[0]).isBetween(169, 174);
        assertThat(warmUp("").queueMost[0]).isLessThan(3);
    }

    private static Journal warmUp(String warmUp) {
        Replicator replicator = new Replicator(Layout.withRequests(Files.read(
                "components: { app: { kind: server, service-time: fixed 10ms" + warmUp + " } }",
                "journeys: { page: { through: app } }",
                "traffic: { users: { arrivals: fixed 20ms } }",
                "events: { restart: { at: 100s, fail: app, for: 1s } }")));
        Journal journal = replicator.newJournal(0);
        replicator.run(1, 0, 0, 200, journal, Replicator.Stop.never());
        return journal;
    }
}
