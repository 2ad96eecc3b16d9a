package nines.model;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * The way back after the failed instance is mended.
 */
@Block(title = "Failback", path = "failover.failback", shortFor = "mode")
public record Failback(
        @Key(
                type = Type.WORD,
                field = "never",
                acts = Acts.STRUCTURAL,
                mechanism = "M42",
                says =
                        "who works once the failed one is mended: stays as it is, returns at once, by plan, or after a rebuild (later; now as never)")
        @Nullable
        Mode mode,

        @Key(type = Type.TIME, field = "0s", acts = Acts.STRUCTURAL, mechanism = "M42", says = "quiet time before")
        Distribution after,

        @Later("data loss")
        @Key(
                type = Type.NAME,
                refers = {"components"},
                acts = Acts.STRUCTURAL,
                mechanism = "M41",
                says = "backup to rebuild from")
        @Nullable
        String source,

        @Later("data loss")
        @Key(
                type = Type.BANDWIDTH,
                field = "200MB/s",
                acts = Acts.STRUCTURAL,
                mechanism = "M41",
                says = "of the rebuild")
        double speed) {

    /** The words of {@code mode}. */
    public enum Mode {
        NEVER,
        AT_ONCE,
        PLANNED,

        @Later("acts as `never`: data loss")
        REBUILD
    }
}
