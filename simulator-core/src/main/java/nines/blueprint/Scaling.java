package nines.blueprint;

import nines.distribution.Distribution;

/**
 * A control loop that adds and takes away instances, as the horizontal autoscaler of Kubernetes does (autoscaling/v2).
 *
 * @param initial instances at the start
 * @param min fewest instances
 * @param target utilisation of the workers to hold, in (0, 1]
 * @param every seconds between two looks
 * @param tolerance relative distance from the target within which nothing changes
 * @param downAfter seconds of which the largest wish counts before instances are taken away
 * @param start seconds until a new instance serves
 * @param controller node that must be true for it to act, or -1
 */
public record Scaling(
        int initial,
        int min,
        double target,
        double every,
        double tolerance,
        double downAfter,
        Distribution start,
        int controller) {}
