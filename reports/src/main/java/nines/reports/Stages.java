package nines.reports;

import java.util.List;

/** What goes on in an outage, each with a colour of its own that is the same wherever it is shown. */
final class Stages {
    private static final List<String> KNOWN = List.of(
            "by hand",
            "planned work",
            "detection",
            "repair",
            "switch-over",
            "waiting",
            "restart",
            "overload",
            "restore");

    /** The colour of whatever has none. */
    private static final int OTHER = 6;

    private Stages() {}

    /** Number of the colour of a stage: {@code --s2} in the style sheet. */
    static int colour(String stage) {
        int at = KNOWN.indexOf(stage);
        return at < 0 ? OTHER : at;
    }
}
