package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nines.blueprint.Blueprint;
import nines.blueprint.Station;
import nines.queueing.InfiniteServers;
import nines.queueing.ManyQueues;
import nines.queueing.ManyServers;
import nines.queueing.UnreliableServers;
import nines.queueing.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * What theory says of the queues of a blueprint in the long run, station by station and journey by journey: each station is
 * a known queue by itself where requests come to it as a Poisson stream. They do when they come so from outside and have
 * been only at stations that pass them on so (Burke 1956; with returns, in product form: Jackson 1963, Kelly 1979).
 */
public final class Queues {
    /** Stations with more room are not told level by level. */
    private static final int LEVELS = 64;

    private final Blueprint blueprint;
    private final QueueRoutes routes;
    private final StationQueue[] queues;

    private Queues(Blueprint blueprint) {
        this.blueprint = blueprint;
        routes = new QueueRoutes(new Automata(blueprint));
        int n = blueprint.requests().stations().size();
        queues = new StationQueue[n];
        for (int s = 0; s < n; s++) {
            queues[s] = StationQueue.of(routes, blueprint, s);
        }
        boolean[] alone = new boolean[n];
        for (int s = 0; s < n; s++) {
            alone[s] = queues[s] instanceof StationQueue.Unknown;
        }
        for (int s = 0; s < n; s++) {
            if (!alone[s]) {
                String why = whyNotInTheNetwork(s);
                queues[s] = why.isEmpty() ? queues[s] : new StationQueue.Unknown(why);
            }
        }
        tieRows();
    }

    /** The queues of a blueprint that was laid out with its requests. */
    public static Queues of(Blueprint blueprint) {
        return new Queues(blueprint);
    }

    /** Stations with room for so many, one after the other, are known together where they are not one by one. */
    private void tieRows() {
        for (int j = 0; j < routes.ways.length; j++) {
            QueueRoutes.Way way = routes.ways[j];
            List<Integer> turns = way.turns == null ? List.of() : way.turns;
            if (turns.stream().anyMatch(s -> queues[s] instanceof StationQueue.Unknown)) {
                QueueRow row = QueueRow.of(routes, blueprint, queues, j);
                for (int at = 0; row != null && at < row.stations().size(); at++) {
                    queues[row.stations().get(at)] = row.queue(at);
                }
            }
        }
    }

    /** What stands in the way of a station that would be known by itself. */
    private String whyNotInTheNetwork(int s) {
        String name = station(s).name();
        if (!routes.whyNot[s].isEmpty()) {
            return routes.whyNot[s];
        }
        if (Double.isNaN(routes.rate[s])) {
            return name + ": nobody knows how many requests come";
        }
        BitSet before = routes.before[s];
        for (int b = before.nextSetBit(0); b >= 0; b = before.nextSetBit(b + 1)) {
            if (queues[b] instanceof StationQueue.Unknown unknown) {
                return unknown.why();
            }
            if (queues[b] instanceof StationQueue.Known known && !known.passesOn()) {
                return b == s
                        ? name + ": requests come back to it, and as " + known.method()
                                + " it is known only without that"
                        : name + ": what " + station(b).name() + " passes on, as " + known.method()
                                + ", is no Poisson stream";
            }
        }
        if (queues[s] instanceof StationQueue.Known known && !known.model().isStable()) {
            return String.format(
                    Locale.ROOT,
                    "%s: is asked for %.4g s of work a second and can do %.4g: its queue has no long run",
                    name,
                    offered(s),
                    able(s));
        }
        return "";
    }

    private double offered(int s) {
        var service = routes.service(s);
        return service == null ? 0 : routes.rate[s] * service.mean();
    }

    private double able(int s) {
        return queues[s] instanceof StationQueue.Known known && known.model() instanceof UnreliableServers unreliable
                ? unreliable.meanLiving()
                : station(s).workers();
    }

    private Station station(int s) {
        return blueprint.requests().stations().get(s);
    }

    private static Answer no(String why) {
        return new Answer.NotApplicable(why);
    }

    private interface OfQueue<W> {
        double of(W model);
    }

    // ---------------------------------------------------------------- how long the past is felt

    /** About how long some stations remember how they began, with those before them, in seconds; NaN when not known. */
    public double memory(int... together) {
        double longest = 0;
        for (int s : together) {
            BitSet with = (BitSet) routes.before[s].clone();
            with.set(s);
            longest =
                    Math.max(longest, with.stream().mapToDouble(this::memoryOf).sum());
        }
        return longest;
    }

