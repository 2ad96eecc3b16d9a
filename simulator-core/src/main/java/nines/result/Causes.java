package nines.result;

import java.util.List;

/**
 * Who is to blame for one kind of downtime, in seconds a year, largest first. The cells, and each margin, sum to the
 * total.
 *
 * @param total what is shared out
 * @param cells the table (root × stage), without empty cells
 * @param byRoot its rows
 * @param byStage its columns
 * @param byComponent rows of all instances of one component, or of one place, together
 */
public record Causes(
        double total, List<Cause> cells, List<Share> byRoot, List<Share> byStage, List<Share> byComponent) {
    public static final Causes NONE = new Causes(0, List.of(), List.of(), List.of(), List.of());

    public Causes {
        cells = List.copyOf(cells);
        byRoot = List.copyOf(byRoot);
        byStage = List.copyOf(byStage);
        byComponent = List.copyOf(byComponent);
    }
}
