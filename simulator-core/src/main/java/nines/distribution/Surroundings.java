package nines.distribution;

import java.util.List;
import nines.quantity.Dimension;
import nines.quantity.TextProblem;

/** What a text of a law may refer to outside itself. */
public interface Surroundings {

    /** Nothing can be referred to. */
    Surroundings NONE = new Surroundings() {};

    /** The text of the parameter {@code $name}, or a {@link TextProblem}. */
    default String parameter(String name) {
        throw new TextProblem(TextProblem.UNREADABLE, "`$" + name + "`: parameters are not known here.", 0);
    }

    /** The law of {@code catalogue:id}, or a {@link TextProblem}. */
    default Distribution catalogue(String id, Dimension dimension) {
        throw new TextProblem(TextProblem.UNREADABLE, "`catalogue:" + id + "`: the catalogue is not known here.", 0);
    }

    /**
     * The cells of a column of a CSV file, as texts, or a {@link TextProblem}.
     *
     * @param column its heading; empty for the first
     */
    default List<String> cells(String file, String column) {
        throw new TextProblem(TextProblem.UNREADABLE, "`" + file + "`: files cannot be read here.", 0);
    }
}
