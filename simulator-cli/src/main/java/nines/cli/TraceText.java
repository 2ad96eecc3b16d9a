package nines.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nines.format.TraceJson;
import nines.reports.Amounts;
import nines.result.Trace;
import nines.result.TracedRequest;

/** The story of single requests for people: one line for each stretch of time, calls indented below their callers. */
final class TraceText {
    private TraceText() {}

    /** Writes it in Chrome's format where the name ends with {@code .json}, else as text. */
    static void write(Trace trace, Path file) {
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        String text = json ? TraceJson.write(trace) : String.join("\n", lines(trace)) + "\n";
        WholeFiles.write(file, draft -> Files.writeString(draft, text));
    }

    static List<String> lines(Trace trace) {
        List<String> lines = new ArrayList<>();
        lines.add(trace.scenario() + ": " + trace.requests().size() + " requests of the first replication, seed "
                + trace.seed() + ".");
        for (TracedRequest request : trace.requests()) {
            lines.add("");
            lines.add("request " + request.number() + " of " + request.journey() + " (" + request.why() + "), asked at "
                    + Amounts.plainDuration(request.asked()) + ": " + request.outcome() + " after "
                    + Amounts.duration(request.ended() - request.asked(), 3));
            lines.addAll(body(request));
        }
        return lines;
    }

    private record Entry(double at, int call, String text) {}

    private static List<String> body(TracedRequest request) {
        List<Entry> entries = new ArrayList<>();
        for (TracedRequest.Step step : request.steps()) {
            entries.add(new Entry(
                    step.from(),
                    step.call(),
                    step.where() + ": " + step.what() + " " + Amounts.duration(step.to() - step.from(), 3)));
        }
        for (TracedRequest.Failed failed : request.failures()) {
            entries.add(new Entry(
                    failed.at(),
                    failed.call(),
                    request.calls().get(failed.call()).to() + ": the attempt came to nothing, " + failed.why()));
        }
        entries.sort(Comparator.comparingDouble(Entry::at).thenComparingInt(Entry::call));
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries) {
            TracedRequest.Call call = request.calls().get(entry.call());
            lines.add(String.format(
                    Locale.ROOT,
                    "%12.6f s  %s%s%s",
                    entry.at() - request.asked(),
                    "  ".repeat(depth(request, entry.call())),
                    entry.text(),
                    call.note().isEmpty() ? "" : " (" + call.note() + ")"));
        }
        return lines;
    }

    private static int depth(TracedRequest request, int call) {
        int depth = 0;
        for (int c = request.calls().get(call).caller();
                c >= 0;
                c = request.calls().get(c).caller()) {
            depth++;
        }
        return depth;
    }
}
