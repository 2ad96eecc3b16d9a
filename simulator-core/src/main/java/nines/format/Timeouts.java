package nines.format;

import java.util.ArrayList;
import java.util.List;
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
    private final Known known;

    Timeouts(Scenario scenario, Known known) {
        this.scenario = scenario;
        this.known = known;
    }

    /** What is waited for, one after the other: a sum of times is at least as slow as the slowest of them. */
    private record Slowest(String component, double seconds) {}

    void all() {
        for (Journey journey : scenario.journeys().values()) {
            boolean sure = known.are(journey.name() + ".through", journey.name() + ".calls");
            Slowest slowest = sure ? slowest(waitedFor(journey)) : null;
            for (Traffic traffic : scenario.traffic().values()) {
                boolean asks = (traffic.mix().isEmpty() || traffic.mix().containsKey(journey.name()))
                        && known.are(traffic.name() + ".timeout", traffic.name() + ".mix");
                if (asks && slowest != null && traffic.timeout() < slowest.seconds()) {
                    tell(
                            traffic.name(),
                            "timeout " + written(traffic.timeout()) + " of `" + traffic.name()
                                    + "` is shorter than the p99 of `" + slowest.component() + "` alone ("
                                    + written(slowest.seconds()) + "), which `" + journey.name()
                                    + "` waits for: more than 1 % must time out.");
                }
            }
            calls(journey.name(), journey.name() + ".calls", journey.calls());
        }
    }

    private void calls(String journey, String path, List<Call> calls) {
        int number = 1;
        for (Call call : calls) {
            String here = calls.size() == 1 ? path : path + "." + number++;
            Slowest slowest = known.are(here) ? slowest(List.of(call)) : null;
            if (slowest != null && call.timeout() < slowest.seconds()) {
                tell(
                        journey,
                        "timeout " + written(call.timeout()) + " of the call to `" + call.to()
                                + "` is shorter than the p99 of `" + slowest.component() + "` alone ("
                                + written(slowest.seconds()) + "): more than 1 % must time out.");
            }
            calls(journey, here + ".calls", call.calls());
            calls(journey, here + ".parallel", call.parallel());
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
        if (component == null || !known.are(name + ".service-time", name + ".latency")) {
            return null;
        }
        Distribution law = time(component);
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
        known.add(Code.W203, path + ".timeout", message);
    }
}
