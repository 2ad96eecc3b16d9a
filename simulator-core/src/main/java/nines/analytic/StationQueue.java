package nines.analytic;

import java.util.BitSet;
import java.util.Objects;
import nines.blueprint.Blueprint;
import nines.blueprint.Effect;
import nines.blueprint.Mode;
import nines.blueprint.Renewal;
import nines.blueprint.Source;
import nines.blueprint.Station;
import nines.distribution.Distribution;
import nines.queueing.GeneralServer;
import nines.queueing.InfiniteServers;
import nines.queueing.ManyServers;
import nines.queueing.SharedServer;
import nines.queueing.UnreliableServers;
import nines.queueing.Waiting;
import org.jspecify.annotations.Nullable;

/** Which known queue a station is, if requests come to it independently of each other; or why it is none. */
sealed interface StationQueue {
    /**
     * A queue with known answers.
     *
     * @param model of it
     * @param method its name
     * @param passesOn whether what leaves it comes as independently to the next as it came (quasi-reversible: Burke 1956,
     *     Kelly 1979)
     * @param inTurn whether who comes first is served first
     */
    record Known(Waiting model, String method, boolean passesOn, boolean inTurn) implements StationQueue {}

    /** No time is spent there. */
    record Nothing() implements StationQueue {}

    /**
     * One of several stations in a row that are known together only.
     *
     * @param at which of them
     */
    record InARow(QueueChain row, int at, String method) implements StationQueue {}

    /** None that is known. */
    record Unknown(String why) implements StationQueue {}

    /** The queue of a station as it is by itself. */
    static StationQueue of(QueueRoutes routes, Blueprint blueprint, int s) {
        Station station = blueprint.requests().stations().get(s);
        Distribution service = routes.service(s);
        String name = station.name();
        if (service == null) {
            return new Unknown(name + ": nobody asks for it");
        }
        if (Double.isNaN(routes.rate[s])) {
            return new Unknown(routes.whyNot[s]);
        }
        String odd = odd(station, routes.callers.get(s));
        if (!odd.isEmpty()) {
            return new Unknown(name + ": " + odd);
        }
        if (routes.fails(station.unit()) || routes.fails(station.serves())) {
            return breaking(routes, blueprint, s, service);
        }
        Distribution patience = patience(routes, blueprint, s);
        if (!isPatienceOfAll(routes, blueprint, s, patience)) {
            return new Unknown(name + ": some of its clients are more patient than others");
        }
        if (service.mean() == 0) {
            return new Nothing();
        }
        if (station.workers() == Integer.MAX_VALUE) {
            return new Known(new InfiniteServers(routes.rate[s], service), "M/G/∞", true, false);
        }
        return patience == null
                ? patient(routes, s, station, service)
                : impatient(routes, s, station, service, patience);
    }

    private static StationQueue patient(QueueRoutes routes, int s, Station station, Distribution service) {
        double rate = routes.rate[s];
        int c = station.workers();
        boolean endless = station.places() == Integer.MAX_VALUE;
        boolean inTurn = station.order() == Station.Order.FIFO;
        String most = c == 1 ? "1" : Integer.toString(c);
        if (station.shares()) {
            if (!endless) {
                return new Unknown(station.name() + ": shares its workers among at most so many requests");
            }
            if (c == 1) {
                return new Known(new SharedServer(rate, service), "M/G/1, shared", true, false);
            }
            return service.isExponential()
                    ? new Known(ManyServers.of(rate, 1 / service.mean(), c), "M/M/" + most + ", shared", true, false)
                    : new Unknown(
                            station.name() + ": several workers shared by requests whose work is " + service.text());
        }
        if (service.isExponential()) {
            double perSecond = 1 / service.mean();
            if (endless) {
                return new Known(ManyServers.of(rate, perSecond, c), "M/M/" + most, true, inTurn);
            }
            long room = (long) c + station.places();
            return room <= ManyServers.ROOM_MAX
                    ? new Known(
                            ManyServers.withRoom(rate, perSecond, c, (int) room),
                            "M/M/" + most + "/" + room,
                            false,
                            inTurn)
                    : new Unknown(station.name() + ": has room for more than " + ManyServers.ROOM_MAX + " requests");
        }
        if (c == 1 && endless) {
            return new Known(new GeneralServer(rate, service), "M/G/1", false, inTurn);
        }
        if (station.places() == 0) {
            // Erlang's loss formula holds whatever the law of the service (Sevastyanov 1957).
            return new Known(
                    ManyServers.withRoom(rate, 1 / service.mean(), c, c), "M/G/" + most + "/" + c, false, inTurn);
        }
        return new Unknown(station.name() + ": " + (endless ? c + " workers" : "room for " + station.places())
                + " and services of " + service.text() + ", which are not exponential");
    }

