package nines.model;

import nines.distribution.Deterministic;
import org.jspecify.annotations.Nullable;

/**
 * Stores messages until a consumer has worked them off.
 */
@Kind(
        name = "queue",
        says = "Stores messages until a consumer has worked them off.",
        fails =
                "{ node: { like: catalogue:server.node.outage, common-cause: 5% }, lost: { like: catalogue:server.node.permanent, repair: 24h, common-cause: 5% }, crash: { like: catalogue:sw.process.crash, common-cause: 5% } }",
        failover = "catalogue:failover.kafka")
public record Queue(
        @Flat Common common,

        @Later("data loss")
        @Key(type = Type.WORD, field = "all", mechanism = "M22", says = "which copies confirm a message")
        Acks acks,

        @Later("data loss")
        @Key(type = Type.COUNT, field = "1", mechanism = "M22", says = "copies that must be in step to accept messages")
        int inSync,

        @Later("data loss")
        @Key(type = Type.FLAG, field = "false", mechanism = "M22", says = "may a copy out of step lead?")
        boolean uncleanElection,

        @Key(type = Type.COUNT, field = "unlimited", acts = Acts.REQUESTS, mechanism = "M22", says = "messages")
        int capacity,

        @Key(
                type = Type.DURATION,
                field = "30s",
                acts = Acts.REQUESTS,
                mechanism = "M22",
                says = "until a message is given to another consumer")
        double visibilityTimeout,

        @Key(type = Type.COUNT, field = "5", acts = Acts.REQUESTS, mechanism = "M22", says = "failed deliveries")
        int deadLetterAfter,

        @Key(
                type = Type.BLOCK,
                silent = "textbook: at once, always works; field: catalogue:failover.kafka",
                mechanism = "M22",
                says = "of the leader")
        @Nullable
        Failover failover)
        implements Component {

    @Override
    public Serving serving() {
        return Serving.by(Integer.MAX_VALUE, new Deterministic(0));
    }

    /** The words of {@code acks}. */
    public enum Acks {
        NONE,
        ONE,
        ALL
    }
}
