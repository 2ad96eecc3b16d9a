package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.result.Estimate;
import nines.result.FirstOutage;
import nines.result.Reliability;
import nines.result.Verdict;
import nines.statistics.Interval;
import nines.statistics.PoissonCount;
import nines.statistics.Ratio;
import nines.statistics.Tally;

/**
 * The time to the first outage from fresh starts. Each replication either ran to its first outage or was cut at a known
 * time.
 */
final class FirstOutages {
    /** More cut runs than this, and the mean of those seen would be far too short. */
    private static final double FEW_CUT = 0;

    private final List<Double> times = new ArrayList<>();
    private final double cut;
    private int seen;
    private double exposure;

    /** Runs that are cut after so many seconds. */
    FirstOutages(double cut) {
        this.cut = cut;
    }

    void add(double firstOutage) {
        double time = Math.min(firstOutage, cut);
        times.add(time);
        exposure += time;
        seen += firstOutage <= cut ? 1 : 0;
    }

    int runs() {
        return times.size();
    }

    double exposure() {
        return exposure;
    }

    int seen() {
        return seen;
    }

    FirstOutage summary(double level, List<Double> asked) {
        Estimator estimator = new Estimator(level, times.size(), exposure / Settings.YEAR);
        List<Reliability> reliability = new ArrayList<>();
        for (double time : asked) {
            reliability.add(new Reliability(time, reliability(time, estimator)));
        }
        return new FirstOutage(mean(estimator), reliability);
    }

    Estimate reliability(double time, Estimator estimator) {
        if (time > cut) {
            return Estimate.notKnown(String.format(Locale.ROOT, "only %.1f years were simulated", cut / Settings.YEAR));
        }
        long survived = times.stream().filter(first -> first >= time).count();
        return estimator.share(survived, times.size(), "replication");
    }

    private Estimate mean(Estimator estimator) {
        if (times.size() < 2) {
            return Estimate.notKnown("fewer than two replications");
        }
        if (times.size() - seen <= FEW_CUT) {
            return meanOfAll(estimator);
        }
        if (seen == 0) {
            double least = exposure / PoissonCount.upper(0, estimator.level());
            Interval open = new Interval(
                    least, Double.POSITIVE_INFINITY, estimator.level(), "none seen: one-sided exponential limit");
            return estimator
                    .estimate(Double.POSITIVE_INFINITY, open, 0)
                    .atMost(
                            Verdict.NOT_TRUSTED,
                            "no outage seen; the limit assumes that outages come at a constant rate");
        }
        return isNearExponential() ? exposurePerOutage(estimator) : restricted(estimator);
    }

    private Estimate meanOfAll(Estimator estimator) {
        double[] all = times.stream().mapToDouble(Double::doubleValue).toArray();
        double[] ones = new double[all.length];
        java.util.Arrays.fill(ones, 1);
        Ratio mean = Ratio.linearised(all, ones);
        Estimate estimate = estimator.estimate(mean.value(), mean.interval(estimator.level()), seen);
        return seen < Estimator.GOOD_FROM ? estimate.atMost(Verdict.THIN, "only " + seen + " first outages") : estimate;
    }

    /** Exact limits of the rate of a constant hazard, turned over. */
    private Estimate exposurePerOutage(Estimator estimator) {
        Interval rate = PoissonCount.interval(seen, estimator.level());
        Interval interval = new Interval(
                exposure / rate.high(),
                exposure / rate.low(),
                estimator.level(),
                "exposure / first outages, Poisson limits");
        Estimate estimate = estimator.estimate(exposure / seen, interval, seen);
        return estimate.atMost(
                Verdict.THIN,
                (times.size() - seen) + " of " + times.size()
                        + " runs were cut before their first outage; the hazard looks constant");
    }

    private Estimate restricted(Estimator estimator) {
        double least = exposure / times.size();
        Interval open = new Interval(least, Double.POSITIVE_INFINITY, estimator.level(), "restricted mean");
        return estimator
                .estimate(Double.NaN, open, seen)
                .atMost(
                        Verdict.NOT_TRUSTED,
                        String.format(
                                Locale.ROOT,
                                "at least %.3g years: %d of %d runs were cut before their first outage, and the hazard is not constant",
                                least / Settings.YEAR,
                                times.size() - seen,
                                times.size()));
    }

    /**
     * Laplace's trend test: under a constant hazard each first outage is uniform over the exposure, on the scale of total
     * time on test. A right exponential passes 99 % of the time.
     */
    private boolean isNearExponential() {
        List<Double> sorted = times.stream().sorted().toList();
        Tally positions = new Tally();
        double before = 0;
        double onTest = 0;
        for (int i = 0; i < sorted.size(); i++) {
            onTest += (sorted.get(i) - before) * (sorted.size() - i);
            before = sorted.get(i);
            if (sorted.get(i) < cut) {
                positions.add(onTest / exposure);
            }
        }
        double distance = Math.abs(positions.mean() - 0.5) * Math.sqrt(12.0 * positions.count());
        return positions.count() > 0 && distance < 2.576;
    }
}
