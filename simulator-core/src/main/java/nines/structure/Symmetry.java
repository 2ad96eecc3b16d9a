package nines.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Found;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Shock;

/**
 * Instances that may change places without anybody noticing: same modes, same places, same watchers, same gates and tiers,
 * and nobody asks for one of them by name. States that differ by such an exchange are one state of a chain.
 */
final class Symmetry {
    /** What belongs to one instance. */
    record Bundle(int[] nodes, int[] modes, int[] beliefs, int[] restarts) {}

    private final Wiring wiring;
    private final int nodes;
    /** The unit that each node belongs to, or -1. */
    private final int[] owner;

    private final BitSet apart = new BitSet();

    private Symmetry(Wiring wiring) {
        this.wiring = wiring;
        nodes = wiring.nodes.length;
        owner = new int[nodes];
    }

    /** Sets of interchangeable bundles, each of two or more. */
    static List<List<Bundle>> of(Wiring wiring) {
        return new Symmetry(wiring).orbits();
    }

    private List<List<Bundle>> orbits() {
        own();
        setApart();
        List<List<Bundle>> orbits = alike();
        while (setApartWhoIsMendedWithOthers(orbits)) {
            orbits = alike();
        }
        return orbits;
    }

    private List<List<Bundle>> alike() {
        Map<String, List<Bundle>> bySignature = new LinkedHashMap<>();
        for (int unit = 0; unit < nodes; unit++) {
            if (wiring.nodes[unit].kind() == Node.Kind.INSTANCE && !apart.get(unit) && owner[unit] == unit) {
                bySignature
                        .computeIfAbsent(signature(unit), none -> new ArrayList<>())
                        .add(bundle(unit));
            }
        }
        return bySignature.values().stream()
                .filter(orbit -> orbit.size() > 1 && orbit.get(0).modes.length > 0)
                .toList();
    }

    /**
     * Whoever is mended as one with others is like them only if all of these are alike: then it tells nothing who of them
     * the repair goes by. False when nobody had to be set apart.
     */
    private boolean setApartWhoIsMendedWithOthers(List<List<Bundle>> orbits) {
        // The orbit of each mode and its place in its bundle, as one number.
        int[] which = new int[wiring.modes.length];
        Arrays.fill(which, -1);
        for (int o = 0; o < orbits.size(); o++) {
            for (Bundle bundle : orbits.get(o)) {
                for (int place = 0; place < bundle.modes.length; place++) {
                    which[bundle.modes[place]] = o * wiring.modes.length + place;
                }
            }
        }
        boolean any = false;
        for (Shock shock : wiring.shocks) {
            int first = which[shock.modes()[0]];
            boolean together = shock.together() && Arrays.stream(shock.modes()).anyMatch(m -> which[m] != first);
            if (together) {
                any = true;
                Arrays.stream(shock.modes()).forEach(m -> apart(wiring.modes[m].unit()));
            }
        }
        return any;
    }

    /** A node belongs to an instance when nothing else has a say in it but what all share. */
    private void own() {
        Arrays.fill(owner, -1);
        for (int node : wiring.inputsFirst) {
            if (wiring.nodes[node].kind() == Node.Kind.INSTANCE) {
                owner[node] = node;
                continue;
            }
            int of = -1;
            boolean one = true;
            for (int input : wiring.nodes[node].inputs()) {
                one &= of < 0 || owner[input] < 0 || owner[input] == of;
                of = owner[input] < 0 ? of : owner[input];
            }
            owner[node] = one ? of : -1;
        }
        // What only one instance uses is its own, too: its supply.
        for (int at = wiring.inputsFirst.length - 1; at >= 0; at--) {
            int node = wiring.inputsFirst[at];
            boolean gate = wiring.nodes[node].kind() == Node.Kind.GATE && owner[node] < 0;
            if (gate && wiring.users[node].length > 0) {
                int of = owner[wiring.users[node][0]];
                for (int user : wiring.users[node]) {
                    of = owner[user] == of ? of : -1;
                }
                owner[node] = of;
            }
        }
    }

    private void apart(int node) {
        if (node >= 0 && owner[node] >= 0) {
            apart.set(owner[node]);
        }
    }

    /** Whoever is asked for by name is not like the others. */
    private void setApart() {
        for (var journey : wiring.journeys) {
            journey.step().reads(this::apart, tier -> {});
        }
        for (var part : wiring.blueprint.parts()) {
            apart(part.works());
        }
        for (var watch : wiring.watches) {
            apart(watch.observer());
        }
        for (var tier : wiring.tiers) {
            Arrays.stream(tier.senders()).forEach(this::apart);
        }
        for (var takeover : wiring.takeovers) {
            Arrays.stream(takeover.members()).forEach(this::apart);
            apart(takeover.works());
            apart(takeover.controller());
        }
        for (var standIn : wiring.standIns) {
            apart(standIn.unit());
            apart(standIn.works());
            apart(standIn.primary());
        }
        for (var tolerance : wiring.tolerances) {
            apart(tolerance.need());
            apart(tolerance.holds());
            apart(tolerance.with());
        }
        for (var machine : wiring.machines) {
            apart(machine.holds());
            for (var move : machine.moves()) {
                apart(move.guard());
            }
        }
        for (var restart : wiring.restarts) {
            boolean own = owner[restart.outside()] < 0 || owner[restart.outside()] == owner[restart.unit()];
            if (!own || owner[restart.unit()] != restart.unit()) {
                apart(restart.outside());
                apart(restart.unit());
            }
        }
        for (Plan plan : wiring.plans) {
            List<Plan.Target> targets = new ArrayList<>();
            for (Plan.Target[] step : plan.steps()) {
                targets.addAll(Arrays.asList(step));
            }
            plan.reach().groups().forEach(group -> targets.addAll(Arrays.asList(group.targets())));
            for (Plan.Target target : targets) {
                apart(target.node());
                if (target.mode() >= 0) {
                    apart(wiring.modes[target.mode()].unit());
                }
            }
            for (int[] stay : plan.reach().staying()) {
                Arrays.stream(stay).forEach(m -> apart(wiring.modes[m].unit()));
            }
        }
        for (var hit : wiring.alsoHits) {
            apart(wiring.modes[hit.mode()].unit());
            Arrays.stream(hit.followers()).forEach(m -> apart(wiring.modes[m].unit()));
        }
        for (Shock shock : wiring.shocks) {
            boolean byOne = shock.together() && !Arrays.stream(shock.modes()).allMatch(this::isMendedAnywhere);
            if (byOne || shock.spread() > 0 || !isInRuns(shock)) {
                Arrays.stream(shock.modes()).forEach(m -> apart(wiring.modes[m].unit()));
            }
        }
        for (Mode mode : wiring.modes) {
            for (int read : new int[] {mode.site(), mode.onlyWhile(), mode.holds()}) {
                if (read >= 0 && owner[read] >= 0 && owner[read] != mode.unit()) {
                    apart(read);
                    apart(mode.unit());
                }
            }
        }
    }

