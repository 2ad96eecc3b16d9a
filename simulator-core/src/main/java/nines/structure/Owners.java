package nines.structure;

import java.util.HashMap;
import java.util.Map;
import nines.blueprint.Blueprint;

/** The components, places and groups that nodes and root causes belong to, by number. Copies, one a cell, have one owner. */
final class Owners {
    private final int[] ofCause;
    private final int[] ofNode;
    private final int overload;

    Owners(Blueprint blueprint) {
        ofCause = new int[blueprint.causes().size()];
        ofNode = new int[blueprint.nodes().size()];
        Map<String, Integer> numbers = new HashMap<>();
        int tooMuch = -1;
        for (int c = 0; c < ofCause.length; c++) {
            ofCause[c] = number(numbers, blueprint.causes().get(c).owner());
            tooMuch = blueprint.causes().get(c).name().equals("overload") ? c : tooMuch;
        }
        for (int n = 0; n < ofNode.length; n++) {
            int part = blueprint.nodes().get(n).component();
            ofNode[n] =
                    part < 0 ? -1 : number(numbers, blueprint.parts().get(part).name());
        }
        overload = tooMuch;
    }

    /** The root cause that is nobody's fault but too much load; -1 where there is none. */
    int overload() {
        return overload;
    }

    /** Whether a root cause is a fault of the component, place or group that a node belongs to. */
    boolean isOwn(int node, int cause) {
        return cause >= 0 && ofCause[cause] == ofNode[node];
    }

    private static int number(Map<String, Integer> numbers, String owner) {
        int copy = owner.indexOf('@');
        String plain = copy < 0 ? owner : owner.substring(0, copy);
        return numbers.computeIfAbsent(plain, k -> numbers.size());
    }
}
