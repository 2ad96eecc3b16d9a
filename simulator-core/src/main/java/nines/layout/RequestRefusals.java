package nines.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nines.balancing.Balancing;
import nines.balancing.SmoothWeighted;
import nines.distribution.Distribution;
import nines.layout.Refusal.Why;
import nines.model.Call;
import nines.model.Component;
import nines.model.Database;
import nines.model.Effect;
import nines.model.Event;
import nines.model.Journey;
import nines.model.Link;
import nines.model.Mode;
import nines.model.Queue;
import nines.model.Scenario;
import nines.model.Server;
import nines.model.Serving;
import nines.model.Traffic;
import nines.model.Verb;
import org.jspecify.annotations.Nullable;

/** What a scenario says about requests, or about faults that meet them, that cannot be simulated request by request. */
final class RequestRefusals {
    /** Calls a circuit breaker can look back on: each caller keeps them all. */
    static final int CALLS_REMEMBERED = 100_000;

    /** More instances than one: what `all` is of them is not 1. */
    private static final int MANY = 2;

    /** Share of lost messages from which their mean delay is infinite, as it doubles with every loss. */
    private static final double LOSS_MOST = 0.5;

    private final Scenario scenario;
    private final Refusals found;
    private final TrafficRefusals traffic;
    private final Set<String> visited = new LinkedHashSet<>();

    RequestRefusals(Scenario scenario, Refusals found) {
        this.scenario = scenario;
        this.found = found;
        traffic = new TrafficRefusals(scenario, found);
    }

    void all() {
        for (Component component : scenario.components().values()) {
            component.common().fails().forEach((name, mode) -> mode(component.name() + ".fails." + name, mode));
        }
        scenario.components().values().forEach(component -> {
            if (component instanceof Link link) {
                link(link);
            }
        });
        scenario.events().values().forEach(this::event);
        traffic.requests();
        scenario.journeys().values().forEach(this::journey);
    }

    private void link(Link link) {
        if (link.bandwidth() < Double.POSITIVE_INFINITY) {
            doesNotAct(link.name() + ".bandwidth", "`bandwidth`");
        }
        if (link.latency() != null) {
            traffic.settles(link.name() + ".latency", link.latency());
        }
        if (link.loss() >= LOSS_MOST) {
            found.add(
                    Why.OUT_OF_RANGE,
                    link.name() + ".loss",
                    "`loss: " + 100 * link.loss()
                            + "%`: each loss doubles the wait for the next try, so that from 50% on"
                            + " the mean is infinite; nothing would ever settle.");
        }
    }

    // ---------------------------------------------------------------- faults

    private void mode(String path, Mode mode) {
        if (mode.effect() == Effect.ISOLATED) {
            doesNotAct(path + ".effect", "`effect: isolated`");
        }
    }

    private void event(Event event) {
        Verb verb = event.verb();
        String name = event.name();
        if (verb instanceof Verb.Isolate) {
            doesNotAct(name + ".isolate", "`isolate`");
        } else if (verb instanceof Verb.Partition) {
            doesNotAct(name + ".partition", "`partition`");
        } else if (verb instanceof Verb.Attack) {
            doesNotAct(name + ".attack", "`attack`");
        } else if (verb instanceof Verb.Change) {
            doesNotAct(name + ".change", "`change`");
        } else if (verb instanceof Verb.Deploy deploy && deploy.harm().slow() != 1) {
            doesNotAct(name + ".harm.slow", "`harm` with `slow`");
        }
    }

    // ---------------------------------------------------------------- journeys

    private void journey(Journey journey) {
        List<Call> through = journey.through();
        Component router = null;
        for (int at = 0; at < through.size(); at++) {
            Call call = through.get(at);
            String path = path(journey.name() + ".through", at, through.size());
            if (at == 0) {
                first(path, call);
            }
            if (call.to() == null) {
                found.add(
                        Why.NOT_YET,
                        path,
                        "`parallel` in `through` of journey " + journey.name()
                                + " has no meaning when requests are simulated. Write it in `calls` of the one before.");
            }
            call(path, call, router);
            router = router(call);
        }
        calls(journey.name() + ".calls", journey.calls(), router);
    }

    private void first(String path, Call call) {
        List<String> written = new ArrayList<>();
        note(written, call.retry() != null, "retry");
        note(written, call.share() < 1, "share");
        note(written, call.soft(), "soft");
        note(written, call.fallback() != null, "fallback");
        note(written, call.breaker() != null, "breaker");
        note(written, call.hedge() != null, "hedge");
        note(written, call.bulkhead() != Integer.MAX_VALUE, "bulkhead");
        for (String key : written) {
            doesNotAct(
                    path + "." + key,
                    "`" + key + "` of the first in `through`",
                    " Retries of clients are written in `traffic`.");
        }
    }

    private static void note(List<String> written, boolean is, String key) {
        if (is) {
            written.add(key);
        }
    }

    private void calls(String path, List<Call> calls, @Nullable Component router) {
        for (int i = 0; i < calls.size(); i++) {
            call(path(path, i, calls.size()), calls.get(i), router);
        }
    }

    /** Items of a list are numbered where there are several. */
    private static String path(String list, int at, int size) {
        return size == 1 ? list : list + "." + (at + 1);
    }

    private @Nullable Component router(Call call) {
        String to = call.to();
        Component component = to == null ? null : scenario.components().get(to);
        return component != null && component.routes() ? component : null;
    }

