package nines.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Draft;
import nines.blueprint.Node;
import nines.blueprint.Tolerance;
import nines.model.Condition;

/** Conditions become nodes: all, any and at-least are gates, a tolerance is a store in between. */
final class Conditions {
    private final Draft draft;
    private final Names names;
    private final Map<Condition, Integer> shared = new HashMap<>();
    private int number;

    Conditions(Draft draft, Names names) {
        this.draft = draft;
        this.names = names;
    }

    /** The node of a condition; {@code owner} names whose store a tolerance is. */
    int node(Condition condition, String owner) {
        if (!tolerates(condition)) {
            Integer known = shared.get(condition);
            if (known != null) {
                return known;
            }
        }
        int node = build(condition, owner);
        nines.model.Tolerance store = condition.tolerates();
        if (store != null) {
            String with = store.with();
            int bridge = draft.node(owner + " bridges " + draft.name(node), Node.Kind.GATE, -1, 0);
            draft.tolerance(new Tolerance(
                    owner + "/tolerates " + draft.name(node),
                    node,
                    bridge,
                    store.lasting(),
                    store.success(),
                    with == null ? -1 : names.works(nines.model.Selector.of(with))));
            return bridge;
        }
        if (!tolerates(condition)) {
            shared.put(condition, node);
        }
        return node;
    }

    private int build(Condition condition, String owner) {
        if (condition instanceof Condition.Works works) {
            return names.works(works.who());
        }
        if (condition instanceof Condition.All all) {
            return gate("all of", all.of(), owner, false, -1);
        }
        if (condition instanceof Condition.Any any) {
            return gate("any of", any.of(), owner, false, 1);
        }
        Condition.AtLeast some = (Condition.AtLeast) condition;
        return gate("at least " + some.count() + " of", some.of(), owner, true, some.count());
    }

    private int gate(String what, List<Condition> of, String owner, boolean countInstances, int atLeast) {
        List<Integer> inputs = new ArrayList<>();
        for (Condition inner : of) {
            boolean counts = countInstances && inner.tolerates() == null;
            if (counts && inner instanceof Condition.Works works && works.who().role() == null) {
                for (int node : names.each(works.who())) {
                    inputs.add(node);
                }
            } else {
                inputs.add(node(inner, owner));
            }
        }
        int[] nodes = inputs.stream().mapToInt(Integer::intValue).toArray();
        if (nodes.length == 1 && atLeast <= 1) {
            return nodes[0];
        }
        int needed = atLeast < 0 ? nodes.length : atLeast;
        return draft.gate(what + " " + nodes.length + " (" + ++number + ")", needed, nodes);
    }

    private static boolean tolerates(Condition condition) {
        return condition.tolerates() != null || condition.of().stream().anyMatch(Conditions::tolerates);
    }
}
