package nines.analytic;

import nines.blueprint.Blueprint;
import nines.distribution.Distribution;

/**
 * The exponential twin of a blueprint: every duration is exponential with the mean it had, so that the whole is a Markov
 * chain and can be solved. It checks the rules of a simulation, by running both on the twin; its figures are never those
 * of the scenario itself. What a law alone cannot keep is listed at {@link OtherLaws}.
 */
public final class ExponentialTwin {
    private ExponentialTwin() {}

    /** The twin of a blueprint. */
    public static Blueprint of(Blueprint blueprint) {
        return OtherLaws.withoutLosses(blueprint, Distribution::exponentialTwin);
    }
}
