package nines.structure;

import java.util.ArrayList;
import java.util.List;
import nines.distribution.Distribution;
import nines.distribution.Erlang;
import nines.distribution.Gamma;
import nines.distribution.Hyperexponential;
import nines.distribution.Mixture;
import nines.distribution.PhaseType;
import nines.distribution.Phases;
import nines.distribution.Scaled;
import org.jspecify.annotations.Nullable;

/**
 * A duration as the time to leave a small Markov chain. Nothing is fitted: only laws that are such a time have one.
 *
 * @param start chance of beginning in each phase, adding up to 1
 * @param rate per second from phase to phase; the diagonal is not used
 * @param exit rate per second of ending from each phase
 */
public record PhaseLaw(double[] start, double[][] rate, double[] exit) {
    private static final int PHASES_MAX = 100;

    /** The phases of a law, or null when it has none or too many. */
    public static @Nullable PhaseLaw of(Distribution law) {
        if (law.isExponential()) {
            return branch(1, 1 / law.mean());
        }
        if (law instanceof Erlang erlang) {
            return erlang(erlang.phases(), erlang.mean());
        }
        if (law instanceof Gamma gamma && gamma.shape() == Math.rint(gamma.shape()) && gamma.shape() <= PHASES_MAX) {
            return erlang((int) gamma.shape(), gamma.mean());
        }
        if (law instanceof Hyperexponential hyper) {
            double slow = hyper.longShare();
            double fast = 1 - slow;
            return either(
                    List.of(fast, slow),
                    List.of(branch(1, 2 * fast / hyper.mean()), branch(1, 2 * slow / hyper.mean())));
        }
        if (law instanceof PhaseType phaseType) {
            return of(phaseType.phases());
        }
        if (law instanceof Scaled scaled) {
            PhaseLaw base = of(scaled.of());
            return base == null ? null : base.slower(scaled.times());
        }
        if (law instanceof Mixture mixture) {
            List<Double> shares = new ArrayList<>();
            List<PhaseLaw> laws = new ArrayList<>();
            for (Mixture.Branch branch : mixture.branches()) {
                PhaseLaw one = of(branch.law());
                if (one == null) {
                    return null;
                }
                shares.add(branch.share());
                laws.add(one);
            }
            return either(shares, laws);
        }
        return null;
    }

    private static PhaseLaw branch(double chance, double rate) {
        return new PhaseLaw(new double[] {chance}, new double[1][1], new double[] {rate});
    }

    private static @Nullable PhaseLaw erlang(int phases, double mean) {
        if (phases > PHASES_MAX) {
            return null;
        }
        PhaseLaw law = new PhaseLaw(new double[phases], new double[phases][phases], new double[phases]);
        law.start[0] = 1;
        for (int i = 0; i < phases - 1; i++) {
            law.rate[i][i + 1] = phases / mean;
        }
        law.exit[phases - 1] = phases / mean;
        return law;
    }

    private static @Nullable PhaseLaw of(Phases phases) {
        int n = phases.size();
        if (n > PHASES_MAX) {
            return null;
        }
        PhaseLaw law = new PhaseLaw(new double[n], new double[n][n], new double[n]);
        for (int i = 0; i < n; i++) {
            law.start[i] = phases.start(i);
            law.exit[i] = phases.exit(i);
            for (int j = 0; j < n; j++) {
                law.rate[i][j] = i == j ? 0 : phases.rate(i, j);
            }
        }
        return law;
    }

    private PhaseLaw slower(double times) {
        int n = start.length;
        PhaseLaw law = new PhaseLaw(start, new double[n][n], new double[n]);
        for (int i = 0; i < n; i++) {
            law.exit[i] = exit[i] / times;
            for (int j = 0; j < n; j++) {
                law.rate[i][j] = rate[i][j] / times;
            }
        }
        return law;
    }

    private static @Nullable PhaseLaw either(List<Double> shares, List<PhaseLaw> laws) {
        int n = laws.stream().mapToInt(law -> law.start.length).sum();
        if (n > PHASES_MAX) {
            return null;
        }
        PhaseLaw law = new PhaseLaw(new double[n], new double[n][n], new double[n]);
        int at = 0;
        for (int b = 0; b < laws.size(); b++) {
            PhaseLaw one = laws.get(b);
            for (int i = 0; i < one.start.length; i++) {
                law.start[at + i] = shares.get(b) * one.start[i];
                law.exit[at + i] = one.exit[i];
                System.arraycopy(one.rate[i], 0, law.rate[at + i], at, one.start.length);
            }
            at += one.start.length;
        }
        return law;
    }

    /** How many phases. */
    public int phases() {
        return start.length;
    }
}
