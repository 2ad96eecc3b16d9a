package nines.ui.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where at the edge of a box each arrow begins and ends: side by side, in the order of where they come from or go to. */
final class Ports {
    private static final double WIDEST = 0.7;
    private static final double STEP = 14;

    private final Map<String, Double> starts = new HashMap<>();
    private final Map<String, Double> ends = new HashMap<>();

    private Ports() {}

    static Ports of(DiagramLayout layout) {
        var ports = new Ports();
        var leaving = new LinkedHashMap<String, List<Arrow>>();
        var coming = new LinkedHashMap<String, List<Arrow>>();
        for (Arrow arrow : layout.arrows()) {
            Box from = layout.box(arrow.from());
            Box to = layout.box(arrow.to());
            if (to.y() >= from.bottom() && !arrow.across()) {
                leaving.computeIfAbsent(arrow.from(), id -> new ArrayList<>()).add(arrow);
                coming.computeIfAbsent(arrow.to(), id -> new ArrayList<>()).add(arrow);
            }
        }
        leaving.forEach((id, arrows) -> {
            arrows.sort(
                    Comparator.comparingDouble(arrow -> layout.box(arrow.to()).centerX()));
            spread(arrows, layout.box(id), ports.starts);
        });
        coming.forEach((id, arrows) -> {
            arrows.sort(
                    Comparator.comparingDouble(arrow -> layout.box(arrow.from()).centerX()));
            spread(arrows, layout.box(id), ports.ends);
        });
        return ports;
    }

    private static void spread(List<Arrow> arrows, Box box, Map<String, Double> offsets) {
        double step = Math.min(STEP, WIDEST * box.width() / Math.max(1, arrows.size()));
        for (int i = 0; i < arrows.size(); i++) {
            offsets.put(arrows.get(i).id(), (i - (arrows.size() - 1) / 2.0) * step);
        }
    }

    /** To the right of the middle of the lower edge. */
    double start(String arrow) {
        return starts.getOrDefault(arrow, 0.0);
    }

    /** To the right of the middle of the upper edge. */
    double end(String arrow) {
        return ends.getOrDefault(arrow, 0.0);
    }
}
