package nines.ui.shell;

import nines.format.Reading;

/**
 * What is open.
 *
 * @param source where it came from
 * @param reading what was found in it, as it is now
 * @param text as it is now
 * @param variant the alternative to run; empty: as written
 */
public record Document(Source source, Reading reading, String text, String variant) {
    /** The scenario's name; that of its file when it could not be read. */
    public String title() {
        return reading.scenario() == null ? source.name() : reading.scenario().name();
    }
}
