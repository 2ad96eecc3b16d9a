package nines.result;

import java.util.List;

/**
 * What was wrong with one thing around an outage.
 *
 * @param name of an instance, a take-over, planned work …
 * @param spans in order
 */
public record Lane(String name, List<Span> spans) {
    public Lane {
        spans = List.copyOf(spans);
    }

    /**
     * A stretch of time.
     *
     * @param from seconds after the outage began; below zero for what was wrong before
     * @param duration in seconds
     * @param stage what went on: {@code detection}, {@code waiting}, {@code repair}, {@code by hand} …
     */
    public record Span(double from, double duration, String stage) {}
}
