package nines.ui.result;

import java.util.List;

/**
 * One cause of downtime: a kind of fault of one component or place.
 *
 * @param title {@code db · node}
 * @param part the component or place to point at
 * @param share of all that the journey loses
 * @param time that is, a year: {@code 1 h 20 min a year}
 * @param stages where that time goes, longest first
 */
public record CauseRow(String title, String part, double share, String time, List<Portion> stages) {
    /**
     * The part of a cause that one stage takes.
     *
     * @param stage detection, repair …
     * @param share of all that the journey loses
     * @param time that is, a year
     */
    public record Portion(String stage, double share, String time) {}

    public CauseRow {
        stages = List.copyOf(stages);
    }
}
