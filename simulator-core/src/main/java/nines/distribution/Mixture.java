package nines.distribution;

import java.util.List;
import nines.check.Require;
import nines.quantity.Dimension;

/**
 * One of several laws, chosen anew for every draw.
 *
 * @param branches the laws and their chances, which add up to 1
 */
public record Mixture(List<Branch> branches) implements Distribution {

    /**
     * One of the laws.
     *
     * @param share chance of this law
     * @param law what is then drawn
     */
    public record Branch(double share, Distribution law) {
        public Branch {
            Require.share(share, "share");
        }
    }

    public Mixture {
        branches = List.copyOf(branches);
        double sum = 0;
        for (Branch branch : branches) {
            sum += branch.share;
        }
        Require.that(
                Math.abs(sum - 1) < 1e-9,
                "shares of a mixture",
                "100 % together",
                Dimension.SHARE.exact(Math.rint(sum * 1e12) / 1e12));
    }

    @Override
    public double mean() {
        double sum = 0;
        for (Branch branch : branches) {
            sum += branch.share > 0 ? branch.share * branch.law.mean() : 0;
        }
        return sum;
    }

    @Override
    public double variance() {
        double mean = mean();
        if (mean == Double.POSITIVE_INFINITY) {
            return mean;
        }
        double sum = 0;
        for (Branch branch : branches) {
            if (branch.share > 0) {
                double offset = branch.law.mean() - mean;
                sum += branch.share * (branch.law.variance() + offset * offset);
            }
        }
        return sum;
    }

    @Override
    public double cumulativeHazard(double t) {
        double least = leastHazard(t);
        if (least == Double.POSITIVE_INFINITY) {
            return least;
        }
        if (least < 0.5) {
            double cdf = 0;
            for (int i = 0; i < branches.size(); i++) {
                Branch branch = branches.get(i);
                cdf -= branch.share * StrictMath.expm1(-branch.law.cumulativeHazard(t));
            }
            if (cdf < 0.5) {
                return -StrictMath.log1p(-cdf);
            }
        }
        return least - StrictMath.log(relativeSurvival(t, least));
    }

    /** The smallest hazard of any branch: the branch that decides in the tail. */
    private double leastHazard(double t) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            if (branch.share > 0) {
                least = Math.min(least, branch.law.cumulativeHazard(t));
            }
        }
        return least;
    }

    /** Survival over that of the slowest branch. */
    private double relativeSurvival(double t, double least) {
        double sum = 0;
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            sum += branch.share * StrictMath.exp(least - branch.law.cumulativeHazard(t));
        }
        return sum;
    }

    @Override
    public double inverseHazard(double h) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            if (branch.share > 0) {
                double t = branch.law.inverseHazard(h);
                low = Math.min(low, t);
                high = Math.max(high, t);
            }
        }
        // At the earliest branch's time no branch has consumed more than h, at the latest's none less.
        if (low == high || cumulativeHazard(low) >= h) {
            return low;
        }
        for (int i = 0; i < branches.size(); i++) {
            if (branches.get(i).law instanceof Deterministic jump
                    && cumulativeHazard(jump.value()) >= h
                    && cumulativeHazard(Math.nextDown(jump.value())) < h) {
                return jump.value();
            }
        }
        return Inversion.solve(this, h, low, high, low > 0 ? Math.sqrt(low) * Math.sqrt(high) : high);
    }

    @Override
    public double hazard(double t) {
        double least = leastHazard(t);
        if (least == Double.POSITIVE_INFINITY) {
            return least;
        }
        double sum = 0;
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            double survival = branch.share * StrictMath.exp(least - branch.law.cumulativeHazard(t));
            sum += survival > 0 ? survival * branch.law.hazard(t) : 0;
        }
        return sum / relativeSurvival(t, least);
    }

    @Override
    public boolean isDrawnOnce() {
        return branches.stream().anyMatch(branch -> branch.law.isDrawnOnce());
    }

    @Override
    public boolean isPlayed() {
        return branches.stream().anyMatch(branch -> branch.law.isPlayed());
    }

    @Override
    public String text(Dimension dimension) {
        var text = new StringBuilder();
        for (Branch branch : branches) {
            text.append(text.isEmpty() ? "" : " or ")
                    .append(Dimension.SHARE.exact(branch.share))
                    .append(' ');
            boolean nested = branch.law instanceof Mixture;
            text.append(nested ? DistributionText.operand(branch.law, dimension) : branch.law.text(dimension));
        }
        return text.toString();
    }
}
