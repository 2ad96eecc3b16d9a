package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Plan;
import nines.blueprint.Shock;
import nines.blueprint.Tier;
import nines.blueprint.Watch;

/**
 * The parts of a blueprint that know nothing of each other: what one does never depends on the state of another. Two
 * automata belong together when one reads a truth that the other has a say in, or when they share people, parts, plans or
 * common causes.
 *
 * <p>In the long run more is independent: what stands still together whenever its place is down lives in a time of its
 * own. A place's state and that of what stands still with it are then independent at any one moment in equilibrium,
 * whatever the laws; at a moment after a fresh start they are not.
 */
final class Subsystems {
    private final Automata automata;
    private final Blueprint blueprint;
    private final int[] parent;
    /** For modes that stand still with their place: the node of the place; else -1. */
    private final int[] stillWith;

    private Subsystems(Automata automata) {
        this.automata = automata;
        blueprint = automata.blueprint;
        parent = new int[automata.count];
        stillWith = new int[blueprint.modes().size()];
        Arrays.setAll(parent, i -> i);
        Arrays.fill(stillWith, -1);
    }

    /** The parts that are independent at every moment after a fresh start. */
    static List<BitSet> always(Automata automata) {
        Subsystems subsystems = new Subsystems(automata);
        subsystems.tie();
        subsystems.tieToPlaces(false);
        return subsystems.sets();
    }

    /** The parts that are independent at a moment in equilibrium. */
    static List<BitSet> inTheLongRun(Automata automata) {
        Subsystems subsystems = new Subsystems(automata);
        subsystems.tie();
        subsystems.tieToPlaces(true);
        return subsystems.sets();
    }

    private int find(int one) {
        int root = one;
        while (parent[root] != root) {
            root = parent[root];
        }
        parent[one] = root;
        return root;
    }

    private void tie(int one, int other) {
        parent[find(one)] = find(other);
    }

    private void reads(int automaton, int node) {
        if (node >= 0) {
            automata.influence[node].stream().forEach(other -> tie(automaton, other));
        }
    }

    private void tieModesOf(int automaton, int unit) {
        Automata.each(blueprint.modes(), (mode, m) -> {
            if (mode.unit() == unit) {
                tie(automaton, automata.modes + m);
            }
        });
    }

    private void tie() {
        modes();
        Automata.each(blueprint.shocks(), (shock, s) -> {
            for (int m : shock.modes()) {
                tie(automata.shocks + s, automata.modes + m);
            }
        });
        blueprint.alsoHits().forEach(hit -> {
            for (int follower : hit.followers()) {
                tie(automata.modes + hit.mode(), automata.modes + follower);
            }
        });
        Automata.each(blueprint.watches(), this::beliefs);
        Automata.each(blueprint.takeovers(), (takeover, t) -> {
            int takeoverItself = automata.takeovers + t;
            reads(takeoverItself, takeover.controller());
            for (int member : takeover.members()) {
                reads(takeoverItself, member);
                tieModesOf(takeoverItself, automata.unitOf[member]);
            }
        });
        Automata.each(blueprint.standIns(), (standIn, s) -> {
            reads(automata.standIns + s, standIn.primary());
            reads(automata.standIns + s, standIn.unit());
            tieModesOf(automata.standIns + s, standIn.unit());
        });
        Automata.each(blueprint.tolerances(), (tolerance, t) -> {
            reads(automata.tolerances + t, tolerance.need());
            reads(automata.tolerances + t, tolerance.with());
            if (tolerance.with() >= 0) {
                tieModesOf(automata.tolerances + t, tolerance.with());
                for (int input : blueprint.nodes().get(tolerance.with()).inputs()) {
                    tieModesOf(automata.tolerances + t, automata.unitOf[input]);
                }
            }
        });
        Automata.each(blueprint.restarts(), (restart, r) -> {
            reads(automata.restarts + r, restart.outside());
            tieModesOf(automata.restarts + r, restart.unit());
        });
        Automata.each(blueprint.loadSharings(), (sharing, g) -> {
            for (int member : sharing.members()) {
                reads(automata.sharings + g, member);
                tieModesOf(automata.sharings + g, member);
            }
        });
        Automata.each(blueprint.machines(), (machine, k) -> {
            for (var move : machine.moves()) {
                reads(automata.machines + k, move.guard());
            }
        });
        Automata.each(blueprint.plans(), this::plan);
        Automata.each(blueprint.tiers(), (tier, t) -> {
            for (int i = 0; i < tier.members().length; i++) {
                int[] together = automata.slot(tier, i).stream().toArray();
                for (int k = 1; k < together.length; k++) {
                    tie(together[0], together[k]);
                }
            }
        });
    }

    private void beliefs(Watch watch, int w) {
        for (int i = 0; i < watch.targets().length; i++) {
            int belief = automata.belief(w, i);
            reads(belief, watch.targets()[i]);
            reads(belief, watch.alive()[i]);
            reads(belief, watch.observer());
        }
    }

    private void plan(Plan plan, int p) {
        int itself = automata.plans + p;
        if (plan.with() >= 0) {
            tie(itself, automata.plans + plan.with());
        }
        for (Plan.Target target : Automata.targets(plan)) {
            if (target.mode() >= 0) {
                tie(itself, automata.modes + target.mode());
            }
            if (target.takeover() >= 0) {
                tie(itself, automata.takeovers + target.takeover());
            }
        }
        for (int[] stay : plan.reach().staying()) {
            for (int m : stay) {
                tie(itself, automata.modes + m);
            }
        }
        for (int node : automata.nodesOf(plan)) {
            tieModesOf(itself, node);
            tieObserversOf(itself, automata.unitOf[node]);
        }
    }

