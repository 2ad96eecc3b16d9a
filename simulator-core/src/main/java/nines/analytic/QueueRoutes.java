package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.balancing.AtRandom;
import nines.balancing.PowerOfChoices;
import nines.blueprint.Blueprint;
import nines.blueprint.Call;
import nines.blueprint.Pool;
import nines.blueprint.Relay;
import nines.blueprint.Requests;
import nines.blueprint.Source;
import nines.blueprint.Station;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * How requests come to the stations: how many a second, of what work, by way of which other stations, and what about them is
 * not as the formulas of queues suppose.
 */
final class QueueRoutes {
    private static final int ONCE = 1;

    private final Blueprint blueprint;
    private final Requests requests;
    private final Automata automata;

    /** Requests per second that would come to each station if nobody were turned away. */
    final double[] rate;
    /** The laws of service at each station, with the requests a second that have them. */
    final List<Map<Distribution, Double>> laws = new ArrayList<>();
    /** Stations that requests have been at before they come to each. */
    final BitSet[] before;
    /** Why what comes to each station is not so many independent requests; empty when it is. */
    final String[] whyNot;
    /** Sources whose requests come to each station. */
    final BitSet[] sources;
    /** Stations that call others. */
    final BitSet callers = new BitSet();
    /** Journeys that come to each station. */
    final BitSet[] journeys;
    /** Of pools whose members are compared: how many of them; else 0. */
    final int[] choices;

    final int[] membersOf;
    final Way[] ways;
    /** Requests a second of each journey. */
    final double[] perSecond;

    /** The way of a journey's requests. */
    static final class Way {
        /** How often a request comes to each station, on average. */
        final double[] visits;
        /** Mean time on the way besides, in seconds. */
        double delay;
        /** Whether that is the same for all. */
        boolean isDelayFixed = true;
        /** The stations in turn, when all requests go the same way; else null. */
        @Nullable
        List<Integer> turns = new ArrayList<>();
        /** Why nothing is known of its requests; empty when that is not so. */
        String whyNot = "";

        Way(int stations) {
            visits = new double[stations];
        }
    }

    QueueRoutes(Automata automata) {
        this.automata = automata;
        blueprint = automata.blueprint;
        requests = blueprint.requests();
        int n = requests.stations().size();
        rate = new double[n];
        before = new BitSet[n];
        whyNot = new String[n];
        sources = new BitSet[n];
        journeys = new BitSet[n];
        choices = new int[n];
        membersOf = new int[n];
        for (int s = 0; s < n; s++) {
            laws.add(new LinkedHashMap<>());
            before[s] = new BitSet();
            sources[s] = new BitSet();
            journeys[s] = new BitSet();
            whyNot[s] = "";
        }
        ways = new Way[requests.routes().length];
        Arrays.setAll(ways, j -> new Way(n));
        perSecond = new double[ways.length];
        for (int s = 0; s < requests.sources().size(); s++) {
            Source source = requests.sources().get(s);
            for (int i = 0; i < source.journeys().length; i++) {
                Distribution gap = source.gap();
                perSecond[source.journeys()[i]] += gap == null ? Double.NaN : source.shares()[i] / gap.mean();
            }
        }
        for (int j = 0; j < ways.length; j++) {
            walk(j);
        }
    }

    private void walk(int j) {
        String why = "";
        BitSet of = new BitSet();
        for (int s = 0; s < requests.sources().size(); s++) {
            Source source = requests.sources().get(s);
            if (Arrays.stream(source.journeys()).anyMatch(each -> each == j)) {
                of.set(s);
                why = why.isEmpty() ? whyNot(source) : why;
            }
        }
        if (why.isEmpty() && !requests.ways().links().isEmpty()) {
            why = "links between places take time, which no formula here knows";
        }
        new Walk(j, of, why).call(requests.routes()[j], 1, new BitSet());
    }

    /** Why a source's requests do not come one by one at random. */
    private String whyNot(Source source) {
        Distribution gap = source.gap();
        String what = gap == null
                ? "users who wait for their answer do not come at random"
                : !gap.isExponential()
                        ? "gaps between requests are `" + gap.text() + "` and not exponential"
                        : source.bursts() != null
                                ? "its requests come in bursts"
                                : !source.surges().isEmpty()
                                        ? "it has surges"
                                        : source.follows() && !blueprint.load().isFlat()
                                                ? "its load changes over the day"
                                                : source.attempts().timeout() < Double.POSITIVE_INFINITY
                                                        ? "its clients give up while they are served"
                                                        : "";
        return what.isEmpty() ? "" : source.stream() + ": " + what;
    }

    /** Whether clients of a journey try again when they are turned away. */
    boolean triesAgain(int j) {
        return requests.sources().stream()
                .anyMatch(source -> Arrays.stream(source.journeys()).anyMatch(each -> each == j)
                        && source.attempts().most() > 1);
    }

    /** One journey, from call to call. */
    private final class Walk {
        private final int journey;
        private final Way way;
        private final BitSet of;
        private String why;

        Walk(int journey, BitSet of, String why) {
            this.journey = journey;
            this.of = of;
            this.why = why;
            way = ways[journey];
            way.whyNot = why;
        }

        /** Follows a call that a share of the requests makes, which have been at some stations before. */
        void call(int index, double share, BitSet seen) {
            Call call = requests.calls().get(index);
            blame(whyNot(call, index == requests.routes()[journey]));
            double made = share * call.share();
            for (int time = 0; time < Math.min(call.times(), 2); time++) {
                // However often it is repeated, the second time stands for all that follow.
                once(call, time == 0 ? made : made * (call.times() - ONCE), seen);
            }
            if (call.times() > 2) {
                way.turns = null;
            }
        }

