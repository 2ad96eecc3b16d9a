package nines.analytic;

import java.util.List;
import nines.structure.Sight;
import org.jspecify.annotations.Nullable;

/** How a subsystem behaves, as far as it is seen from outside. */
interface Behaviour {
    /** How it can look. */
    List<Sight.Look> looks();

    /** How its answers are found. */
    String method();

    /** How its answers for a time after a fresh start are found. */
    default String methodAtATime() {
        return method();
    }

    /** Whether it can be followed through time as a chain. */
    default boolean isChain() {
        return false;
    }

    /** Chance of each look in the long run; null when it is not known. */
    double @Nullable [] inTheLongRun();

    /** How often one look is followed by another in the long run; only where the chances are known. */
    List<Flow> flows();

    /** Chance of each look at a time after a fresh start; null when it is not known. */
    @Nullable
    Chances at(double time);

    /**
     * The same for one of very many times up to a horizon, whose mean is asked for.
     *
     * @param curves of units, up to that horizon
     * @return null when it is not known, or not at all times
     */
    default @Nullable Chances during(double time, RenewalCurves curves) {
        return at(time);
    }

    /** Why an answer is not known. */
    String whyNot(double time);

    /**
     * A change of looks.
     *
     * @param perSecond how often
     */
    record Flow(int from, int to, double perSecond) {}

    /**
     * Chances of looks.
     *
     * @param error bound on what was cut off
     */
    record Chances(double[] chance, double error) {}
}
