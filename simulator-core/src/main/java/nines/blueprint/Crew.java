package nines.blueprint;

import java.util.List;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * People who repair: they limit how many jobs run at once and choose the order.
 *
 * @param stream name of its random streams
 * @param people how many jobs at once, at least 1
 * @param order how the next job is chosen
 * @param rank urgency of each part, the smallest first, indexed by part; used by {@link Order#PRIORITY}
 * @param preempts whether a more urgent job interrupts a less urgent one, which is resumed later
 * @param inspection time to find the broken instances of one part, for {@link Order#FIRST_FOUND}
 * @param shifts when the people work; empty: always
 */
public record Crew(
        String stream,
        int people,
        Order order,
        int[] rank,
        boolean preempts,
        @Nullable Distribution inspection,
        List<Shift> shifts) {

    public Crew {
        shifts = List.copyOf(shifts);
    }

    /** Who is served next. */
    public enum Order {
        /** The job that has waited longest. */
        FIRST_COME,
        /** By urgency, then the longest wait. */
        PRIORITY,
        /** Parts are inspected side by side, the first one found is taken. */
        FIRST_FOUND,
        /** One of the waiting parts at random, then its longest wait. */
        AT_RANDOM
    }

    /**
     * Working hours.
     *
     * @param from start within the period, in seconds
     * @param length seconds of work
     * @param period seconds after which it repeats
     * @param times how often in a row it repeats before the cycle starts again
     * @param cycle length of the cycle in seconds; {@code times * period} or more
     */
    public record Shift(double from, double length, double period, int times, double cycle) {}
}
