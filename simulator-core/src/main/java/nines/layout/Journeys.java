package nines.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nines.blueprint.Draft;
import nines.blueprint.Journey;
import nines.blueprint.Patience;
import nines.blueprint.Step;
import nines.model.Call;
import nines.model.Component;
import nines.model.Condition;
import nines.model.Scenario;
import nines.model.Storage;

/** Journeys as arithmetic on the state: which nodes must be true, which {@link Tiers} each attempt meets. */
final class Journeys {

    private final Draft draft;
    private final Scenario scenario;
    private final Names names;
    private final Conditions conditions;
    private final Set<String> answersWrongly;
    private final Surges surges;
    private final Tiers tiers;
    private final Quorums quorums;
    /** Writes per second to each component. */
    private final Map<String, Double> writes = new HashMap<>();
    /** Share of the requests that come past the caches in front. */
    private double missed = 1;
    /** Who sends the requests of the journey being walked. */
    private Clients clients = Clients.UNKNOWN;

    private final boolean withRequests;
    /** Whether a target that hangs costs that journey more than one that refuses. */
    private boolean mindsWaiting;

    /** @param withRequests whether clients are followed one by one, whoever they are */
    Journeys(Draft draft, Scenario scenario, Names names, Conditions conditions, boolean withRequests) {
        this.withRequests = withRequests;
        this.draft = draft;
        this.scenario = scenario;
        this.names = names;
        this.conditions = conditions;
        answersWrongly = Affected.answersWrongly(scenario);
        surges = new Surges(draft, scenario);
        tiers = new Tiers(draft, names, surges);
        quorums = new Quorums(draft, names.places);
    }

    void layOut() {
        draft.load(Loads.shared(scenario));
        for (nines.model.Journey journey : journeys()) {
            clients = Clients.of(scenario, journey.name(), surges, withRequests);
            mindsWaiting = Waits.matter(journey, clients.patience().keySet(), names);
            List<Step> steps = new ArrayList<>();
            if (mindsWaiting) {
                steps.addAll(nested(journey.through(), 0, List.of(), journey.calls()));
            } else {
                walk(journey.through(), clients.rate(), List.of(), steps);
                walkCalls(journey.calls(), clients.rate(), lastRouters(journey.through()), steps);
            }
            if (journey.needs() != null) {
                steps.add(new Step.Works(conditions.node(journey.needs(), journey.name())));
            }
            draft.journey(new Journey(
                    journey.name(),
                    new Step.All(steps),
                    journey.upAt(),
                    clients.rate(),
                    mindsWaiting
                            ? kinds().mapToInt(kind -> kind.attempts().most()).toArray()
                            : clients.attempts(),
                    mindsWaiting ? kinds().mapToDouble(clients.patience()::get).toArray() : clients.weights(),
                    mindsWaiting ? kinds().toList() : List.of(),
                    surges.inflows(clients.byTraffic())));
        }
        tiers.layOut();
    }

    private Stream<Patience> kinds() {
        return clients.patience().keySet().stream();
    }

    /** The journeys of the file, or the one that is meant when none is written. */
    List<nines.model.Journey> journeys() {
        if (!scenario.journeys().isEmpty()) {
            return List.copyOf(scenario.journeys().values());
        }
        Set<String> feeders = Components.feeders(scenario);
        List<Condition> all = new ArrayList<>();
        for (Component component : scenario.components().values()) {
            if (!feeders.contains(component.name())) {
                all.add(new Condition.Works(nines.model.Selector.of(component.name()), null));
            }
        }
        return List.of(nines.model.Journey.service(new Condition.All(all, null), scenario.targets()));
    }

    // ---------------------------------------------------------------- walking

    /** Each hands the request to the next; a router chooses among the instances of the one after it. */
    private void walk(List<Call> through, double rate, List<Copy> from, List<Step> steps) {
        List<Copy> routers = from;
        for (Call call : through) {
            steps.add(step(call, rate, routers));
            routers = routers(call);
        }
    }

    private void walkCalls(List<Call> calls, double rate, List<Copy> routers, List<Step> steps) {
        for (Call call : calls) {
            steps.add(step(call, rate, routers));
        }
    }

    private List<Copy> lastRouters(List<Call> through) {
        return through.isEmpty() ? List.of() : routers(through.get(through.size() - 1));
    }

    private List<Copy> routers(Call call) {
        String to = call.to();
        if (to == null) {
            return List.of();
        }
        List<Copy> copies = names.copies(to);
        return !copies.isEmpty() && copies.get(0).component().routes() ? copies : List.of();
    }

