package nines.ui.classroom;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nines.result.Estimate;
import nines.ui.control.BackgroundRun;
import org.jspecify.annotations.Nullable;

/** One lesson at a time: asked, predicted, measured, explained. */
public final class ClassroomViewModel {
    /**
     * Where the learner is.
     *
     * @param lesson which one
     * @param predicted the index of the prediction; −1 while there is none
     * @param running whether the experiment is under way
     * @param findings what was measured; empty before
     * @param failure why there is nothing; empty when there is
     */
    public record State(Lesson lesson, int predicted, boolean running, List<Finding> findings, String failure) {
        public State {
            findings = List.copyOf(findings);
        }

        public boolean isOver() {
            return findings.size() == lesson.arms().size();
        }

        /** Whether the prediction came true, in words; empty before it is known. */
        public String verdict() {
            if (!isOver()) {
                return "";
            }
            return predicted == lesson.right()
                    ? "As you said."
                    : "Not what you said. It is: " + lesson.choices().get(lesson.right());
        }

        /** Why it is so, with what was measured; empty before it is known. */
        public String explanation() {
            if (!isOver()) {
                return "";
            }
            String words = lesson.explanation();
            for (Finding finding : findings) {
                words = words.replace("{" + finding.arm().variant() + "}", value(lesson.measure(), finding.estimate()));
            }
            return words;
        }
    }

    private final BackgroundRun background;
    private final List<Lesson> lessons;
    private final ReadOnlyObjectWrapper<@Nullable State> state = new ReadOnlyObjectWrapper<>();
    private AtomicBoolean stop = new AtomicBoolean();

    public ClassroomViewModel(BackgroundRun background, List<Lesson> lessons) {
        this.background = background;
        this.lessons = List.copyOf(lessons);
    }

    public List<Lesson> lessons() {
        return lessons;
    }

    /** Where the learner is; null before a lesson is opened. */
    public ReadOnlyObjectProperty<@Nullable State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Opens a lesson at its question. */
    public void open(Lesson lesson) {
        leave();
        state.set(new State(lesson, -1, false, List.of(), ""));
    }

    /** The learner thinks that this one will come true; it counts until the experiment is run. */
    public void predict(int choice) {
        State now = state.get();
        if (now != null && !now.running() && now.findings().isEmpty()) {
            state.set(new State(now.lesson(), choice, false, List.of(), ""));
        }
    }

    /** Runs the experiment, once there is a prediction. */
    public void run() {
        State now = state.get();
        if (now == null || now.running() || now.predicted() < 0) {
            return;
        }
        leave();
        AtomicBoolean mine = stop;
        state.set(new State(now.lesson(), now.predicted(), true, List.of(), ""));
        background.start(
                () -> Experimenting.run(now.lesson(), mine::get),
                found -> {
                    if (mine == stop) {
                        state.set(new State(now.lesson(), now.predicted(), false, found, ""));
                    }
                },
                problem -> {
                    if (mine == stop) {
                        state.set(new State(
                                now.lesson(),
                                now.predicted(),
                                false,
                                List.of(),
                                "The experiment broke off: " + problem.getMessage()));
                    }
                });
    }

    /** Stops what is under way: nobody looks at it any more. */
    public void leave() {
        stop.set(true);
        stop = new AtomicBoolean();
    }

    /** A measured value in words; a bound where nothing was seen. */
    static String value(Measure measure, Estimate estimate) {
        if (!estimate.isKnown()) {
            return "not known";
        }
        return estimate.value() == 0 && estimate.high() > 0
                ? "less than " + measure.words(estimate.high())
                : measure.words(estimate.value());
    }
}
