package nines.experiment;

import java.util.List;
import nines.check.Require;

/**
 * What a scenario promises about the data behind a journey, or about the time until it is served again.
 *
 * @param journey whose users it is made to
 * @param measure of what
 * @param value seconds, or for durability a share
 * @param window in which it holds, in seconds; of no meaning for durability
 * @param chance wanted probability to keep it in a window; of no meaning for durability
 * @param components the journey goes through, by name
 */
public record DataPromise(
        String journey, Measure measure, double value, double window, double chance, List<String> components) {
    /** What can be promised. */
    public enum Measure {
        /** No take-over and no restore loses more writing than this. */
        DATA_LOSS("data-loss"),
        /** No outage of the journey is longer than this. */
        RECOVERY("recovery"),
        /** An object, or all the data of a database, outlives a year with this chance. */
        DURABILITY("durability");

        private final String words;

        Measure(String words) {
            this.words = words;
        }

        /** As the scenario file writes it. */
        public String words() {
            return words;
        }
    }

    /** Where the scenario says no chance: in so many of all years it must be kept. */
    static final double USUAL_CHANCE = 0.99;

    static final double USUAL_WINDOW = Settings.YEAR;

    public DataPromise {
        Require.text(journey, "journey");
        components = List.copyOf(components);
    }

    /** Whether it goes through the component of that name, or through one of its copies in several places. */
    boolean reaches(String name) {
        int at = name.indexOf('@');
        return components.contains(at < 0 ? name : name.substring(0, at));
    }
}
