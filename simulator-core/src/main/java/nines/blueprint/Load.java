package nines.blueprint;

import java.util.List;

/**
 * The traffic's shape over time, relative to its mean: a peak once a day, or corners that are joined by lines and repeated.
 *
 * @param dayPeak peak over mean, at least 1; 1 is a constant load
 * @param peakAt seconds after midnight
 * @param corners of a repeated profile, in order of time, the first at 0, the last at its end; empty: the day's shape
 */
public record Load(double dayPeak, double peakAt, List<Corner> corners) {
    /**
     * One corner of a profile.
     *
     * @param at seconds after the start of the profile
     * @param load relative to the mean
     */
    public record Corner(double at, double load) {}

    public Load {
        corners = List.copyOf(corners);
    }

    /** A day with one peak. */
    public Load(double dayPeak, double peakAt) {
        this(dayPeak, peakAt, List.of());
    }

    /** Whether the load is the same at all times. */
    public boolean isFlat() {
        return corners.isEmpty()
                ? dayPeak <= 1
                : corners.stream()
                        .allMatch(corner -> corner.load() == corners.get(0).load());
    }
}
