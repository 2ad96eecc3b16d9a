package nines.analytic;

/**
 * A chain as it goes on from a given start, by uniformisation (Jensen 1953): the chain looked at whenever a Poisson
 * process at least as fast as its fastest state ticks. Sums of positive numbers; what is cut off is bounded.
 *
 * <p>Once the chain has settled, its vector hardly changes in direction from tick to tick. When every component shrinks
 * by a factor between two bounds, it does so for ever (Collatz and Wielandt), and the rest is a geometric series with
 * those bounds: the way to long times in chains that settle, or that almost never lose what they hold.
 */
final class Transient {
    private static final double FASTER = 1.02;
    private static final double STEPS_MAX = 2e10;

    private final Chain turned;
    private final double[] exit;
    private final double speed;

    /** Values at a time: what the states weigh there, and the mean over the time up to it. */
    record At(double now, double mean, double error) {}

    Transient(Chain chain) {
        turned = chain.turned();
        exit = chain.exit;
        double fastest = 0;
        for (double one : exit) {
            fastest = Math.max(fastest, one);
        }
        speed = FASTER * fastest;
    }

    /** How many multiplications a time takes at most. */
    double work(double time) {
        return speed * time * (turned.to.length + turned.states);
    }

    boolean isFeasible(double time) {
        return work(time) <= STEPS_MAX;
    }

    /**
     * The expected weight at a time.
     *
     * @param start chances of the states at time 0; may add up to less than 1
     * @param exits rates that leave the chain altogether, or 0
     * @param weight of each state
     */
    At at(double time, double[] start, double[] exits, double[] weight) {
        int n = turned.states;
        if (speed == 0 && !anything(exits)) {
            double value = dot(start, weight);
            return new At(value, value, 0);
        }
        double ticking = speed;
        for (int i = 0; i < n; i++) {
            ticking = Math.max(ticking, FASTER * (exit[i] + exits[i]));
        }
        Poisson ticks = new Poisson(ticking * time);
        double[] stay = new double[n];
        for (int i = 0; i < n; i++) {
            stay[i] = 1 - (exit[i] + exits[i]) / ticking;
        }
        double[] now = start.clone();
        double[] next = new double[n];
        double value = 0;
        double area = 0;
        for (int k = 0; k <= ticks.last(); k++) {
            double held = dot(now, weight);
            if (k >= ticks.first) {
                value += ticks.chance[k - ticks.first] * held;
                area += ticks.beyond[k - ticks.first] * held;
            } else {
                area += held;
            }
            if (k == ticks.last()) {
                break;
            }
            step(now, next, stay, ticking);
            double[] swap = now;
            now = next;
            next = swap;
        }
        return new At(value, area / (ticking * time), Poisson.ERROR);
    }

    private void step(double[] now, double[] next, double[] stay, double ticking) {
        int[] into = turned.from;
        for (int j = 0; j < next.length; j++) {
            double sum = 0;
            for (int k = into[j]; k < into[j + 1]; k++) {
                sum += now[turned.to[k]] * turned.rate[k];
            }
            next[j] = now[j] * stay[j] + sum / ticking;
        }
    }

    private static boolean anything(double[] numbers) {
        for (double number : numbers) {
            if (number > 0) {
                return true;
            }
        }
        return false;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
