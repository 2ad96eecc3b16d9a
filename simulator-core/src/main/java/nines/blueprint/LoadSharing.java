package nines.blueprint;

/**
 * How much faster the survivors of a group age while others are down (accelerated life).
 *
 * @param members nodes of the instances
 * @param factors speed with 0, 1, 2, … members down; the last one holds for more
 */
public record LoadSharing(int[] members, double[] factors) {}
