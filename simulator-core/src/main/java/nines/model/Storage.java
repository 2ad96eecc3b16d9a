package nines.model;

import org.jspecify.annotations.Nullable;

/**
 * Keeps data in copies or coded stripes spread over places.
 */
@Kind(
        name = "storage",
        says = "Keeps data in copies or coded stripes spread over places.",
        fails =
                "{ node: { like: catalogue:server.node.outage, common-cause: 5% }, lost: { like: catalogue:server.node.permanent, repair: 24h, loses-data: true }, crash: { like: catalogue:sw.process.crash, common-cause: 5% } }")
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
                silent = "20TB at 150MB/s, no read errors",
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

    private static final String COPYSETS = "copysets ";

    private static final double DISK_SIZE = 20e12;
    private static final double DISK_SPEED = 150e6;

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

    /** Whether coded objects have more chunks than there are instances; of copies there are just as many as fit. */
    public boolean lacksInstances() {
        return !coded().copies() && coded().width() > common.instances();
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

    /** With so many others an instance shares objects (copysets); 0: with any. */
    public int copysets() {
        return placement.startsWith(COPYSETS) ? Integer.parseInt(placement.substring(COPYSETS.length())) : 0;
    }

    /** Bytes of one chunk: of the data as it is said, else of full disks. */
    public double chunkBytes() {
        return size == null
                ? diskSize() * common.instances() / ((double) stripes * width())
                : size / ((double) stripes * coded().data());
    }

    /** Chunks that are read to rebuild one: a copy, the data chunks, or those of a local group. */
    public int readsPerChunk() {
        Scheme scheme = coded();
        return scheme.local() == 0 ? scheme.data() : scheme.data() / scheme.local();
    }

    /** Seconds in which all instances together read and write what rebuilds one chunk. */
    public double chunkTime() {
        double all = common.instances() * diskSpeed() * rebuild.bandwidth();
        return chunkBytes() * (readsPerChunk() + 1) / all;
    }

    /** Read errors per byte. */
    public double readErrors() {
        return disk == null ? 0 : disk.readErrors();
    }

    private double diskSize() {
        return disk == null ? DISK_SIZE : disk.size();
    }

    private double diskSpeed() {
        return disk == null ? DISK_SPEED : disk.speed();
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