    private static StationQueue impatient(
            QueueRoutes routes, int s, Station station, Distribution service, Distribution patience) {
        boolean known = patience.isExponential()
                && service.isExponential()
                && !station.shares()
                && station.places() == Integer.MAX_VALUE
                && routes.before[s].isEmpty();
        if (!known) {
            return new Unknown(station.name() + ": is known with clients who give up only where their patience and its"
                    + " services are exponential, its queue has no end and they come to it first");
        }
        return new Known(
                ManyServers.impatient(routes.rate[s], 1 / service.mean(), station.workers(), patience.mean()),
                "M/M/" + station.workers() + "+M",
                false,
                station.order() == Station.Order.FIFO);
    }

    /** The patience of those who come, when it is the same for all; null when all are patient. */
    private static @Nullable Distribution patience(QueueRoutes routes, Blueprint blueprint, int s) {
        Distribution found = null;
        BitSet sources = routes.sources[s];
        for (int k = sources.nextSetBit(0); k >= 0; k = sources.nextSetBit(k + 1)) {
            Source source = blueprint.requests().sources().get(k);
            if (source.patience() != null) {
                found = source.patience();
            }
        }
        return found;
    }

    private static boolean isPatienceOfAll(
            QueueRoutes routes, Blueprint blueprint, int s, @Nullable Distribution patience) {
        return routes.sources[s].stream()
                .allMatch(k -> Objects.equals(
                        patience, blueprint.requests().sources().get(k).patience()));
    }

    /** A single server that breaks down whatever it does, and whose requests wait until it goes on. */
    private static StationQueue breaking(QueueRoutes routes, Blueprint blueprint, int s, Distribution service) {
        Station station = blueprint.requests().stations().get(s);
        String name = station.name();
        Mode only = only(blueprint, station.unit());
        boolean simple =
                isSimple(only) && routes.influence(station.unit()) == 1 && routes.influence(station.serves()) == 1;
        boolean alone = routes.membersOf[s] == 1
                && routes.before[s].isEmpty()
                && station.workers() == 1
                && !station.shares()
                && station.places() == Integer.MAX_VALUE
                && service.isExponential()
                && service.mean() > 0
                && station.waitsWhileDown()
                && station.inFlight() == Station.InFlight.RESUMED
                && patience(routes, blueprint, s) == null;
        if (only == null || !simple || !alone) {
            return new Unknown(
                    name + ": may be down, and is known with breakdowns only as a single worker without bounds"
                            + " whose requests wait meanwhile (`while-down: wait`, `in-flight: resumed`) and whose life, repair"
                            + " and services are exponential");
        }
        double repair = Unit.meanRepair(only);
        return new Known(
                new UnreliableServers(
                        routes.rate[s],
                        1 / service.mean(),
                        1,
                        1 / only.timeToFailure().mean(),
                        1 / repair,
                        1),
                "M/M/1 with breakdowns",
                false,
                false);
    }

    private static boolean isSimple(@Nullable Mode only) {
        return only != null
                && only.timeToFailure().isExponential()
                && only.effect() == Effect.DOWN
                && only.onlyWhile() < 0
                && only.site() < 0
                && only.mendable()
                && only.repair().size() == 1
                && only.renewal() != Renewal.NOTHING
                && only.repair().get(0).law().isExponential();
    }

    private static @Nullable Mode only(Blueprint blueprint, int unit) {
        Mode only = null;
        for (Mode mode : blueprint.modes()) {
            if (mode.unit() == unit) {
                if (only != null) {
                    return null;
                }
                only = mode;
            }
        }
        return only;
    }

    /** What about a station is not as the formulas suppose; empty when nothing is. */
    static String odd(Station station, boolean calls) {
        if (station.shed() != null) {
            return "turns requests away under overload";
        }
        if (station.rateLimit() < Double.POSITIVE_INFINITY) {
            return "has a rate limit";
        }
        if (station.waitAtMost() < Double.POSITIVE_INFINITY) {
            return "drops those who wait too long";
        }
        if (station.warmUp() != null) {
            return "is slow while it is fresh";
        }
        if (station.pulls() >= 0) {
            return "works off a queue";
        }
        if (station.order() == Station.Order.PRIORITY) {
            return "serves the most important first";
        }
        return calls && station.holdsWhileCalling() && station.workers() < Integer.MAX_VALUE
                ? "its workers wait while it calls others (`while-calling: release` would free them)"
                : "";
    }
}
