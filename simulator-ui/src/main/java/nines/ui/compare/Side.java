package nines.ui.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run beside others.
 *
 * @param name of the run
 * @param subject the scenario's name
 * @param nines the answer: {@code 3.87 nines}
 * @param figures by the rows of the table, each with its interval
 * @param downtime a year in seconds, with its interval, for the picture
 * @param versus how it stands beside the first; null for the first
 * @param causes the largest ones, in words
 * @param changed the lines of the file that differ from the first one's
 */
public record Side(
        String name,
        String subject,
        String nines,
        List<Figure> figures,
        Whisker downtime,
        @Nullable Versus versus,
        List<String> causes,
        List<TextDifference.Line> changed) {
    public Side {
        figures = List.copyOf(figures);
        causes = List.copyOf(causes);
        changed = List.copyOf(changed);
    }

    /** A figure with its interval, in words; both may be empty. */
    public record Figure(String name, String value, String interval) {}

    /** A value and its interval; NaN where there is none. */
    public record Whisker(double value, double low, double high) {}

    /**
     * A difference to the first run.
     *
     * @param rank {@code better}, {@code worse}, {@code same}, {@code undecided} or {@code unknown}
     * @param words {@code 12 min less a year}
     * @param interval of that; may be empty
     * @param why what makes it, or why it is not known
     */
    public record Versus(String rank, String words, String interval, List<String> why) {
        public Versus {
            why = List.copyOf(why);
        }
    }
}
