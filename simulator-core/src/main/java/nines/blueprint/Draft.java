package nines.blueprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A blueprint in the making: components lay themselves out on it, and get back the index of what they added. */
public final class Draft {
    private final List<Node> nodes = new ArrayList<>();
    private final List<List<Integer>> extraInputs = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Cause> causes = new ArrayList<>();
    private final Map<Cause, Integer> causeIndex = new HashMap<>();
    private final List<Mode> modes = new ArrayList<>();
    private final List<Shock> shocks = new ArrayList<>();
    private final List<AlsoHit> alsoHits = new ArrayList<>();
    private final List<Watch> watches = new ArrayList<>();
    private final List<Takeover> takeovers = new ArrayList<>();
    private final List<StandIn> standIns = new ArrayList<>();
    private final List<Tolerance> tolerances = new ArrayList<>();
    private final List<Restart> restarts = new ArrayList<>();
    private final List<LoadSharing> loadSharings = new ArrayList<>();
    private final List<Crew> crews = new ArrayList<>();
    private final List<Shelf> shelves = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();
    private final List<Tier> tiers = new ArrayList<>();
    private final List<Journey> journeys = new ArrayList<>();
    private final List<Dataset> datasets = new ArrayList<>();
    private final List<Stripes> stripes = new ArrayList<>();
    private Load load = new Load(1, 0);
    private Requests requests = Requests.NONE;
    private final List<Slowing> slowings = new ArrayList<>();
    private final Map<String, Integer> calmOf = new HashMap<>();

    /** Adds a node that is true while at most {@code slack} of its inputs are false and nothing holds it down. */
    public int node(String name, Node.Kind kind, int part, int slack, int... inputs) {
        nodes.add(new Node(name, kind, part, slack, inputs.clone()));
        extraInputs.add(new ArrayList<>());
        return nodes.size() - 1;
    }

    /** Adds a node that is true while at least {@code atLeast} of its inputs are. */
    public int gate(String name, int atLeast, int... inputs) {
        return node(name, Node.Kind.GATE, -1, inputs.length - atLeast, inputs);
    }

    /** Makes {@code node} need {@code input} as well. */
    public void require(int node, int input) {
        extraInputs.get(node).add(input);
    }

    /** Says that a mode changes service times. */
    public void slowing(Slowing slowing) {
        slowings.add(slowing);
    }

    /** What was said about service times. */
    public List<Slowing> slowings() {
        return List.copyOf(slowings);
    }

    /** The node that is false while the surge of a name goes on; made when it is first asked for. */
    public int calm(String surge) {
        return calmOf.computeIfAbsent(surge, name -> gate("no " + name, 0));
    }

    /** Name of a node added before. */
    public String name(int node) {
        return nodes.get(node).name();
    }

    /** A node added before. */
    public Node node(int index) {
        return nodes.get(index);
    }

    /** Reserves a row for a component, place or group; {@link #fill} completes it once its nodes exist. */
    public int newPart(String name, String kind) {
        parts.add(new Part(name, kind, -1, new int[0]));
        return parts.size() - 1;
    }

    /** Completes a part. */
    public void fill(int part, int works, int... instances) {
        Part reserved = parts.get(part);
        parts.set(part, new Part(reserved.name(), reserved.kind(), works, instances.clone()));
    }

    /** The part at an index. */
    public Part partAt(int index) {
        return parts.get(index);
    }

    /** How many parts there are. */
    public int partCount() {
        return parts.size();
    }

    /** Index of a cause, added when new. */
    public int cause(String owner, String name) {
        Cause cause = new Cause(owner, name);
        return causeIndex.computeIfAbsent(cause, c -> {
            causes.add(c);
            return causes.size() - 1;
        });
    }

    public int mode(Mode mode) {
        modes.add(mode);
        return modes.size() - 1;
    }

    /** The mode at an index. */
    public Mode modeAt(int index) {
        return modes.get(index);
    }

