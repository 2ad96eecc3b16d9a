package nines.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nines.blueprint.Draft;
import nines.blueprint.Node;
import nines.blueprint.Safety;
import nines.model.Backup;

/** Which failures and events take data away, and from whom. */
final class Losses {
    private final Draft draft;
    private final Names names;

    /**
     * Something that takes data away.
     *
     * @param mode a failure, or -1
     * @param plan an event, or -1
     */
    private record By(int mode, int plan, boolean silently) {}

    private final Map<By, List<Integer>> hit = new LinkedHashMap<>();

    Losses(Draft draft, Names names) {
        this.draft = draft;
        this.names = names;
    }

    /** A failure takes the data of an instance, or of all in a place. */
    void byMode(int mode, int node) {
        hit.computeIfAbsent(new By(mode, -1, false), by -> new ArrayList<>()).add(node);
    }

    /** An event takes the data of an instance, or makes it wrong. */
    void byPlan(int plan, int node, boolean silently) {
        hit.computeIfAbsent(new By(-1, plan, silently), by -> new ArrayList<>()).add(node);
    }

    boolean isEmpty() {
        return hit.isEmpty();
    }

    /** What takes the data of a component's instances, and the copies of its backups. */
    List<Safety.Loss> of(Copy data, List<Copy> backups) {
        List<Safety.Loss> losses = new ArrayList<>();
        hit.forEach((by, nodes) -> {
            Set<Integer> members = new TreeSet<>();
            for (int node : nodes) {
                members.addAll(within(data, node));
            }
            // What is wrong is so on every replica.
            if (by.silently() && !members.isEmpty()) {
                for (int i = 0; i < data.instances(); i++) {
                    members.add(i);
                }
            }
            Set<Integer> copies = new TreeSet<>();
            for (int b = 0; b < backups.size(); b++) {
                if (isGone(backups.get(b), nodes, by.silently())) {
                    copies.add(b);
                }
            }
            if (!members.isEmpty() || !copies.isEmpty()) {
                losses.add(new Safety.Loss(by.mode(), by.plan(), ints(members), ints(copies), by.silently()));
            }
        });
        return losses;
    }

    /** A backup is gone when all its instances are hit; what cannot be changed cannot be made wrong. */
    private boolean isGone(Copy backup, List<Integer> nodes, boolean silently) {
        boolean immutable = backup.component() instanceof Backup copies && copies.immutable();
        Set<Integer> instances = new TreeSet<>();
        for (int node : nodes) {
            instances.addAll(within(backup, node));
        }
        return instances.size() == backup.instances() && !(silently && immutable);
    }

    /** The instances of a copy that a node stands for: itself, or a place around them. */
    private List<Integer> within(Copy copy, int node) {
        List<Integer> within = new ArrayList<>();
        boolean place = draft.node(node).kind() == Node.Kind.PLACE;
        for (int i = 0; i < copy.instances(); i++) {
            if (copy.units()[i] == node || place && names.places.contains(node, copy.placed()[i])) {
                within.add(i);
            }
        }
        return within;
    }

    private static int[] ints(Set<Integer> set) {
        return set.stream().mapToInt(Integer::intValue).toArray();
    }
}
