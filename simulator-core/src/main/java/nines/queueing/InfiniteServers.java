package nines.queueing;

import nines.check.Require;
import nines.distribution.Distribution;

/**
 * M/G/∞: everybody is served at once. The number of requests is Poisson, whatever the law of the service (Palm 1943).
 *
 * @param arrivalRate requests per second
 * @param service law of a service, in seconds
 */
public record InfiniteServers(double arrivalRate, Distribution service) implements Waiting {
    public InfiniteServers {
        Require.nonNegative(arrivalRate, "arrivalRate");
        Require.positive(service.mean(), "mean service");
    }

    @Override
    public boolean isStable() {
        return true;
    }

    @Override
    public double meanBusy() {
        return arrivalRate * service.mean();
    }

    @Override
    public double meanQueue() {
        return 0;
    }

    @Override
    public double meanSojourn() {
        return service.mean();
    }

    /** The time by which a share p of the requests is done: that of the service. */
    public double sojournPercentile(double p) {
        return service.quantile(p);
    }

    /** Chance of exactly n requests. */
    public double probability(int n) {
        return new Ticks(meanBusy()).chance(n);
    }
}
