package nines.experiment;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import nines.result.Availability;
import nines.result.Estimate;
import nines.result.Evidence;
import nines.result.Verdict;
import nines.statistics.Interval;
import nines.statistics.OrderStatistics;
import nines.statistics.PoissonCount;
import nines.statistics.Proportion;
import nines.statistics.RareMean;
import nines.statistics.RareSum;
import nines.statistics.Tally;

/** Makes estimates of one set of replications: the method by measure of {@code docs/intervals.md}. */
final class Estimator {
    /** Below so many effective events an estimate is thin. */
    static final double GOOD_FROM = 30;

    /** Below so many outages their mean duration is not trusted. */
    private static final double MEAN_FROM = 10;

    private final double level;
    private final int replications;
    private final double years;

    Estimator(double level, int replications, double years) {
        this.level = level;
        this.replications = replications;
        this.years = years;
    }

    static Estimator of(Ledger ledger, double level) {
        return new Estimator(level, ledger.replications(), ledger.years());
    }

    double level() {
        return level;
    }

    /** The expected total of a sum that is not negative, times a factor. */
    Estimate sum(Tally tally, double factor, String what) {
        if (tally.count() < 2) {
            return only(tally.sum() * factor);
        }
        double effective = RareSum.effectiveCount(tally);
        Interval interval = RareSum.interval(tally, level).times(factor).within(0, Double.POSITIVE_INFINITY);
        return thinBelow(GOOD_FROM, estimate(tally.sum() * factor, interval, effective), what);
    }

    /** The number expected of something counted, times a factor; if none was seen, an upper limit. */
    Estimate count(Tally tally, double factor, String what) {
        if (tally.count() == 0 || tally.sum() > 0) {
            return sum(tally, factor, what);
        }
        Interval none =
                new Interval(0, PoissonCount.upper(0, level) * factor, level, "none seen: one-sided Poisson limit");
        return estimate(0, none, 0).atMost(Verdict.THIN, "no " + what + " seen");
    }

    /** The expected total of a sum that may have seen nothing: then 0, with no interval. */
    Estimate sumOrNothing(Tally tally, double factor, String what) {
        if (tally.count() == 0 || tally.sum() > 0) {
            return sum(tally, factor, what);
        }
        return estimate(0, Interval.none(level, "none"), 0).atMost(Verdict.THIN, "no " + what + " seen");
    }

    /**
     * A mean per event: a sum over the number of events.
     *
     * @param sums with known means in place of draws
     * @param raw the same without; where these spread no more, the interval must hold for both
     */
    Estimate mean(Column sums, Column raw, Column counts, String what) {
        double events = counts.sum();
        if (!(events > 0)) {
            return Estimate.notKnown("no " + what + " seen");
        }
        double value = sums.sum() / events;
        if (replications < 2 || events < 2) {
            return estimate(value, Interval.none(level, "none"), events)
                    .atMost(Verdict.NOT_TRUSTED, "only one " + what + " seen");
        }
        Interval interval = RareMean.interval(sums.toArray(), raw.toArray(), counts.toArray(), level);
        Estimate estimate = estimate(value, interval.within(0, Double.POSITIVE_INFINITY), events);
        return events < MEAN_FROM
                ? estimate.atMost(Verdict.NOT_TRUSTED, "fewer than 10 " + several(what))
                : thinBelow(GOOD_FROM, estimate, what);
    }

    /** A probability, from one yes or no a replication. */
    Estimate share(long successes, long trials, String what) {
        if (trials == 0) {
            return Estimate.notKnown("no " + what + " seen");
        }
        Interval interval = Proportion.wilson(successes, trials, level);
        double rarer = Math.min(successes, trials - successes);
        return estimate((double) successes / trials, interval, rarer);
    }

    /** A percentile over replications. */
    Estimate acrossReplications(Column column, double share) {
        double[] sorted = column.sorted();
        if (sorted.length == 0) {
            return Estimate.notKnown("no replication is complete");
        }
        Interval interval = OrderStatistics.interval(sorted, share, level, sorted.length);
        return open(estimate(OrderStatistics.quantile(sorted, share), interval, sorted.length));
    }

    /** A percentile of a sample of durations. */
    Estimate percentile(Sample sample, double share, String what) {
        Sample.Percentile found = sample.percentile(share, level);
        if (Double.isNaN(found.value())) {
            return Estimate.notKnown("no " + what + " seen");
        }
        return open(estimate(found.value(), found.interval(), found.independent()));
    }

    private static Estimate open(Estimate estimate) {
        return Double.isInfinite(estimate.high())
                ? estimate.atMost(Verdict.THIN, "too few values to bound it from above")
                : estimate;
    }

    /** The value transformed, with the ends of the interval; the function is monotone. */
    static Estimate map(Estimate estimate, DoubleUnaryOperator function) {
        double one = function.applyAsDouble(estimate.low());
        double other = function.applyAsDouble(estimate.high());
        return new Estimate(
                function.applyAsDouble(estimate.value()),
                Math.min(one, other),
                Math.max(one, other),
                estimate.level(),
                estimate.method(),
                estimate.evidence(),
                estimate.verdict(),
                estimate.reason(),
                null);
    }

    /**
     * The estimate with no end of its interval above {@code most}, which nothing can exceed. An interval that was wider than
     * all that is possible tells nothing, and is thin. Left alone where the value itself is above it: a surge may lose more
     * than the mean load of its window.
     */
    static Estimate within(Estimate estimate, double most) {
        if (!(estimate.high() > most) || estimate.value() > most) {
            return estimate;
        }
        Estimate possible = map(estimate, x -> Math.min(most, x));
        return estimate.high() - estimate.low() > most
                ? possible.atMost(Verdict.THIN, "the interval is wider than all that is possible")
                : possible;
    }

    /** An availability in its four forms. */
    static Availability availability(Estimate unavailability) {
        Estimate complement = map(unavailability, u -> 1 - Math.min(1, u));
        Estimate nines = map(unavailability, u -> u >= 1 ? 0 : 0 - StrictMath.log10(u));
        return new Availability(complement, unavailability, nines, map(unavailability, u -> u * Settings.YEAR));
    }

    Estimate estimate(double value, Interval interval, double events) {
        return new Estimate(
                value,
                interval.low(),
                interval.high(),
                level,
                interval.method(),
                new Evidence(replications, years, events),
                Verdict.GOOD,
                "",
                null);
    }

    private Estimate only(double value) {
        return estimate(value, Interval.none(level, "fewer than two replications"), 0)
                .atMost(Verdict.NOT_TRUSTED, "fewer than two replications");
    }

    private static Estimate thinBelow(double enough, Estimate estimate, String what) {
        double events = estimate.evidence().events();
        return events < enough
                ? estimate.atMost(
                        Verdict.THIN, String.format(Locale.ROOT, "worth only %.1f equal %s", events, several(what)))
                : estimate;
    }

    private static String several(String what) {
        return what.endsWith("s") ? what + "es" : what + "s";
    }
}
