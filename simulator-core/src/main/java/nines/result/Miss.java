package nines.result;

/**
 * The chance to break a promise in one window.
 *
 * @param target the promised availability in the window
 * @param allowedDowntime what the promise allows, in seconds
 * @param probability of a window with more
 */
public record Miss(double target, double allowedDowntime, Estimate probability) {}
