package nines.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nines.model.Condition;
import nines.model.Tolerance;

/**
 * Reads conditions: a name, a list of them, {@code all}, {@code any}, {@code at-least} of. Whatever is wrong in one, the
 * rest of it is read and checked; nobody stands where somebody could not be read.
 */
final class ConditionReader {

    private static final List<String> KEYS = List.of("all", "any", "at-least", "of", "tolerates");

    private final References references;
    private final Problems problems;
    private final Unknowns unknowns;

    ConditionReader(References references, Problems problems, Unknowns unknowns) {
        this.references = references;
        this.problems = problems;
        this.unknowns = unknowns;
    }

    Condition condition(Node node, String path, Values.Tolerances tolerances) {
        if (node instanceof Node.Plain plain) {
            return works(plain, path);
        }
        if (node instanceof Node.Items list) {
            return new Condition.All(conditions(list, path, tolerances), null);
        }
        if (node instanceof Node.Entries block) {
            return condition(block, path, tolerances);
        }
        problems.add(Code.N121, node.spot(), path, "a condition is expected, not nothing.");
        return StandIns.condition();
    }

    private Condition works(Node.Plain plain, String path) {
        if (Values.isToldParameter(plain)) {
            unknowns.mayMean(References.ACTORS, List.of());
            return StandIns.condition();
        }
        try {
            return new Condition.Works(references.selector(plain.text(), References.ACTORS, path), null);
        } catch (BadValue e) {
            problems.add(e, plain.spot(), path);
            return StandIns.condition();
        }
    }

    private Condition condition(Node.Entries block, String path, Values.Tolerances tolerances) {
        boolean complete = !hasStrays(block, path) && block.unsure().isEmpty();
        Node tolerance = block.get("tolerates");
        Tolerance tolerates =
                tolerance != null && tolerances.tolerance(tolerance, path + ".tolerates") instanceof Tolerance value
                        ? value
                        : null;
        int least = block.has("at-least") ? atLeast(block, path) : 0;
        List<Condition> members = new ArrayList<>();
        for (String word : List.of("all", "any", "of")) {
            Node of = block.get(word);
            if (of != null) {
                Node.Items list = of instanceof Node.Items items ? items : new Node.Items(List.of(of), of.spot());
                members.addAll(conditions(list, path, tolerances));
            }
        }
        boolean counted = block.has("at-least") || block.has("of");
        int ways = (block.has("all") ? 1 : 0) + (block.has("any") ? 1 : 0) + (counted ? 1 : 0);
        boolean half = counted && !(block.has("at-least") && block.has("of"));
        if (ways > 1 || (complete && (ways == 0 || half))) {
            problems.add(
                    Code.N130,
                    block.spot(),
                    path,
                    "a condition has one of `all`, `any`, or `at-least` together with `of`; this one has "
                            + (ways == 0
                                    ? "none"
                                    : String.join(", ", block.entries().keySet())) + ".");
        }
        if (ways != 1 || half) {
            unknowns.mayMean(References.ACTORS, List.of());
            return new Condition.All(members, tolerates);
        }
        return block.has("all")
                ? new Condition.All(members, tolerates)
                : block.has("any")
                        ? new Condition.Any(members, tolerates)
                        : new Condition.AtLeast(complete ? least : 0, members, tolerates);
    }

    private boolean hasStrays(Node.Entries block, String path) {
        boolean strays = false;
        for (Map.Entry<String, Node.Entry> entry : block.entries().entrySet()) {
            String key = entry.getKey();
            if (!KEYS.contains(key)) {
                Optional<String> near = DidYouMean.nearest(key, KEYS);
                problems.add(
                        Code.N101,
                        entry.getValue().key(),
                        path,
                        "unknown key `" + key + "` in a condition."
                                + near.map(word -> " Did you mean `" + word + "`?")
                                        .orElse(" Allowed are all, any, at-least with of, tolerates."));
                unknowns.unread(entry.getValue().value());
                strays = true;
            }
        }
        return strays;
    }

    /** The count; 0, which always holds, if it cannot be read. */
    private int atLeast(Node.Entries block, String path) {
        Node least = block.get("at-least");
        String text = least instanceof Node.Plain plain ? plain.text() : "?";
        if (text.matches("[1-9][0-9]{0,6}")) {
            return Integer.parseInt(text);
        }
        boolean told = least instanceof Node.Plain plain && Values.isToldParameter(plain);
        if (!told) {
            problems.add(
                    Code.N127,
                    least == null ? block.spot() : least.spot(),
                    path,
                    "`at-least: " + text + "`: it takes a count such as `2`.");
        }
        return 0;
    }

    private List<Condition> conditions(Node.Items list, String path, Values.Tolerances tolerances) {
        List<Condition> members = new ArrayList<>();
        for (Node item : list.items()) {
            members.add(condition(item, path, tolerances));
        }
        if (list.items().isEmpty()) {
            problems.add(Code.N121, list.spot(), path, "a condition over an empty list says nothing. Leave it out.");
        }
        return members;
    }
}
