package nines.ui.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
import nines.model.Scenario;
import nines.ui.edit.EditorViewModel;
import nines.ui.edit.Positions;

/** A drawing that follows a document and changes it: mouse, keys, and both ways of selection. */
public final class EditableDiagram {
    private final DiagramView view;
    private final EditorViewModel editor;

    /** @param openProperties moves to the properties of what is selected */
    public EditableDiagram(DiagramView view, EditorViewModel editor, Runnable openProperties) {
        this.view = view;
        this.editor = editor;
        var gestures = new Gestures(view, editor);
        new DiagramKeys(view, editor, gestures, openProperties);
        editor.selectionProperty().addListener((property, was, is) -> view.select(is));
    }

    public void align(String how) {
        Aligning.align(view, editor, Aligning.How.valueOf(how));
    }

    /** Shows what is selected as large as is pleasant. */
    public void showSelection() {
        view.show(Aligning.idsOf(view, editor.selectionProperty().get()));
    }

    /** The hand-made positions of a document, by the ids of a drawing of it. */
    public static Map<String, DiagramLayout.Point> places(EditorViewModel editor, Diagram diagram) {
        Map<String, Positions.Spot> spots = Positions.of(editor.text());
        var places = new LinkedHashMap<String, DiagramLayout.Point>();
        if (!spots.isEmpty()) {
            diagram.cards().forEach(card -> put(places, card.id(), spots));
            diagram.areas().forEach(area -> put(places, area.id(), spots));
        }
        return places;
    }

    private static void put(Map<String, DiagramLayout.Point> places, String id, Map<String, Positions.Spot> spots) {
        Positions.Spot spot = spots.get(Positions.key(id));
        if (spot != null) {
            places.put(id, new DiagramLayout.Point(spot.x(), spot.y()));
        }
    }

    /** What is drawn of a document: its scenario, or an empty sheet. */
    public static Diagram diagram(EditorViewModel editor) {
        Scenario scenario = editor.drawn();
        return scenario == null ? Diagram.EMPTY : ScenarioDiagram.of(scenario);
    }
}
