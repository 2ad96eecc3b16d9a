package nines.ui.edit;

import java.util.List;
import nines.format.Problem;
import nines.format.Reading;
import nines.format.ScenarioText;
import nines.format.Severity;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The document at one moment.
 *
 * @param text the truth: everything else follows from it
 * @param reading what came of reading it
 * @param drawn the scenario of this text, or of the last text before it that could be read; null if there was none
 */
public record Snapshot(
        ScenarioText text, Reading reading, @Nullable Scenario drawn) {

    /** Reads a text. */
    public static Snapshot of(ScenarioText text, Reader reader, @Nullable Snapshot former) {
        Reading reading = reader.read(text.text());
        Scenario read = reading.scenario();
        return new Snapshot(text, reading, read != null ? read : former == null ? null : former.drawn());
    }

    /** Whether the drawing shows this very text. */
    public boolean isCurrent() {
        return reading.scenario() != null;
    }

    public List<Problem> errors() {
        return reading.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }
}
