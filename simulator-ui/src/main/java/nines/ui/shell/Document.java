package nines.ui.shell;

import nines.format.Reading;

/** What is open: where it came from, and what was found in it. */
public record Document(Source source, Reading reading) {
    /** The scenario's name; that of its file when it could not be read. */
    public String title() {
        return reading.scenario() == null ? source.name() : reading.scenario().name();
    }
}
