package nines.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.result.Trace;
import nines.result.TracedRequest;

/**
 * A trace in the Trace Event Format (Chrome's about:tracing, Perfetto): each request is a process, each call that was made
 * for it a thread, so that calls side by side and work left behind stand below each other. Times are in microseconds.
 */
public final class TraceJson {
    private static final double MICROS = 1e6;

    private final List<String> events = new ArrayList<>();

    private TraceJson() {}

    public static String write(Trace trace) {
        TraceJson json = new TraceJson();
        trace.requests().forEach(json::request);
        return "{ \"displayTimeUnit\": \"ms\",\n  \"otherData\": { \"scenario\": " + text(trace.scenario())
                + ", \"seed\": "
                + trace.seed() + ", \"replication\": " + trace.replication() + " },\n  \"traceEvents\": [\n    "
                + String.join(",\n    ", json.events) + "\n  ] }\n";
    }

    private void request(TracedRequest request) {
        long process = request.number();
        String name = "request " + request.number() + " of " + request.journey() + ": " + request.outcome() + " ("
                + request.why() + ")";
        name("process_name", process, 0, name);
        for (int call = 0; call < request.calls().size(); call++) {
            TracedRequest.Call of = request.calls().get(call);
            String note = of.note().isEmpty() ? "" : ", " + of.note();
            name("thread_name", process, call, call == 0 ? "client" : "to " + of.to() + note);
        }
        for (TracedRequest.Step step : request.steps()) {
            event(
                    step.where() + ": " + step.what(),
                    step.what(),
                    process,
                    step.call(),
                    "\"ph\": \"X\", \"ts\": " + micros(step.from()) + ", \"dur\": " + micros(step.to() - step.from()));
        }
        for (TracedRequest.Failed failed : request.failures()) {
            event(
                    failed.why(),
                    "failed",
                    process,
                    failed.call(),
                    "\"ph\": \"i\", \"s\": \"t\", \"ts\": " + micros(failed.at()));
        }
    }

    private void name(String what, long process, int thread, String name) {
        events.add("{ \"name\": " + text(what) + ", \"ph\": \"M\", \"pid\": " + process + ", \"tid\": " + thread
                + ", \"args\": { \"name\": " + text(name) + " } }");
    }

    private void event(String name, String category, long process, int thread, String rest) {
        events.add("{ \"name\": " + text(name) + ", \"cat\": " + text(category) + ", \"pid\": " + process
                + ", \"tid\": " + thread + ", " + rest + " }");
    }

    private static String micros(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds * MICROS);
    }

    private static String text(String raw) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
