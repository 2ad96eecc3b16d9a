package nines.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.balancing.AtRandom;
import nines.balancing.Balancing;
import nines.balancing.RingHash;
import nines.blueprint.Attempts;
import nines.blueprint.Call;
import nines.blueprint.Draft;
import nines.blueprint.Ejection;
import nines.blueprint.Guards;
import nines.blueprint.Pool;
import nines.blueprint.Relay;
import nines.blueprint.Requests;
import nines.blueprint.Scaling;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.model.Balancer;
import nines.model.Component;
import nines.model.HealthCheck;
import nines.model.Journey;
import nines.model.Queue;
import nines.model.Retry;
import nines.model.Scenario;
import nines.model.Server;
import org.jspecify.annotations.Nullable;

/** Journeys as calls from one to the next: stations, pools and relays, and who asks. */
final class RequestRoutes {
    /** Points of each instance on the ring that objects are spread by. */
    private static final int KEYED_POINTS = 160;

    /** Looks back of an autoscaler, each of which it keeps. */
    private static final int LOOKS_REMEMBERED = 1_000_000;

    private static final Distribution NOTHING = new Deterministic(0);

    private final Draft draft;
    private final Scenario scenario;
    private final Names names;
    private final Conditions conditions;
    private final Stations stations;
    private final List<Call> calls = new ArrayList<>();
    private final List<Relay> relays = new ArrayList<>();
    private final List<Pool> pools = new ArrayList<>();
    private final RequestWays ways;
    private final Map<String, Integer> relayOf = new HashMap<>();
    private final Map<String, Integer> poolOf = new HashMap<>();

    RequestRoutes(Draft draft, Scenario scenario, Names names, Conditions conditions) {
        this.draft = draft;
        this.scenario = scenario;
        this.names = names;
        this.conditions = conditions;
        ways = new RequestWays(scenario, names.places);
        stations = new Stations(draft, names, ways);
    }

    /** Lays out the routes of the journeys, in their order. */
    void layOut(List<Journey> journeys) {
        int[] routes = new int[journeys.size()];
        for (int j = 0; j < routes.length; j++) {
            routes[j] = route(journeys.get(j));
        }
        List<String> journeyNames = journeys.stream().map(Journey::name).toList();
        draft.requests(new Requests(
                new RequestSources(scenario, draft).of(journeyNames),
                routes,
                journeys.stream().mapToInt(Journey::priority).toArray(),
                calls,
                relays,
                pools,
                stations.all(),
                draft.slowings(),
                ways.done(stations.all().size())));
    }

    private int route(Journey journey) {
        List<nines.model.Call> through = journey.through();
        int first;
        if (through.isEmpty()) {
            List<Integer> steps = new ArrayList<>();
            for (nines.model.Call each : journey.calls()) {
                steps.add(call(each, null, journey.name(), List.of()));
            }
            first = add(steps(journey.name(), steps, false));
        } else {
            first = chain(through, 0, null, journey);
        }
        if (journey.needs() != null) {
            int gate = conditions.node(journey.needs(), journey.name());
            ways.anywhere();
            relays.add(
                    new Relay(journey.name() + " needs", journey.name() + "/needs", gate, new int[] {gate}, NOTHING));
            first = add(new Call(
                    journey.name() + "/needs",
                    Call.Kind.RELAY,
                    relays.size() - 1,
                    false,
                    Attempts.PATIENT,
                    1,
                    1,
                    false,
                    -1,
                    0,
                    false,
                    new int[] {first},
                    Guards.NONE,
                    false,
                    0));
        }
        return first;
    }

    /** Each of {@code through} hands the request to the next and waits; the last one makes the journey's calls. */
    private int chain(List<nines.model.Call> through, int at, @Nullable Copy router, Journey journey) {
        nines.model.Call here = through.get(at);
        Copy next = router(here);
        List<Integer> after = new ArrayList<>();
        if (at + 1 < through.size()) {
            after.add(chain(through, at + 1, next, journey));
        } else {
            for (nines.model.Call each : journey.calls()) {
                after.add(call(each, next, journey.name(), List.of()));
            }
        }
        return call(here, router, journey.name(), after);
    }

