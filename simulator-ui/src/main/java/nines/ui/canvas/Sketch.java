package nines.ui.canvas;

import java.util.Map;
import nines.model.Scenario;
import nines.ui.edit.Positions;
import nines.ui.edit.Snapshot;

/**
 * A drawing with the place of everything on it. It is made of values only, away from the interface thread where it is large.
 *
 * @param diagram what is drawn
 * @param layout where
 */
public record Sketch(Diagram diagram, DiagramLayout layout) {
    static Sketch of(Diagram diagram, Map<String, DiagramLayout.Point> places) {
        return new Sketch(diagram, DiagramLayout.of(diagram, places));
    }

    /** What is drawn of a document: its scenario with what was put by hand, or an empty sheet. */
    public static Sketch of(Snapshot snapshot) {
        Scenario scenario = snapshot.drawn();
        Diagram diagram = scenario == null ? Diagram.EMPTY : ScenarioDiagram.of(scenario);
        return of(diagram, EditableDiagram.places(Positions.of(snapshot.text()), diagram));
    }

    /** A scenario as it lays itself out. */
    public static Sketch of(Scenario scenario) {
        return of(ScenarioDiagram.of(scenario), Map.of());
    }
}
