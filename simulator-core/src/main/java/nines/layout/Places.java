package nines.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Draft;
import nines.blueprint.Node;
import nines.model.Place;
import nines.model.Placement;
import nines.model.Scenario;

/** The tree of fault domains: one node for each place, true while it and everything around it lives. */
final class Places {
    private final Draft draft;
    private final Scenario scenario;
    /** Nodes of each place's instances, by the place's name. */
    private final Map<String, int[]> nodes = new LinkedHashMap<>();

    private final Map<String, Integer> byInstanceName = new LinkedHashMap<>();
    private final Map<Integer, String> kinds = new LinkedHashMap<>();
    private final Map<Integer, Integer> parents = new LinkedHashMap<>();
    private final Map<String, Integer> parts = new LinkedHashMap<>();

    Places(Draft draft, Scenario scenario) {
        this.draft = draft;
        this.scenario = scenario;
        scenario.places().keySet().forEach(this::layOut);
    }

    private int[] layOut(String name) {
        int[] done = nodes.get(name);
        if (done != null) {
            return done;
        }
        Place place = scenario.places().get(name);
        if (place == null) {
            throw new NotLaidOut("nothing here is called `" + name + "`: a place was expected");
        }
        List<Integer> around = new ArrayList<>();
        for (String parent : place.in()) {
            for (int node : layOut(parent)) {
                around.add(node);
            }
        }
        int part = draft.newPart(name, place.kind());
        int n = place.instances();
        int[] mine = new int[n];
        for (int i = 0; i < n; i++) {
            String called = n == 1 ? name : name + "-" + (i + 1);
            int parent = around.isEmpty() ? -1 : around.get(i % around.size());
            mine[i] = parent < 0
                    ? draft.node(called, Node.Kind.PLACE, part, 0)
                    : draft.node(called, Node.Kind.PLACE, part, 0, parent);
            byInstanceName.put(called, mine[i]);
            kinds.put(mine[i], place.kind());
            parents.put(mine[i], parent);
        }
        draft.fill(part, n == 1 ? mine[0] : draft.node(name + " all", Node.Kind.COMPONENT, part, 0, mine), mine);
        nodes.put(name, mine);
        parts.put(name, part);
        return mine;
    }

    boolean knows(String name) {
        return nodes.containsKey(name) || byInstanceName.containsKey(name);
    }

    /** The nodes a name stands for: a place with all its instances, or one instance. */
    int[] of(String name) {
        int[] all = nodes.get(name);
        if (all != null) {
            return all;
        }
        Integer one = byInstanceName.get(name);
        if (one == null) {
            throw new NotLaidOut("nothing here is called `" + name + "`: a place was expected");
        }
        return new int[] {one};
    }

    int part(String name) {
        return parts.getOrDefault(name, -1);
    }

    /** All nodes of places of a kind. */
    List<Integer> ofKind(String kind) {
        List<Integer> found = new ArrayList<>();
        kinds.forEach((node, k) -> {
            if (k.equals(kind)) {
                found.add(node);
            }
        });
        return found;
    }

    /** The place of that kind that contains a node's place, the place itself included; -1 when there is none. */
    int around(int place, String kind) {
        for (int at = place; at >= 0; at = parents.getOrDefault(at, -1)) {
            if (kind.equals(kinds.get(at))) {
                return at;
            }
        }
        return -1;
    }

    /** How many places there are around one, itself included. */
    int depth(int place) {
        int depth = 0;
        for (int at = place; at >= 0; at = parents.getOrDefault(at, -1)) {
            depth++;
        }
        return depth;
    }

    boolean contains(int outer, int place) {
        for (int at = place; at >= 0; at = parents.getOrDefault(at, -1)) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    /** The place of each of {@code n} instances: in the order written, k mod p when spread evenly; -1 for anywhere. */
    int[] spread(List<Placement> in, int n) {
        int[] placed = new int[n];
        if (in.isEmpty()) {
            java.util.Arrays.fill(placed, -1);
            return placed;
        }
        int at = 0;
        List<Integer> even = new ArrayList<>();
        for (Placement placement : in) {
            int[] here = of(placement.place());
            Integer count = placement.count();
            if (count == null) {
                for (int node : here) {
                    even.add(node);
                }
            } else {
                for (int i = 0; i < count && at < n; i++) {
                    placed[at++] = here[i % here.length];
                }
            }
        }
        for (int k = 0; at < n; k++) {
            placed[at++] = even.isEmpty() ? -1 : even.get(k % even.size());
        }
        return placed;
    }
}
