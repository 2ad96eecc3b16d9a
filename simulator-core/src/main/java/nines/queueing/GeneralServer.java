package nines.queueing;

import java.util.function.DoubleUnaryOperator;
import nines.check.Require;
import nines.distribution.Distribution;

/**
 * M/G/1, first come first served: Poisson arrivals, one server, services of any law (Pollaczek 1930, Khinchine 1932; the
 * spread of the wait by Takács 1962).
 *
 * @param arrivalRate requests per second
 * @param service law of a service, in seconds
 */
public record GeneralServer(double arrivalRate, Distribution service) implements Waiting {
    public GeneralServer {
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

    @Override
    public double meanBusy() {
        return Math.min(1, load());
    }

    /** λ E[S²] / (2 (1 − ρ)); infinite where the service has no variance. */
    @Override
    public double meanWait() {
        double second = service.variance() + service.mean() * service.mean();
        return isStable() ? arrivalRate * second / (2 * (1 - load())) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double meanQueue() {
        return arrivalRate * meanWait();
    }

    @Override
    public double meanSojourn() {
        return meanWait() + service.mean();
    }

    /** Variance of the wait: W² + λ E[S³] / (3 (1 − ρ)); infinite where the service has no third moment. */
    public double waitVariance() {
        if (!isStable()) {
            return Double.POSITIVE_INFINITY;
        }
        double wait = meanWait();
        return wait * wait + arrivalRate * thirdMoment() / (3 * (1 - load()));
    }

    /** Variance of the sojourn: the wait and the service are independent. */
    public double sojournVariance() {
        return waitVariance() + service.variance();
    }

    private double thirdMoment() {
        if (service.variance() == 0) {
            return StrictMath.pow(service.mean(), 3);
        }
        // Over the hazard h, where every law is a function x(h) and the weight is e^(-h).
        DoubleUnaryOperator cubed = h -> StrictMath.exp(3 * StrictMath.log(service.inverseHazard(h)) - h);
        double end = 600;
        double sum = Integral.of(cubed, 0, 1);
        for (double from = 1; from < end; from *= 2) {
            sum += Integral.of(cubed, from, Math.min(2 * from, end));
        }
        return cubed.applyAsDouble(end) * end > 1e-12 * sum ? Double.POSITIVE_INFINITY : sum;
    }
}
