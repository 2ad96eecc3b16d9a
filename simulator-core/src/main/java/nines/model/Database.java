package nines.model;

import java.util.ArrayList;
import java.util.List;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Holds data: one primary takes the writes, replicas follow.
 */
@Kind(
        name = "database",
        says = "Holds data: one primary takes the writes, replicas follow.",
        fails =
                "{ node: { like: catalogue:server.node.outage, common-cause: 5% }, lost: { like: catalogue:server.node.permanent, repair: 24h, common-cause: 5% }, crash: { like: catalogue:sw.process.crash, common-cause: 5% } }",
        restart = "15s",
        failover = "catalogue:failover.patroni")
public record Database(
        @Flat Common common,

        @Key(
                type = Type.BYTES,
                field = "0B",
                acts = Acts.STRUCTURAL,
                mechanism = "M41",
                says = "what a restore must move")
        double size,

        @Key(
                type = Type.COUNT,
                field = "64",
                textbook = "1",
                least = 1,
                acts = Acts.REQUESTS,
                mechanism = "M25",
                says = "requests served at once by an instance")
        int workers,

        @Key(
                type = Type.TIME,
                field = "catalogue:lat.db.point",
                textbook = "0s",
                acts = Acts.REQUESTS,
                mechanism = "M31",
                says = "of a read")
        Distribution serviceTime,

        @Key(type = Type.TIME, silent = "service-time", acts = Acts.REQUESTS, mechanism = "M31", says = "of a write")
        @Nullable
        Distribution writeTime,

        @Key(
                type = Type.BLOCK,
                silent = "unlimited",
                acts = Acts.REQUESTS,
                mechanism = "M22",
                says = "in front of each instance")
        @Nullable
        WaitingLine queue,

        @Key(type = Type.WORD, field = "primary", mechanism = "M37", says = "who answers reads")
        Reads reads,

        @Key(
                type = Type.BLOCK,
                field = "{ mode: asynchronous }",
                silent = "asynchronous; textbook lag 0s",
                mechanism = "M31",
                says = "how replicas follow the primary")
        Replication replication,

        @Later("multi-primary databases")
        @Key(type = Type.WORD, field = "one", mechanism = "M36", says = "multi-primary")
        Primaries primaries,

        @Key(
                type = Type.WORD,
                field = "last-wins",
                acts = Acts.REQUESTS,
                mechanism = "M36",
                says = "what happens to concurrent writes")
        Conflicts conflicts,

        @Later("shards")
        @Key(
                type = Type.COUNT,
                field = "1",
                least = 1,
                mechanism = "M38",
                says = "parts of the data, each with its primary")
        int shards)
        implements Component {

    @Override
    public Serving serving() {
        return Serving.by(workers, writeTime == null ? serviceTime : writeTime, serviceTime, queue);
    }

    @Override
    public List<String> doesNotActOnRequests() {
        List<String> silent = new ArrayList<>();
        if (primaries != Primaries.ONE) {
            silent.add("primaries");
        }
        if (shards > 1) {
            silent.add("shards");
        }
        if (queue != null && queue.order() != WaitingLine.Order.FIFO && queue.order() != WaitingLine.Order.LIFO) {
            silent.add("queue.order");
        }
        return silent;
    }

    @Override
    public boolean leads() {
        return primaries == Primaries.ONE;
    }

    @Override
    public boolean readsAnywhere() {
        return reads != Reads.PRIMARY;
    }

    /** The words of {@code reads}. */
    public enum Reads {
        PRIMARY,
        ANY,
        REPLICAS
    }

    /** The words of {@code primaries}. */
    public enum Primaries {
        ONE,
        EVERY_SITE,
        HOME_SITE
    }

    /** The words of {@code conflicts}. */
    public enum Conflicts {
        LAST_WINS,
        MERGE,
        REJECT,
        CERTIFY
    }

    /**
     * How copies of the data follow the primary.
     */
    @Block(title = "Replication", path = "replication")
    public record Replication(
            @Key(type = Type.WORD, field = "asynchronous", mechanism = "M31", says = "when a write is confirmed")
            Mode mode,

            @Key(
                    type = Type.TIME,
                    field = "catalogue:lag.async.local",
                    textbook = "0s",
                    mechanism = "M31",
                    says = "how far a replica is behind")
            Distribution lag,

            @Key(type = Type.COUNT, field = "1", mechanism = "M31", says = "replicas that must confirm")
            int acks,

            @Key(type = Type.DURATION, field = "10s", mechanism = "M31", says = "semi-synchronous: then asynchronous")
            double fallbackAfter,

            @Key(
                    type = Type.FLAG,
                    field = "true",
                    mechanism = "M31",
                    says = "synchronous: stall when too few replicas are there")
            boolean strict,

            @Key(
                    type = Type.BANDWIDTH,
                    field = "200MB/s",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M41",
                    says = "of copying everything to a replica that has lost its data")
            double copySpeed) {

        /** The words of {@code mode}. */
        public enum Mode {
            ASYNCHRONOUS,
            SEMI_SYNCHRONOUS,
            SYNCHRONOUS
        }
    }
}
