package nines.blueprint;

/**
 * A failure that may bring another unit down with it; both are mended together.
 *
 * @param mode index of the mode that breaks
 * @param follower index of the mode that breaks with it
 * @param chance of that, in [0, 1]
 */
public record AlsoHit(int mode, int follower, double chance) {}
