package nines.blueprint;

/**
 * The traffic's shape over a day: mean 1, peak {@code dayPeak} at {@code peakHour}.
 *
 * @param dayPeak peak over mean, at least 1
 * @param peakAt seconds after midnight
 */
public record Load(double dayPeak, double peakAt) {}
