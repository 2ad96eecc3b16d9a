package nines.ui.control;

import java.util.List;

/**
 * A line in a chart.
 *
 * @param name as the legend writes it
 * @param points from left to right
 */
public record Curve(String name, List<Point> points) {
    /** A point of it. */
    public record Point(double x, double y) {}

    public Curve {
        points = List.copyOf(points);
    }
}