    private @Nullable Copy router(nines.model.Call call) {
        String to = call.to();
        Copy copy = to == null ? null : names.only(to);
        return copy != null && copy.component().routes() ? copy : null;
    }

    // ---------------------------------------------------------------- calls

    private int call(nines.model.Call call, @Nullable Copy router, String owner, List<Integer> after) {
        String to = call.to();
        if (to == null) {
            List<Integer> steps = new ArrayList<>();
            for (nines.model.Call each : call.parallel()) {
                steps.add(call(each, router, owner, List.of()));
            }
            steps.addAll(after);
            Call block = steps(owner + "/parallel", steps, true);
            return add(with(block, call, Attempts.PATIENT));
        }
        List<Integer> steps = new ArrayList<>();
        Copy copy = names.only(to);
        if (copy.instances() > 1 && call.fanOut().of(copy.instances()) == copy.instances()) {
            return shards(copy, call, owner);
        }
        Copy next = copy.component().routes() ? copy : null;
        for (nines.model.Call each : call.calls()) {
            steps.add(call(each, next, owner, List.of()));
        }
        nines.model.Call miss = call.onMiss();
        double hit = 0;
        if (miss != null) {
            steps.add(call(miss, null, owner, List.of()));
            hit = copy.component().hitShare();
        } else if (copy.component().passingTime() != null) {
            hit = copy.component().hitShare();
        }
        steps.addAll(after);
        Attempts attempts = attempts(call);
        int fallback = -1;
        if (call.fallback() != null) {
            fallback =
                    add(with(visit(names.only(call.fallback()), call, null, owner, List.of(), 0, -1), call, attempts));
        }
        return add(with(visit(copy, call, router, owner, steps, hit, fallback), call, attempts));
    }

    /** All instances at once, each with the patience of the caller; the answer is there when the last of them is back. */
    private int shards(Copy copy, nines.model.Call call, String owner) {
        List<Integer> steps = new ArrayList<>();
        boolean read = call.as() == nines.model.Call.As.READ;
        for (int instance = 0; instance < copy.instances(); instance++) {
            Call one = new Call(
                    owner + "/" + copy.name() + " " + (instance + 1),
                    Call.Kind.POOL,
                    shard(copy, instance),
                    read,
                    Attempts.PATIENT,
                    1,
                    1,
                    false,
                    -1,
                    0,
                    false,
                    new int[0],
                    Guards.NONE,
                    false,
                    0);
            steps.add(add(one.by(attempts(call), 1, 1, false, guards(call))));
        }
        Call block = steps(owner + "/" + copy.name() + " all", steps, true);
        return add(block.by(Attempts.PATIENT, call.share(), call.times(), call.soft(), Guards.NONE));
    }

    /** One instance alone. */
    private int shard(Copy copy, int instance) {
        return poolOf.computeIfAbsent("all>" + copy.name() + "/" + instance, key -> {
            pools.add(new Pool(
                    copy.name(),
                    key,
                    new int[] {stations.of(copy)[instance]},
                    new AtRandom(),
                    new int[0],
                    1,
                    0,
                    0,
                    0,
                    null,
                    -1,
                    -1,
                    0,
                    null,
                    -1,
                    -1));
            return pools.size() - 1;
        });
    }

    private Call visit(
            Copy copy,
            nines.model.Call call,
            @Nullable Copy router,
            String owner,
            List<Integer> steps,
            double hit,
            int fallback) {
        boolean read = call.as() == nines.model.Call.As.READ;
        Component component = copy.component();
        boolean passes = component.passingTime() != null;
        return new Call(
                owner + "/" + copy.name(),
                passes ? Call.Kind.RELAY : Call.Kind.POOL,
                passes ? relay(copy) : pool(copy, router, read),
                read,
                Attempts.PATIENT,
                1,
                1,
                false,
                fallback,
                hit,
                call.onMiss() != null,
                steps.stream().mapToInt(Integer::intValue).toArray(),
                Guards.NONE,
                false,
                component.staleTime());
    }

