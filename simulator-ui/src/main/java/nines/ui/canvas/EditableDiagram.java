package nines.ui.canvas;

import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Positions made by hand, by the ids of a drawing. */
    static Map<String, DiagramLayout.Point> places(Map<String, Positions.Spot> spots, Diagram diagram) {
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
}