    private Step step(Call call, double rate, List<Copy> routers) {
        double mine = rate * call.share() * call.times();
        List<Step> inner = new ArrayList<>();
        for (Call parallel : call.parallel()) {
            inner.add(step(parallel, mine, routers));
        }
        String to = call.to();
        if (to != null) {
            Step one = target(call, to, mine, routers);
            if (call.as() == Call.As.WRITE) {
                writes.merge(to, missed * mine, Double::sum);
            }
            Call miss = call.onMiss();
            if (miss != null) {
                Copy cache = names.copies(to).get(0);
                double outside = missed;
                missed *= 1 - cache.component().hitShare();
                one = new Step.Cached(cache.works(), cache.component().hitShare(), step(miss, mine, List.of()));
                missed = outside;
            }
            String fallback = call.fallback();
            if (fallback != null) {
                one = new Step.Either(one, target(call, fallback, mine, List.of()));
            }
            inner.add(one);
        }
        for (Call next : call.calls()) {
            inner.add(step(next, mine, routers(call)));
        }
        Step step = inner.size() == 1 ? inner.get(0) : new Step.All(inner);
        if (call.soft()) {
            return new Step.All(List.of());
        }
        return call.share() < 1 ? new Step.Some(call.share(), step) : step;
    }

    /** As {@link #walk}, but each waits for whatever comes after it, as long as its own caller waits. */
    private List<Step> nested(List<Call> through, int at, List<Copy> routers, List<Call> calls) {
        List<Step> steps = new ArrayList<>();
        if (at == through.size()) {
            for (Call call : calls) {
                steps.add(asked(call, clients.rate(), routers, List.of(), false));
            }
            return steps;
        }
        Call call = through.get(at);
        List<Step> after = nested(through, at + 1, routers(call), calls);
        steps.add(asked(call, clients.rate(), routers, after, at == 0));
        return steps;
    }

    /** A call with all that its callee does in turn; the client's own first call has the client's time-out. */
    private Step asked(Call call, double rate, List<Copy> routers, List<Step> after, boolean byClient) {
        double mine = rate * call.share() * call.times();
        var attempts = RequestRoutes.attempts(call.timeout(), call.retry());
        List<Step> inner = new ArrayList<>();
        if (!call.parallel().isEmpty()) {
            List<Step> parallel = new ArrayList<>();
            call.parallel().forEach(each -> parallel.add(asked(each, mine, routers, List.of(), false)));
            inner.add(new Step.All(parallel, true));
        }
        String to = call.to();
        Call miss = call.onMiss();
        if (to != null) {
            Step one = target(call, to, mine, routers);
            inner.add(
                    miss == null
                            ? one
                            : new Step.Cached(
                                    Waits.whole(names.copies(to).get(0)),
                                    names.copies(to).get(0).component().hitShare(),
                                    asked(miss, mine, List.of(), List.of(), false)));
        }
        call.calls().forEach(next -> inner.add(asked(next, mine, routers(call), List.of(), false)));
        inner.addAll(after);
        Step step = byClient ? new Step.All(inner) : new Step.Tried(new Step.All(inner), attempts);
        String fallback = call.fallback();
        if (fallback != null) {
            step = new Step.Either(step, new Step.Tried(target(call, fallback, mine, List.of()), attempts));
        }
        step = call.soft() ? new Step.Soft(step) : step;
        return call.share() < 1 ? new Step.Some(call.share(), step) : step;
    }

    private Step target(Call call, String to, double rate, List<Copy> routers) {
        List<Copy> copies = names.copies(to);
        if (copies.isEmpty()) {
            throw new NotLaidOut("nothing here is called `" + to + "`: a component was expected");
        }
        int attempts = call.retry() == null ? 1 : call.retry().attempts();
        List<Step> cells = new ArrayList<>();
        for (Copy copy : copies) {
            cells.add(target(call, copy, rate / copies.size(), routers, attempts));
        }
        boolean spread = copies.size() > 1
                && copies.get(0).placeName() != null
                && !copies.get(0).component().routes();
        if (copies.size() == 1) {
            return cells.get(0);
        }
        if (spread) {
            return new Step.OneOf(cells);
        }
        // Copies of a router share the traffic; a dead one is left out by whoever sends to it.
        int[] works = copies.stream().mapToInt(Copy::works).toArray();
        return new Step.Works(draft.gate("any of " + to, 1, works));
    }

