package nines.analytic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Blueprint;
import nines.blueprint.Station;
import nines.structure.PhaseLaw;
import org.jspecify.annotations.Nullable;

/**
 * Stations with room for so many that all requests of one journey visit one after the other.
 *
 * @param stations their indexes, in turn
 * @param chain their long run together
 */
record QueueRow(List<Integer> stations, QueueChain chain) {
    /** Levels of the number present that are told. */
    private static final int LEVELS = 256;

    /** The row of a journey, as far as its requests do not come to its stations at random; null where there is none. */
    static @Nullable QueueRow of(QueueRoutes routes, Blueprint blueprint, StationQueue[] queues, int journey) {
        QueueRoutes.Way way = routes.ways[journey];
        List<Integer> turns = way.turns;
        if (!way.whyNot.isEmpty() || turns == null || way.delay > 0 || routes.triesAgain(journey)) {
            return null;
        }
        List<Integer> row = new ArrayList<>(turns);
        row.removeIf(s -> queues[s] instanceof StationQueue.Nothing);
        while (!row.isEmpty() && queues[row.get(0)] instanceof StationQueue.Known known && known.passesOn()) {
            row.remove(0);
        }
        List<QueueChain.Described> described = new ArrayList<>();
        for (int s : row) {
            QueueChain.Described one = described(routes, blueprint, s);
            boolean visitedOnce = turns.indexOf(s) == turns.lastIndexOf(s)
                    && way.visits[s] == 1
                    && routes.journeys[s].cardinality() == 1;
            if (one == null || !visitedOnce) {
                return null;
            }
            described.add(one);
        }
        if (described.isEmpty()) {
            return null;
        }
        QueueChain chain = QueueChain.of(routes.perSecond[journey], described);
        return chain == null ? null : new QueueRow(row, chain);
    }

    private static QueueChain.@Nullable Described described(QueueRoutes routes, Blueprint blueprint, int s) {
        Station station = blueprint.requests().stations().get(s);
        var service = routes.service(s);
        boolean simple = service != null
                && service.mean() > 0
                && StationQueue.odd(station, routes.callers.get(s)).isEmpty()
                && !station.shares()
                && station.workers() < Integer.MAX_VALUE
                && station.places() < Integer.MAX_VALUE
                && !routes.fails(station.unit())
                && !routes.fails(station.serves())
                && routes.sources[s].stream()
                        .allMatch(k -> blueprint.requests().sources().get(k).patience() == null);
        PhaseLaw law = service == null || !simple ? null : PhaseLaw.of(service);
        return law == null ? null : new QueueChain.Described(station.workers(), station.places(), law);
    }

    /** Its stations as queues. */
    StationQueue queue(int at) {
        return new StationQueue.InARow(chain, at, "Markov chain of queues, " + chain.size() + " states");
    }

    /** Everything asked about one of its stations, by the words of the result document. */
    static Map<String, Answer> figures(StationQueue.InARow of, int workers) {
        QueueChain row = of.row();
        int at = of.at();
        double accepted = row.throughput(at);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("throughput", accepted);
        values.put("busy", row.busy(at));
        values.put("utilisation", row.busy(at) / workers);
        values.put("queue-length", row.queue(at));
        values.put("in-system", row.busy(at) + row.queue(at));
        values.put("waiting", row.queue(at) / accepted);
        values.put("waits", row.waits(at));
        values.put("rejected", row.rejected(at));
        values.put("sojourn", (row.busy(at) + row.queue(at)) / accepted);
        values.put("empty", row.empty(at));
        for (int count = 1; count <= Math.min(LEVELS, row.room(at)); count++) {
            values.put("at-least-" + count, row.atLeast(at, count));
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        values.forEach((measure, value) -> answers.put(measure, new Answer.Exact(value, 0, of.method())));
        return answers;
    }
}