    /** All shards at once: simple calls to every instance of a component that needs all of them in the structure too. */
    private void fanOut(String path, Call call, @Nullable Component router) {
        String to = call.to();
        Component target = to == null ? null : scenario.components().get(to);
        int n = target == null ? 1 : target.common().instances();
        boolean isSimple = call.calls().isEmpty()
                && call.onMiss() == null
                && call.fallback() == null
                && call.hedge() == null
                && router == null
                && path.contains(".calls");
        boolean areShards = target != null
                && target.serving() != null
                && !(target instanceof Queue)
                && !(target instanceof Server server && server.autoscale() != null)
                && !Components.hasRoles(target, scenario.defaults());
        if (target == null || !isSimple || !areShards || call.fanOut().of(n) != n) {
            found.add(
                    Why.NOT_YET,
                    path + ".fan-out",
                    "`fan-out` acts as `all` in `calls`, to instances that are alike, not behind a balancer and without"
                            + " `calls`, `on-miss`, `fallback` or `hedge` of its own.");
        } else if (target.common().needed().of(n) != n) {
            found.add(
                    Why.CONTRADICTS,
                    path + ".fan-out",
                    "`fan-out: all` fails when one of the " + n + " instances of " + to
                            + " does not answer. Write `needed: all` there, so that every fidelity says so.",
                    to + ".needed");
        }
    }

    private void call(String path, Call call, @Nullable Component router) {
        if (call.fanOut().of(MANY) != 1) {
            fanOut(path, call, router);
        }
        Call.Breaker breaker = call.breaker();
        if (breaker != null && Math.max(breaker.window(), breaker.trials()) > CALLS_REMEMBERED) {
            found.add(
                    Why.OUT_OF_RANGE,
                    path + ".breaker",
                    "a `breaker` remembers at most " + CALLS_REMEMBERED + " calls: `window: " + breaker.window()
                            + "`, `trials: " + breaker.trials() + "`.");
        }
        if (call.hedge() != null) {
            traffic.settles(path + ".hedge.after", call.hedge().after());
        }
        String to = call.to();
        Component target = to == null ? null : scenario.components().get(to);
        if (target != null) {
            visit(path, target);
            if (router != null) {
                balanced(router, target, call.as() == Call.As.READ);
            }
        }
        calls(path + ".parallel", call.parallel(), router);
        calls(path + ".calls", call.calls(), router(call));
        if (call.onMiss() != null) {
            call(path + ".on-miss", call.onMiss(), null);
        }
        Component other = call.fallback() == null ? null : scenario.components().get(call.fallback());
        if (other != null) {
            visit(path + ".fallback", other);
        }
    }

    // ---------------------------------------------------------------- who is called

    private void visit(String path, Component component) {
        String name = component.name();
        if (!visited.add(name)) {
            return;
        }
        String per = component.common().per();
        if (per != null) {
            doesNotAct(name + ".per", "`per: " + per + "`");
        }
        for (String silent : component.doesNotActOnRequests()) {
            String key = silent.replaceAll("[: `].*$", "");
            doesNotAct(name + "." + key, "`" + silent + "`");
        }
        scenario.components().values().stream()
                .filter(other -> name.equals(other.consumes()))
                .forEach(other -> visit(path, other));
        if (component instanceof Server server && server.autoscale() != null) {
            traffic.settles(name + ".autoscale.start", server.autoscale().start());
        }
        Distribution passing = component.passingTime();
        Serving serving = component.serving();
        if (passing != null) {
            traffic.settles(name + ".latency", passing);
        } else if (serving != null) {
            boolean writes = component instanceof Database database && database.writeTime() != null;
            traffic.settles(name + ".service-time", serving.readTime());
            if (writes) {
                traffic.settles(name + ".write-time", serving.writeTime());
            }
        } else {
            found.add(
                    Why.NOT_YET,
                    path,
                    name + " is of the kind `" + component.kind()
                            + "`, which does not take part yet when requests are simulated."
                            + " Leave it out of the journey, or simulate `fidelity: structural`.",
                    name + ".kind");
        }
    }

    /** What a router says about how it chooses among the instances of its target. */
    private void balanced(Component router, Component target, boolean read) {
        String name = router.name();
        int n = target.common().instances();
        boolean anywhere = read && target.readsAnywhere() && n > 1;
        if (anywhere || target.passingTime() != null || Components.hasRoles(target, scenario.defaults())) {
            return;
        }
        if (router.keepsIn() != null) {
            doesNotAct(name + ".keep-in", "`keep-in: " + router.keepsIn() + "`");
        }
        if (router.stickyTime() > 0) {
            sticky(name + ".sticky");
        }
        Balancing balancing = null;
        try {
            balancing = router.balancing();
        } catch (IllegalArgumentException senseless) {
            found.add(Why.OUT_OF_RANGE, name + ".algorithm", "`algorithm`: " + senseless.getMessage() + ".", name);
        }
        if (balancing instanceof SmoothWeighted weighted && weighted.weights().size() != n) {
            found.add(
                    Why.CONTRADICTS,
                    name + ".weights",
                    "`weights` are " + weighted.weights().size() + " for the " + n + " instances of " + target.name()
                            + "; write one for each.",
                    target.name() + ".instances");
        }
    }

    private void sticky(String path) {
        for (Traffic each : scenario.traffic().values()) {
            if (each.users() == null) {
                found.add(
                        Why.CONTRADICTS,
                        path,
                        "`sticky` needs clients that come back, but `" + each.name() + "` is an open loop in which"
                                + " every request comes from a client of its own. Write `users` and `think-time` in"
                                + " place of `rate`.",
                        each.name() + ".users");
            }
        }
    }

    private void doesNotAct(String path, String what) {
        doesNotAct(path, what, " Leave it out, or simulate `fidelity: structural`.");
    }

    private void doesNotAct(String path, String what, String advice) {
        String owner = path.substring(0, path.indexOf('.')).toLowerCase(Locale.ROOT);
        found.add(Why.NOT_YET, path, what + " of " + owner + " does not act yet when requests are simulated." + advice);
    }
}
