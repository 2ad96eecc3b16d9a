package nines.ui.canvas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies under a point of the drawing.
 *
 * @param id of the card, journey, area or arrow
 * @param name of the entry; an arrow is {@code from→to}
 * @param what it is
 */
record Hit(String id, String name, What what) {
    /** Kinds of things that can be hit. */
    enum What {
        CARD,
        JOURNEY,
        /** The name of a place: it can be moved by it. */
        AREA_TITLE,
        AREA,
        ARROW,
        NOTHING
    }

    static final Hit NOTHING = new Hit("", "", What.NOTHING);

    private static final double NEAR = 6;
    private static final int SAMPLES = 24;

    boolean isMovable() {
        return what == What.CARD || what == What.AREA_TITLE;
    }

    /** What is on top there. */
    static Hit at(DiagramView view, double x, double y) {
        Diagram diagram = view.model().diagramProperty().get();
        for (Card card : diagram.cards()) {
            if (contains(view, card.id(), x, y)) {
                return new Hit(card.id(), card.name(), What.CARD);
            }
        }
        for (String journey : diagram.journeys()) {
            if (contains(view, ScenarioDiagram.entry(journey), x, y)) {
                return new Hit(ScenarioDiagram.entry(journey), journey, What.JOURNEY);
            }
        }
        for (Arrow arrow : view.model().layoutProperty().get().arrows()) {
            Route route = view.routes().get(arrow.id());
            if (route != null && isNear(route, x, y)) {
                return new Hit(
                        arrow.id(),
                        DiagramView.nameOf(arrow.link().from()) + "→"
                                + arrow.link().to(),
                        What.ARROW);
            }
        }
        Area area = areaAt(view, x, y, List.of());
        if (area == null) {
            return NOTHING;
        }
        double top = view.box(area.id()).map(Box::y).orElse(0.0);
        return new Hit(area.id(), area.name(), y < top + DiagramLayout.HEADER - 6 ? What.AREA_TITLE : What.AREA);
    }

    /** The innermost place at a point, other than some and what is in them; null outside of all. */
    static @Nullable Area areaAt(DiagramView view, double x, double y, List<String> without) {
        Area found = null;
        for (Area area : view.model().diagramProperty().get().areas()) {
            boolean left = without.stream()
                    .anyMatch(id -> area.id().equals(id) || area.id().startsWith(id + "/"));
            if (!left && contains(view, area.id(), x, y)) {
                found = area;
            }
        }
        return found;
    }

    private static boolean contains(DiagramView view, String id, double x, double y) {
        return view.box(id)
                .map(box -> box.x() <= x && x <= box.right() && box.y() <= y && y <= box.bottom())
                .orElse(false);
    }

    private static boolean isNear(Route route, double x, double y) {
        double fromX = route.startX();
        double fromY = route.startY();
        for (Route.Curve curve : route.curves()) {
            for (int i = 0; i <= SAMPLES; i++) {
                double t = i / (double) SAMPLES;
                double u = 1 - t;
                double px = u * u * u * fromX
                        + 3 * u * u * t * curve.x1()
                        + 3 * u * t * t * curve.x2()
                        + t * t * t * curve.endX();
                double py = u * u * u * fromY
                        + 3 * u * u * t * curve.y1()
                        + 3 * u * t * t * curve.y2()
                        + t * t * t * curve.endY();
                if (Math.abs(px - x) < NEAR && Math.abs(py - y) < NEAR) {
                    return true;
                }
            }
            fromX = curve.endX();
            fromY = curve.endY();
        }
        return false;
    }
}