    /** The same of a journey's stations. */
    public double memoryOfJourney(int journey) {
        double longest = 0;
        for (int s = 0; s < queues.length; s++) {
            longest = routes.ways[journey].visits[s] > 0 ? Math.max(longest, memory(s)) : longest;
        }
        return longest + routes.ways[journey].delay;
    }

    /** The relaxation time of M/M/1, 1 / (√μ − √λ)² (Cohen 1982), stretched for services that vary more. */
    private double memoryOf(int s) {
        var service = routes.service(s);
        if (service == null || !(queues[s] instanceof StationQueue.Known || queues[s] instanceof StationQueue.InARow)) {
            return 0;
        }
        double mean = service.mean();
        double spread = 1 + service.variance() / (mean * mean);
        if (!(queues[s] instanceof StationQueue.Known known)) {
            Station of = station(s);
            double room = of.workers() + of.places() + 1.0;
            double distance = Math.sqrt(of.workers() / mean) - Math.sqrt(routes.rate[s]);
            return Math.max(mean, spread * Math.min(1 / (distance * distance), room * room * mean / of.workers()));
        }
        if (known.model() instanceof InfiniteServers) {
            return mean * spread;
        }
        double able = able(s) / mean;
        double apart = Math.sqrt(able) - Math.sqrt(routes.rate[s]);
        double memory = Math.max(mean, spread / (apart * apart));
        if (known.model() instanceof UnreliableServers unreliable) {
            return memory + 10 / (unreliable.failureRate() + unreliable.repairRate()) * spread;
        }
        if (known.model() instanceof ManyServers many) {
            memory = many.room() < ManyServers.ENDLESS
                    ? Math.min(memory, Math.max(mean, (many.room() + 1.0) * (many.room() + 1.0) / able))
                    : memory;
            memory = many.givingUpRate() > 0 ? Math.min(memory, Math.max(mean, 1 / many.givingUpRate())) : memory;
        }
        return memory;
    }

    // ---------------------------------------------------------------- stations

    /**
     * Everything asked about some stations together, by the words of the result document: {@code waiting}, {@code waits}.
     *
     * @param together indexes of stations, alike or one alone
     */
    public Map<String, Answer> of(int... together) {
        if (together.length == 1 && queues[together[0]] instanceof StationQueue.InARow row) {
            return QueueRow.figures(row, station(together[0]).workers());
        }
        Map<String, Answer> answers = new LinkedHashMap<>();
        int n = together.length;
        answers.put("throughput", sum(together, QueueFigures::throughput));
        answers.put("busy", sum(together, QueueFigures::busy));
        Answer busy = sum(together, QueueFigures::busy);
        int workers = station(together[0]).workers();
        answers.put(
                "utilisation",
                workers == Integer.MAX_VALUE
                        ? no(station(together[0]).name() + ": its workers are not limited")
                        : times(busy, 1.0 / n / workers));
        // Where a server breaks down, whether who waits for it to go on is in its hands or in the queue is a matter of
        // words.
        answers.put(
                "queue-length",
                sum(together, model -> model instanceof UnreliableServers ? Double.NaN : model.meanQueue()));
        answers.put("in-system", sum(together, Waiting::meanInSystem));
        answers.put("waiting", each(together, QueueFigures::waitingOfServed));
        answers.put(
                "waiting-deviation", each(together, known -> QueueFigures.deviation(known.model(), known.inTurn())));
        answers.put("waits", each(together, known -> QueueFigures.waitsOfServed(known.model())));
        answers.put("rejected", each(together, known -> QueueFigures.rejected(known.model())));
        if (first(together) instanceof ManyServers many && many.givingUpRate() > 0) {
            answers.put("waiting-of-all", each(together, known -> known.model().meanWait()));
            answers.put("waits-of-all", each(together, known -> many.waitProbability()));
            answers.put("gives-up", each(together, known -> many.givingUpShare()));
        }
        if (n == 1 && first(together) instanceof ManyServers many && many.room() <= LEVELS) {
            double share = 0;
            Map<String, Answer> levels = new LinkedHashMap<>();
            for (int count = many.room(); count > 0; count--) {
                share += many.probability(count);
                double value = share;
                levels.put("at-least-" + count, each(together, known -> value));
            }
            answers.putAll(levels);
        }
        answers.put("sojourn", each(together, known -> known.model().meanSojourn()));
        answers.put("empty", each(together, known -> QueueFigures.empty(known.model())));
        return answers;
    }

    private @Nullable Waiting first(int... together) {
        return queues[together[0]] instanceof StationQueue.Known known ? known.model() : null;
    }

    private Answer sum(int[] together, ToDoubleFunction<Waiting> measure) {
        return times(each(together, known -> measure.applyAsDouble(known.model())), together.length);
    }

