package nines.ui.incident;

import java.util.List;
import java.util.Map;
import nines.result.Lane;

/**
 * What is seen of one outage at one moment.
 *
 * @param title which outage this is: {@code Outage 3 of 41 of “shop” in replication 7}
 * @param words about it: how long, what it cost, what began it
 * @param step index of the step that is shown
 * @param steps how many there are
 * @param sentence what has just changed, and what that means
 * @param now seconds after the outage began
 * @param from where the outage's picture begins, in seconds after its beginning: below zero
 * @param to where it ends
 * @param lanes what was wrong with whom
 * @param wrong what is wrong now, and the stage it is in
 */
public record Frame(
        String title,
        String words,
        int step,
        int steps,
        String sentence,
        double now,
        double from,
        double to,
        List<Lane> lanes,
        Map<String, String> wrong) {
    public Frame {
        lanes = List.copyOf(lanes);
        wrong = Map.copyOf(wrong);
    }
}
