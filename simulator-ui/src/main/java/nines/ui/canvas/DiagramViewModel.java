package nines.ui.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the drawing shows, and what is pointed at on it. */
public final class DiagramViewModel {
    private final ReadOnlyObjectWrapper<Diagram> diagram = new ReadOnlyObjectWrapper<>(Diagram.EMPTY);
    private final ReadOnlyObjectWrapper<DiagramLayout> layout =
            new ReadOnlyObjectWrapper<>(DiagramLayout.of(Diagram.EMPTY));
    private final ObjectProperty<Set<String>> marked = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Map<String, String>> badges = new SimpleObjectProperty<>(Map.of());
    private final ReadOnlyIntegerWrapper fresh = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private Sketch sketch = Sketch.of(Diagram.EMPTY, Map.of());
    private final StringProperty picked = new SimpleStringProperty("");
    private final StringProperty journey = new SimpleStringProperty("");

    public ReadOnlyObjectProperty<Diagram> diagramProperty() {
        return diagram.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<DiagramLayout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    /** Ids of the cards and places that are pointed at. */
    public ReadOnlyObjectProperty<Set<String>> markedProperty() {
        return marked;
    }

    /** Short texts fastened to cards and places, by id. */
    public ReadOnlyObjectProperty<Map<String, String>> badgesProperty() {
        return badges;
    }

    /** The name of the component or place that the user picked last; empty for none. */
    public StringProperty pickedProperty() {
        return picked;
    }

    /** The journey whose way stands out; empty for all alike. */
    public StringProperty journeyProperty() {
        return journey;
    }

    /** Draws another architecture, with nothing pointed at. */
    public void show(Diagram next) {
        show(Sketch.of(next, Map.of()));
    }

    /** Draws another architecture that has been laid out, with nothing pointed at. */
    public void show(Sketch next) {
        marked.set(Set.of());
        badges.set(Map.of());
        picked.set("");
        journey.set("");
        take(next);
        fresh.set(fresh.get() + 1);
    }

    /** Draws the same architecture after a change of it. */
    public void update(Sketch next) {
        if (!next.equals(sketch)) {
            take(next);
            changed.set(changed.get() + 1);
        }
    }

    private void take(Sketch next) {
        sketch = next;
        layout.set(next.layout());
        diagram.set(next.diagram());
    }

    /** Counts architectures that are new here: each is shown whole. */
    ReadOnlyIntegerProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    /** Counts changes of what is drawn. */
    ReadOnlyIntegerProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Points at everything of one name: {@code db}, {@code db-1}, {@code zone-a}; at nothing when it is empty. */
    public void mark(String name) {
        mark(List.of(name));
    }

    /** Points at everything of several names. */
    public void mark(List<String> names) {
        var ids = new HashSet<String>();
        names.forEach(name -> ids.addAll(idsOf(name)));
        marked.set(Set.copyOf(ids));
    }

    /** Fastens texts, by name; a name that is not on the drawing is passed over. */
    public void fasten(Map<String, String> texts) {
        var byId = new HashMap<String, String>();
        texts.forEach((name, text) -> idsOf(name).forEach(id -> byId.put(id, text)));
        badges.set(Map.copyOf(byId));
    }

    public boolean isDrawn(String name) {
        return !idsOf(name).isEmpty();
    }

    /** The user clicked on a card or place; a second click lets go. */
    public void pick(String name) {
        picked.set(name.equals(picked.get()) ? "" : name);
    }

    /** The user clicked on a journey; a second click lets go. */
    public void follow(String name) {
        journey.set(name.equals(journey.get()) ? "" : name);
    }

    private Set<String> idsOf(String name) {
        Set<String> exact = idsNamed(name);
        int dash = name.lastIndexOf('-');
        return exact.isEmpty() && dash > 0 && name.substring(dash + 1).matches("\\d+")
                ? idsNamed(name.substring(0, dash))
                : exact;
    }

    private Set<String> idsNamed(String name) {
        var ids = new HashSet<String>();
        if (name.isEmpty()) {
            return ids;
        }
        List<Card> cards = diagram.get().cards();
        cards.stream().filter(card -> card.name().equals(name)).forEach(card -> ids.add(card.id()));
        diagram.get().areas().stream().filter(area -> area.name().equals(name)).forEach(area -> ids.add(area.id()));
        return ids;
    }
}
