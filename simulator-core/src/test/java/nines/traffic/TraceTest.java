package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nines.experiment.Tracing;
import nines.format.TraceJson;
import nines.model.Scenario;
import nines.result.Trace;
import nines.result.TracedRequest;
import org.junit.jupiter.api.Test;

/** The full story of some requests. */
class TraceTest {
    private static final String[] SHOP = {
        "components:",
        "  lb: { kind: balancer, latency: 1ms }",
        "  web: { kind: server, workers: 100, service-time: 2ms }",
        "  db: { kind: server, workers: 100, service-time: empirical 5ms 80ms weights 9 1 }",
        "  log: { kind: server, workers: 100, service-time: 3ms }",
        "journeys:",
        "  visit: { through: [lb, web],",
        "    calls: [{ parallel: [log, { to: db, timeout: 50ms, retry: { attempts: 2, wait: 10ms } }] }] }",
        "traffic: { clients: { rate: 100/s } }"
    };

    /** 1 + 2 ms, then 5 ms; or 50 ms in vain, 10 ms pause and 5 ms; or twice in vain and failed, one in a hundred. */
    @Test
    void theStoryOfARequestIsWhatHappened() {
        Trace trace = Tracing.of(Files.read(SHOP), 4, 1, 60);
        assertThat(trace.requests())
                .extracting(TracedRequest::number)
                .isSorted()
                .doesNotHaveDuplicates();
        boolean[] seen = new boolean[3];
        for (TracedRequest request : trace.requests()) {
            double took = request.ended() - request.asked();
            int kind = request.outcome().equals("timed out")
                    ? 2
                    : request.failures().isEmpty() ? 0 : 1;
            seen[kind] = true;
            assertThat(took).isCloseTo(new double[] {0.008, 0.068, 0.113}[kind], within(1e-9));
            if (!request.why().equals("sample")) {
                assertThat(request.why()).isEqualTo(kind == 2 ? "failed" : "slow");
                assertThat(kind).isPositive();
            }
            assertThat(request.asked()).isGreaterThanOrEqualTo(1);
            assertThat(sum(request, "log", "service")).isCloseTo(0.003, within(1e-9));
            assertThat(sum(request, "lb", "service")).isCloseTo(0.001, within(1e-9));
            assertThat(sum(request, "db", "pause")).isCloseTo(kind == 0 ? 0 : 0.010, within(1e-9));
            // What was given up is worked on to the end all the same.
            assertThat(sum(request, "db", "service")).isCloseTo(new double[] {0.005, 0.085, 0.160}[kind], within(1e-9));
            assertThat(request.calls().stream().filter(call -> call.note().equals("left behind")))
                    .hasSize(kind);
        }
        assertThat(seen).containsOnly(true);
        assertThat(trace.requests()).hasSizeBetween(40, Recorder.SAMPLE + Recorder.SLOWEST + Recorder.FAILED_EACH);
    }

    private static double sum(TracedRequest request, String where, String what) {
        return request.steps().stream()
                .filter(step -> step.where().equals(where) && step.what().equals(what))
                .mapToDouble(step -> step.to() - step.from())
                .sum();
    }

    /** Any number of requests makes no more of them, and the same seed the same ones. */
    @Test
    void aTraceIsBoundedAndReproducible() {
        Scenario scenario = Files.read(SHOP);
        String once = TraceJson.write(Tracing.of(scenario, 4, 0, 120));
        assertThat(TraceJson.write(Tracing.of(scenario, 4, 0, 120))).isEqualTo(once);
        Trace longer = Tracing.of(scenario, 4, 0, 600);
        assertThat(longer.requests()).hasSizeBetween(40, Recorder.SAMPLE + Recorder.SLOWEST + Recorder.FAILED_EACH);
        List<Long> sampled = longer.requests().stream()
                .filter(request -> request.why().equals("sample"))
                .map(TracedRequest::number)
                .toList();
        // 60,000 requests, every 2048th of them.
        assertThat(sampled).allMatch(number -> number % 2048 == 0).hasSizeBetween(20, 40);
        assertThat(once)
                .startsWith("{ \"displayTimeUnit\": \"ms\"")
                .contains("\"ph\": \"X\"", "\"name\": \"db: service\"");
    }

    /** Architectures of all kinds: the steps of the client's own line never overlap, and none of them is left open. */
    @Test
    void stretchesOfACallFollowEachOther() {
        int told = 0;
        for (long seed = 1; seed <= 60; seed++) {
            for (TracedRequest request : Tracing.of(Files.read(RandomArchitecture.of(seed)), seed, 0, 5)
                    .requests()) {
                told++;
                double[] until = new double[request.calls().size()];
                for (TracedRequest.Step step : request.steps()) {
                    assertThat(step.to()).isGreaterThan(step.from());
                    // A message that nobody waits for any more is under way beyond the moment when it was given up.
                    assertThat(step.from())
                            .isGreaterThanOrEqualTo(step.what().equals("link") ? 0 : until[step.call()] - 1e-9);
                    until[step.call()] = step.what().equals("link") ? 0 : step.to();
                }
            }
        }
        assertThat(told).isGreaterThan(1000);
    }
}
