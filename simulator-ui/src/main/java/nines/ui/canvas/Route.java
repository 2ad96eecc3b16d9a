package nines.ui.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The way of an arrow: cubic curves from point to point, around what stands between.
 *
 * @param startX where it begins
 * @param startY where it begins
 * @param curves one after the other
 */
record Route(double startX, double startY, List<Curve> curves) {
    private static final double CLEARANCE = 12;

    /** From where the last one ended, by two control points. */
    record Curve(double x1, double y1, double x2, double y2, double endX, double endY) {}

    Route {
        curves = List.copyOf(curves);
    }

    /** Downwards from edge to edge where there is room, else sideways, else back up. */
    static Route between(Box from, Box to, Collection<Box> obstacles) {
        return between(from, to, obstacles, 0, 0);
    }

    /** Beginning and ending that far to the right of the middle, so that arrows at one edge do not lie on each other. */
    static Route between(Box from, Box to, Collection<Box> obstacles, double startOffset, double endOffset) {
        if (to.y() >= from.bottom()) {
            return down(from, to, obstacles, from.centerX() + startOffset, to.centerX() + endOffset);
        }
        if (from.y() >= to.bottom()) {
            return vertical(from.centerX() + from.width() / 4, from.y(), to.centerX() + to.width() / 4, to.bottom());
        }
        return to.centerX() >= from.centerX()
                ? sideways(from.right(), from.centerY(), to.x(), to.centerY())
                : sideways(from.x(), from.centerY(), to.right(), to.centerY());
    }

    private static Route down(Box from, Box to, Collection<Box> obstacles, double x, double toX) {
        double y = from.bottom();
        var between = new ArrayList<Box>();
        for (Box box : obstacles) {
            double part = (box.centerY() - y) / (to.y() - y);
            double at = x + part * (toX - x);
            if (box.y() >= y && box.bottom() <= to.y() && box.x() - 4 < at && at < box.right() + 4) {
                between.add(box);
            }
        }
        if (between.isEmpty()) {
            return vertical(x, y, toX, to.y());
        }
        double left = between.stream().mapToDouble(Box::x).min().orElse(x) - CLEARANCE;
        double right = between.stream().mapToDouble(Box::right).max().orElse(x) + CLEARANCE;
        double top = between.stream().mapToDouble(Box::y).min().orElse(y);
        double bottom = between.stream().mapToDouble(Box::bottom).max().orElse(to.y());
        double by =
                Math.abs(x - left) + Math.abs(toX - left) <= Math.abs(x - right) + Math.abs(toX - right) ? left : right;
        return new Route(
                x,
                y,
                List.of(
                        curve(x, y, by, top),
                        new Curve(by, top, by, bottom, by, bottom),
                        curve(by, bottom, toX, to.y())));
    }

    private static Route vertical(double x, double y, double toX, double toY) {
        return new Route(x, y, List.of(curve(x, y, toX, toY)));
    }

    private static Curve curve(double x, double y, double toX, double toY) {
        double middle = (y + toY) / 2;
        return new Curve(x, middle, toX, middle, toX, toY);
    }

    private static Route sideways(double x, double y, double toX, double toY) {
        double middle = (x + toX) / 2;
        return new Route(x, y, List.of(new Curve(middle, y, middle, toY, toX, toY)));
    }
}
