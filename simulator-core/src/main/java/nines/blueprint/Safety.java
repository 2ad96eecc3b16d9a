package nines.blueprint;

import java.util.List;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * How members of a dataset can lose what they have, and from where it comes back: from a member that serves, else from a
 * backup.
 *
 * @param empty for each member the mode that is broken while it has no data: never by itself, and mended by copying or
 *     restoring; nothing when no member can lose its data
 * @param size bytes to move
 * @param copying bytes per second from another member; infinite: at once
 * @param losses what takes data away
 * @param backups in the order of the scenario
 */
public record Safety(int[] empty, double size, double copying, List<Loss> losses, List<Backup> backups) {
    /** Nothing takes data away. */
    public static final Safety NONE = new Safety(new int[0], 0, Double.POSITIVE_INFINITY, List.of(), List.of());

    public Safety {
        losses = List.copyOf(losses);
        backups = List.copyOf(backups);
    }

    /**
     * Something that takes data away.
     *
     * @param mode failure that does it when it breaks, or -1
     * @param plan event that does it, or -1
     * @param members whose data is gone
     * @param backups whose copies are gone
     * @param silently whether the data is only wrong, on all members alike, until the plan is over: that is when somebody has
     *     noticed
     */
    public record Loss(int mode, int plan, int[] members, int[] backups, boolean silently) {}

    /**
     * Copies taken at fixed intervals from time 0 on; they were taken before as well. Each needs the full one before it, an
     * increment or log also those between.
     *
     * @param stream name of its random streams
     * @param works node that is true while it can be read
     * @param full seconds between full copies
     * @param incremental seconds between increments; infinite: none
     * @param log seconds between shipments of the log; infinite: none
     * @param retention seconds until a copy is thrown away
     * @param bandwidth law of the bytes per second of a restore; null: at once
     * @param success chance of a job
     * @param usable chance of a full copy to be usable when needed
     * @param replay how many seconds of writing are replayed from the log in a second; infinite: at once
     */
    public record Backup(
            String stream,
            int works,
            double full,
            double incremental,
            double log,
            double retention,
            @Nullable Distribution bandwidth,
            double success,
            double usable,
            double replay) {}
}
