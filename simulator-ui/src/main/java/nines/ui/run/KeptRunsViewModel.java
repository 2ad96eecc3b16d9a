package nines.ui.run;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The runs of this window that are over: one of them is shown, some of them may be compared. */
public final class KeptRunsViewModel {
    private static final int MOST = 20;

    private final ObservableList<KeptRun> runs = FXCollections.observableArrayList();
    private final ObservableList<Integer> compared = FXCollections.observableArrayList();
    // Kept here: such a list hears of changes only as long as somebody holds it, and its listeners do not.
    private final ObservableList<KeptRun> runsToSee = FXCollections.unmodifiableObservableList(runs);
    private final ObservableList<Integer> comparedToSee = FXCollections.unmodifiableObservableList(compared);
    private final ReadOnlyObjectWrapper<@Nullable KeptRun> shown = new ReadOnlyObjectWrapper<>();
    private int count;

    /** All of them, the last one first. */
    public ObservableList<KeptRun> runs() {
        return runsToSee;
    }

    /** The run whose result is shown; null for none. */
    public ReadOnlyObjectProperty<@Nullable KeptRun> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Numbers of the runs that are to be compared, in the order in which they were picked. */
    public ObservableList<Integer> compared() {
        return comparedToSee;
    }

    /** The runs to compare, the first picked first. */
    public List<KeptRun> chosen() {
        return compared.stream()
                .flatMap(number -> runs.stream().filter(run -> run.number() == number))
                .toList();
    }

    /** Keeps a run under a name of its own and shows it; of too many the oldest is dropped. */
    public KeptRun keep(String about, String subject, Ran ran, String identity, String text, String command) {
        count++;
        var run = new KeptRun(count, count + " · " + about, subject, ran, identity, text, command);
        runs.add(0, run);
        if (runs.size() > MOST) {
            drop(runs.get(MOST).number());
        }
        shown.set(run);
        return run;
    }

    /** Another name; an empty one is none. */
    public void rename(int number, String name) {
        for (int i = 0; i < runs.size(); i++) {
            KeptRun run = runs.get(i);
            if (run.number() == number && !name.isBlank()) {
                KeptRun next = run.called(name.strip());
                runs.set(i, next);
                if (run.equals(shown.get())) {
                    shown.set(next);
                }
            }
        }
    }

    public void drop(int number) {
        compared.remove((Integer) number);
        KeptRun now = shown.get();
        if (now != null && now.number() == number) {
            shown.set(null);
        }
        runs.removeIf(run -> run.number() == number);
    }

    /** Shows the result of a run again. */
    public void show(int number) {
        runs.stream().filter(run -> run.number() == number).findFirst().ifPresent(shown::set);
    }

    /** No result is shown; the runs stay. */
    public void hide() {
        shown.set(null);
    }

    /** Takes a run into the comparison, or out of it. */
    public void compare(int number, boolean wanted) {
        compared.remove((Integer) number);
        if (wanted && runs.stream().anyMatch(run -> run.number() == number)) {
            compared.add(number);
        }
    }
}
