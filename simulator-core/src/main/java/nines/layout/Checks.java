package nines.layout;

import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import nines.distribution.Probed;
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
        double fixed = fixed(check.propagation()) + (hangs ? check.timeout() : 0);
        if (check.misses() > 0) {
            double probes = untilRun(1 - check.misses(), check.fall());
            double mean = (probes - 0.5 + check.jitter() * check.jitter() / 6) * check.interval();
            return fixed > 0 ? new Shifted(new Exponential(mean), fixed) : new Exponential(mean);
        }
        return window(check, check.fall(), fixed);
    }

    /** From life to trust. */
    static Distribution rise(HealthCheck check) {
        return window(check, check.rise(), fixed(check.propagation()));
    }

    /** Time to a false removal of a healthy target, or null when probes of healthy targets never fail. */
    @org.jspecify.annotations.Nullable
    static Distribution falseAlarm(HealthCheck check) {
        return check.falseAlarm() <= 0
                ? null
                : new Exponential(untilRun(check.falseAlarm(), check.fall()) * check.interval());
    }

    /**
     * From a false removal to trust again, or null when there is none. The removal is made at a probe, so {@code rise} good
     * ones take as many whole intervals, and more where one of them fails as well. The mean is exact; the spread by further
     * false failures is left out.
     */
    @org.jspecify.annotations.Nullable
    static Distribution falseEnds(HealthCheck check) {
        return check.falseAlarm() <= 0
                ? null
                : new Deterministic(
                        untilRun(1 - check.falseAlarm(), check.rise()) * check.interval() + fixed(check.propagation()));
    }

    private static Distribution window(HealthCheck check, int probes, double fixed) {
        double interval = check.interval();
        if (check.jitter() > 0) {
            if (probes > Probed.COUNT_MAX) {
                throw new NotLaidOut("health-check: `fall` and `rise` may be at most " + Probed.COUNT_MAX
                        + " with jitter: " + probes + ". Set `jitter: 0%`: over so many probes it hardly matters");
            }
            Distribution probed = new Probed(interval, check.jitter(), probes);
            return fixed > 0 ? new Shifted(probed, fixed) : probed;
        }
        return new Uniform((probes - 1) * interval + fixed, probes * interval + fixed);
    }

    /** Mean number of probes until so many in a row fail, each with chance p: (1 - p^n) / ((1 - p) p^n). */
    private static double untilRun(double p, int run) {
        double all = 1;
        for (int i = 0; i < run; i++) {
            all *= p;
        }
        return p >= 1 ? run : (1 - all) / ((1 - p) * all);
    }

    private static double fixed(Distribution propagation) {
        if (propagation.mean() > 0 && !(propagation instanceof Deterministic)) {
            throw new NotLaidOut("health-check: `propagation` must be a fixed time here: " + propagation.text());
        }
        return propagation.mean();
    }
}