    /** Whether it makes no difference by whose repair of several a mode is mended. */
    private boolean isMendedAnywhere(int m) {
        Mode mode = wiring.modes[m];
        boolean needsNobody = mode.repair().stream().allMatch(phase -> phase.resource() == Phase.Resource.NONE);
        return mode.mendable()
                && needsNobody
                && mode.found() == Found.AT_ONCE
                && mode.crew() < 0
                && mode.spare() < 0
                && (mode.site() < 0 || owner[mode.site()] < 0);
    }

    /** Whether a shock hits its victims part after part, so that the order of jobs is that of their parts. */
    private boolean isInRuns(Shock shock) {
        BitSet seen = new BitSet();
        int last = -1;
        for (int m : shock.modes()) {
            int part = wiring.modes[m].part() + 1;
            if (part != last && seen.get(part)) {
                return false;
            }
            seen.set(part);
            last = part;
        }
        return true;
    }

    private Bundle bundle(int unit) {
        int[] beliefs = java.util.stream.IntStream.range(0, wiring.beliefs)
                .filter(b -> owner[wiring.beliefTarget[b]] == unit)
                .toArray();
        int[] restarts = java.util.stream.IntStream.range(0, wiring.restarts.length)
                .filter(r -> wiring.restarts[r].unit() == unit)
                .toArray();
        return new Bundle(owned(unit), wiring.modesOf[unit], beliefs, restarts);
    }

    private int[] owned(int unit) {
        return java.util.stream.IntStream.range(0, nodes)
                .filter(node -> owner[node] == unit)
                .toArray();
    }

    /** Everything that others could know an instance by. */
    private String signature(int unit) {
        int[] mine = owned(unit);
        StringBuilder text = new StringBuilder();
        for (int node : mine) {
            Node of = wiring.nodes[node];
            text.append(of.kind()).append(of.slack());
            for (int input : of.inputs()) {
                text.append(name(input, mine)).append(',');
            }
            List<Integer> users = new ArrayList<>();
            for (int user : wiring.users[node]) {
                if (owner[user] != unit) {
                    users.add(user);
                }
            }
            users.sort(Comparator.naturalOrder());
            text.append(users).append(';');
        }
        for (int m : wiring.modesOf[unit]) {
            mode(text, m, mine);
        }
        for (int b = 0; b < wiring.beliefs; b++) {
            if (owner[wiring.beliefTarget[b]] == unit) {
                text.append("belief ")
                        .append(wiring.beliefWatch[b])
                        .append(name(wiring.beliefTarget[b], mine))
                        .append(name(wiring.beliefAlive[b], mine));
            }
        }
        for (var restart : wiring.restarts) {
            if (restart.unit() == unit) {
                text.append("restart ").append(name(restart.outside(), mine)).append(restart.law());
            }
        }
        for (int t = 0; t < wiring.tiers.length; t++) {
            for (int member : wiring.tiers[t].members()) {
                text.append(owner[member] == unit ? "tier " + t + name(member, mine) : "");
            }
        }
        for (int g = 0; g < wiring.loadSharings.length; g++) {
            for (int member : wiring.loadSharings[g].members()) {
                text.append(owner[member] == unit ? "sharing " + g + name(member, mine) : "");
            }
        }
        return text.toString();
    }

    private void mode(StringBuilder text, int m, int[] mine) {
        Mode mode = wiring.modes[m];
        text.append("mode ")
                .append(name(mode.holds(), mine))
                .append(mode.part())
                .append('/')
                .append(mode.timeToFailure())
                .append(mode.operating())
                .append(name(mode.onlyWhile(), mine))
                .append(name(mode.site(), mine))
                .append(mode.effect())
                .append(mode.errors())
                .append(mode.repair())
                .append(mode.mendable())
                .append(mode.crew())
                .append('/')
                .append(mode.spare())
                .append(mode.found())
                .append(mode.renewal())
                .append(mode.failsAgain());
        for (int s = 0; s < wiring.shocks.length; s++) {
            for (int hit : wiring.shocks[s].modes()) {
                text.append(hit == m ? "shock " + s : "");
            }
        }
    }

    /** A node as an exchange of instances would see it: its own by their order, others by their index. */
    private static String name(int node, int[] mine) {
        int at = Arrays.binarySearch(mine, node);
        return at >= 0 ? "own" + at : "n" + node;
    }
}
