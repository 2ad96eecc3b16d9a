package nines.model;

import java.util.Map;

/**
 * One disk of a store or an array.
 */
@Block(title = "Disk", path = "disk")
public record Disk(
        @Key(type = Type.BYTES, field = "20TB", acts = Acts.STRUCTURAL, mechanism = "M39 M40", says = "of one disk")
        double size,

        @Key(type = Type.BANDWIDTH, field = "150MB/s", acts = Acts.STRUCTURAL, mechanism = "M40", says = "of copying")
        double speed,

        @Later("failures of single disks")
        @Key(
                type = Type.BLOCK,
                silent = "catalogue:disk.hdd.fail",
                acts = Acts.STRUCTURAL,
                mechanism = "M40",
                says = "one `common-cause` for batch and shelf")
        Map<String, Mode> fails,

        @Key(
                type = Type.PER_BYTE,
                field = "1/125TB",
                acts = Acts.STRUCTURAL,
                mechanism = "M40",
                says = "one in 1e15 bits")
        double readErrors,

        @Later("scrubbing")
        @Key(type = Type.DURATION, field = "never", acts = Acts.STRUCTURAL, mechanism = "M40", says = "interval")
        double scrub) {

    public Disk {
        fails = Ordered.copy(fails);
    }
}
