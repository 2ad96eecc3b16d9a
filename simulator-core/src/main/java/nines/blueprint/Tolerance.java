package nines.blueprint;

import nines.distribution.Distribution;

/**
 * How long something can do without what it needs: a battery, a token lifetime, a grace period. Counted from the loss;
 * after the need has been back for as long as it was missing, the store is full again.
 *
 * @param stream name of its random streams
 * @param need node that is needed
 * @param holds node that is held down once the store is empty and the need still missing
 * @param law what a full store bridges, in seconds
 * @param success chance that it works when called, in [0, 1]
 * @param with node that must be true for it to work, or -1
 */
public record Tolerance(String stream, int need, int holds, Distribution law, double success, int with) {}
