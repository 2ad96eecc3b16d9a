package nines.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Draft;
import nines.blueprint.Tier;
import nines.blueprint.Tries;
import nines.blueprint.Watch;
import nines.model.HealthCheck;

/** The tiers met while walking the journeys: laid out once all have told their load, with who looks at them. */
final class Tiers {
    /** In place of a cell: reads that go to any replica. */
    private static final int ANYWHERE = -2;

    private final Draft draft;
    private final Names names;
    private final Surges surges;
    private final Map<String, Found> tiers = new LinkedHashMap<>();
    private final Map<String, int[]> watches = new HashMap<>();

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

    Tiers(Draft draft, Names names, Surges surges) {
        this.draft = draft;
        this.names = names;
        this.surges = surges;
    }

    /**
     * The tier that requests meet.
     *
     * @param cell the place its members are in, -1 for all of them
     * @param rate requests per second
     * @param waitedFor whether somebody would wait for those that hang
     */
    int of(Copy copy, List<Copy> routers, int cell, double rate, int attempts, Clients clients, boolean waitedFor) {
        String from = routers.isEmpty() ? "" : routers.get(0).component().name();
        String key = from + ">" + copy.name() + "#" + cell + "*" + attempts;
        Found found = tiers.computeIfAbsent(key, k -> new Found(copy, routers, cell));
        if (found.index < 0) {
            found.index = tiers.size() - 1;
        }
        found.waitedFor |= waitedFor && Waits.mayHang(copy);
        found.load += rate;
        clients.byTraffic().forEach((name, share) -> found.byTraffic.merge(name, rate * share, Double::sum));
        found.attempts = attempts;
        for (int c = 0; c < clients.attempts().length; c++) {
            found.clients.merge(clients.attempts()[c], rate * clients.weights()[c], Double::sum);
        }
        return found.index;
    }

    /** A tier of which any instance may answer, primary or not. */
    int toRead(Copy copy, double rate, int attempts, Clients clients, boolean waitedFor) {
        return of(copy, List.of(), ANYWHERE, rate, attempts, clients, waitedFor);
    }

    /** Lays out the tiers found, in the order they were. */
    void layOut() {
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

    static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
