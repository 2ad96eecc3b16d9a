package nines.layout;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A scenario says something that has no meaning yet, or contradicts itself; the message tells everything that was found,
 * each with its path and the rule.
 */
public final class NotLaidOut extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Refusal> refusals;

    NotLaidOut(String message) {
        super(message);
        refusals = List.of();
    }

    NotLaidOut(Refusal.Why why, String path, String message) {
        this(List.of(new Refusal(why, path, List.of(path), message)));
    }

    NotLaidOut(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::text).collect(Collectors.joining("\n")));
        this.refusals = List.copyOf(refusals);
    }

    /** One by one; empty where the message alone says it. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