    private static Answer times(Answer answer, double factor) {
        return answer instanceof Answer.Exact exact
                ? new Answer.Exact(exact.value() * factor, exact.error() * factor, exact.method())
                : answer;
    }

    /** The answer of one of several stations that are alike. */
    private Answer each(int[] together, OfQueue<StationQueue.Known> measure) {
        Answer answer = no("");
        for (int s : together) {
            if (queues[s] instanceof StationQueue.Unknown unknown) {
                return no(unknown.why());
            }
            if (queues[s] instanceof StationQueue.Nothing) {
                return no(station(s).name() + ": takes no time");
            }
            if (s != together[0] && routes.rate[s] != routes.rate[together[0]]) {
                return no(station(s).name() + ": gets another share than "
                        + station(together[0]).name());
            }
            if (queues[s] instanceof StationQueue.Known known) {
                double value = measure.of(known);
                answer = Double.isNaN(value)
                        ? no(station(s).name() + ": not known for " + known.method())
                        : new Answer.Exact(value, 0, known.method());
            }
        }
        return answer;
    }

    // ---------------------------------------------------------------- journeys

    /** Share of a journey's requests that are turned away or give up. */
    public Answer lost(int journey) {
        QueueRoutes.Way way = routes.ways[journey];
        String why = whyNot(journey);
        if (!why.isEmpty()) {
            return no(why);
        }
        StationQueue.InARow row = row(way);
        if (row != null) {
            return new Answer.Exact(row.row().lost(), 0, row.method());
        }
        List<Integer> losing = losing(way);
        if (losing.isEmpty()) {
            return new Answer.Exact(0, 0, method(way));
        }
        ManyServers many = (ManyServers) ((StationQueue.Known) queues[losing.get(0)]).model();
        double share = many.givingUpRate() > 0 ? many.givingUpShare() : many.lossShare();
        return new Answer.Exact(share * way.visits[losing.get(0)], 0, method(way));
    }

    /** The stations in a row that a journey visits; null without. */
    private StationQueue.@Nullable InARow row(QueueRoutes.Way way) {
        for (int s = 0; s < queues.length; s++) {
            if (way.visits[s] > 0 && queues[s] instanceof StationQueue.InARow row) {
                return row;
            }
        }
        return null;
    }

    private List<Integer> losing(QueueRoutes.Way way) {
        List<Integer> losing = new ArrayList<>();
        for (int s = 0; s < queues.length; s++) {
            if (way.visits[s] > 0
                    && queues[s] instanceof StationQueue.Known known
                    && known.model() instanceof ManyServers many
                    && (many.room() < ManyServers.ENDLESS || many.givingUpRate() > 0)) {
                losing.add(s);
            }
        }
        return losing;
    }

    /** Why a journey's requests are not known; empty when they are. */
    private String whyNot(int journey) {
        QueueRoutes.Way way = routes.ways[journey];
        for (int s = 0; s < queues.length; s++) {
            if (way.visits[s] > 0 && queues[s] instanceof StationQueue.Unknown unknown) {
                return unknown.why();
            }
        }
        if (!way.whyNot.isEmpty()) {
            return way.whyNot;
        }
        List<Integer> losing = losing(way);
        if (!losing.isEmpty()) {
            int s = losing.get(0);
            boolean only =
                    Arrays.stream(way.visits).filter(visits -> visits > 0).count() == 1 && way.visits[s] == 1;
            if (!only) {
                return station(s).name()
                        + ": loses requests, and what becomes of a journey that visits others too is not" + " known";
            }
            if (routes.triesAgain(journey)) {
                return station(s).name() + ": loses requests, and clients try again";
            }
        }
        return "";
    }

    /** Mean time from a journey's request to its answer, of those that are answered, in seconds. */
    public Answer response(int journey) {
        String why = whyNot(journey);
        if (!why.isEmpty()) {
            return no(why);
        }
        QueueRoutes.Way way = routes.ways[journey];
        StationQueue.InARow row = row(way);
        if (row != null) {
            boolean only =
                    Arrays.stream(way.visits).filter(visits -> visits > 0).count() == 1;
            return only
                    ? new Answer.Exact(
                            (row.row().busy(0) + row.row().queue(0)) / row.row().throughput(0), 0, method(way))
                    : no(notApart(journey));
        }
        double sum = way.delay;
        for (int s = 0; s < queues.length; s++) {
            if (way.visits[s] > 0 && queues[s] instanceof StationQueue.Known known) {
                Waiting model = known.model();
                double sojourn = model instanceof ManyServers many && many.givingUpRate() > 0
                        ? many.meanWaitServed() + 1 / many.serviceRate()
                        : model.meanSojourn();
                sum += way.visits[s] * sojourn;
            }
        }
        return new Answer.Exact(sum, 0, method(way));
    }

