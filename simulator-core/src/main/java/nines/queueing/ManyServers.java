package nines.queueing;

import nines.check.Require;

/**
 * M/M/c, with room for all or for some, and with patience or without: Poisson arrivals, exponential services, one queue,
 * first come first served. Erlang's delay formula (1917) is the case of endless room, his loss formula that of room for
 * the servers only, and the model of Palm (1957), "Erlang A", that of exponential patience.
 *
 * <p>Probabilities are products of ratios, taken from the likeliest state outwards, so that nothing overflows for
 * thousands of servers and no two large numbers are subtracted. The tail without patience is summed in closed form.
 *
 * @param arrivalRate requests per second
 * @param serviceRate services per second of one busy server
 * @param servers how many
 * @param room most requests in the system, at least the servers; {@link #ENDLESS} for no limit
 * @param givingUpRate one over the mean patience of a waiting request, in 1/s; 0 for endless patience
 */
public record ManyServers(double arrivalRate, double serviceRate, int servers, int room, double givingUpRate)
        implements Waiting {
    /** Room for everybody. */
    public static final int ENDLESS = Integer.MAX_VALUE;

    /** The largest room that is not endless, and the largest number of requests whose chance is kept. */
    public static final int ROOM_MAX = 10_000_000;

    /** Share of the whole below which the rest of a falling tail is left out. */
    private static final double CUT = 1e-18;

    public ManyServers {
        Require.nonNegative(arrivalRate, "arrivalRate");
        Require.positive(serviceRate, "serviceRate");
        Require.count(servers, "servers");
        Require.that(room >= servers, "room", "at least the number of servers", room);
        Require.that(room <= ROOM_MAX || room == ENDLESS, "room", "at most 10 million, or endless", room);
        Require.nonNegative(givingUpRate, "givingUpRate");
    }

    /** M/M/1. */
    public static ManyServers one(double arrivalRate, double serviceRate) {
        return of(arrivalRate, serviceRate, 1);
    }

    /** M/M/c. */
    public static ManyServers of(double arrivalRate, double serviceRate, int servers) {
        return new ManyServers(arrivalRate, serviceRate, servers, ENDLESS, 0);
    }

    /** M/M/c/K. */
    public static ManyServers withRoom(double arrivalRate, double serviceRate, int servers, int room) {
        return new ManyServers(arrivalRate, serviceRate, servers, room, 0);
    }

    /** M/M/c+M. */
    public static ManyServers impatient(double arrivalRate, double serviceRate, int servers, double meanPatience) {
        return new ManyServers(
                arrivalRate, serviceRate, servers, ENDLESS, 1 / Require.positive(meanPatience, "meanPatience"));
    }

    @Override
    public boolean isStable() {
        return room < ENDLESS || givingUpRate > 0 || arrivalRate < servers * serviceRate;
    }

    /** Offered work per server; the share of busy servers where everybody is served. */
    public double load() {
        return arrivalRate / (servers * serviceRate);
    }

    private boolean hasClosedTail() {
        return room == ENDLESS && givingUpRate == 0;
    }

    private double departureRate(int n) {
        return n <= servers ? n * serviceRate : servers * serviceRate + (n - servers) * givingUpRate;
    }

    /** The states' probabilities as far as they are kept, and the queues that belong to the closed tail. */
    private Chances chances() {
        Chances chances = new Chances();
        int top = room;
        if (hasClosedTail()) {
            top = servers;
        } else if (room == ENDLESS) {
            top = end();
        }
        double[] p = new double[top + 1];
        int mode = likeliest(top);
        p[mode] = 1;
        for (int n = mode; n > 0; n--) {
            p[n - 1] = arrivalRate == 0 ? 0 : p[n] * (departureRate(n) / arrivalRate);
        }
        for (int n = mode; n < top; n++) {
            p[n + 1] = p[n] * (arrivalRate / departureRate(n + 1));
        }
        double tail = hasClosedTail() ? p[top] * spill() : 0;
        double total = tail;
        for (int n = 0, m = top; n <= m; ) {
            total += p[n] < p[m] ? p[n++] : p[m--];
        }
        for (int n = 0; n <= top; n++) {
            p[n] /= total;
        }
        chances.p = p;
        chances.beyond = tail / total;
        return chances;
    }

    /** Chance of more than c requests over that of c, in a geometric tail. */
    private double spill() {
        return arrivalRate / (servers * serviceRate - arrivalRate);
    }

    /** The likeliest number of requests, up to the last that is kept. */
    private int likeliest(int top) {
        double offered = arrivalRate / serviceRate;
        if (offered < servers) {
            return Math.min(top, (int) offered);
        }
        if (givingUpRate == 0) {
            return arrivalRate > servers * serviceRate ? top : servers;
        }
        double waiting = (arrivalRate - servers * serviceRate) / givingUpRate;
        return (int) Math.min(top, servers + waiting);
    }

    /** The last state that is kept when the tail falls by itself: what comes after is below a part in 10^18. */
    private int end() {
        int n = Math.max(likeliest(ROOM_MAX), servers);
        double weight = 1;
        double sum = 1;
        while (n < ROOM_MAX) {
            double ratio = arrivalRate / departureRate(n + 1);
            weight *= ratio;
            sum += weight;
            n++;
            if (ratio < 1 && weight / (1 - ratio) < CUT * sum) {
                return n;
            }
        }
        throw new IllegalStateException("more than " + ROOM_MAX + " requests in the system are likely");
    }

    private static final class Chances {
        double[] p = {};
        /** Chance of more requests than {@code p} tells. */
        double beyond;
    }

    /** Chance of exactly n requests. */
    public double probability(int n) {
        requireStable();
        Chances chances = chances();
        if (n < chances.p.length) {
            return chances.p[n];
        }
        return hasClosedTail() ? chances.p[servers] * StrictMath.pow(load(), n - servers) : 0;
    }

    private void requireStable() {
        if (!isStable()) {
            throw new IllegalStateException("no steady state: load " + load() + " with room for everybody");
        }
    }

    /** Share of the requests that find no room (Erlang B where there is room for the servers only). */
    public double lossShare() {
        if (room == ENDLESS || !isStable()) {
            return 0;
        }
        Chances chances = chances();
        return chances.p.length > room ? chances.p[room] : 0;
    }

    /** Share of all requests that give up while they wait. */
    public double givingUpShare() {
        return arrivalRate == 0 ? 0 : givingUpRate * meanQueue() / arrivalRate;
    }

    @Override
    public double acceptedRate() {
        return arrivalRate * (1 - lossShare());
    }

    /** Chance that a request that is let in has to wait (Erlang C where there is room for everybody). */
    public double waitProbability() {
        if (!isStable()) {
            return 1;
        }
        Chances chances = chances();
        double waiting = chances.beyond;
        double in = chances.beyond;
        int last = Math.min(chances.p.length - 1, room - 1);
        for (int n = last; n >= 0; n--) {
            in += chances.p[n];
            waiting += n >= servers ? chances.p[n] : 0;
        }
        return in == 0 ? 0 : waiting / in;
    }

    @Override
    public double meanBusy() {
        if (hasClosedTail()) {
            return isStable() ? arrivalRate / serviceRate : servers;
        }
        Chances chances = chances();
        double busy = 0;
        for (int n = 0; n < chances.p.length; n++) {
            busy += Math.min(n, servers) * chances.p[n];
        }
        return busy;
    }

    @Override
    public double meanQueue() {
        if (!isStable()) {
            return Double.POSITIVE_INFINITY;
        }
        if (hasClosedTail()) {
            return waitProbability() * spill();
        }
        Chances chances = chances();
        double queue = 0;
        for (int n = chances.p.length - 1; n > servers; n--) {
            queue += (n - servers) * chances.p[n];
        }
        return queue;
    }

    /** Mean wait of those who are served in the end, in seconds. */
    public double meanWaitServed() {
        if (givingUpRate == 0 || arrivalRate == 0) {
            return meanWait();
        }
        Chances chances = chances();
        double served = 0;
        double waited = 0;
        double inverse = 0;
        double capacity = servers * serviceRate;
        int last = Math.min(chances.p.length - 1, room - 1);
        for (int n = 0; n <= last; n++) {
            if (n < servers) {
                served += chances.p[n];
                continue;
            }
            // In place j of the queue: everybody before leaves, by service or by giving up, before this one gives up.
            int j = n - servers + 1;
            inverse += 1 / (capacity + j * givingUpRate);
            double stays = capacity / (capacity + j * givingUpRate);
            served += chances.p[n] * stays;
            waited += chances.p[n] * stays * inverse;
        }
        return waited / served;
    }

    /** Chance that a request that is let in waits longer than t seconds, and with it that it is still there. */
    public double waitsLonger(double t) {
        return beyond(t, false);
    }

    /** Chance that a request that is let in is still there after t seconds; endless patience only. */
    public double staysLonger(double t) {
        return beyond(t, true);
    }

    private double beyond(double t, boolean withService) {
        Require.nonNegative(t, "t");
        requirePatience();
        if (!isStable()) {
            return 1;
        }
        if (hasClosedTail()) {
            double waiting = waitProbability();
            double spare = servers * serviceRate - arrivalRate;
            return withService ? sojourn(t, waiting, spare) : waiting * StrictMath.exp(-spare * t);
        }
        return new Places(chances().p, servers, room).beyond(t, serviceRate, withService);
    }

    private void requirePatience() {
        if (givingUpRate > 0) {
            throw new IllegalStateException("the law of the wait is not implemented where requests give up");
        }
    }

    /** A wait of rate {@code spare} with chance {@code waiting}, and then a service; no difference of near numbers. */
    private double sojourn(double t, double waiting, double spare) {
        double slower = Math.min(spare, serviceRate);
        double apart = Math.abs(spare - serviceRate);
        double x = apart * t;
        double mean = x < 1e-300 ? 1 : -StrictMath.expm1(-x) / x;
        return StrictMath.exp(-serviceRate * t) + waiting * serviceRate * t * mean * StrictMath.exp(-slower * t);
    }

    /** The time by which a share p of the requests let in is done, in seconds. */
    public double sojournPercentile(double p) {
        requirePatience();
        return isStable() ? Percentile.of(p, this::staysLonger, meanSojourn()) : Double.POSITIVE_INFINITY;
    }

    /** The wait that a share p of the requests let in does not exceed, in seconds. */
    public double waitPercentile(double p) {
        requirePatience();
        if (!isStable()) {
            return Double.POSITIVE_INFINITY;
        }
        return waitsLonger(0) <= 1 - p ? 0 : Percentile.of(p, this::waitsLonger, meanSojourn());
    }
}
