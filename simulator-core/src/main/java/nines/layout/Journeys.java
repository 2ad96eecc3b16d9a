package nines.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nines.blueprint.Draft;
import nines.blueprint.Journey;
import nines.blueprint.Load;
import nines.blueprint.Patience;
import nines.blueprint.Step;
import nines.blueprint.Tier;
import nines.blueprint.Tries;
import nines.blueprint.Watch;
import nines.model.Call;
import nines.model.Component;
import nines.model.Condition;
import nines.model.HealthCheck;
import nines.model.Scenario;
import nines.model.Storage;
import nines.model.Traffic;
import org.jspecify.annotations.Nullable;

/** Journeys as arithmetic on the state: which nodes must be true, which tiers each attempt meets, who looks at them. */
final class Journeys {
    private static final double PEAK_AT = 15 * 3600;
    /** In place of a cell: reads that go to any replica. */
    private static final int ANYWHERE = -2;

    private final Draft draft;
    private final Scenario scenario;
    private final Names names;
    private final Conditions conditions;

    /** A tier found while walking: it is laid out once all journeys have told its load. */
    private static final class Found {
        final Copy target;
        final List<Copy> routers;
        final int cell;
        /** Requests per second of each number of tries. */
        final Map<Integer, Double> clients = new LinkedHashMap<>();

        /** Requests per second of each traffic. */
        final Map<String, Double> byTraffic = new LinkedHashMap<>();

        double load;
        int attempts = 1;
        /** Whether somebody would wait for those that hang. */
        boolean waitedFor;

        int index = -1;

        Found(Copy target, List<Copy> routers, int cell) {
            this.target = target;
            this.routers = routers;
            this.cell = cell;
        }
    }

