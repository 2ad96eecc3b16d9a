package nines.blueprint;

import nines.distribution.Distribution;

/**
 * Time a unit needs to come back after an interruption from outside (place, feed, planned work).
 *
 * @param stream name of its random stream
 * @param unit node of the unit
 * @param outside node that is true while nothing outside interrupts it
 * @param law duration in seconds
 */
public record Restart(String stream, int unit, int outside, Distribution law) {}
