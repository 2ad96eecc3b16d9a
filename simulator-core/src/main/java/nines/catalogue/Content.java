package nines.catalogue;

import java.util.List;
import java.util.Map;
import nines.distribution.Distribution;
import nines.quantity.Dimension;

/** What an entry of the catalogue says. */
public sealed interface Content {

    /**
     * A random quantity.
     *
     * @param dimension what it is a law of
     */
    record Law(Distribution law, Dimension dimension) implements Content {}

    /**
     * A chance at each trial, or in a year where the entry's name says so.
     *
     * @param chance between 0 and 1
     */
    record Chance(double chance) implements Content {}

    /**
     * Named values: the defaults of a product, or the figures of a study.
     *
     * @param values numbers, flags and texts as they stand
     * @param unit of all the numbers; empty where the name of each says it
     */
    record Settings(Map<String, Object> values, String unit) implements Content {}

    /**
     * Weights of several possibilities.
     *
     * @param weights by possibility; they add up to 1 but for rounding in the source
     */
    record Weights(Map<String, Double> weights) implements Content {}

    /**
     * Figures by row and column.
     *
     * @param rows the cells of each row, numbers or texts
     * @param columns their headings; empty where a row has one cell
     */
    record Table(Map<String, List<Object>> rows, List<String> columns, String unit) implements Content {}

    /**
     * A law of which the source does not tell everything.
     *
     * @param known its parameters as they stand
     * @param missing what must be added to draw from it
     */
    record Partial(String family, Map<String, Object> known, String missing) implements Content {}
}