        private void once(Call call, double share, BitSet seen) {
            if (call.parallel() && call.steps().length > 1) {
                blame(call.name().replaceAll("#\\d+$", "") + ": calls made at the same time wait for each other");
            }
            BitSet caller = new BitSet();
            if (call.kind() == Call.Kind.RELAY) {
                pass(requests.relays().get(call.callee()), share);
            } else if (call.kind() == Call.Kind.POOL) {
                caller = visit(requests.pools().get(call.callee()), call, share, seen);
            }
            if (call.steps().length > 0 && call.hit() < 1) {
                callers.or(caller);
                caller.stream()
                        .mapToObj(s -> requests.stations().get(s))
                        .filter(station -> station.holdsWhileCalling() && station.workers() < Integer.MAX_VALUE)
                        .findFirst()
                        .ifPresent(
                                station -> blame(
                                        name(station)
                                                + ": its workers wait while it calls others (`while-calling: release` would free them)"));
            }
            for (int step : call.steps()) {
                call(step, share * (1 - call.hit()), seen);
            }
        }

        private void pass(Relay relay, double share) {
            if (fails(relay.works()) || Arrays.stream(relay.senders()).anyMatch(QueueRoutes.this::fails)) {
                blame(relay.name() + ": may be down");
            }
            way.delay += share * relay.latency().mean();
            way.isDelayFixed &= relay.latency().variance() == 0
                    && (share == 1 || relay.latency().mean() == 0);
        }

        private BitSet visit(Pool pool, Call call, double share, BitSet seen) {
            int n = pool.stations().length;
            if (pool.takeover() >= 0 && n > 1) {
                blame(pool.name() + ": only the holder of a post serves");
            } else if (pool.works() >= 0 && fails(pool.works()) && n > 1) {
                blame(pool.name() + ": may be down");
            }
            if (pool.scaling() != null) {
                blame(pool.name() + ": its instances come and go");
            }
            if (requests.stations().get(pool.stations()[0]).keyed() != null && call.steps().length > 0) {
                blame(pool.name() + ": what it has depends on what was asked for before");
            }
            boolean anyone = n == 1 || pool.balancing() instanceof AtRandom;
            boolean compared = pool.balancing() instanceof PowerOfChoices && way.delay == 0 && seen.isEmpty();
            BitSet here = new BitSet();
            for (int s : pool.stations()) {
                here.set(s);
                Station station = requests.stations().get(s);
                double visits = share / n;
                rate[s] += perSecond[journey] * visits;
                laws.get(s)
                        .merge(
                                call.read() ? station.readTime() : station.writeTime(),
                                perSecond[journey] * visits,
                                Double::sum);
                way.visits[s] += visits;
                before[s].or(seen);
                sources[s].or(of);
                journeys[s].set(journey);
                membersOf[s] = n;
                if (n > 1 && (fails(station.unit()) || fails(station.serves()))) {
                    blame(pool.name() + ": its instances may be down");
                }
                if (!anyone && compared) {
                    choices[s] = ((PowerOfChoices) pool.balancing()).choices();
                }
                if (!anyone && whyNot[s].isEmpty()) {
                    whyNot[s] = pool.name()
                            + ": each instance's share is not drawn at random (`algorithm: random` would be)";
                }
                if (whyNot[s].isEmpty()) {
                    whyNot[s] = why;
                }
            }
            List<Integer> turns = way.turns;
            if (n > 1 || share < 1) {
                way.turns = null;
            } else if (turns != null) {
                turns.add(pool.stations()[0]);
            }
            seen.or(here);
            return here;
        }

        private void blame(String reason) {
            if (why.isEmpty() && !reason.isEmpty()) {
                why = reason;
                way.whyNot = reason;
            }
        }

        /** Clients have the patience of the first call of a journey. */
        private String whyNot(Call call, boolean isFirst) {
            String name = call.name().replaceAll("#\\d+$", "");
            return call.attempts().timeout() < Double.POSITIVE_INFINITY && !isFirst
                    ? name + ": has a timeout"
                    : call.guards().breaker() != null
                            ? name + ": has a circuit breaker"
                            : call.guards().hedge() != null
                                    ? name + ": has second copies"
                                    : call.guards().atOnce() < Integer.MAX_VALUE
                                            ? name + ": has a bulkhead"
                                            : call.guards().throttles()
                                                    ? name + ": its callers turn requests away by themselves"
                                                    : call.stale() > 0
                                                            ? name + ": old answers stand in for failures"
                                                            : "";
        }
    }

    static String name(Station station) {
        return station.name();
    }

    /** Whether a node may ever be false. */
    boolean fails(int node) {
        return node >= 0 && !automata.influence[node].isEmpty();
    }

    /** How many automata have a say in a node. */
    int influence(int node) {
        return automata.influence[node].cardinality();
    }

    /** The law of a service at a station, whoever comes. */
    @Nullable
    Distribution service(int s) {
        Map<Distribution, Double> here = laws.get(s);
        if (here.isEmpty()) {
            return null;
        }
        if (here.size() == 1) {
            return here.keySet().iterator().next();
        }
        List<nines.distribution.Mixture.Branch> branches = new ArrayList<>();
        here.forEach((law, perSecond) ->
                branches.add(new nines.distribution.Mixture.Branch(rate[s] > 0 ? perSecond / rate[s] : 0, law)));
        boolean exponential = branches.stream()
                .allMatch(branch -> branch.law().isExponential()
                        && branch.law().mean() == branches.get(0).law().mean());
        boolean nothing = branches.stream().allMatch(branch -> branch.law().mean() == 0);
        return exponential
                ? branches.get(0).law()
                : nothing ? new Deterministic(0) : new nines.distribution.Mixture(branches);
    }
}
