package nines.blueprint;

/**
 * A failure that may bring others down with it, all of them or none; they are mended together.
 *
 * @param mode index of the mode that breaks
 * @param followers indexes of the modes that break with it
 * @param chance of that, in [0, 1]
 */
public record AlsoHit(int mode, int[] followers, double chance) {
    /** One that may bring one other down. */
    public AlsoHit(int mode, int follower, double chance) {
        this(mode, new int[] {follower}, chance);
    }
}
