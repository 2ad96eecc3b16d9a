package nines.statistics;

import nines.check.Require;

/**
 * The difference of two expected totals whose values come in pairs: two designs that met the same luck, one pair a
 * replication. What both have in common cancels, and what is left may be rare and unequal like any other sum of outages.
 *
 * <p>The differences are split into those above zero and those below; each part gets the gamma limits of {@link RareSum},
 * and the limits of the difference follow from theirs and their correlation (Zou and Donner, Statistics in Medicine 27,
 * 2008). Where one part was never seen, it may still hold contributions as large as those of the other, at the exact
 * Poisson rate.
 * Student's interval of the differences covers 72 to 87 % at three to thirty lognormal outages that only one design has,
 * this one 94 % and more ({@code docs/intervals.md}).
 *
 * @param value the sum of the differences
 * @param interval of the expected sum; none when no pair differs
 * @param effective number of equal outages in one design only that carry as much information
 */
public record PairedDifference(double value, Interval interval, double effective) {

    /**
     * The difference {@code second - first}.
     *
     * @param first one value a replication, at least two
     * @param second as many
     */
    public static PairedDifference of(double[] first, double[] second, double level) {
        Require.that(first.length >= 2, "replications", "at least two", first.length);
        Require.that(second.length == first.length, "second", "as many as first, " + first.length, second.length);
        int n = first.length;
        double[] above = new double[n];
        double[] below = new double[n];
        for (int i = 0; i < n; i++) {
            // Written out: Java 17's compiler crashes on a loop with Math.max and a sum.
            double difference = second[i] - first[i];
            above[i] = difference > 0 ? difference : 0;
            below[i] = difference < 0 ? -difference : 0;
        }
        Tally gains = Tally.of(above);
        Tally losses = Tally.of(below);
        if (gains.max() == 0 && losses.max() == 0) {
            return new PairedDifference(0, Interval.none(level, "no replication differs"), 0);
        }
        Interval more = gains.max() > 0 ? RareSum.interval(gains, level) : unseen(losses, level);
        Interval less = losses.max() > 0 ? RareSum.interval(losses, level) : unseen(gains, level);
        double correlation = correlation(above, below);
        double up = gains.sum();
        double down = losses.sum();
        double value = up - down;
        double low = value - together(up - more.low(), less.high() - down, correlation);
        double high = value + together(more.high() - up, down - less.low(), correlation);
        String method = "paired replications: gamma limits of gains and losses (Zou and Donner)";
        double effective = RareSum.effectiveCount(gains) + RareSum.effectiveCount(losses);
        return new PairedDifference(value, new Interval(low, high, level, method), effective);
    }

    private static Interval unseen(Tally other, double level) {
        double once = RareSum.weight(other);
        return new Interval(0, PoissonCount.interval(0, level).high() * once, level, "none seen");
    }

    private static double together(double one, double other, double correlation) {
        return Math.sqrt(Math.max(0, one * one + other * other - 2 * correlation * one * other));
    }

    private static double correlation(double[] a, double[] b) {
        Tally of = Tally.of(a);
        Tally with = Tally.of(b);
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - of.mean()) * (b[i] - with.mean());
        }
        double scale = Math.sqrt(of.variance() * with.variance()) * (a.length - 1);
        return scale > 0 ? product / scale : 0;
    }
}
