package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Blueprint;
import nines.blueprint.Tier;
import nines.structure.Sight;

/** A blueprint taken apart into independent subsystems, and what the journeys see of each. */
final class Scene {
    final Automata automata;
    private final Limits limits;
    private final List<BitSet> subsystems;
    private final BitSet read = new BitSet();
    private final BitSet mixed = new BitSet();
    private final BitSet seen;
    private final Map<Integer, Behaviour> behaviours = new HashMap<>();
    private final Map<Integer, Sight> sights = new HashMap<>();

    Scene(Automata automata, List<BitSet> all, Limits limits) {
        this.automata = automata;
        this.limits = limits;
        BitSet readTiers = new BitSet();
        for (int j = 0; j < blueprint().journeys().size(); j++) {
            reads(blueprint(), j, read, readTiers);
        }
        for (int n = 0; n < blueprint().nodes().size(); n++) {
            int say = 0;
            for (BitSet subsystem : all) {
                say += automata.influence[n].intersects(subsystem) ? 1 : 0;
            }
            mixed.set(n, say > 1);
        }
        seen = matters(read);
        subsystems = all.stream()
                .filter(subsystem -> matters(subsystem, seen, readTiers))
                .toList();
    }

    Blueprint blueprint() {
        return automata.blueprint;
    }

    /** The nodes and tiers that a journey reads, members and senders included. */
    static void reads(Blueprint blueprint, int journey, BitSet nodes, BitSet tiers) {
        blueprint.journeys().get(journey).step().reads(nodes::set, tiers::set);
        tiers.stream().forEach(t -> {
            Tier tier = blueprint.tiers().get(t);
            Arrays.stream(tier.members()).forEach(nodes::set);
            Arrays.stream(tier.senders()).filter(sender -> sender >= 0).forEach(nodes::set);
        });
    }

    /** Nodes that are read, and the mixed ones behind them. */
    BitSet matters(BitSet nodes) {
        BitSet all = (BitSet) nodes.clone();
        for (int i = automata.order.length - 1; i >= 0; i--) {
            int node = automata.order[i];
            if (all.get(node) && mixed.get(node)) {
                for (int input : blueprint().nodes().get(node).inputs()) {
                    if (mixed.get(input)) {
                        all.set(input);
                    }
                }
            }
        }
        return all;
    }

    boolean isMixed(int node) {
        return mixed.get(node);
    }

    boolean isRead(int node) {
        return read.get(node);
    }

    /** How many subsystems matter to some journey. */
    int size() {
        return subsystems.size();
    }

    BitSet subsystem(int s) {
        return subsystems.get(s);
    }

    private boolean matters(BitSet subsystem, BitSet nodes, BitSet tiers) {
        if (nodes.stream().anyMatch(node -> automata.influence[node].intersects(subsystem))) {
            return true;
        }
        return tiers.stream().anyMatch(t -> {
            Tier tier = blueprint().tiers().get(t);
            for (int i = 0; i < tier.members().length; i++) {
                if (automata.slot(tier, i).intersects(subsystem)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Whether a subsystem matters to somebody who reads these nodes and tiers. */
    boolean matters(int s, BitSet nodes, BitSet tiers) {
        return matters(subsystems.get(s), nodes, tiers);
    }

    /** The subsystems, those first that have a say in most nodes: what they decide closes most questions. */
    List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (int s = 0; s < size(); s++) {
            order.add(s);
        }
        long[] weight = new long[size()];
        for (int s = 0; s < size(); s++) {
            BitSet subsystem = subsystems.get(s);
            weight[s] = seen.stream()
                    .filter(n -> automata.influence[n].intersects(subsystem))
                    .count();
        }
        order.sort((a, b) -> Long.compare(weight[b], weight[a]));
        return order;
    }

    /** Whether a subsystem has a say in a node by itself: its holders or inputs that are its own. */
    boolean says(int s, int node) {
        if (!mixed.get(node)) {
            return automata.influence[node].intersects(subsystems.get(s));
        }
        if (automata.holders[node].intersects(subsystems.get(s))) {
            return true;
        }
        for (int input : blueprint().nodes().get(node).inputs()) {
            if (!mixed.get(input) && automata.influence[input].intersects(subsystems.get(s))) {
                return true;
            }
        }
        return false;
    }

    private Sight sight(int s) {
        return sights.computeIfAbsent(s, unknown -> {
            int[] nodes = seen.stream().filter(node -> says(s, node)).toArray();
            int[][] apart = new int[nodes.length][];
            for (int i = 0; i < nodes.length; i++) {
                apart[i] = mixed.get(nodes[i])
                        ? Arrays.stream(blueprint().nodes().get(nodes[i]).inputs())
                                .filter(mixed::get)
                                .toArray()
                        : new int[0];
            }
            return new Sight(nodes, apart);
        });
    }

    /** Whether a subsystem is a single unit, watched or not, which may be known whatever its laws. */
    boolean isUnit(int s) {
        Blueprint excerpt = Excerpt.underConstantLoad(automata, subsystems.get(s));
        return Unit.isOne(excerpt) || Watched.of(excerpt, Sight.none(), "") != null;
    }

    Behaviour behaviour(int s) {
        return behaviours.computeIfAbsent(s, unknown -> Behaviours.of(automata, subsystems.get(s), sight(s), limits));
    }

    /** Writes what is seen of a look. */
    void apply(int s, Sight.Look look, Diagram.Target target) {
        Sight sight = sight(s);
        for (int i = 0; i < sight.nodes().length; i++) {
            target.holds(sight.nodes()[i], look.bad()[i]);
        }
        int at = 0;
        for (int t = 0; t < blueprint().tiers().size(); t++) {
            Tier tier = blueprint().tiers().get(t);
            for (int i : Excerpt.slots(automata, subsystems.get(s), tier)) {
                if (automata.slot(tier, i).intersects(subsystems.get(s))) {
                    target.member(t, i, look.errors()[at], look.trusts()[at]);
                }
                at++;
            }
        }
    }
}
