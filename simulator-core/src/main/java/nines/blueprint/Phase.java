package nines.blueprint;

import nines.distribution.Distribution;

/**
 * One stage of a repair or take-over.
 *
 * @param called its name where it was described: a failover's `promotion`
 * @param stage what downtime in it is called
 * @param law its duration in seconds of its own time
 * @param resource what must be had before the clock starts
 * @param success chance that the stage works, drawn at its end; used by take-overs only
 * @param committed whether the old holder can no longer simply come back; used by take-overs only
 */
public record Phase(
        String called, Stage stage, Distribution law, Resource resource, double success, boolean committed) {
    /** What a stage waits for. */
    public enum Resource {
        /** Nothing: the clock starts at once. */
        NONE,
        /** A free hand of the crew, held until the last stage that needs it ends. */
        CREW,
        /** A part from the shelf. */
        SPARE,
        /** Data to copy: how long it takes depends on where it comes from. */
        DATA
    }

    /** A stage without a name of its own. */
    public Phase(Stage stage, Distribution law, Resource resource, double success, boolean committed) {
        this(stage.words(), stage, law, resource, success, committed);
    }

    /** A stage of a repair that needs nobody. */
    public static Phase of(Stage stage, Distribution law) {
        return new Phase(stage, law, Resource.NONE, 1, false);
    }
}
