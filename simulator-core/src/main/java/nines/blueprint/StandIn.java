package nines.blueprint;

import java.util.List;

/**
 * An instance that idles until something else is gone: a generator, a recovery fleet.
 *
 * @param stream name of its random streams
 * @param unit node of the instance
 * @param works node that is held down while the instance does not run
 * @param primary node whose loss calls for it
 * @param dormancy speed of its failure clocks while it idles, in [0, 1]
 * @param stages start-up stages, each with its chance
 * @param success chance of a start when there are no stages, in [0, 1]
 * @param byHand stages after a failed start
 * @param runsFor fuel in seconds of running, or +infinity
 */
public record StandIn(
        String stream,
        int unit,
        int works,
        int primary,
        double dormancy,
        List<Phase> stages,
        double success,
        List<Phase> byHand,
        double runsFor) {}
