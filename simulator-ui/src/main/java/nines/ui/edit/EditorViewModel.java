package nines.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import nines.format.EditRefused;
import nines.format.NamedEntries;
import nines.format.Problem;
import nines.format.ScenarioText;
import nines.model.Scenario;
import nines.model.Type;
import nines.ui.control.BackgroundRun;
import org.jspecify.annotations.Nullable;

/**
 * The document that is open: every change of it is a function of its text, can be undone, and is refused with a reason
 * when it would make a sound file unsound. What is typed into the text is never refused.
 */
public final class EditorViewModel {
    private static final long A_PAUSE = 1_500_000_000;

    private final BackgroundRun background;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<Snapshot> snapshot;
    private final ReadOnlyObjectWrapper<List<String>> selection = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper undoes = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoes = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private Reader reader = Reader.of("scenario.yaml");
    private String saved = "";
    private History<Snapshot> history;
    private long typedAt;
    private int readings;
    private boolean unread;

    public EditorViewModel(BackgroundRun background) {
        this(background, System::nanoTime);
    }

    /**
     * An editor with a clock of its own.
     *
     * @param nanos a clock: what is typed without a pause is one step
     */
    EditorViewModel(BackgroundRun background, LongSupplier nanos) {
        this.background = background;
        this.nanos = nanos;
        Snapshot nothing = Snapshot.of(ScenarioText.of(""), reader, null);
        history = new History<>(nothing);
        snapshot = new ReadOnlyObjectWrapper<>(nothing);
    }

    /** What is shown now. */
    public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public Snapshot now() {
        return snapshot.get();
    }

    public ScenarioText text() {
        return now().text();
    }

    /** The scenario that is drawn; null before there was one. */
    public @Nullable Scenario drawn() {
        return now().drawn();
    }

    /** Names of the entries that are selected, the last one touched last. An arrow is {@code from→to}. */
    public ReadOnlyObjectProperty<List<String>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** What undo takes back; empty when there is nothing. */
    public ReadOnlyStringProperty undoesProperty() {
        return undoes.getReadOnlyProperty();
    }

    /** What redo does again; empty when there is nothing. */
    public ReadOnlyStringProperty redoesProperty() {
        return redoes.getReadOnlyProperty();
    }

    /** Why the last change was refused; empty when it was not. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether there is something that is not saved. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** Begins with another document. */
    public void open(Reader nextReader, Snapshot first, String savedText) {
        readings++;
        unread = false;
        reader = nextReader;
        saved = savedText;
        history = new History<>(first);
        selection.set(List.of());
        message.set("");
        show();
    }

    /** The text as it is now has been saved. */
    public void saved(Reader nextReader, String text) {
        reader = nextReader;
        saved = text;
        history.seal();
        show();
    }

    /**
     * Changes the text.
     *
     * @param label what is done, for undo: {@code Move db}
     * @return whether it was done; if not, {@link #messageProperty} says why
     */
    public boolean edit(String label, UnaryOperator<ScenarioText> change) {
        return edit(label, "", change);
    }

    /**
     * Changes the text; several changes in a row can be one step.
     *
     * @param mergeKey changes in a row with the same key are undone together
     */
    public boolean edit(String label, String mergeKey, UnaryOperator<ScenarioText> change) {
        try {
            settle();
            Snapshot was = now();
            ScenarioText next = change.apply(was.text());
            if (next.equals(was.text())) {
                message.set("");
                return true;
            }
            Snapshot is = Snapshot.of(next, reader, was);
            String harm = harm(was, is);
            if (!harm.isEmpty()) {
                message.set(harm);
                return false;
            }
            message.set("");
            history.push(is, label, mergeKey);
            show();
            return true;
        } catch (EditRefused refused) {
            message.set(String.valueOf(refused.getMessage()));
            return false;
        }
    }

    /** What a change would break that was whole; empty if nothing. */
    private static String harm(Snapshot was, Snapshot is) {
        List<String> before = was.errors().stream().map(Problem::message).toList();
        return is.errors().size() <= before.size()
                ? ""
                : is.errors().stream()
                        .map(Problem::message)
                        .filter(problem -> !before.contains(problem))
                        .findFirst()
                        .orElse("the file would have more errors than before");
    }

