package nines.model;

/**
 * An array of disks that survives the loss of some.
 */
@Later("durability of arrays")
@Kind(name = "raid", says = "An array of disks that survives the loss of some.")
public record Raid(
        @Flat Common common,

        @Key(type = Type.COUNT, required = true, acts = Acts.STRUCTURAL, mechanism = "M40", says = "0, 1, 5, 6, 10")
        int level,

        @Key(
                type = Type.COUNT,
                required = true,
                least = 1,
                acts = Acts.STRUCTURAL,
                mechanism = "M40",
                says = "in the array")
        int disks,

        @Key(type = Type.COUNT, field = "0", acts = Acts.STRUCTURAL, mechanism = "M40", says = "waiting in the chassis")
        int hotSpares,

        @Key(type = Type.BLOCK, required = true, acts = Acts.STRUCTURAL, mechanism = "M40", says = "each of them")
        Disk disk,

        @Key(type = Type.WORD, field = "lose-stripe", acts = Acts.STRUCTURAL, mechanism = "M40", says = "what it costs")
        ReadErrorInRebuild readErrorInRebuild)
        implements Component {

    /** The words of {@code read-error-in-rebuild}. */
    public enum ReadErrorInRebuild {
        LOSE_ARRAY,
        LOSE_STRIPE
    }
}