    private Step target(Call call, Copy copy, double rate, List<Copy> routers, int attempts) {
        Component component = copy.component();
        if (component instanceof Storage storage) {
            Step quorum = quorums.step(copy, storage, call.as() == Call.As.WRITE, tries(attempts));
            // Any instance takes the request and asks those that have the object.
            return routers.isEmpty()
                    ? quorum
                    : new Step.All(List.of(new Step.Balanced(tier(copy, routers, -1, rate, attempts)), quorum));
        }
        if (call.as() == Call.As.READ && component.readsAnywhere() && copy.instances() > 1) {
            // Whoever lives is asked; some of the answers may be wrong.
            return answersWrongly.contains(component.name())
                    ? new Step.Balanced(tiers.toRead(copy, rate, attempts, clients, mindsWaiting))
                    : new Step.Works(draft.gate("any of " + copy.name(), 1, copy.serve()));
        }
        // Whom nobody chooses and nothing limits is one truth, unless some answers are wrong.
        boolean anyNumber =
                component.servesPerSecond() == Double.POSITIVE_INFINITY && !answersWrongly.contains(component.name());
        boolean plain = routers.isEmpty() && anyNumber;
        if (component.common().standsByFor() != null) {
            return new Step.Works(copy.works());
        }
        if (copy.takeover() >= 0) {
            int posts = draft.postsOf(copy.takeover());
            Step whole = new Step.Works(copy.works());
            int writable = call.as() == Call.As.WRITE ? Datasets.writable(copy) : 0;
            if (writable > 1) {
                // A write waits until enough others have it; while they are not there, for ever.
                whole = new Step.All(List.of(
                        whole, new Step.Works(draft.gate(copy.name() + " confirms writes", writable, copy.serve()))));
            }
            boolean shared = posts > 1 && posts < copy.instances() || posts == copy.instances() && !plain;
            if (!shared && anyNumber) {
                return whole;
            }
            // The whole must not wait for a person; the active members share the load.
            return new Step.All(List.of(whole, new Step.Balanced(tier(copy, routers, -1, rate, attempts))));
        }
        if (plain) {
            return mindsWaiting ? Waits.whole(copy) : new Step.Works(copy.works());
        }
        String keepIn = routers.isEmpty() ? null : routers.get(0).component().keepsIn();
        if (keepIn == null || copy.placeName() != null) {
            return new Step.Balanced(tier(copy, routers, -1, rate, attempts));
        }
        List<Step> cells = new ArrayList<>();
        Set<Integer> places = new TreeSet<>();
        for (int placed : copy.placed()) {
            places.add(names.places.around(placed, keepIn));
        }
        for (int place : places) {
            cells.add(new Step.Balanced(
                    tier(copy, routers, places.size() == 1 ? -1 : place, rate / places.size(), attempts)));
        }
        return cells.size() == 1 ? cells.get(0) : new Step.OneOf(cells);
    }

    /** How often a request may come, tries of clients included. */
    private int tries(int attempts) {
        int most = attempts;
        for (int each : clients.attempts()) {
            most = Math.max(most, each);
        }
        return most;
    }

    private int tier(Copy copy, List<Copy> routers, int cell, double rate, int attempts) {
        return tiers.of(copy, routers, cell, rate, attempts, clients, mindsWaiting);
    }

    // ---------------------------------------------------------------- for others

    /** Writes per second to a copy of a component, as far as the journeys walked say; NaN without traffic. */
    double writesTo(Copy copy) {
        boolean traffic = scenario.traffic().values().stream().anyMatch(each -> Loads.rate(each) > 0);
        int copies = names.copies(copy.component().name()).size();
        return traffic ? writes.getOrDefault(copy.component().name(), 0.0) / copies : Double.NaN;
    }

    /** A node that is true while at least one journey could be served at all; for clocks that stop in outages. */
    int anyJourneyUp() {
        List<Integer> inputs = new ArrayList<>();
        for (nines.model.Journey journey : journeys()) {
            List<Integer> parts = new ArrayList<>();
            mustWork(journey.through(), parts);
            mustWork(journey.calls(), parts);
            if (journey.needs() != null) {
                parts.add(conditions.node(journey.needs(), journey.name()));
            }
            inputs.add(draft.gate(journey.name() + " can be served", parts.size(), Tiers.ints(parts)));
        }
        return draft.gate("some journey can be served", 1, Tiers.ints(inputs));
    }

    private void mustWork(List<Call> calls, List<Integer> parts) {
        for (Call call : calls) {
            String to = call.to();
            if (to != null && !call.soft() && call.fallback() == null) {
                for (Copy copy : names.copies(to)) {
                    parts.add(copy.works());
                }
            }
            mustWork(call.calls(), parts);
        }
    }
}
