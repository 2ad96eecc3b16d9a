package nines.distribution;

import nines.quantity.Dimension;
import nines.random.RandomStream;

/**
 * A random duration, in seconds: a time to failure, a repair, a detection, a service.
 *
 * <p>Everything follows from the cumulative hazard H(t) = −ln P(T &gt; t). A clock draws how much
 * hazard is left to consume, an exponential of mean 1, and rings when it is consumed: pausing,
 * ageing under load, renewal and common random numbers are then one mechanism, and no digits are
 * lost in the far tail. What feeds a draw uses {@link StrictMath}: the same bits on every JVM.
 *
 * <p>Some laws of other quantities (a share, a bandwidth, a factor) use the same records; the
 * numbers are then in the base unit of that quantity.
 */
public sealed interface Distribution
        permits Bathtub,
                Beta,
                Capped,
                Deterministic,
                Empirical,
                Erlang,
                Exponential,
                Gamma,
                Geometric,
                Hyperexponential,
                LogLogistic,
                Lognormal,
                Lomax,
                Mixture,
                Never,
                Once,
                Pareto,
                PercentileExponential,
                PhaseType,
                Poisson,
                Probed,
                Replay,
                Scaled,
                Shifted,
                Triangular,
                Truncated,
                Uniform,
                UniformCount,
                Weibull {

    /** Expected value; may be infinite. */
    double mean();

    /** Expected squared distance from the mean; may be infinite. */
    double variance();

    /** −ln of {@link #survival}: 0 at 0, never falling, accurate where survival underflows. */
    double cumulativeHazard(double t);

    /**
     * The smallest t with {@code cumulativeHazard(t) ≥ h}, for h from 0 to +∞: the kernel of all
     * sampling. Never falls as h grows, but for rounding.
     */
    double inverseHazard(double h);

    /** Rate of ending at age t given that it lasted so long; +∞ where a certain end lies. */
    double hazard(double t);

    /**
     * The law as the scenario language writes it, its values in the units of this kind of quantity;
     * {@link DistributionText} reads it back as an equal record.
     */
    String text(Dimension dimension);

    /** The law of a duration as the scenario language writes it. */
    default String text() {
        return text(Dimension.DURATION);
    }

    /** P(T ≤ t). */
    default double cdf(double t) {
        return -StrictMath.expm1(-cumulativeHazard(t));
    }

    /** P(T &gt; t). */
    default double survival(double t) {
        return StrictMath.exp(-cumulativeHazard(t));
    }

    /** The smallest t with {@code cdf(t) ≥ p}. */
    default double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must lie between 0 and 1: " + p);
        }
        return inverseHazard(-StrictMath.log1p(-p));
    }

    /**
     * Time left until {@code left} more hazard is consumed by something that has reached an age; 0
     * for an age that it cannot have.
     */
    default double residual(double age, double left) {
        double consumed = cumulativeHazard(age);
        if (consumed == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double end = inverseHazard(consumed + left);
        return end == Double.POSITIVE_INFINITY ? end : Math.max(0, end - age);
    }

    /**
     * The duration that a number u from 0 to below 1 stands for, {@code inverseHazard(−ln(1 − u))}: a uniform number
     * makes a draw. Never falls as u grows, but for rounding; laws that need no logarithm take none.
     */
    default double fromUniform(double u) {
        return inverseHazard(RandomStream.hazard(u));
    }

    /** One draw, from one uniform number. */
    default double sample(RandomStream random) {
        return fromUniform(random.nextDouble());
    }

    /** True when the future does not depend on the age. */
    default boolean isExponential() {
        return false;
    }

    /** True when one value is drawn and kept: for each instance, or as {@link Once} says. */
    default boolean isDrawnOnce() {
        return false;
    }

    /** True when it, or what it is made of, plays recorded values in their order. */
    default boolean isPlayed() {
        return false;
    }

    /**
     * The exponential law with the same mean, which solvers and checks of logic put in its place;
     * itself where the mean is 0 or infinite.
     */
    default Distribution exponentialTwin() {
        double mean = mean();
        return mean > 0 && mean < Double.POSITIVE_INFINITY ? new Exponential(mean) : this;
    }
}