    private final Map<String, Found> tiers = new LinkedHashMap<>();
    private final Map<String, int[]> watches = new HashMap<>();
    private final Set<String> answersWrongly;
    private final Surges surges;
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
        answersWrongly = Events.answersWrongly(scenario);
        surges = new Surges(draft, scenario);
        quorums = new Quorums(draft, names.places);
    }

    /** Who sends the requests of a journey: rate, and tries and patience of each kind. */
    private record Clients(
            double rate,
            int[] attempts,
            double[] weights,
            Map<Patience, Double> patience,
            Map<String, Double> byTraffic) {
        static final Clients UNKNOWN = new Clients(
                1,
                new int[] {1},
                new double[] {1},
                Map.of(new Patience(nines.blueprint.Attempts.PATIENT, null), 1.0),
                Map.of());
    }

    void layOut() {
        draft.load(load());
        for (nines.model.Journey journey : journeys()) {
            clients = clients(journey.name());
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
        layOutTiers();
    }

    private Stream<Patience> kinds() {
        return clients.patience().keySet().stream();
    }

    /** The shape that all traffic shares. */
    private Load load() {
        Load shared = new Load(1, PEAK_AT);
        for (Traffic traffic : scenario.traffic().values()) {
            if (rate(traffic) > 0) {
                shared = load(traffic);
            }
        }
        return shared;
    }

    static Load load(Traffic traffic) {
        List<Traffic.ProfileStep> profile = traffic.profile();
        if (profile.isEmpty()) {
            return new Load(traffic.dayPeak(), PEAK_AT);
        }
        double mean = mean(profile);
        List<Load.Corner> corners = new ArrayList<>();
        for (Traffic.ProfileStep step : profile) {
            corners.add(new Load.Corner(step.at(), step.rate() / mean));
        }
        return new Load(1, PEAK_AT, corners);
    }

    /** Mean rate of a profile from its first step, at 0, to its last, where it begins again. */
    static double mean(List<Traffic.ProfileStep> profile) {
        double requests = 0;
        for (int i = 1; i < profile.size(); i++) {
            double seconds = profile.get(i).at() - profile.get(i - 1).at();
            requests +=
                    seconds * 0.5 * (profile.get(i).rate() + profile.get(i - 1).rate());
        }
        return requests / profile.get(profile.size() - 1).at();
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

    private Clients clients(String journey) {
        double rate = 0;
        Map<Integer, Double> byAttempts = new LinkedHashMap<>();
        Map<Patience, Double> byPatience = new LinkedHashMap<>();
        Map<String, Double> byTraffic = new LinkedHashMap<>();
        for (Traffic traffic : scenario.traffic().values()) {
            double share = traffic.mix().isEmpty()
                    ? 1.0 / Math.max(1, scenario.journeys().size())
                    : traffic.mix().getOrDefault(journey, 0.0);
            double mine = rate(traffic) * share;
            if (mine > 0) {
                rate += mine;
                byTraffic.put(traffic.name(), mine);
                int attempts = traffic.retry() == null ? 1 : traffic.retry().attempts();
                byAttempts.merge(attempts, mine, Double::sum);
                byPatience.merge(
                        new Patience(RequestRoutes.attempts(traffic.timeout(), traffic.retry()), traffic.patience()),
                        mine,
                        Double::sum);
            }
        }
        if (rate <= 0) {
            return Clients.UNKNOWN;
        }
        int[] attempts = new int[byAttempts.size()];
        double[] weights = new double[attempts.length];
        int k = 0;
        for (Map.Entry<Integer, Double> entry : byAttempts.entrySet()) {
            attempts[k] = entry.getKey();
            weights[k++] = entry.getValue() / rate;
        }
        double all = rate;
        byPatience.replaceAll((kind, mine) -> mine / all);
        byTraffic.replaceAll((name, mine) -> mine / all);
        if (!withRequests) {
            surges.refuseUneven(journey, byTraffic.keySet());
        }
        return new Clients(rate, attempts, weights, byPatience, byTraffic);
    }

    private static double rate(Traffic traffic) {
        if (!traffic.profile().isEmpty()) {
            return mean(traffic.profile());
        }
        Double rate = traffic.rate();
        if (rate != null) {
            return rate;
        }
        Integer users = traffic.users();
        double think = traffic.thinkTime().mean();
        return users == null ? 0 : users / Math.max(think, 1e-9);
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
                    ? new Step.Balanced(reads(copy, rate, attempts))
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
        String from = routers.isEmpty() ? "" : routers.get(0).component().name();
        String key = from + ">" + copy.name() + "#" + cell + "*" + attempts;
        Found found = tiers.computeIfAbsent(key, k -> new Found(copy, routers, cell));
        if (found.index < 0) {
            found.index = tiers.size() - 1;
        }
        found.waitedFor |= mindsWaiting && Waits.mayHang(copy);
        found.load += rate;
        clients.byTraffic().forEach((name, share) -> found.byTraffic.merge(name, rate * share, Double::sum));
        found.attempts = attempts;
        for (int c = 0; c < clients.attempts().length; c++) {
            found.clients.merge(clients.attempts()[c], rate * clients.weights()[c], Double::sum);
        }
        return found.index;
    }

    /** A tier of which any instance may answer, primary or not. */
    private int reads(Copy copy, double rate, int attempts) {
        return tier(copy, List.of(), ANYWHERE, rate, attempts);
    }

    // ---------------------------------------------------------------- tiers and beliefs

    private void layOutTiers() {
        for (Found found : tiers.values()) {
            Copy target = found.target;
            boolean anywhere = found.cell == ANYWHERE;
            int posts = target.takeover() < 0 || anywhere ? 0 : draft.postsOf(target.takeover());
            boolean standBy = posts > 0 && posts < target.instances();
            List<Integer> members = new ArrayList<>();
            List<Integer> units = new ArrayList<>();
            List<Integer> reach = new ArrayList<>();
            for (int i = 0; standBy && i < posts; i++) {
                // Requests go to whoever holds a post.
                int post = posts == 1 ? target.works() : target.fills()[i];
                members.add(post);
                units.add(post);
                reach.add(post);
            }
            for (int i = 0; !standBy && i < target.instances(); i++) {
                if (found.cell < 0 || names.places.contains(found.cell, target.placed()[i])) {
                    members.add(target.serve()[i]);
                    units.add(target.units()[i]);
                    reach.add(target.reach()[i]);
                }
            }
            int[] serve = ints(members);
            List<Integer> views = new ArrayList<>();
            List<Integer> senders = new ArrayList<>();
            for (Copy router : standBy && posts == 1 ? List.<Copy>of() : found.routers) {
                HealthCheck check = router.component().healthCheck();
                if (check == null) {
                    continue;
                }
                boolean here = router.placeName() == null
                        || target.placeName() == null
                        || router.placeName().equals(target.placeName());
                if (here) {
                    look(router, check, found, serve, ints(units), ints(reach), views, senders);
                }
            }
            double capacity = target.component().servesPerSecond();
            draft.tier(new Tier(
                    target.name(),
                    target.part(),
                    serve,
                    ints(views),
                    ints(senders),
                    anywhere ? 1 : Math.min(serve.length, needed(target, serve.length)),
                    capacity,
                    found.load,
                    found.attempts,
                    panic(found.routers),
                    standBy && posts > 1 && views.isEmpty(),
                    tries(found),
                    found.waitedFor ? ints(units) : new int[0],
                    surges.inflows(shares(found))));
        }
    }

    private static Map<String, Double> shares(Found found) {
        Map<String, Double> shares = new LinkedHashMap<>(found.byTraffic);
        shares.replaceAll((name, mine) -> mine / found.load);
        return shares;
    }

    private static Tries tries(Found found) {
        int[] attempts = new int[found.clients.size()];
        double[] weights = new double[attempts.length];
        double all =
                found.clients.values().stream().mapToDouble(Double::doubleValue).sum();
        int k = 0;
        for (Map.Entry<Integer, Double> entry : found.clients.entrySet()) {
            attempts[k] = entry.getKey();
            weights[k++] = entry.getValue() / all;
        }
        return all > 0 ? new Tries(attempts, weights) : Tries.ONCE;
    }

    private static int needed(Copy target, int members) {
        int n = target.instances();
        int needed = target.component().common().needed().of(n);
        if (target.fills().length > 0) {
            return Math.min(needed, members);
        }
        return members == n ? needed : Math.max(1, Math.round((float) needed * members / n));
    }

    private static double panic(List<Copy> routers) {
        return routers.isEmpty() ? 0 : routers.get(0).component().panicBelow();
    }

    private void look(
            Copy router,
            HealthCheck check,
            Found found,
            int[] serve,
            int[] units,
            int[] reach,
            List<Integer> views,
            List<Integer> senders) {
        int[] seen = check.probe() == HealthCheck.Probe.TCP ? reach : serve;
        int cause = draft.cause(router.component().name(), "false alarm");
        String stream = router.name() + ">" + found.target.name() + (found.cell < 0 ? "" : "#" + found.cell);
        boolean one = router.instances() == 1 || router.takeover() >= 0 || check.shared();
        int[] known = watches.get(stream);
        if (known == null) {
            int count = one ? 1 : router.instances();
            known = new int[count];
            for (int k = 0; k < count; k++) {
                int observer = one
                        ? router.instances() == 1
                                ? router.units()[0]
                                : draft.gate("any of " + stream, 1, router.units())
                        : router.units()[k];
                known[k] = draft.watch(new Watch(
                        one ? stream : stream + "/" + (k + 1),
                        cause,
                        observer,
                        seen,
                        units,
                        Checks.fall(check, false),
                        Checks.fall(check, true),
                        Checks.rise(check),
                        Checks.falseAlarm(check),
                        Checks.falseEnds(check),
                        check.atStart() == HealthCheck.AtStart.UNTRUSTED));
            }
            watches.put(stream, known);
        }
        for (int k = 0; k < known.length; k++) {
            views.add(known[k]);
            senders.add(one ? router.works() : router.serve()[k]);
        }
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    // ---------------------------------------------------------------- for others

    /** Writes per second to a copy of a component, as far as the journeys walked say; NaN without traffic. */
    double writesTo(Copy copy) {
        boolean traffic = scenario.traffic().values().stream().anyMatch(each -> rate(each) > 0);
        int copies = names.copies(copy.component().name()).size();
        return traffic ? writes.getOrDefault(copy.component().name(), 0.0) / copies : Double.NaN;
    }

    /** Adds the names a condition mentions. */
    static void named(@Nullable Condition condition, Set<String> names) {
        if (condition == null) {
            return;
        }
        if (condition instanceof Condition.Works works) {
            names.add(works.who().name());
        } else if (condition instanceof Condition.All all) {
            all.of().forEach(inner -> named(inner, names));
        } else if (condition instanceof Condition.Any any) {
            any.of().forEach(inner -> named(inner, names));
        } else if (condition instanceof Condition.AtLeast some) {
            some.of().forEach(inner -> named(inner, names));
        }
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
            inputs.add(draft.gate(journey.name() + " can be served", parts.size(), ints(parts)));
        }
        return draft.gate("some journey can be served", 1, ints(inputs));
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
