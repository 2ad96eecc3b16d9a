package nines.result;

import org.jspecify.annotations.Nullable;

/**
 * A promise and what became of it.
 *
 * @param measure {@code availability} (requests served / offered), {@code time-availability}, {@code data-loss}, {@code recovery},
 *     {@code durability} …
 * @param promised the wanted value, as the measure has it: a share, or seconds
 * @param window in which the promise holds, in seconds; NaN when it is judged on the mean
 * @param chance wanted probability to keep it in a window; NaN when it is judged on the mean
 * @param measured what it was compared with: the availability, or the probability to keep it in a window
 * @param outcome the verdict
 * @param sentence the verdict in words
 */
public record Target(
        String measure,
        double promised,
        double window,
        double chance,
        @Nullable Estimate measured,
        Outcome outcome,
        String sentence) {

    /** Whether what is promised is a share, and not a time in seconds. */
    public boolean isShare() {
        return measure.endsWith("availability") || measure.equals("durability");
    }
}
