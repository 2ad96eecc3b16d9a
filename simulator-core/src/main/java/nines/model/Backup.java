package nines.model;

import java.util.List;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Copies of data from which a loss is restored.
 */
@Kind(name = "backup", says = "Copies of data from which a loss is restored.")
public record Backup(
        @Flat Common common,

        @Key(
                type = Type.NAMES,
                required = true,
                refers = {"components"},
                acts = Acts.STRUCTURAL,
                mechanism = "M41",
                says = "what is saved")
        List<String> of,

        @Key(type = Type.DURATION, field = "1d", acts = Acts.STRUCTURAL, mechanism = "M41", says = "interval")
        double full,

        @Key(type = Type.DURATION, field = "never", acts = Acts.STRUCTURAL, mechanism = "M41", says = "interval")
        double incremental,

        @Key(
                type = Type.DURATION,
                field = "never",
                acts = Acts.STRUCTURAL,
                mechanism = "M41",
                says = "interval of log shipping")
        double log,

        @Key(type = Type.DURATION, field = "35d", acts = Acts.STRUCTURAL, mechanism = "M41", says = "oldest copy kept")
        double retention,

        @Key(
                type = Type.BANDWIDTH_DIST,
                field = "catalogue:ops.restore.rate",
                textbook = "unlimited",
                acts = Acts.STRUCTURAL,
                mechanism = "M41",
                says = "speed of a restore")
        @Nullable
        Distribution restore,

        @Key(
                type = Type.SHARE,
                field = "99%",
                textbook = "100%",
                acts = Acts.STRUCTURAL,
                mechanism = "M41",
                says = "of a job")
        double success,

        @Key(
                type = Type.SHARE,
                field = "97%",
                textbook = "100%",
                acts = Acts.STRUCTURAL,
                mechanism = "M41",
                says = "of a backup when needed")
        double usable,

        @Key(
                type = Type.FACTOR,
                field = "3x",
                acts = Acts.STRUCTURAL,
                mechanism = "M41",
                says = "how many times faster than it was written the log is replayed")
        double replay,

        @Key(
                type = Type.FLAG,
                field = "false",
                acts = Acts.STRUCTURAL,
                mechanism = "M41",
                says = "cannot be changed or encrypted by an attacker")
        boolean immutable)
        implements Component {

    public Backup {
        of = List.copyOf(of);
    }
}
