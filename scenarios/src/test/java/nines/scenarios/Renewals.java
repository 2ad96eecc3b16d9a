package nines.scenarios;

import java.util.HashMap;
import java.util.Map;
import nines.distribution.Distribution;

/** Expected number of renewals of a part that is new at the start and replaced at once. */
final class Renewals {
    private static final int STEPS = 1500;

    private final Map<String, Double> known = new HashMap<>();
    private final double time;

    /** Renewals up to a time in seconds. */
    Renewals(double time) {
        this.time = time;
    }

    /** M(t) = F(t) + ∫ M(t − x) dF(x), stepped by the Riemann-Stieltjes method (Xie 1989). */
    double of(Distribution law) {
        return known.computeIfAbsent(law.text(), text -> solve(law));
    }

    private double solve(Distribution law) {
        double step = time / STEPS;
        double[] whole = new double[STEPS + 1];
        double[] half = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            whole[i] = law.cdf(i * step);
            half[i] = law.cdf((i + 0.5) * step);
        }
        double[] renewals = new double[STEPS + 1];
        for (int i = 1; i <= STEPS; i++) {
            double sum = whole[i] - half[0] * renewals[i - 1];
            for (int j = 1; j < i; j++) {
                sum += half[i - j] * (renewals[j] - renewals[j - 1]);
            }
            renewals[i] = sum / (1 - half[0]);
        }
        return renewals[STEPS];
    }
}
