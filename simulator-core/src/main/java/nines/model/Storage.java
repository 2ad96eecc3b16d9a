package nines.model;

import org.jspecify.annotations.Nullable;

/**
 * Keeps data in copies or coded stripes spread over places.
 */
@Kind(
        name = "storage",
        says = "Keeps data in copies or coded stripes spread over places.",
        fails =
                "{ node: { like: catalogue:server.node.outage, common-cause: 5% }, lost: { like: catalogue:server.node.permanent, repair: 24h, common-cause: 5% }, crash: { like: catalogue:sw.process.crash, common-cause: 5% } }")
public record Storage(
        @Flat Common common,

        @Key(
                type = Type.SCHEME,
                field = "3 copies",
                acts = Acts.STRUCTURAL,
                mechanism = "M39",
                says = "`3 copies`, `rs 6+3`, `lrc 12+2+2`")
        String scheme,

        @Later("durability of storage")
        @Key(
                type = Type.COUNT,
                field = "100000",
                least = 1,
                acts = Acts.STRUCTURAL,
                mechanism = "M39",
                says = "objects, coded or copied")
        int stripes,

        @Later("durability of storage")
        @Key(type = Type.BYTES, silent = "not said", acts = Acts.STRUCTURAL, mechanism = "M39", says = "of the data")
        @Nullable
        Double size,

        @Key(
                type = Type.TEXT,
                field = "one-per-rack",
                acts = Acts.STRUCTURAL,
                mechanism = "M39",
                says = "`random`, `copysets 10`, `one-per-KIND`")
        String placement,

        @Later("durability of storage")
        @Key(
                type = Type.BLOCK,
                field = "{ delay: 15min }",
                silent = "15min, 20%",
                acts = Acts.STRUCTURAL,
                mechanism = "M39",
                says = "of lost redundancy")
        Rebuild rebuild,

        @Later("durability of storage")
        @Key(
                type = Type.BLOCK,
                silent = "none of its own",
                acts = Acts.STRUCTURAL,
                mechanism = "M39 M40",
                says = "of each node")
        @Nullable
        Disk disk,

        @Key(
                type = Type.HOW_MANY,
                field = "majority",
                mechanism = "M35",
                says = "of an object's chunks that must answer a read (R); coded: at least those of the data")
        HowMany readQuorum,

        @Key(
                type = Type.HOW_MANY,
                field = "majority",
                mechanism = "M35",
                says = "of an object's chunks that must confirm a write (W); coded: at least those of the data")
        HowMany writeQuorum,

        @Later("hinted hand-off") @Key(type = Type.DURATION, field = "3h", mechanism = "M35", says = "hinted hand-off")
        double hints,

        @Later("token ranges")
        @Key(type = Type.COUNT, field = "16", acts = Acts.STRUCTURAL, mechanism = "M35", says = "ranges per node")
        int tokens)
        implements Component {

    /** How {@code placement} begins that keeps the chunks of an object apart. */
    public static final String ONE_PER = "one-per-";

    /** The scheme as numbers; three copies where the text says none. */
    public Scheme coded() {
        return Scheme.of(scheme).orElse(new Scheme(true, 1, 0, 2));
    }

    /** Instances that hold a chunk of one object: never more than there are. */
    public int width() {
        return Math.min(coded().width(), common.instances());
    }

    /** How many of the instances of an object must serve for it to be read or written. */
    public int quorum(boolean write) {
        HowMany wanted = write ? writeQuorum : readQuorum;
        int width = width();
        return Math.min(width, Math.max(coded().data(), wanted.of(width)));
    }

    /** The kind of place that holds at most one chunk of an object; null: any instance may. */
    public @Nullable String onePer() {
        return placement.startsWith(ONE_PER) ? placement.substring(ONE_PER.length()) : null;
    }

    /** So many instances that every object can be read and written, whichever are down. */
    @Override
    public int neededAtLeast() {
        return common.instances() - width() + Math.max(quorum(false), quorum(true));
    }

    /**
     * How lost redundancy is restored.
     */
    @Block(title = "Rebuild of lost redundancy", path = "rebuild")
    public record Rebuild(
            @Key(
                    type = Type.DURATION,
                    field = "15min",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M39",
                    says = "before it starts")
            double delay,

            @Key(
                    type = Type.SHARE,
                    field = "20%",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M39",
                    says = "of disk and network")
            double bandwidth) {}
}
