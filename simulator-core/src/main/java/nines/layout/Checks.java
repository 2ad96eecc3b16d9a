package nines.layout;

import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import nines.distribution.Never;
import nines.distribution.Probed;
import nines.distribution.Scaled;
import nines.distribution.Shifted;
import nines.distribution.Uniform;
import nines.model.HealthCheck;

/** How long an observer takes to change its mind, sampled: probes are not events in the structure layer. */
final class Checks {
    private Checks() {}

    /**
     * From death to removal: the failure comes at a random phase of the interval, {@code fall} probes in a row must fail
     * (uniform over one interval where these do not vary); a target that hangs costs the time-out of the last probe as well.
     */
    static Distribution fall(HealthCheck check, boolean hangs) {
        double fixed = check.propagation().mean() + (hangs ? check.timeout() : 0);
        if (check.misses() > 0) {
            double mean = fromAnyTime(check, untilRun(1 - check.misses(), check.fall()));
            return mean < Double.POSITIVE_INFINITY ? later(new Exponential(mean), fixed) : new Never();
        }
        return window(check, check.fall(), fixed);
    }

    /**
     * From life to trust: {@code rise} good probes in a row. Where probes of healthy targets fail as well it takes longer:
     * the mean is exact then, the spread that of a window stretched to it.
     */
    static Distribution rise(HealthCheck check) {
        double fixed = check.propagation().mean();
        if (check.falseAlarm() <= 0) {
            return window(check, check.rise(), fixed);
        }
        double mean = fromAnyTime(check, untilRun(1 - check.falseAlarm(), check.rise()));
        if (mean == Double.POSITIVE_INFINITY) {
            return new Never();
        }
        Distribution sure = window(check, check.rise(), 0);
        return later(new Scaled(sure, mean / sure.mean()), fixed);
    }

    /** Mean time until so many probes have come, from any time between two. */
    private static double fromAnyTime(HealthCheck check, double probes) {
        return (probes - 0.5 + check.jitter() * check.jitter() / 6) * check.interval();
    }

    private static Distribution later(Distribution law, double fixed) {
        return fixed > 0 ? new Shifted(law, fixed) : law;
    }

    /** Time to a false removal of a healthy target, or null when probes of healthy targets never fail. */
    @org.jspecify.annotations.Nullable
    static Distribution falseAlarm(HealthCheck check) {
        double mean = check.falseAlarm() <= 0
                ? Double.POSITIVE_INFINITY
                : untilRun(check.falseAlarm(), check.fall()) * check.interval();
        return mean < Double.POSITIVE_INFINITY ? new Exponential(mean) : null;
    }

    /**
     * From a false removal to trust again, or null when there is none. The removal is made at a probe, so {@code rise} good
     * ones take as many whole intervals, and more where one of them fails as well. The mean is exact; the spread by further
     * false failures is left out.
     */
    @org.jspecify.annotations.Nullable
    static Distribution falseEnds(HealthCheck check) {
        if (check.falseAlarm() <= 0) {
            return null;
        }
        double mean = untilRun(1 - check.falseAlarm(), check.rise()) * check.interval()
                + check.propagation().mean();
        return mean < Double.POSITIVE_INFINITY ? new Deterministic(mean) : new Never();
    }

    private static Distribution window(HealthCheck check, int probes, double fixed) {
        double interval = check.interval();
        if (check.jitter() > 0) {
            return later(new Probed(interval, check.jitter(), probes), fixed);
        }
        return new Uniform((probes - 1) * interval + fixed, probes * interval + fixed);
    }

    /** Mean number of probes until a run of so many, each with chance p: (1 - p^n) / ((1 - p) p^n), which may be infinite. */
    private static double untilRun(double p, int run) {
        double all = 1;
        for (int i = 0; i < run; i++) {
            all *= p;
        }
        return p >= 1 ? run : (1 - all) / ((1 - p) * all);
    }
}