    /** What a change would come to, without making it: the reason why it would be refused, or empty. */
    public String objection(UnaryOperator<ScenarioText> change) {
        try {
            ScenarioText next = change.apply(text());
            return next.equals(text()) ? "" : harm(now(), Snapshot.of(next, reader, now()));
        } catch (EditRefused refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** The whole text as somebody types it: kept at once, read in the background. */
    public void type(String words) {
        if (words.equals(text().text())) {
            return;
        }
        long now = nanos.getAsLong();
        if (now - typedAt > A_PAUSE) {
            history.seal();
        }
        typedAt = now;
        Snapshot was = now();
        history.push(new Snapshot(ScenarioText.of(words), was.reading(), was.drawn()), "Typing", "typing");
        show();
        int mine = ++readings;
        unread = true;
        ScenarioText text = text();
        background.start(
                () -> Snapshot.of(text, reader, was),
                read -> {
                    if (mine == readings) {
                        unread = false;
                        history.replace(read);
                        show();
                    }
                },
                problem -> message.set("The text cannot be read: " + problem));
    }

    /** Reads what has been typed now, if it has not been read yet. */
    private void settle() {
        if (unread) {
            readings++;
            unread = false;
            history.replace(Snapshot.of(text(), reader, now()));
            show();
        }
    }

    /** Tells the user something. */
    public void say(String words) {
        message.set(words);
    }

    public void select(List<String> names) {
        selection.set(List.copyOf(names));
    }

    /** Adds to the selection, or takes out what is in it. */
    public void toggle(String entry) {
        var next = new ArrayList<>(selection.get());
        if (!next.remove(entry)) {
            next.add(entry);
        }
        selection.set(List.copyOf(next));
    }

    /** One more component of a kind, which is selected then. */
    public boolean addComponent(String kind, String place) {
        return added("Add " + kind, text -> Entries.component(text, kind, place));
    }

    /** One more place. */
    public boolean addPlace(String kind, String around) {
        return added("Add " + kind, text -> Entries.place(text, kind, around));
    }

    /** One more journey. */
    public boolean addJourney(String to) {
        return added("Add journey", text -> Entries.journey(text, to));
    }

    /** One more entry of a section that is not drawn: an event, a crew. */
    public boolean addEntry(String section) {
        return added("Add to " + section, text -> Fields.entry(text, section));
    }

    /** Sets a key of a block; an empty value takes it away. */
    public boolean set(List<String> block, String key, Type type, String value) {
        String owner = block.isEmpty() ? "" : " of " + block.get(block.size() - 1);
        return edit("Change " + key + owner, text -> Fields.set(text, block, key, type, value));
    }

    /** Pastes what was copied here or in another window. */
    public boolean paste(String copied, String place) {
        return added("Paste", text -> Entries.paste(text, copied, place));
    }

    public boolean duplicate(List<String> names) {
        return added("Duplicate " + spoken(names), text -> Entries.paste(text, Entries.copy(text, names), ""));
    }

    private boolean added(String label, Function<ScenarioText, Entries.Changed> change) {
        var names = new ArrayList<String>();
        boolean done = edit(label, text -> {
            Entries.Changed changed = change.apply(text);
            names.addAll(changed.names());
            return changed.text();
        });
        if (done) {
            select(names);
        }
        return done;
    }

    public String copy(List<String> names) {
        return Entries.copy(text(), names);
    }

    /** Deletes entries and arrows. */
    public boolean delete(List<String> names) {
        return !names.isEmpty()
                && edit("Delete " + spoken(names), text -> {
                    ScenarioText changed = text;
                    for (String entry : names) {
                        int arrow = entry.indexOf('→');
                        if (arrow >= 0) {
                            changed = Connections.disconnect(
                                    changed, entry.substring(0, arrow), entry.substring(arrow + 1));
                        }
                    }
                    return Entries.delete(
                            changed,
                            names.stream()
                                    .filter(entry -> entry.indexOf('→') < 0)
                                    .toList());
                });
    }

    /** Draws an arrow. */
    public boolean connect(String from, String to, Connections.Way way) {
        boolean done = edit("Connect " + from + " with " + to, text -> Connections.connect(text, from, to, way));
        if (done) {
            select(List.of(from + "→" + to));
        }
        return done;
    }

    /** Moves something into another place. */
    public boolean move(String entry, String from, String to) {
        Scenario scenario = drawn();
        return scenario != null && edit("Move " + entry, text -> Moves.move(scenario, text, entry, from, to));
    }

    /** Another name, everywhere. */
    public boolean rename(String entry, String next) {
        boolean done =
                edit("Rename " + entry, text -> Positions.renamed(NamedEntries.rename(text, entry, next), entry, next));
        if (done) {
            select(List.of(next));
        }
        return done;
    }

    /** Puts cards and places somewhere by hand. */
    public boolean put(String label, Map<String, Positions.Spot> spots) {
        return edit(label, text -> Positions.put(text, spots));
    }

    /** Lays everything out by itself again. */
    public boolean tidy() {
        return edit("Tidy up", Positions::forget);
    }

    private static String spoken(List<String> names) {
        return names.size() == 1 ? names.get(0) : names.size() + " things";
    }

    public void undo() {
        settle();
        if (history.undo()) {
            readings++;
            message.set("");
            show();
        }
    }

    public void redo() {
        settle();
        if (history.redo()) {
            readings++;
            message.set("");
            show();
        }
    }

    private void show() {
        // Nobody is to look for what is gone: first the selection, then the document.
        ScenarioText next = history.now().text();
        List<String> still =
                selection.get().stream().filter(entry -> exists(next, entry)).toList();
        if (!still.equals(selection.get())) {
            selection.set(still);
        }
        snapshot.set(history.now());
        String back = history.undoes();
        String forth = history.redoes();
        undoes.set(back == null ? "" : back);
        redoes.set(forth == null ? "" : forth);
        dirty.set(!next.text().equals(saved));
    }

    private static boolean exists(ScenarioText text, String entry) {
        int arrow = entry.indexOf('→');
        return arrow < 0
                ? NamedEntries.section(text, entry) != null
                : exists(text, entry.substring(0, arrow)) && exists(text, entry.substring(arrow + 1));
    }
}
