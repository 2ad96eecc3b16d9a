package nines.queueing;

import nines.check.Require;
import nines.distribution.Distribution;

/**
 * M/G/1, processor sharing: Poisson arrivals, one server that works on all requests at once with equal shares. Its means
 * depend on the law of the service by its mean only (Sakata, Noguchi, Oizumi 1969).
 *
 * @param arrivalRate requests per second
 * @param service law of the work of a request, in seconds of the whole server
 */
public record SharedServer(double arrivalRate, Distribution service) implements Waiting {
    public SharedServer {
        Require.nonNegative(arrivalRate, "arrivalRate");
        Require.positive(service.mean(), "mean service");
    }

    /** Share of time in which the server works, below 1 in a steady state. */
    public double load() {
        return arrivalRate * service.mean();
    }

    @Override
    public boolean isStable() {
        return load() < 1;
    }

    /** Nobody waits: all are in service, at a shared speed. */
    @Override
    public double meanBusy() {
        return isStable() ? load() / (1 - load()) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double meanQueue() {
        return 0;
    }

    @Override
    public double meanSojourn() {
        return sojournOf(service.mean());
    }

    /** Mean sojourn of a request of so many seconds of work: proportional to it. */
    public double sojournOf(double work) {
        return isStable() ? Require.nonNegative(work, "work") / (1 - load()) : Double.POSITIVE_INFINITY;
    }

    /** Chance of n requests: geometric, whatever the law of the service. */
    public double probability(int n) {
        return isStable() ? (1 - load()) * StrictMath.pow(load(), n) : 0;
    }
}
