package nines.result;

/**
 * Two holders of the same data at once, since nobody fences the old one. What it took meanwhile is thrown away when it learns of its
 * successor, or merged by hand.
 *
 * @param perYear how often
 * @param secondsPerYear for how long in a year both took writes
 * @param recordsPerYear writes in that time: as many as may be on the wrong side, were all of them sent there
 * @param seconds mean length of one
 */
public record Split(Estimate perYear, Estimate secondsPerYear, Estimate recordsPerYear, Estimate seconds) {}
