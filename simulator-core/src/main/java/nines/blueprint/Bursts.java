package nines.blueprint;

/**
 * A load that switches between calm and burst, each for an exponential time: a Markov-modulated Poisson process whose mean
 * rate stays what it is.
 *
 * @param load rate in a burst over the mean rate, at least 1
 * @param share of the time spent in bursts, in (0, 1), with {@code load · share} at most 1
 * @param mean length of a burst, in seconds
 */
public record Bursts(double load, double share, double mean) {
    /** Rate between bursts over the mean rate. */
    public double calm() {
        return (1 - load * share) / (1 - share);
    }

    /** Mean time between bursts, in seconds. */
    public double meanCalm() {
        return mean * (1 - share) / share;
    }
}