    private static Call steps(String name, List<Integer> steps, boolean parallel) {
        return Call.steps(name, steps.stream().mapToInt(Integer::intValue).toArray(), parallel);
    }

    private Call with(Call call, nines.model.Call written, Attempts attempts) {
        return call.by(attempts, written.share(), written.times(), written.soft(), guards(written));
    }

    private Guards guards(nines.model.Call written) {
        nines.model.Call.Breaker breaker = written.breaker();
        nines.model.Call.Hedge hedge = written.hedge();
        return new Guards(
                written.bulkhead(),
                breaker == null
                        ? null
                        : new Guards.Breaker(
                                breaker.errors(),
                                breaker.slowerThan(),
                                breaker.window(),
                                breaker.openFor(),
                                breaker.trials()),
                hedge == null ? null : new Guards.Hedge(hedge.after(), hedge.atMost()),
                written.to() != null && names.only(written.to()).component().throttlesItsCallers(),
                written.deadline() == nines.model.Call.Deadline.PASSED_ON);
    }

    /** Two calls of one name would share a random stream. */
    private int add(Call call) {
        calls.add(call.named(call.name() + "#" + calls.size()));
        return calls.size() - 1;
    }

    static Attempts attempts(double timeout, @Nullable Retry retry) {
        return retry == null
                ? new Attempts(timeout, 1, null, 0, 0, 1)
                : new Attempts(timeout, retry.attempts(), retry.pause(), retry.base(), retry.cap(), retry.budget());
    }

    private static Attempts attempts(nines.model.Call call) {
        return attempts(call.timeout(), call.retry());
    }

    // ---------------------------------------------------------------- who is called

    private int relay(Copy copy) {
        return relayOf.computeIfAbsent(copy.name(), name -> {
            Component component = copy.component();
            Distribution latency = component.passingTime();
            ways.relay(copy);
            int[] senders = hasOneView(copy) ? new int[] {copy.works()} : copy.serve();
            relays.add(new Relay(name, name, copy.works(), senders, latency == null ? NOTHING : latency));
            return relays.size() - 1;
        });
    }

    /** Whether all instances of a router see their targets alike. */
    private static boolean hasOneView(Copy router) {
        HealthCheck check = router.component().healthCheck();
        return router.instances() == 1 || router.takeover() >= 0 || check != null && check.shared();
    }

    private int pool(Copy copy, @Nullable Copy router, boolean read) {
        boolean anywhere = read && copy.component().readsAnywhere() && copy.instances() > 1;
        String key = (router == null ? "" : router.name()) + ">" + copy.name() + (anywhere ? " to read" : "");
        Integer known = poolOf.get(key);
        if (known != null) {
            return known;
        }
        int[] members = stations.of(copy);
        stations.store(copy);
        // Single objects are spread over the instances by their key.
        Balancing balancing =
                Stations.keyed(copy) == null ? new AtRandom() : new RingHash(KEYED_POINTS, Double.POSITIVE_INFINITY);
        int[] watches = new int[0];
        int senders = 1;
        double panic = 0;
        double slowStart = 0;
        double sticky = 0;
        Ejection ejection = null;
        boolean posts = copy.takeover() >= 0 && !anywhere;
        if (router != null && !posts && !anywhere) {
            Balancing written =
                    Stations.keyed(copy) == null ? router.component().balancing() : null;
            balancing = written == null ? balancing : written;
            slowStart = router.component().slowStartTime();
            sticky = router.component().stickyTime();
            ejection = ejection(router);
            senders = hasOneView(router) ? 1 : router.instances();
            watches = watches(router, copy, senders);
            panic = router.component().panicBelow();
        }
        int needed = copy.component().common().needed().of(copy.instances());
        boolean whole = posts || needed > 1 || copy.component().common().standsByFor() != null;
        int takeover = posts ? copy.takeover() : -1;
        pools.add(new Pool(
                copy.name(),
                key,
                members,
                balancing,
                watches,
                senders,
                panic,
                slowStart,
                sticky,
                ejection,
                whole ? copy.works() : -1,
                takeover,
                posts ? draft.posts(takeover) : 0,
                scaling(copy),
                worksOff(copy),
                stations.storeOf(copy)));
        poolOf.put(key, pools.size() - 1);
        return pools.size() - 1;
    }

