package nines.ui.edit;

import nines.format.Reading;
import nines.format.ScenarioReader;

/** Reads a text as the document it is: a file finds the tables beside it. */
@FunctionalInterface
public interface Reader {
    Reading read(String text);

    /** A text without a file. */
    static Reader of(String name) {
        return text -> ScenarioReader.parse(text, name);
    }
}
