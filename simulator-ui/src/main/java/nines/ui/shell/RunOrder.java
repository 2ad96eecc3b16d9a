package nines.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.format.Change;
import nines.format.Problem;
import nines.format.Reading;
import nines.format.Severity;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.model.Written;
import nines.ui.run.Wishes;

/**
 * A run as a user orders it: the document as it is now, and what is asked for beyond its own settings.
 *
 * @param document to run
 * @param wishes what is asked for
 */
public record RunOrder(Document document, Wishes wishes) {
    /** Seconds above which a horizon cannot have been meant for single requests: a week. */
    private static final double REQUESTS_AT_MOST = 7 * 86_400;

    private static final String REQUESTS_FOR = "1h";

    /** Reads the document with what is asked for; not on the interface thread. */
    public Reading reading() {
        Reading read = reading(wishes.written());
        Scenario scenario = read.scenario();
        boolean switched = !wishes.fidelity().isBlank() && wishes.horizon().isBlank();
        if (scenario != null
                && switched
                && scenario.run().fidelity() == RunSettings.Fidelity.REQUESTS
                && scenario.run().horizon() > REQUESTS_AT_MOST) {
            // Years were meant for failures: nobody waits for every request of ten of them. The command line does the
            // same.
            return reading(wishes.with("horizon", REQUESTS_FOR).written());
        }
        return read;
    }

    /** The scenario; an exception with the first of its mistakes where there is none. */
    public Scenario scenario() {
        Reading reading = reading();
        Scenario scenario = reading.scenario();
        if (scenario == null) {
            throw new IllegalArgumentException(reading.problems().stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .findFirst()
                    .map(RunOrder::words)
                    .orElse("it cannot be run"));
        }
        return scenario;
    }

    /** How to compute it: as it says, on all cores but the one that draws. */
    public Settings settings() {
        return Study.settings(scenario())
                .withThreads(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    private static String words(Problem problem) {
        return problem.by().isEmpty() ? problem.message() : problem.by() + ": " + problem.message();
    }

    private Reading reading(Map<String, String> settings) {
        List<Change> changes = new ArrayList<>();
        settings.forEach((key, value) ->
                changes.add(new Change("run." + key, new Written.Plain(value), "“How to run”: " + key + " " + value)));
        return document.source().read(document.text(), document.variant(), changes);
    }

    /** Equal for orders that give equal results. */
    public String identity() {
        return document.variant() + "\n" + wishes.words() + "\n" + document.text();
    }

    /** In a few words: {@code as written}, {@code seed 7}, {@code large, seed 7}. */
    public String about() {
        String variant = document.variant().isEmpty() ? "as written" : document.variant();
        return wishes.words().isEmpty()
                ? variant
                : document.variant().isEmpty() ? wishes.words() : variant + ", " + wishes.words();
    }

    /** The line that gives the same result without a window. */
    public String command() {
        var line =
                new StringBuilder("nines run ").append(quoted(document.source().command()));
        if (!document.variant().isEmpty()) {
            line.append(" --variant ").append(quoted(document.variant()));
        }
        wishes.written()
                .forEach((key, value) ->
                        line.append(" --").append(key).append(' ').append(quoted(value)));
        return line.toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./%:@+-]+") ? word : "\"" + word.replace("\"", "\\\"") + "\"";
    }
}