    private @Nullable Scaling scaling(Copy copy) {
        Server.Autoscale written = copy.component() instanceof Server server ? server.autoscale() : null;
        if (written == null) {
            return null;
        }
        int initial = copy.component().common().instances();
        int min = written.min() == null ? initial : written.min();
        boolean fits = min <= written.max() && initial <= written.max() && min >= 1;
        if (!fits) {
            throw new NotLaidOut(
                    Refusal.Why.CONTRADICTS,
                    copy.component().name() + ".autoscale",
                    "`autoscale` between `min: " + min + "` and `max: " + written.max() + "` of " + initial
                            + " instances: it must be 1 <= min <= max, and instances <= max.");
        }
        if (!(written.every() > 0) || written.downAfter() / written.every() > LOOKS_REMEMBERED) {
            throw new NotLaidOut(
                    Refusal.Why.OUT_OF_RANGE,
                    copy.component().name() + ".autoscale",
                    "`autoscale` looks every " + written.every() + " s and remembers "
                            + written.downAfter() + " s: `every` must be above 0s, and `down-after` at most "
                            + LOOKS_REMEMBERED
                            + " of it.");
        }
        if (!(written.target() > 0) || copy.takeover() >= 0) {
            throw new NotLaidOut(
                    Refusal.Why.OUT_OF_RANGE,
                    copy.component().name() + ".autoscale",
                    "`autoscale` needs a `target` above 0 %, and instances that all work.");
        }
        int controller = written.controller() == null
                ? -1
                : names.only(written.controller()).works();
        return new Scaling(
                initial,
                min,
                written.target(),
                written.every(),
                written.tolerance(),
                written.downAfter(),
                written.start(),
                controller);
    }

    /** The call that works off what is handed to a queue, or -1. */
    private int worksOff(Copy copy) {
        if (!(copy.component() instanceof Queue)) {
            return -1;
        }
        List<Component> consumers = scenario.components().values().stream()
                .filter(component -> copy.name().equals(component.consumes()))
                .toList();
        if (consumers.size() > 1) {
            throw new NotLaidOut(
                    Refusal.Why.NOT_YET,
                    consumers.get(1).name() + ".consumes",
                    "`" + consumers.get(0).name() + "` and `" + consumers.get(1).name() + "` both work off "
                            + copy.name() + ", which does not act yet when requests are simulated. Leave one out.");
        }
        if (consumers.isEmpty()) {
            return -1;
        }
        Copy consumer = names.only(consumers.get(0).name());
        return add(new Call(
                copy.name() + "/" + consumer.name(),
                Call.Kind.POOL,
                pool(consumer, null, false),
                false,
                Attempts.PATIENT,
                1,
                1,
                false,
                -1,
                0,
                false,
                new int[0],
                Guards.NONE,
                false,
                0));
    }

    private static @Nullable Ejection ejection(Copy router) {
        Balancer.Ejection written = router.component().ejects();
        return written == null
                ? null
                : new Ejection(
                        written.errorsInARow(),
                        written.interval(),
                        written.lasting(),
                        written.atMost(),
                        written.deviation());
    }

    private int[] watches(Copy router, Copy target, int senders) {
        String stream = router.name() + ">" + target.name();
        int[] found = new int[senders];
        for (int k = 0; k < senders; k++) {
            found[k] = draft.watchOf(senders == 1 ? stream : stream + "/" + (k + 1));
            if (found[k] < 0) {
                return new int[0];
            }
        }
        return found;
    }
}
