package nines.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Deliveries;
import nines.blueprint.Draft;
import nines.blueprint.Keyed;
import nines.blueprint.Shed;
import nines.blueprint.Station;
import nines.blueprint.WarmUp;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.model.Component;
import nines.model.Queue;
import nines.model.Server;
import nines.model.Serving;
import nines.model.WaitingLine;
import org.jspecify.annotations.Nullable;

/** Where single requests wait and are served: one station for each instance, and one for the messages of each queue. */
final class Stations {
    private static final Distribution NOTHING = new Deterministic(0);

    private final Draft draft;
    private final Names names;
    private final RequestWays ways;
    private final List<Station> stations = new ArrayList<>();
    private final Map<String, int[]> stationsOf = new HashMap<>();
    private final Map<String, Integer> storeOf = new HashMap<>();

    Stations(Draft draft, Names names, RequestWays ways) {
        this.draft = draft;
        this.names = names;
        this.ways = ways;
    }

    List<Station> all() {
        return List.copyOf(stations);
    }

    /** Those of a component's instances. */
    int[] of(Copy copy) {
        return stationsOf.computeIfAbsent(copy.name(), name -> {
            Serving serving = copy.component().serving();
            if (serving == null) {
                throw new IllegalStateException(name + " serves nothing");
            }
            boolean standsBy = copy.component().common().standsByFor() != null;
            int[] indexes = new int[copy.instances()];
            for (int i = 0; i < indexes.length; i++) {
                int unit = standsBy ? draft.node(copy.works()).inputs()[i] : copy.units()[i];
                int serves = standsBy ? unit : copy.serve()[i];
                // It may need a station before itself: the store of the queue that it works off.
                Station made = station(copy, draft.name(copy.units()[i]), unit, serves, serving);
                indexes[i] = stations.size();
                ways.station(indexes[i], copy.placed()[i]);
                stations.add(made);
            }
            return indexes;
        });
    }

    /** The station that keeps the messages of a queue. */
    void store(Copy copy) {
        if (copy.component() instanceof Queue queue && !storeOf.containsKey(copy.name())) {
            storeOf.put(copy.name(), stations.size());
            stations.add(new Station(
                    copy.name() + " messages",
                    copy.part(),
                    copy.works(),
                    copy.works(),
                    0,
                    NOTHING,
                    NOTHING,
                    queue.capacity(),
                    false,
                    Station.Order.FIFO,
                    Double.POSITIVE_INFINITY,
                    true,
                    Station.InFlight.RESUMED,
                    false,
                    Double.POSITIVE_INFINITY,
                    null,
                    Station.Abandoned.FINISHED,
                    null,
                    null,
                    -1,
                    new Deliveries(queue.visibilityTimeout(), Math.max(1, queue.deadLetterAfter()))));
        }
    }

    /** The station that keeps the messages of a queue, or -1. */
    int storeOf(Copy queue) {
        return storeOf.getOrDefault(queue.name(), -1);
    }

    private Station station(Copy copy, String name, int unit, int serves, Serving serving) {
        Component component = copy.component();
        String consumes = component.consumes();
        if (consumes != null) {
            Copy queue = names.only(consumes);
            if (!(queue.component() instanceof Queue)) {
                throw new NotLaidOut(
                        Refusal.Why.CONTRADICTS,
                        component.name() + ".consumes",
                        "`consumes: " + consumes + "` is a " + queue.component().kind()
                                + "; only a queue can be worked off.");
            }
            store(queue);
        }
        WaitingLine queue = serving.queue();
        return new Station(
                name,
                copy.part(),
                unit,
                serves,
                serving.workers(),
                serving.writeTime(),
                serving.readTime(),
                queue == null ? Integer.MAX_VALUE : queue.capacity(),
                serving.sharesWorkers(),
                queue == null
                        ? Station.Order.FIFO
                        : Station.Order.valueOf(queue.order().name()),
                queue == null ? Double.POSITIVE_INFINITY : queue.waitAtMost(),
                serving.whileDown() == Server.WhileDown.WAIT,
                switch (serving.inFlight()) {
                    case LOST, DUPLICATED -> Station.InFlight.LOST;
                    case RETRIED -> Station.InFlight.RETRIED;
                    case RESUMED -> Station.InFlight.RESUMED;
                },
                serving.whileCalling() == Server.WhileCalling.HOLD,
                serving.rateLimit(),
                shed(serving.shed()),
                switch (serving.abandonedWork()) {
                    case FINISHED -> Station.Abandoned.FINISHED;
                    case DROPPED -> Station.Abandoned.DROPPED;
                    case CANCELLED -> Station.Abandoned.CANCELLED;
                },
                keyed(copy),
                warmUp(component),
                consumes == null ? -1 : storeOf.getOrDefault(consumes, -1),
                null);
    }

    private static @Nullable WarmUp warmUp(Component component) {
        Server.WarmUp written = component instanceof Server server ? server.warmUp() : null;
        if (written == null || written.over() == 0 || written.startsAt() >= 1) {
            return null;
        }
        if (!(written.startsAt() > 0)) {
            throw new NotLaidOut(
                    Refusal.Why.OUT_OF_RANGE,
                    component.name() + ".warm-up",
                    "`warm-up` must start above 0%: else it never begins.");
        }
        return new WarmUp(written.startsAt(), written.over());
    }

    private static @Nullable Shed shed(Server.@Nullable Shed written) {
        return written == null || written.method() == Server.Shed.Method.CLIENT_THROTTLING
                ? null
                : new Shed(
                        Shed.Method.valueOf(written.method().name()), written.target(), written.over(), written.cost());
    }

    static @Nullable Keyed keyed(Copy copy) {
        try {
            return copy.component().keyed();
        } catch (IllegalArgumentException senseless) {
            throw new NotLaidOut(Refusal.Why.OUT_OF_RANGE, copy.component().name(), senseless.getMessage() + ".");
        }
    }
}
