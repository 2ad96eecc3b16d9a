package nines.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nines.analytic.Answer;
import nines.analytic.Approximation;
import nines.analytic.Queues;
import nines.blueprint.Blueprint;
import nines.model.Cache;
import nines.model.Component;
import nines.model.Scenario;
import nines.queueing.LruCache;
import nines.result.Solved;
import nines.result.SolvedStation;

/** What theory answers about the requests of a scenario: response times, queues, and what caches keep. */
final class SolvingQueues {
    private static final String STEADY = "steady";

    /** Objects up to which what a cache keeps is computed exactly. */
    private static final int OBJECTS_EXACT = 300;

    private final Queues queues;
    private final List<Double> shares;

    SolvingQueues(Blueprint blueprint, Settings settings) {
        queues = Queues.of(blueprint);
        shares = Stream.concat(Arrays.stream(RequestExperiment.ALWAYS).boxed(), settings.percentiles().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Everything asked about the requests of a journey. */
    List<Solved> journey(int j) {
        List<Solved> answers = new ArrayList<>();
        answers.add(solved("requests-lost", "1", queues.lost(j)));
        answers.add(solved("response", "s", queues.response(j)));
        for (double share : shares) {
            answers.add(solved("response-" + named(share), "s", queues.responseQuantile(j, share)));
        }
        answers.add(solved("in-flight", "1", queues.inFlight(j)));
        answers.add(solved("goodput", "per second", queues.goodput(j)));
        Approximation many = queues.responseOfMany(j);
        if (many != null) {
            answers.add(new Solved(
                    "response-of-many",
                    STEADY,
                    Double.NaN,
                    many.value(),
                    "s",
                    Double.NaN,
                    many.method(),
                    "",
                    many.caveat()));
        }
        return answers;
    }

    /** As people write percentiles: {@code p99.9}. */
    static String named(double share) {
        String digits = String.format(Locale.ROOT, "%.10f", 100 * share).replaceAll("0+$", "");
        return "p" + digits.replaceAll("\\.$", "");
    }

    /** The queues of what serves. */
    List<SolvedStation> stations(List<RequestWorld.Group> groups) {
        List<SolvedStation> stations = new ArrayList<>();
        for (RequestWorld.Group group : groups) {
            List<Solved> answers = new ArrayList<>();
            queues.of(group.stations())
                    .forEach((measure, answer) -> answers.add(solved(measure, unit(measure), answer)));
            stations.add(new SolvedStation(group.name(), group.within(), answers));
        }
        return stations;
    }

    private static String unit(String measure) {
        return switch (measure) {
            case "throughput" -> "per second";
            case "waiting", "waiting-deviation", "waiting-of-all", "sojourn" -> "s";
            default -> "1";
        };
    }

    private static Solved solved(String measure, String unit, Answer answer) {
        return Solving.solved(measure, STEADY, Double.NaN, unit, answer, value -> value);
    }

    /** The share of requests that each cache with objects answers. */
    static List<SolvedStation> caches(Scenario scenario) {
        List<SolvedStation> caches = new ArrayList<>();
        for (Component component : scenario.components().values()) {
            if (component instanceof Cache cache && cache.objects() != null && cache.capacity() != null) {
                caches.add(
                        new SolvedStation(cache.name(), "", List.of(hits(cache, cache.objects(), cache.capacity()))));
            }
        }
        return caches;
    }

    private static Solved hits(Cache cache, int objects, int capacity) {
        String[] words = cache.popularity().strip().split("\\s+");
        double exponent;
        try {
            exponent = words.length == 2 && words[0].equals("zipf") ? Double.parseDouble(words[1]) : Double.NaN;
        } catch (NumberFormatException unreadable) {
            exponent = Double.NaN;
        }
        if (!(exponent >= 0)) {
            return hits(
                    Double.NaN,
                    "",
                    cache.name() + ": only a `popularity` such as `zipf 0.8` is known, not `" + cache.popularity()
                            + "`",
                    "");
        }
        if (capacity >= objects) {
            return hits(1, "everything fits", "", "");
        }
        LruCache lru = LruCache.zipf(objects, exponent, capacity);
        return objects <= OBJECTS_EXACT
                ? hits(lru.hitRatio(), "least recently used, independent requests", "", "")
                : hits(
                        lru.cheHitRatio(),
                        "Che's approximation",
                        "",
                        "every object is taken to stay equally long in the cache");
    }

    private static Solved hits(double value, String method, String whyNot, String caveat) {
        return new Solved(
                "hit-ratio", STEADY, Double.NaN, value, "1", caveat.isEmpty() ? 0 : Double.NaN, method, whyNot, caveat);
    }
}
