package nines.model;

import java.util.List;
import nines.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks for, and what must work for it.
 */
@Block(title = "Journeys", path = "journeys.*")
public record Journey(
        String name,
        @Nullable String about,

        @Key(type = Type.CALL, silent = "nothing", says = "each hands the request on to the next and waits")
        List<Call> through,

        @Key(
                type = Type.CALL,
                silent = "nothing",
                says = "what the last one does, in order; without `through` the user does it (a tandem of queues)")
        List<Call> calls,

        @Key(type = Type.CONDITION, acts = Acts.STRUCTURAL, says = "must also work; alone: a plain reliability model")
        @Nullable
        Condition needs,

        @Key(
                type = Type.SHARE,
                field = "99%",
                mechanism = "M56",
                says = "served share from which the journey counts as up")
        double upAt,

        @Key(
                type = Type.COUNT,
                field = "1",
                least = 0,
                acts = Acts.REQUESTS,
                mechanism = "M20",
                says = "larger is shed later")
        int priority,

        @Key(type = Type.BYTES, field = "0B", acts = Acts.REQUESTS, mechanism = "M43", says = "of the answer")
        double size,

        @Key(type = Type.BLOCK, silent = "those of the file", mechanism = "M56", says = "overrides key by key")
        Target targets,

        @Later("cost")
        @Key(
                type = Type.MONEY,
                field = "0 USD",
                acts = Acts.STRUCTURAL,
                mechanism = "M56",
                says = "per outage or per time down")
        Money outageCost) {

    public Journey {
        through = List.copyOf(through);
        calls = List.copyOf(calls);
    }

    /** The journey that is meant where none is written: everything that does not feed something else must work. */
    public static Journey service(Condition needs, Target targets) {
        return new Journey("service", null, List.of(), List.of(), needs, 0.99, 1, 0, targets, new Money(0, "USD", ""));
    }
}