    /** Planned work is known to those who watch the unit. */
    private void tieObserversOf(int itself, int unit) {
        Automata.each(blueprint.watches(), (watch, w) -> {
            for (int i = 0; i < watch.targets().length; i++) {
                if (automata.unitOf[watch.targets()[i]] == unit) {
                    tie(itself, automata.belief(w, i));
                }
            }
        });
        Automata.each(blueprint.takeovers(), (takeover, t) -> {
            for (int member : takeover.members()) {
                if (automata.unitOf[member] == unit) {
                    tie(itself, automata.takeovers + t);
                }
            }
        });
    }

    private void modes() {
        int[] jobs = new int[blueprint.crews().size()];
        blueprint.modes().stream().filter(mode -> mode.crew() >= 0).forEach(mode -> jobs[mode.crew()]++);
        Automata.each(blueprint.modes(), (mode, m) -> {
            reads(m, mode.onlyWhile());
            if (mode.crew() >= 0) {
                Crew crew = blueprint.crews().get(mode.crew());
                boolean plenty = crew.people() >= jobs[mode.crew()]
                        && crew.inspection() == null
                        && crew.shifts().isEmpty();
                if (!plenty) {
                    tie(m, automata.crews + mode.crew());
                }
            }
            if (mode.spare() >= 0) {
                tie(m, automata.shelves + mode.spare());
            }
            if (mode.renewal() == nines.blueprint.Renewal.WHOLE_UNIT) {
                tieModesOf(m, mode.unit());
            }
            if (mode.found() == nines.blueprint.Found.BY_PROBE) {
                noticedByProbes(mode, m);
            }
            if (mode.operating()) {
                automata.holders[mode.unit()].stream().forEach(other -> tie(m, other));
            }
            place(mode, m);
        });
    }

    private void noticedByProbes(Mode mode, int m) {
        for (Tier tier : blueprint.tiers()) {
            for (int i = 0; i < tier.members().length; i++) {
                if (automata.unitOf[tier.members()[i]] == mode.unit()) {
                    for (int w : tier.watches()) {
                        tie(m, automata.belief(w, i));
                    }
                }
            }
        }
        Automata.each(blueprint.watches(), (watch, w) -> {
            for (int i = 0; i < watch.targets().length; i++) {
                if (automata.unitOf[watch.targets()[i]] == mode.unit()) {
                    tie(m, automata.belief(w, i));
                }
            }
        });
    }

    /** What a mode reads of the world around its unit: tied at once, unless the mode stands still with its place. */
    private void place(Mode mode, int m) {
        BitSet around = new BitSet();
        int place = -1;
        boolean one = true;
        if (mode.operating()) {
            for (int input : blueprint.nodes().get(mode.unit()).inputs()) {
                int resolved = resolved(input);
                if (resolved >= 0) {
                    around.or(automata.influence[resolved]);
                    one &= place < 0 || place == resolved;
                    place = resolved;
                }
            }
        }
        int site = mode.site() < 0 ? -1 : resolved(mode.site());
        boolean needsNoSite = mode.mendable() && mode.repair().isEmpty();
        boolean slackless = blueprint.nodes().get(mode.unit()).slack() == 0;
        if (mode.operating() && slackless && one && place >= 0 && (place == site || needsNoSite)) {
            stillWith[m] = place;
            return;
        }
        around.stream().forEach(other -> tie(m, other));
        if (site >= 0) {
            reads(m, site);
        }
    }

    /** The node whose truth a node only passes on; -1 when it is always true. */
    private int resolved(int node) {
        int at = node;
        while (automata.holders[at].isEmpty()) {
            int only = -1;
            int inputs = 0;
            Node here = blueprint.nodes().get(at);
            for (int input : here.inputs()) {
                if (!automata.influence[input].isEmpty()) {
                    inputs += input == only ? 0 : 1;
                    only = input;
                }
            }
            if (inputs == 0) {
                return -1;
            }
            if (inputs > 1 || here.slack() > 0) {
                return at;
            }
            at = only;
        }
        return at;
    }

    private void tieToPlaces(boolean longRun) {
        boolean changed = true;
        while (changed) {
            changed = false;
            Map<Integer, List<Integer>> members = members();
            for (int m = 0; m < stillWith.length; m++) {
                int place = stillWith[m];
                if (place < 0) {
                    continue;
                }
                boolean free = longRun && standsStill(members.getOrDefault(find(m), List.of()), place);
                if (!free) {
                    stillWith[m] = -1;
                    reads(m, place);
                    changed = true;
                }
            }
        }
    }

    /** Whether all of a subsystem stands still whenever the place is down. */
    private boolean standsStill(List<Integer> subsystem, int place) {
        for (int one : subsystem) {
            if (one < automata.shocks) {
                if (stillWith[one] != place || automata.influence[place].get(one)) {
                    return false;
                }
            } else if (one < automata.beliefs) {
                Shock shock = blueprint.shocks().get(one - automata.shocks);
                boolean memoryless = shock.law().isExponential() && shock.spread() == 0;
                if (!memoryless) {
                    return false;
                }
            } else if (one < automata.crews) {
                return false;
            } else if (one < automata.shelves) {
                Crew crew = blueprint.crews().get(one - automata.crews);
                if (crew.inspection() != null || !crew.shifts().isEmpty()) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return true;
    }

    private Map<Integer, List<Integer>> members() {
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            members.computeIfAbsent(find(i), none -> new ArrayList<>()).add(i);
        }
        return members;
    }

    private List<BitSet> sets() {
        List<BitSet> sets = new ArrayList<>();
        for (List<Integer> members : members().values()) {
            BitSet set = new BitSet();
            members.forEach(set::set);
            sets.add(set);
        }
        return sets;
    }
}
