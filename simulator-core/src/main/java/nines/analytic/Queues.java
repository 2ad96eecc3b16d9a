package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nines.blueprint.Blueprint;
import nines.blueprint.Station;
import nines.distribution.PhaseType;
import nines.distribution.Phases;
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
    }

    /** The queues of a blueprint that was laid out with its requests. */
    public static Queues of(Blueprint blueprint) {
        return new Queues(blueprint);
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
        if (!(queues[s] instanceof StationQueue.Known known) || service == null) {
            return 0;
        }
        double mean = service.mean();
        double spread = 1 + service.variance() / (mean * mean);
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
        List<Integer> losing = losing(way);
        if (losing.isEmpty()) {
            return new Answer.Exact(0, 0, method(way));
        }
        ManyServers many = (ManyServers) ((StationQueue.Known) queues[losing.get(0)]).model();
        double share = many.givingUpRate() > 0 ? many.givingUpShare() : many.lossShare();
        return new Answer.Exact(share * way.visits[losing.get(0)], 0, method(way));
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
        double quantile = stations.size() == 1 ? ofOne(stations.get(0), share) : ofSeveral(stations, share);
        return Double.isNaN(quantile)
                ? no(name(journey) + ": the law of response times is not known for " + method(way)
                        + (stations.size() > 1 ? ", one after the other" : ""))
                : new Answer.Exact(way.delay + quantile, 0, method(way));
    }

    private double ofOne(int s, double share) {
        StationQueue.Known known = (StationQueue.Known) queues[s];
        if (known.model() instanceof InfiniteServers infinite) {
            return infinite.sojournPercentile(share);
        }
        boolean isKnown = known.inTurn()
                && known.model() instanceof ManyServers many
                && many.givingUpRate() == 0
                // Erlang's loss formula with another law: who is let in is served at once, for as long as that law
                // says.
                && !known.method().startsWith("M/G");
        if (isKnown) {
            return ((ManyServers) known.model()).sojournPercentile(share);
        }
        var service = routes.service(s);
        return known.method().startsWith("M/G") && known.model() instanceof ManyServers && service != null
                ? service.quantile(share)
                : Double.NaN;
    }

    /**
     * Sojourns at single servers one after the other are independent, as nobody overtakes anybody (Reich 1957); so are those
     * at several servers at the beginning and at the end (Burke 1969).
     */
    private double ofSeveral(List<Integer> stations, double share) {
        List<double[]> phases = new ArrayList<>();
        for (int i = 0; i < stations.size(); i++) {
            int s = stations.get(i);
            StationQueue.Known known = (StationQueue.Known) queues[s];
            boolean simple = known.inTurn()
                    && known.model() instanceof ManyServers many
                    && many.room() == ManyServers.ENDLESS
                    && many.givingUpRate() == 0
                    && (many.servers() == 1 || i == 0 || i == stations.size() - 1);
            boolean alone = routes.journeys[s].equals(routes.journeys[stations.get(0)])
                    && routes.journeys[s].cardinality() == 1
                    && !routes.before[s].get(s);
            if (!simple || !alone) {
                return Double.NaN;
            }
            ManyServers many = (ManyServers) known.model();
            double spare = many.servers() * many.serviceRate() - many.arrivalRate();
            if (many.servers() == 1) {
                phases.add(new double[] {1, spare});
            } else {
                phases.add(new double[] {many.waitProbability(), spare});
                phases.add(new double[] {1, many.serviceRate()});
            }
        }
        return chain(phases).quantile(share);
    }

    /** Phases one after the other, each entered with a chance and left out otherwise. */
    private static PhaseType chain(List<double[]> phases) {
        int n = phases.size();
        List<Double> start = new ArrayList<>();
        List<List<Double>> rates = new ArrayList<>();
        double left = 1;
        for (int i = 0; i < n; i++) {
            start.add(left * phases.get(i)[0]);
            left *= 1 - phases.get(i)[0];
            List<Double> row = new ArrayList<>(Collections.nCopies(n, 0.0));
            row.set(i, -phases.get(i)[1]);
            double onward = 1;
            for (int k = i + 1; k < n; k++) {
                row.set(k, phases.get(i)[1] * onward * phases.get(k)[0]);
                onward *= 1 - phases.get(k)[0];
            }
            rates.add(row);
        }
        return new PhaseType(Phases.of(start, rates));
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

    private String name(int journey) {
        return blueprint.journeys().get(journey).name();
    }

    private String method(QueueRoutes.Way way) {
        List<String> methods = new ArrayList<>();
        for (int s = 0; s < queues.length; s++) {
            if (way.visits[s] > 0
                    && queues[s] instanceof StationQueue.Known known
                    && !methods.contains(known.method())) {
                methods.add(known.method());
            }
        }
        return methods.isEmpty() ? "nobody waits" : String.join(", ", methods);
    }
}
