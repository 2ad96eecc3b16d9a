package nines.ui.canvas;

import javafx.geometry.Point2D;

/** The corners from which positions are counted. */
final class Corners {
    private Corners() {}

    /** That of an area; of the whole, that of what stands in no journey. */
    static Point2D of(DiagramView view, String area) {
        return view.box(area)
                .map(box -> new Point2D(box.x(), box.y()))
                .orElseGet(() -> view.model().layoutProperty().get().origin());
    }
}
