package nines.ui.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import nines.ui.edit.EditorViewModel;
import nines.ui.edit.Positions;

/** Bringing selected things into line. */
final class Aligning {
    /** How things are brought into line. */
    enum How {
        LEFT,
        CENTER,
        TOP,
        MIDDLE,
        /** Equal gaps from left to right. */
        ACROSS,
        /** Equal gaps from top to bottom. */
        DOWN
    }

    private Aligning() {}

    /** The ids of all cards and areas of some names. */
    static List<String> idsOf(DiagramView view, List<String> names) {
        Diagram diagram = view.model().diagramProperty().get();
        var ids = new ArrayList<String>();
        diagram.areas().stream().filter(area -> names.contains(area.name())).forEach(area -> ids.add(area.id()));
        // What stands in a place that moves too moves with it.
        diagram.cards().stream()
                .filter(card -> names.contains(card.name())
                        && ids.stream()
                                .noneMatch(id -> card.id().startsWith(id + "/")
                                        || card.id().startsWith(id + "#")))
                .forEach(card -> ids.add(card.id()));
        return ids;
    }

    static void align(DiagramView view, EditorViewModel editor, How how) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        idsOf(view, editor.selectionProperty().get()).forEach(id -> view.box(id).ifPresent(box -> boxes.put(id, box)));
        if (boxes.size() < 2) {
            editor.say("Select two things or more to bring them into line.");
            return;
        }
        var spots = new LinkedHashMap<String, Positions.Spot>();
        placed(boxes, how).forEach((id, box) -> {
            Point2D corner = Corners.of(view, Ids.around(id));
            spots.put(Positions.key(id), new Positions.Spot(box.x() - corner.getX(), box.y() - corner.getY()));
        });
        editor.put("Align", spots);
    }

    static Map<String, Box> placed(Map<String, Box> boxes, How how) {
        double left = boxes.values().stream().mapToDouble(Box::x).min().orElse(0);
        double top = boxes.values().stream().mapToDouble(Box::y).min().orElse(0);
        double center =
                boxes.values().stream().mapToDouble(Box::centerX).average().orElse(0);
        double middle =
                boxes.values().stream().mapToDouble(Box::centerY).average().orElse(0);
        var placed = new LinkedHashMap<String, Box>();
        switch (how) {
            case LEFT -> boxes.forEach((id, box) -> placed.put(id, box.moved(left - box.x(), 0)));
            case CENTER -> boxes.forEach((id, box) -> placed.put(id, box.moved(center - box.centerX(), 0)));
            case TOP -> boxes.forEach((id, box) -> placed.put(id, box.moved(0, top - box.y())));
            case MIDDLE -> boxes.forEach((id, box) -> placed.put(id, box.moved(0, middle - box.centerY())));
            case ACROSS, DOWN -> spread(boxes, how == How.ACROSS, placed);
        }
        return placed;
    }

    private static void spread(Map<String, Box> boxes, boolean across, Map<String, Box> placed) {
        var ids = new ArrayList<>(boxes.keySet());
        ids.sort(Comparator.comparingDouble(id -> {
            Box box = box(boxes, id);
            return across ? box.x() : box.y();
        }));
        Box first = box(boxes, ids.get(0));
        Box last = box(boxes, ids.get(ids.size() - 1));
        double length = boxes.values().stream()
                .mapToDouble(box -> across ? box.width() : box.height())
                .sum();
        double gap = ((across ? last.right() - first.x() : last.bottom() - first.y()) - length) / (ids.size() - 1);
        double at = across ? first.x() : first.y();
        for (String id : ids) {
            Box box = box(boxes, id);
            placed.put(id, across ? box.moved(at - box.x(), 0) : box.moved(0, at - box.y()));
            at += (across ? box.width() : box.height()) + gap;
        }
    }

    private static Box box(Map<String, Box> boxes, String id) {
        Box box = boxes.get(id);
        if (box == null) {
            throw new IllegalArgumentException("not on the drawing: '" + id + "'");
        }
        return box;
    }
}
