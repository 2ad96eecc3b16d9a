package nines.queueing;

/**
 * The law of the wait in a queue with limited room: a request that finds n others stands in place n − c + 1, moves up at
 * every departure, and is then served. Followed tick by tick of the departures of c busy servers, so that all terms are
 * positive.
 */
final class Places {
    private final double[] chance;
    private final int servers;

    /**
     * Of those let in.
     *
     * @param p chance of n requests
     * @param room a request that finds so many is turned away
     */
    Places(double[] p, int servers, int room) {
        this.servers = servers;
        int last = Math.min(p.length - 1, room - 1);
        // chance[0] is to be served at once, chance[j] to stand in place j.
        chance = new double[Math.max(1, last - servers + 2)];
        double in = 0;
        for (int n = last; n >= 0; n--) {
            chance[Math.max(0, n - servers + 1)] += p[n];
            in += p[n];
        }
        for (int j = 0; j < chance.length; j++) {
            chance[j] /= in;
        }
    }

    /** Chance of a wait, or of a wait and a service, longer than t. */
    double beyond(double t, double serviceRate, boolean withService) {
        double ticks = servers * serviceRate * t;
        // later[k]: chance of a place behind k, and so of still waiting after k departures.
        double[] later = new double[chance.length + 1];
        for (int j = chance.length - 1; j >= 1; j--) {
            later[j - 1] = later[j] + chance[j];
        }
        double inService = chance[0];
        double stays = 1 - 1.0 / servers;
        Ticks poisson = new Ticks(ticks);
        double sum = 0;
        for (int k = 0; k <= poisson.last(); k++) {
            double waiting = k < later.length ? later[k] : 0;
            sum += poisson.chance(k) * (withService ? waiting + inService : waiting);
            inService = inService * stays + (k + 1 < chance.length ? chance[k + 1] : 0);
        }
        return sum;
    }
}
