package nines.statistics;

import nines.check.Require;

/** Intervals for a probability from independent trials. */
public final class Proportion {
    private Proportion() {}

    /** Wilson's (1927) score interval: near its level on average over the unknown probability. */
    public static Interval wilson(long successes, long trials, double level) {
        check(successes, trials);
        double z = CriticalValue.normal(0.5 + level / 2);
        double share = (double) successes / trials;
        double spread = z * z / trials;
        double centre = (share + spread / 2) / (1 + spread);
        double half = z / (1 + spread) * Math.sqrt(share * (1 - share) / trials + spread / (4 * trials));
        double low = successes == 0 ? 0 : centre - half;
        double high = successes == trials ? 1 : centre + half;
        return new Interval(low, high, level, "Wilson");
    }

    /** Clopper and Pearson's (1934) limits: never below their level. */
    public static Interval clopperPearson(long successes, long trials, double level) {
        check(successes, trials);
        double tail = (1 - level) / 2;
        long failures = trials - successes;
        double low = successes == 0 ? 0 : CriticalValue.beta(tail, (double) successes, failures + 1.0);
        double high = failures == 0 ? 1 : CriticalValue.beta(1 - tail, successes + 1.0, (double) failures);
        return new Interval(low, high, level, "Clopper-Pearson");
    }

    private static void check(long successes, long trials) {
        Require.count(trials, "trials");
        Require.that(successes >= 0 && successes <= trials, "successes", "between 0 and " + trials, successes);
    }
}
