package nines.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nines.distribution.Distribution;
import nines.model.Balancer;
import nines.model.Call;
import nines.model.Component;
import nines.model.Database;
import nines.model.Firewall;
import nines.model.Journey;
import nines.model.Link;
import nines.model.Scenario;
import nines.model.Server;
import nines.model.Traffic;
import nines.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** Finds clients and callers that give up before the slowest one of what they always wait for has answered. */
final class Timeouts {
    private static final double SLOW = 0.99;

    private final Scenario scenario;
    private final Map<String, Spot> spots;
    private final Problems problems;

    Timeouts(Scenario scenario, Map<String, Spot> spots, Problems problems) {
        this.scenario = scenario;
        this.spots = spots;
        this.problems = problems;
    }

    /** What is waited for, one after the other: a sum of times is at least as slow as the slowest of them. */
    private record Slowest(String component, double seconds) {}

    void all() {
        for (Journey journey : scenario.journeys().values()) {
            Slowest slowest = slowest(waitedFor(journey));
            for (Traffic traffic : scenario.traffic().values()) {
                boolean asks = traffic.mix().isEmpty() || traffic.mix().containsKey(journey.name());
                if (asks && slowest != null && traffic.timeout() < slowest.seconds()) {
                    tell(
                            traffic.name(),
                            "timeout " + written(traffic.timeout()) + " of `" + traffic.name()
                                    + "` is shorter than the p99 of `" + slowest.component() + "` alone ("
                                    + written(slowest.seconds()) + "), which `" + journey.name()
                                    + "` waits for: more than 1 % must time out.");
                }
            }
            calls(journey.name(), journey.calls());
        }
    }

    private void calls(String journey, List<Call> calls) {
        for (Call call : calls) {
            Slowest slowest = slowest(List.of(call));
            if (slowest != null && call.timeout() < slowest.seconds()) {
                tell(
                        journey,
                        "timeout " + written(call.timeout()) + " of the call to `" + call.to()
                                + "` is shorter than the p99 of `" + slowest.component() + "` alone ("
                                + written(slowest.seconds()) + "): more than 1 % must time out.");
            }
            calls(journey, call.calls());
            calls(journey, call.parallel());
        }
    }

    private static List<Call> waitedFor(Journey journey) {
        List<Call> all = new ArrayList<>(journey.through());
        all.addAll(journey.calls());
        return all;
    }

    private @Nullable Slowest slowest(List<Call> calls) {
        Slowest slowest = null;
        for (Call call : calls) {
            if (call.share() < 1 || call.soft()) {
                continue;
            }
            List<Call> further = new ArrayList<>(call.calls());
            further.addAll(call.parallel());
            slowest = slower(slowest, slower(itself(call.to()), slowest(further)));
        }
        return slowest;
    }

    private @Nullable Slowest itself(@Nullable String name) {
        Component component = name == null ? null : scenario.components().get(name);
        Distribution law = component == null ? null : time(component);
        return name == null || law == null ? null : new Slowest(name, law.quantile(SLOW));
    }

    private static @Nullable Slowest slower(@Nullable Slowest one, @Nullable Slowest other) {
        return one == null || other != null && other.seconds() > one.seconds() ? other : one;
    }

    private static @Nullable Distribution time(Component component) {
        if (component instanceof Server server) {
            return server.serviceTime();
        }
        if (component instanceof Database database) {
            return database.serviceTime();
        }
        if (component instanceof Balancer balancer) {
            return balancer.latency();
        }
        if (component instanceof Firewall firewall) {
            return firewall.latency();
        }
        if (component instanceof Link link) {
            return link.latency();
        }
        return null;
    }

    private static String written(double seconds) {
        return Dimension.DURATION.rounded(seconds);
    }

    private void tell(String path, String message) {
        String key = path + ".timeout";
        problems.add(Code.W203, spots.getOrDefault(key, spots.getOrDefault(path, Spot.NOWHERE)), key, message);
    }
}
