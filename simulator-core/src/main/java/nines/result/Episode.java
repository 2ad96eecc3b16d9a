package nines.result;

/**
 * One stretch of an outage, from one change to the next.
 *
 * @param from seconds after the outage began; below zero for what was wrong before
 * @param duration in seconds; 0 for what was wrong before
 * @param served share of requests served meanwhile; NaN for what was wrong before, and where steps are left out
 * @param root the fault with the largest part of the loss; empty when nothing is lost or it is not said
 * @param stage what went on about it; empty likewise
 * @param happened what began the stretch, in words; may be empty
 */
public record Episode(double from, double duration, double served, String root, String stage, String happened) {}
