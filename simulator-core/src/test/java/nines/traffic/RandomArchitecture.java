package nines.traffic;

import java.util.Locale;
import nines.random.RandomStream;

/** A small architecture put together at random: balancers, servers, calls of calls, time-outs, retries and failures. */
final class RandomArchitecture {
    private final RandomStream random;
    private final StringBuilder text = new StringBuilder();

    private RandomArchitecture(long seed) {
        random = new RandomStream(seed);
    }

    /** The lines of its file, after the head. */
    static String of(long seed) {
        RandomArchitecture made = new RandomArchitecture(seed);
        made.write();
        return seed % 2 == 0 ? made.apart(made.text.toString()) : made.text.toString();
    }

    /** The same in two places with a link between them that takes time and loses messages. */
    private String apart(String together) {
        String link = "  line: { kind: link, between: [here, there], latency: " + time(0.01)
                + one("", ", loss: 2%", ", loss: 30%") + " }\n";
        return together.replace(
                        "components:\n",
                        "places: { here: { kind: zone }, there: { kind: zone } }\ncomponents:\n" + link)
                .replace("kind: balancer,", "kind: balancer, in: [here, there],")
                .replace("kind: server,", "kind: server, in: [" + one("there", "here, there", "there, here") + "],")
                .replace("kind: cache,", "kind: cache, in: [" + one("here", "here, there", "there, here") + "],")
                .replace("kind: cdn,", "kind: cdn, in: there,");
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String time(double mean) {
        double of = mean * (0.3 + 1.4 * random.nextDouble());
        return switch (random.nextInt(4)) {
            case 0 -> String.format(Locale.ROOT, "%.6fs", of);
            case 1 -> String.format(Locale.ROOT, "uniform 0s to %.6fs", 2 * of);
            case 2 -> String.format(Locale.ROOT, "lognormal mean %.6fs cv 1.5", of);
            default -> String.format(Locale.ROOT, "exponential mean %.6fs", of);
        };
    }

    private void write() {
        text.append("components:\n");
        text.append("  lb: { kind: balancer, algorithm: ")
                .append(one(
                        "round-robin",
                        "random",
                        "least-connections",
                        "two-choices",
                        "peak-ewma, failure-penalty: 1s",
                        "source-hash",
                        "ring-hash",
                        "ring-hash, load-bound: 1.25x",
                        "maglev"))
                .append(", latency: ")
                .append(chance(0.5) ? "0s" : time(0.002))
                .append(chance(0.5) ? ", health-check: { interval: 2s, fall: 2, rise: 1, timeout: 1s }" : "")
                .append(chance(0.3) ? ", instances: 2" : "")
                .append(chance(0.3) ? ", slow-start: 1s" : "")
                .append(
                        chance(0.3)
                                ? ", ejection: { errors-in-a-row: 2, interval: 500ms, for: 300ms, at-most: 50% }"
                                : "")
                .append(" }\n");
        server(
                "web",
                1 + random.nextInt(4),
                chance(0.3)
                        ? ", autoscale: { max: 6, min: 1, every: 400ms, down-after: 800ms, start: " + time(0.3) + " }"
                        : "");
        server("app", 1 + random.nextInt(3), "");
        server("db", 1, "");
        text.append("  cache: { kind: cache, ")
                .append(one(
                        "hit-ratio: 70%",
                        "objects: 20, capacity: 8",
                        "objects: 20, single-flight: true",
                        "objects: 5, capacity: 3, popularity: uniform, single-flight: true, instances: 2"))
                .append(", service-time: ")
                .append(time(0.001))
                .append(
                        chance(0.5)
                                ? ", fails: { crash: { time-to-failure: exponential mean 1s, repair: 200ms } }"
                                : "")
                .append(" }\n");
        text.append("  cdn: { kind: cdn, hit-ratio: 30%, stale-if-error: ")
                .append(one("0s", "1s"))
                .append(", latency: ")
                .append(chance(0.5) ? "0s" : time(0.01))
                .append(" }\n");
        text.append("  mail: { kind: queue, visibility-timeout: ")
                .append(one("30ms", "1s"))
                .append(", dead-letter-after: 2")
                .append(one("", ", capacity: 5"))
                .append(" }\n");
        server("sender", 2, ", consumes: mail");
        text.append(
                chance(0.3)
                        ? "journeys:\n  browse: { through: [cdn, lb, web], calls: ["
                        : "journeys:\n  browse: { through: [lb, web], calls: [");
        int calls = random.nextInt(4);
        for (int i = 0; i < calls; i++) {
            text.append(i > 0 ? ", " : "").append(call(2));
        }
        text.append("] }\n  order: { priority: 5, calls: [").append(call(2)).append("] }\n");
        text.append("traffic:\n  open: { rate: ")
                .append(20 + random.nextInt(80))
                .append("/s")
                .append(chance(0.3) ? ", bursts: { load: 3x, share: 20%, mean: 200ms }" : "")
                .append(patience())
                .append(" }\n  people: { users: ")
                .append(1 + random.nextInt(20))
                .append(", think-time: ")
                .append(time(0.2))
                .append(", mix: { order: 100% }")
                .append(patience())
                .append(" }\n");
        if (chance(0.6)) {
            text.append("events: { e: { at: 2s, ")
                    .append(one(
                            "fail: web",
                            "pause: app",
                            "fail: db",
                            "degrade: app, errors: 30%",
                            "degrade: web, slow: 5x, errors: 10%",
                            "degrade: db, service-time: 1ms",
                            "surge: open, load: 3x",
                            "fail: cache",
                            "fail: mail",
                            "pause: sender",
                            "fail: lb"))
                    .append(", for: 1500ms } }\n");
        }
    }

    private String patience() {
        return (chance(0.7) ? ", timeout: " + one("20ms", "100ms", "1s") : "")
                + (chance(0.5) ? ", retry: " + retry() : "")
                + (chance(0.3) ? ", patience: " + time(0.1) : "");
    }

    private String retry() {
        return "{ attempts: " + (2 + random.nextInt(3)) + one("", ", wait: 0s", ", base: 5ms", ", budget: 20%") + " }";
    }

    private void server(String name, int instances, String more) {
        text.append("  ")
                .append(name)
                .append(": { kind: server, instances: ")
                .append(instances)
                .append(more);
        text.append(chance(0.2) ? ", warm-up: { starts-at: 20%, over: 2s }" : "");
        text.append(", workers: ")
                .append(1 + random.nextInt(4))
                .append(", service-time: ")
                .append(time(0.02));
        text.append(
                chance(0.5)
                        ? ", queue: { capacity: " + random.nextInt(6) + ", order: "
                                + one("fifo", "lifo", "adaptive-lifo", "priority")
                        : "");
        if (text.charAt(text.length() - 1) == 'o' || text.toString().endsWith("priority")) {
            text.append(chance(0.3) ? ", wait-at-most: 50ms }" : " }");
        }
        text.append(", abandoned-work: ").append(one("finished", "dropped", "cancelled"));
        text.append(", while-calling: ").append(one("hold", "release"));
        text.append(", in-flight: ").append(one("lost", "retried", "resumed"));
        text.append(", while-down: ").append(one("refuse", "wait"));
        text.append(chance(0.25) && more.isEmpty() ? ", discipline: processor-sharing" : "");
        text.append(chance(0.15) ? ", rate-limit: 30/s" : "");
        text.append(
                chance(0.3)
                        ? ", shed: { method: " + one("codel", "adaptive-concurrency", "priority", "client-throttling")
                                + ", target: 5ms, over: 50ms, cost: " + one("0%", "20%") + " }"
                        : "");
        if (chance(0.5)) {
            text.append(", fails: { crash: { time-to-failure: exponential mean 3s, repair: exponential mean 500ms } }");
        }
        text.append(" }\n");
    }

    private String call(int depth) {
        int kind = random.nextInt(8);
        if (kind == 0 && depth > 0) {
            return "{ parallel: [" + call(depth - 1) + ", " + call(depth - 1) + "] }";
        }
        if (kind == 1) {
            return "{ to: cache" + (chance(0.5) ? ", timeout: 30ms" : "") + (chance(0.3) ? ", retry: " + retry() : "")
                    + (chance(0.2) ? ", hedge: { after: 5ms, at-most: 50% }" : "")
                    + ", on-miss: { to: db, timeout: 50ms } }";
        }
        if (kind == 2) {
            return "{ to: mail" + (chance(0.3) ? ", retry: " + retry() : "") + " }";
        }
        StringBuilder call = new StringBuilder("{ to: " + one("app", "db"));
        call.append(chance(0.5) ? ", timeout: " + one("10ms", "60ms") : "");
        call.append(chance(0.4) ? ", retry: " + retry() : "");
        call.append(chance(0.2) ? ", bulkhead: 2" : "");
        call.append(
                chance(0.2)
                        ? ", breaker: { errors: 50%, slower-than: 40ms, window: 4, open-for: 200ms, trials: 2 }"
                        : "");
        call.append(chance(0.3) ? ", hedge: { after: " + one("5ms", "0s", time(0.01)) + ", at-most: 50% }" : "");
        call.append(chance(0.3) ? ", deadline: passed-on" : "");
        call.append(chance(0.3) ? ", soft: true" : "");
        call.append(chance(0.2) ? ", fallback: db" : "");
        call.append(chance(0.3) ? ", share: 60%" : "");
        call.append(chance(0.2) ? ", times: 3" : "");
        if (depth > 0 && chance(0.4)) {
            call.append(", calls: [").append(call(depth - 1)).append(']');
        }
        return call.append(" }").toString();
    }
}
