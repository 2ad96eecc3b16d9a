package nines.blueprint;

import java.util.List;

/**
 * The narrow waist: a scenario laid out on a few small elements with integer indexes. Immutable data, built once by a
 * {@link Draft}, walked by engine, solvers, checks and drawings alike.
 *
 * @param nodes truths
 * @param parts components, places and groups as wholes; rows of tables
 * @param causes root causes
 * @param modes failure modes
 * @param shocks common causes
 * @param alsoHits failures that may bring others down with them
 * @param watches beliefs
 * @param takeovers posts with standbys
 * @param standIns instances that idle until something else is gone
 * @param tolerances stores that bridge a missing need
 * @param restarts times to come back
 * @param loadSharings groups whose survivors age faster
 * @param crews people who repair
 * @param shelves spare parts
 * @param plans scripted, planned and random events
 * @param machines users' own automata
 * @param tiers balanced tiers
 * @param journeys what users ask for
 * @param load the traffic's shape over a day
 * @param requests what single requests do; {@link Requests#NONE} when only the structure is asked about
 * @param datasets data kept in copies, of which some may be lost
 * @param stripes objects in chunks on many members, of which some may be lost
 */
public record Blueprint(
        List<Node> nodes,
        List<Part> parts,
        List<Cause> causes,
        List<Mode> modes,
        List<Shock> shocks,
        List<AlsoHit> alsoHits,
        List<Watch> watches,
        List<Takeover> takeovers,
        List<StandIn> standIns,
        List<Tolerance> tolerances,
        List<Restart> restarts,
        List<LoadSharing> loadSharings,
        List<Crew> crews,
        List<Shelf> shelves,
        List<Plan> plans,
        List<Machine> machines,
        List<Tier> tiers,
        List<Journey> journeys,
        Load load,
        Requests requests,
        List<Dataset> datasets,
        List<Stripes> stripes) {

    /** As above, without requests and data. */
    public Blueprint(
            List<Node> nodes,
            List<Part> parts,
            List<Cause> causes,
            List<Mode> modes,
            List<Shock> shocks,
            List<AlsoHit> alsoHits,
            List<Watch> watches,
            List<Takeover> takeovers,
            List<StandIn> standIns,
            List<Tolerance> tolerances,
            List<Restart> restarts,
            List<LoadSharing> loadSharings,
            List<Crew> crews,
            List<Shelf> shelves,
            List<Plan> plans,
            List<Machine> machines,
            List<Tier> tiers,
            List<Journey> journeys,
            Load load) {
        this(
                nodes,
                parts,
                causes,
                modes,
                shocks,
                alsoHits,
                watches,
                takeovers,
                standIns,
                tolerances,
                restarts,
                loadSharings,
                crews,
                shelves,
                plans,
                machines,
                tiers,
                journeys,
                load,
                Requests.NONE,
                List.of(),
                List.of());
    }

    /** The same with one journey only, and nothing said of single requests. */
    public Blueprint about(int journey) {
        return new Blueprint(
                nodes,
                parts,
                causes,
                modes,
                shocks,
                alsoHits,
                watches,
                takeovers,
                standIns,
                tolerances,
                restarts,
                loadSharings,
                crews,
                shelves,
                plans,
                machines,
                tiers,
                List.of(journeys.get(journey)),
                load,
                Requests.NONE,
                datasets,
                stripes);
    }

    /** Index of the node of that name; -1 when there is none. */
    public int node(String name) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The nodes in an order in which inputs come before the nodes that use them. */
    public int[] inputsFirst() {
        int n = nodes.size();
        int[] missing = new int[n];
        int[][] users = users();
        int[] order = new int[n];
        int end = 0;
        for (int i = 0; i < n; i++) {
            missing[i] = nodes.get(i).inputs().length;
            if (missing[i] == 0) {
                order[end++] = i;
            }
        }
        for (int at = 0; at < end; at++) {
            for (int user : users[order[at]]) {
                if (--missing[user] == 0) {
                    order[end++] = user;
                }
            }
        }
        if (end < n) {
            for (int i = 0; i < n; i++) {
                if (missing[i] > 0) {
                    throw new IllegalStateException(
                            "needs form a circle through " + nodes.get(i).name());
                }
            }
        }
        return order;
    }

    /** For each node the nodes that have it as an input; one entry a use. */
    public int[][] users() {
        int n = nodes.size();
        int[] count = new int[n];
        for (Node node : nodes) {
            for (int input : node.inputs()) {
                count[input]++;
            }
        }
        int[][] users = new int[n][];
        for (int i = 0; i < n; i++) {
            users[i] = new int[count[i]];
        }
        for (int i = 0; i < n; i++) {
            for (int input : nodes.get(i).inputs()) {
                users[input][--count[input]] = i;
            }
        }
        return users;
    }
}