    /** Mean number of a journey's requests under way (Little 1961). */
    public Answer inFlight(int journey) {
        String why = whyNot(journey);
        if (!why.isEmpty()) {
            return no(why);
        }
        QueueRoutes.Way way = routes.ways[journey];
        double perSecond = routes.perSecond[journey];
        double sum = way.delay * perSecond;
        for (int s = 0; s < queues.length; s++) {
            if (way.visits[s] > 0 && queues[s] instanceof StationQueue.Known known) {
                Waiting model = known.model();
                sum += model.meanInSystem() * (perSecond * way.visits[s] / routes.rate[s]);
            } else if (way.visits[s] > 0 && queues[s] instanceof StationQueue.InARow row) {
                sum += row.row().busy(row.at()) + row.row().queue(row.at());
            }
        }
        return new Answer.Exact(sum, 0, method(way));
    }

    /** A journey's requests answered, per second. */
    public Answer goodput(int journey) {
        return lost(journey) instanceof Answer.Exact lost
                ? new Answer.Exact(routes.perSecond[journey] * (1 - lost.value()), 0, lost.method())
                : lost(journey);
    }

    /** The time by which a share of a journey's requests are answered, of those that are, in seconds. */
    public Answer responseQuantile(int journey, double share) {
        String why = whyNot(journey);
        if (!why.isEmpty()) {
            return no(why);
        }
        QueueRoutes.Way way = routes.ways[journey];
        List<Integer> turns = way.turns;
        if (row(way) != null) {
            return no(notApart(journey));
        }
        if (turns == null || !way.isDelayFixed) {
            return no(
                    name(journey) + ": the law of its response times is not known, as its requests go different ways or"
                            + " meet delays that vary");
        }
        List<Integer> stations = turns.stream()
                .filter(s -> queues[s] instanceof StationQueue.Known)
                .toList();
        if (stations.isEmpty()) {
            return new Answer.Exact(way.delay, 0, "");
        }
        double quantile = new QueuePercentiles(routes, queues).of(stations, share);
        return Double.isNaN(quantile)
                ? no(name(journey) + ": the law of response times is not known for " + method(way)
                        + (stations.size() > 1 ? ", one after the other" : ""))
                : new Answer.Exact(way.delay + quantile, 0, method(way));
    }

    /** The limit for endlessly many instances, where the best of some is taken; null where that is not so. */
    public @Nullable Approximation responseOfMany(int journey) {
        QueueRoutes.Way way = routes.ways[journey];
        ManyQueues found = null;
        for (int s = 0; s < queues.length; s++) {
            if (way.visits[s] == 0) {
                continue;
            }
            Station station = station(s);
            var service = routes.service(s);
            if (service == null) {
                return null;
            }
            boolean compared = routes.choices[s] > 1
                    && service.isExponential()
                    && station.workers() == 1
                    && station.places() == Integer.MAX_VALUE
                    && station.order() == Station.Order.FIFO
                    && !station.shares()
                    && !routes.fails(station.unit())
                    && !routes.fails(station.serves())
                    && routes.sources[s].stream()
                            .allMatch(k -> blueprint.requests().sources().get(k).patience() == null)
                    && way.whyNot.isEmpty()
                    && !routes.callers.get(s)
                    && Math.abs(way.visits[s] * routes.membersOf[s] - 1) < 1e-9;
            if (!compared || offered(s) >= 1) {
                return null;
            }
            ManyQueues here = new ManyQueues(offered(s), 1 / service.mean(), routes.choices[s]);
            if (found != null && !found.equals(here)) {
                return null;
            }
            found = here;
        }
        return found == null
                ? null
                : new Approximation(
                        way.delay + found.meanSojourn(),
                        "best of " + found.choices() + " of endlessly many",
                        "the limit for endlessly many instances; finitely many are slower");
    }

    private String notApart(int journey) {
        return name(journey)
                + ": requests are turned away on their way, and the time of those that are not is not known apart";
    }

    private String name(int journey) {
        return blueprint.journeys().get(journey).name();
    }

    private String method(QueueRoutes.Way way) {
        List<String> methods = new ArrayList<>();
        for (int s = 0; s < queues.length; s++) {
            String method = queues[s] instanceof StationQueue.Known known
                    ? known.method()
                    : queues[s] instanceof StationQueue.InARow row ? row.method() : "";
            if (way.visits[s] > 0 && !method.isEmpty() && !methods.contains(method)) {
                methods.add(method);
            }
        }
        return methods.isEmpty() ? "nobody waits" : String.join(", ", methods);
    }
}