    /** How many modes there are. */
    public int modeCount() {
        return modes.size();
    }

    public int shock(Shock shock) {
        shocks.add(shock);
        return shocks.size() - 1;
    }

    public int alsoHit(AlsoHit alsoHit) {
        alsoHits.add(alsoHit);
        return alsoHits.size() - 1;
    }

    public int watch(Watch watch) {
        watches.add(watch);
        return watches.size() - 1;
    }

    public int takeover(Takeover takeover) {
        takeovers.add(takeover);
        return takeovers.size() - 1;
    }

    /** How many posts a take-over added before has. */
    public int postsOf(int takeover) {
        return takeovers.get(takeover).posts();
    }

    public int standIn(StandIn standIn) {
        standIns.add(standIn);
        return standIns.size() - 1;
    }

    public int tolerance(Tolerance tolerance) {
        tolerances.add(tolerance);
        return tolerances.size() - 1;
    }

    public int restart(Restart restart) {
        restarts.add(restart);
        return restarts.size() - 1;
    }

    public int loadSharing(LoadSharing loadSharing) {
        loadSharings.add(loadSharing);
        return loadSharings.size() - 1;
    }

    public int crew(Crew crew) {
        crews.add(crew);
        return crews.size() - 1;
    }

    public int shelf(Shelf shelf) {
        shelves.add(shelf);
        return shelves.size() - 1;
    }

    public int plan(Plan plan) {
        plans.add(plan);
        return plans.size() - 1;
    }

    public int machine(Machine machine) {
        machines.add(machine);
        return machines.size() - 1;
    }

    public int tier(Tier tier) {
        tiers.add(tier);
        return tiers.size() - 1;
    }

    public int journey(Journey journey) {
        journeys.add(journey);
        return journeys.size() - 1;
    }

    public int dataset(Dataset dataset) {
        datasets.add(dataset);
        return datasets.size() - 1;
    }

    public void stripes(Stripes store) {
        stripes.add(store);
    }

    public void load(Load load) {
        this.load = load;
    }

    /** How many plans there are. */
    public int planCount() {
        return plans.size();
    }

    /** The watch of that stream, or -1. */
    public int watchOf(String stream) {
        for (int i = 0; i < watches.size(); i++) {
            if (watches.get(i).stream().equals(stream)) {
                return i;
            }
        }
        return -1;
    }

    /** How many posts a take-over added before has. */
    public int posts(int takeover) {
        return takeovers.get(takeover).posts();
    }

    /** What single requests do. */
    public void requests(Requests requests) {
        this.requests = requests;
    }

    /** The finished blueprint. */
    public Blueprint finish() {
        cause("traffic", "overload");
        List<Node> finished = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            List<Integer> extra = extraInputs.get(i);
            if (extra.isEmpty()) {
                finished.add(node);
                continue;
            }
            int[] inputs = java.util.Arrays.copyOf(node.inputs(), node.inputs().length + extra.size());
            for (int k = 0; k < extra.size(); k++) {
                inputs[node.inputs().length + k] = extra.get(k);
            }
            finished.add(new Node(node.name(), node.kind(), node.component(), node.slack(), inputs));
        }
        return new Blueprint(
                List.copyOf(finished),
                List.copyOf(parts),
                List.copyOf(causes),
                List.copyOf(modes),
                List.copyOf(shocks),
                List.copyOf(alsoHits),
                List.copyOf(watches),
                List.copyOf(takeovers),
                List.copyOf(standIns),
                List.copyOf(tolerances),
                List.copyOf(restarts),
                List.copyOf(loadSharings),
                List.copyOf(crews),
                List.copyOf(shelves),
                List.copyOf(plans),
                List.copyOf(machines),
                List.copyOf(tiers),
                List.copyOf(journeys),
                load,
                requests,
                List.copyOf(datasets),
                List.copyOf(stripes));
    }
}
