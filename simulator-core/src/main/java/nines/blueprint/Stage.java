package nines.blueprint;

/** The part of an impairment's life that is going on; downtime is attributed to (root cause, stage). */
public enum Stage {
    /** Nobody who could act has noticed yet, or an observer still believes the old truth. */
    DETECTION(0, "detection"),
    /** Fencing, promotion, start and redirect of whoever takes over. */
    SWITCHOVER(1, "switch-over"),
    /** A person finishes what automation could not. */
    BY_HAND(2, "by hand"),
    /** Acknowledgement, travel, and waiting for a crew or a spare part. */
    WAITING(3, "waiting"),
    /** Hands-on repair; also a published duration, which is whole. */
    REPAIR(4, "repair"),
    /** Starting again after the cause is gone. */
    RESTART(5, "restart"),
    /** Planned work. */
    PLANNED(6, "planned work"),
    /** More load than the living can carry. */
    OVERLOAD(7, "overload"),
    /** Data comes back from another copy or from a backup. */
    RESTORE(8, "restore");

    private final int column;
    private final String words;

    Stage(int column, String words) {
        this.column = column;
        this.words = words;
    }

    /** Its column in tables of (cause, stage), from 0. */
    public int column() {
        return column;
    }

    /** The stage of a column. */
    public static Stage of(int column) {
        for (Stage stage : values()) {
            if (stage.column == column) {
                return stage;
            }
        }
        throw new IllegalArgumentException("there is no stage in column " + column);
    }

    /** The stage as reports write it. */
    public String words() {
        return words;
    }
}
