package nines.ui.shell;

import java.io.IOException;
import nines.format.Code;
import nines.format.Problem;
import nines.format.Reading;
import nines.format.ScenarioText;
import nines.format.Severity;
import nines.ui.canvas.Sketch;
import nines.ui.edit.Autosave;
import nines.ui.edit.Reader;
import nines.ui.edit.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Something that has been read and laid out, ready to be shown. All of it is made away from the interface thread.
 *
 * @param source where it came from
 * @param first the document
 * @param saved the text that counts as saved
 * @param sketch its drawing
 */
record Opened(Source source, Snapshot first, String saved, Sketch sketch) {
    /** Reads a document. */
    static Opened read(Source source) {
        Reading reading = source.read();
        var first = new Snapshot(ScenarioText.of(source.text()), reading, reading.scenario());
        return new Opened(source, first, first.text().text(), Sketch.of(first));
    }

    /** Reads work that was lost; it is kept as that of this window before it is taken from the other one. */
    static Opened recover(Source source, Autosave.Left left, Autosave own) throws IOException {
        String saved =
                left.origin().isEmpty() ? "" : ScenarioText.of(source.text()).text();
        Snapshot first = Snapshot.of(ScenarioText.of(left.text()), reader(source), null);
        var opened = new Opened(source, first, saved, Sketch.of(first));
        own.keep(left.origin(), left.text());
        Autosave.discard(left);
        return opened;
    }

    /** What cannot even be looked at: one problem, in words. */
    static Opened failed(Source source, Throwable problem) {
        String why = problem instanceof StackOverflowError
                ? "it is nested too deeply."
                : problem instanceof OutOfMemoryError
                        ? "there is not enough memory for it. Give Java more with NINES_JAVA_OPTS=-Xmx4g."
                        : "it cannot be read: " + words(problem);
        var told = new Problem(Code.N100, Severity.ERROR, source.name(), 0, 0, "", why, "");
        var reading = new Reading(null, java.util.List.of(told));
        return new Opened(
                source,
                new Snapshot(ScenarioText.of(""), reading, null),
                "",
                Sketch.of(new Snapshot(ScenarioText.of(""), reading, null)));
    }

    private static String words(@Nullable Throwable problem) {
        String message = problem == null ? null : problem.getMessage();
        String kind = problem == null ? "" : problem.getClass().getSimpleName();
        return message == null ? kind + "." : message;
    }

    static Reader reader(Source source) {
        return text -> source.read(text, "");
    }
}
