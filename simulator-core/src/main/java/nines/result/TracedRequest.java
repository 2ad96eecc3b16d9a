package nines.result;

import java.util.List;

/**
 * Everything that happened to one request; times are in seconds from the start of the replication.
 *
 * @param number of the request in its replication, from 1
 * @param journey its name
 * @param why it was chosen: {@code sample}, {@code slow} or {@code failed}
 * @param asked when the client first asked
 * @param ended when the client had an answer or gave up
 * @param outcome what came of it
 * @param calls made for it, the client's own first
 * @param steps where the time went, in the order in which they ended
 * @param failures of single attempts
 */
public record TracedRequest(
        long number,
        String journey,
        String why,
        double asked,
        double ended,
        String outcome,
        List<Call> calls,
        List<Step> steps,
        List<Failed> failures) {
    public TracedRequest {
        calls = List.copyOf(calls);
        steps = List.copyOf(steps);
        failures = List.copyOf(failures);
    }

    /**
     * A call.
     *
     * @param caller index of the call that made it; -1 for the client's own
     * @param to who is called
     * @param note {@code second copy}, {@code left behind} or empty
     */
    public record Call(int caller, String to, String note) {}

    /**
     * A stretch of time of a call.
     *
     * @param call its index
     * @param where the component or link
     * @param what is done there: {@code waiting}, {@code service}, {@code link}, {@code pause} or {@code calling}
     * @param from when it begins
     * @param to when it ends
     */
    public record Step(int call, String where, String what, double from, double to) {}

    /**
     * An attempt that came to nothing.
     *
     * @param call its index
     * @param at when its caller knew
     * @param why in words
     */
    public record Failed(int call, double at, String why) {}
}
