package nines.model;

import org.jspecify.annotations.Nullable;

/**
 * Keeps data in copies or coded stripes spread over places.
 */
@Later("durability of storage")
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

        @Key(
                type = Type.COUNT,
                field = "100000",
                least = 1,
                acts = Acts.STRUCTURAL,
                mechanism = "M39",
                says = "objects, coded or copied")
        int stripes,

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

        @Key(
                type = Type.BLOCK,
                field = "{ delay: 15min }",
                silent = "15min, 20%",
                acts = Acts.STRUCTURAL,
                mechanism = "M39",
                says = "of lost redundancy")
        Rebuild rebuild,

        @Key(
                type = Type.BLOCK,
                silent = "none of its own",
                acts = Acts.STRUCTURAL,
                mechanism = "M39 M40",
                says = "of each node")
        @Nullable
        Disk disk,

        @Key(type = Type.HOW_MANY, field = "majority", mechanism = "M35", says = "leaderless: R")
        HowMany readQuorum,

        @Key(type = Type.HOW_MANY, field = "majority", mechanism = "M35", says = "leaderless: W")
        HowMany writeQuorum,

        @Key(type = Type.DURATION, field = "3h", mechanism = "M35", says = "hinted hand-off")
        double hints,

        @Key(type = Type.COUNT, field = "16", acts = Acts.STRUCTURAL, mechanism = "M35", says = "ranges per node")
        int tokens)
        implements Component {

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
