package nines.queueing;

import nines.check.Require;

/**
 * Many servers, each with a queue of its own; a request looks at d of them at random and joins the shortest. Exact in
 * the limit of endlessly many servers (Vvedenskaya, Dobrushin, Karpelevich 1996; Mitzenmacher 2001): an approximation,
 * from below, for finitely many.
 *
 * @param load offered work per server, in [0, 1)
 * @param serviceRate services per second of one server
 * @param choices queues looked at, d; 1 is a free pick
 */
public record ManyQueues(double load, double serviceRate, int choices) {
    public ManyQueues {
        Require.that(load >= 0 && load < 1, "load", "at least 0 and below 1", load);
        Require.positive(serviceRate, "serviceRate");
        Require.count(choices, "choices");
    }

    /** Share of the servers with at least n requests: ρ^((d^n − 1)/(d − 1)). */
    public double atLeast(int n) {
        return StrictMath.pow(load, power(n));
    }

    private double power(int n) {
        return choices == 1 ? n : (StrictMath.pow(choices, n) - 1) / (choices - 1);
    }

    /** Mean sojourn, in seconds. */
    public double meanSojourn() {
        if (choices == 1) {
            return 1 / (serviceRate * (1 - load));
        }
        if (load == 0) {
            return 1 / serviceRate;
        }
        double sum = 0;
        double log = StrictMath.log(load);
        for (int n = 1; ; n++) {
            double term = StrictMath.exp((power(n) - 1) * log);
            sum += term;
            if (term < 1e-17 * sum) {
                return sum / serviceRate;
            }
        }
    }
}
