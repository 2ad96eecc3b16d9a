package nines.blueprint;

/**
 * How often clients try before they give up, as shares of the requests.
 *
 * @param attempts tries of each kind of client, the first one included
 * @param weights share of the requests of each kind, adding up to 1
 */
public record Tries(int[] attempts, double[] weights) {
    /** Everybody tries once. */
    public static final Tries ONCE = new Tries(new int[] {1}, new double[] {1});

    /** Chance that one of a client's tries comes through when each does so with the same chance, in [0, 1]. */
    public double any(double one) {
        double all = 0;
        for (int c = 0; c < attempts.length; c++) {
            double fails = 1;
            for (int a = attempts[c]; a > 0; a--) {
                fails *= 1 - one;
            }
            all += weights[c] * (1 - fails);
        }
        return all;
    }
}
