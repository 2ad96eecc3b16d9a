package nines.analytic;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How likely a chain has left some of its states for good by any time: one walk by uniformisation, kept tick by tick until
 * every state loses the same share a tick; from there on what is left falls like an exponential.
 */
final class Survival implements DoubleUnaryOperator {
    private static final double FASTER = 1.02;
    private static final double UNEVEN = 1e-12;
    private static final int LOOK_EVERY = 128;
    private static final int TICKS_MAX = 2_000_000;

    private final double ticking;
    private final double gone;
    /** Chance to leave with each tick, and with all before it. */
    private final double[] leaves;

    private final double[] left;
    private final double there;
    private final double decay;

    private Survival(double ticking, double gone, double[] leaves, double there, double decay) {
        this.ticking = ticking;
        this.gone = gone;
        this.leaves = leaves;
        this.there = there;
        this.decay = decay;
        left = new double[leaves.length + 1];
        for (int k = 0; k < leaves.length; k++) {
            left[k + 1] = left[k] + leaves[k];
        }
    }

    /**
     * The survival of a chain among the states that are up.
     *
     * @param start chances of the states at time 0
     * @return null when it takes more than {@code workMax} multiplications until the chain has settled
     */
    static @Nullable Survival of(Chain chain, boolean[] up, double[] start, double workMax) {
        int[] kept = reached(chain, up, start);
        Chain inside = chain.among(kept);
        int n = kept.length;
        double[] leaving = new double[n];
        double[] now = new double[n];
        double fastest = 0;
        double gone = 1;
        for (int i = 0; i < n; i++) {
            for (int k = chain.from[kept[i]]; k < chain.from[kept[i] + 1]; k++) {
                leaving[i] += up[chain.to[k]] ? 0 : chain.rate[k];
            }
            now[i] = start[kept[i]];
            gone -= now[i];
            fastest = Math.max(fastest, inside.exit[i] + leaving[i]);
        }
        gone = gone < 1e-14 ? 0 : gone;
        if (fastest == 0) {
            return new Survival(1, gone, new double[0], 1 - gone, 0);
        }
        double ticking = FASTER * fastest;
        double[] stay = new double[n];
        for (int i = 0; i < n; i++) {
            stay[i] = 1 - (inside.exit[i] + leaving[i]) / ticking;
        }
        Chain turned = inside.turned();
        double[] next = new double[n];
        double[] leaves = new double[1024];
        double most = Math.min(TICKS_MAX, workMax / (inside.to.length + n));
        for (int k = 0; k < most; k++) {
            if (k == leaves.length) {
                leaves = Arrays.copyOf(leaves, 2 * k);
            }
            leaves[k] = Transient.dot(now, leaving) / ticking;
            Transient.step(turned, now, next, stay, ticking);
            if (k % LOOK_EVERY == LOOK_EVERY - 1) {
                double there = Transient.sum(now);
                double decay = leaves[k] / there;
                if (there == 0 || Transient.uneven(now, next, decay) < UNEVEN * Math.max(decay, 1e-3)) {
                    return new Survival(ticking, gone, Arrays.copyOf(leaves, k), there, decay);
                }
            }
            double[] swap = now;
            now = next;
            next = swap;
        }
        return null;
    }

    private static int[] reached(Chain chain, boolean[] up, double[] start) {
        boolean[] reached = new boolean[chain.states];
        int[] stack = new int[chain.states];
        int depth = 0;
        for (int i = 0; i < chain.states; i++) {
            if (start[i] > 0 && up[i]) {
                reached[i] = true;
                stack[depth++] = i;
            }
        }
        int count = depth;
        while (depth > 0) {
            int state = stack[--depth];
            for (int k = chain.from[state]; k < chain.from[state + 1]; k++) {
                int next = chain.to[k];
                if (!reached[next] && up[next]) {
                    reached[next] = true;
                    stack[depth++] = next;
                    count++;
                }
            }
        }
        int[] kept = new int[count];
        for (int i = 0, at = 0; i < reached.length; i++) {
            if (reached[i]) {
                kept[at++] = i;
            }
        }
        return kept;
    }

    /** Whether it is certain to be left some time. */
    boolean ends() {
        return decay > 0 || there == 0;
    }

    /** Chance to have left by a time. */
    double goneBy(double time) {
        double mean = ticking * time;
        int settled = leaves.length;
        double spread = 10 * Math.sqrt(mean + 1) + 40;
        if (mean - spread > settled) {
            return gone + left[settled] - there * StrictMath.expm1(-mean * decay - settled * StrictMath.log1p(-decay));
        }
        Poisson ticks = new Poisson(mean);
        double sum = gone + left[Math.min(ticks.first, settled)];
        for (int k = ticks.first; k < Math.min(settled, ticks.last() + 1); k++) {
            sum += ticks.beyond(k) * leaves[k];
        }
        for (int k = Math.max(settled + 1, ticks.first); k <= ticks.last(); k++) {
            sum -= ticks.chance(k) * there * StrictMath.expm1((k - settled) * StrictMath.log1p(-decay));
        }
        return Math.min(1, sum);
    }

    /** Chance to be there still at a time. */
    @Override
    public double applyAsDouble(double time) {
        double mean = ticking * time;
        int settled = leaves.length;
        if (mean - 10 * Math.sqrt(mean + 1) - 40 > settled) {
            return there * StrictMath.exp(-mean * decay - settled * StrictMath.log1p(-decay));
        }
        return 1 - goneBy(time);
    }
}
