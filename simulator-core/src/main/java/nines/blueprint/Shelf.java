package nines.blueprint;

import nines.distribution.Distribution;

/**
 * Spare parts: each one used is ordered anew.
 *
 * @param stream name of its random stream
 * @param stock parts at the start, at least 0
 * @param delivery time from order to shelf, in seconds
 */
public record Shelf(String stream, int stock, Distribution delivery) {}
