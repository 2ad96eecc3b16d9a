package nines.traffic;

import java.util.List;

/**
 * Everything that happened to one request, in seconds from the start of the replication.
 *
 * @param number of the request in the replication, from 1
 * @param journey its index
 * @param why it was chosen
 * @param asked when the client first asked
 * @param ended when the client had an answer or gave up; NaN when it was still under way at the end
 * @param outcome what came of it; -1 when it was still under way
 * @param lines one for each call that was made for it, the client's own first
 * @param stretches where its time went, in the order in which they ended
 * @param failures of single attempts, in order of time
 */
public record Traced(
        long number,
        int journey,
        Why why,
        double asked,
        double ended,
        int outcome,
        List<Line> lines,
        List<Stretch> stretches,
        List<Failed> failures) {
    public Traced {
        lines = List.copyOf(lines);
        stretches = List.copyOf(stretches);
        failures = List.copyOf(failures);
    }

    /** Why a request is told of. */
    public enum Why {
        /** One of many, evenly over the run. */
        SAMPLE,
        /** One of the slowest that succeeded. */
        SLOW,
        /** One of the first of its kind of failure. */
        FAILED
    }

    /**
     * A call.
     *
     * @param caller the line that makes it; -1 for the client's
     * @param hop who is called: see {@link Hops#names}
     * @param note what is special about it
     */
    public record Line(int caller, int hop, Note note) {}

    /** What is special about a call. */
    public enum Note {
        NONE,
        /** It was sent because the first copy was slow. */
        SECOND_COPY,
        /** Its caller has left; it goes on all the same. */
        LEFT_BEHIND
    }

    /**
     * A stretch of time of a call.
     *
     * @param line the call
     * @param hop where the time goes
     * @param kind one of those of {@link Hops}
     * @param from when it begins
     * @param to when it ends
     */
    public record Stretch(int line, int hop, int kind, double from, double to) {}

    /**
     * An attempt that came to nothing.
     *
     * @param line the call
     * @param at when its caller knew
     * @param outcome index of the {@link Outcome}
     */
    public record Failed(int line, double at, int outcome) {}
}
