package nines.experiment;

import java.util.List;
import nines.blueprint.Blueprint;
import nines.layout.Layout;
import nines.model.Scenario;
import nines.result.Trace;
import nines.result.TracedRequest;
import nines.traffic.Hops;
import nines.traffic.Outcome;
import nines.traffic.Replicator;
import nines.traffic.Traced;

/** The full story of some requests: the first replication of a run, once more, with somebody who takes notes. */
public final class Tracing {
    /** In the order of {@link Hops}: the time of a caller that waits for whom it called is in vain only if it fails. */
    private static final List<String> KINDS = List.of("waiting", "service", "link", "pause", "calling");

    private Tracing() {}

    /**
     * The story; the figures of the run do not depend on it.
     *
     * @param discard seconds of warm-up, of which nothing is told
     * @param horizon seconds simulated, the warm-up included
     */
    public static Trace of(Scenario scenario, long seed, double discard, double horizon) {
        Blueprint blueprint = Layout.withRequests(scenario);
        List<String> hops = Hops.of(blueprint).names();
        List<TracedRequest> requests = new Replicator(blueprint)
                .trace(seed, 0, discard, horizon - discard, Replicator.Stop.never()).stream()
                        .map(each -> told(each, blueprint, hops))
                        .toList();
        return new Trace(scenario.name(), seed, 0, requests);
    }

    private static TracedRequest told(Traced traced, Blueprint blueprint, List<String> hops) {
        return new TracedRequest(
                traced.number(),
                blueprint.journeys().get(traced.journey()).name(),
                switch (traced.why()) {
                    case SAMPLE -> "sample";
                    case SLOW -> "slow";
                    case FAILED -> "failed";
                },
                traced.asked(),
                traced.ended(),
                words(traced.outcome()),
                traced.lines().stream()
                        .map(line -> new TracedRequest.Call(
                                line.caller(),
                                hops.get(line.hop()),
                                switch (line.note()) {
                                    case NONE -> "";
                                    case SECOND_COPY -> "second copy";
                                    case LEFT_BEHIND -> "left behind";
                                }))
                        .toList(),
                traced.stretches().stream()
                        .map(step -> new TracedRequest.Step(
                                step.line(), hops.get(step.hop()), KINDS.get(step.kind()), step.from(), step.to()))
                        .toList(),
                traced.failures().stream()
                        .map(failed -> new TracedRequest.Failed(failed.line(), failed.at(), words(failed.outcome())))
                        .toList());
    }

    private static String words(int outcome) {
        return Outcome.of(outcome).words();
    }
}
