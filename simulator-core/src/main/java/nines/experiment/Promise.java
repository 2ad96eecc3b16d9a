package nines.experiment;

import nines.check.Require;

/**
 * What a scenario promises its users.
 *
 * @param journey whose requests it is about
 * @param measure of what
 * @param value the promised availability
 * @param window in which it holds, in seconds; infinite when it is judged on the mean
 * @param chance wanted probability to keep it in a window; NaN when it is judged on the mean
 */
public record Promise(String journey, Measure measure, double value, double window, double chance) {
    /** What can be promised. */
    public enum Measure {
        AVAILABILITY("availability"),
        TIME_AVAILABILITY("time-availability");

        private final String words;

        Measure(String words) {
            this.words = words;
        }

        /** As the scenario file writes it. */
        public String words() {
            return words;
        }
    }

    public Promise {
        Require.text(journey, "journey");
        Require.share(value, "promised availability");
    }

    /** A promise judged on the mean. */
    public static Promise onTheMean(String journey, Measure measure, double value) {
        return new Promise(journey, measure, value, Double.POSITIVE_INFINITY, Double.NaN);
    }

    public boolean isJudgedByWindow() {
        return !Double.isNaN(chance);
    }
}
