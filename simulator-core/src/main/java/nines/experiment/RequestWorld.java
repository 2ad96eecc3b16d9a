package nines.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import nines.blueprint.Blueprint;
import nines.blueprint.Mode;
import nines.blueprint.Plan;
import nines.blueprint.Shock;
import nines.traffic.Journal;
import nines.traffic.Replicator;

/** The traffic of a blueprint, with its structure underneath: workers that run replications of it. */
final class RequestWorld {
    /** Replications of different kinds must not share their draws: each kind counts from its own first index. */
    private static final long KIND = 1L << 40;

    private final Blueprint blueprint;
    private final long seed;

    RequestWorld(Blueprint blueprint, long seed) {
        this.blueprint = blueprint;
        this.seed = seed;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    /** Replications that leave out {@code discard} seconds and measure {@code horizon}. */
    Supplier<InOrder.Work<RequestRow>> measuring(double discard, double horizon, Detail detail) {
        return () -> {
            Replicator replicator = new Replicator(blueprint);
            Journal journal = replicator.newJournal(detail.hops(), detail.every());
            return (index, stop) -> run(replicator, journal, discard, horizon, index, stop);
        };
    }

    /** Replications of their own that tell how many requests were under way in each of so many parts of the horizon. */
    Supplier<InOrder.Work<RequestRow>> watching(double horizon, int parts) {
        return () -> {
            Replicator replicator = new Replicator(blueprint);
            Journal journal = replicator.newJournal(parts);
            return (index, stop) -> run(replicator, journal, 0, horizon, 5 * KIND + index, stop);
        };
    }

    private @org.jspecify.annotations.Nullable RequestRow run(
            Replicator replicator, Journal journal, double discard, double horizon, long index, BooleanSupplier stop) {
        return replicator.run(seed, index, discard, horizon, journal, stop::getAsBoolean)
                ? new RequestRow(journal)
                : null;
    }

    /** Whether something happens at times that the scenario fixes, so that no moment is like another. */
    boolean isScripted() {
        return blueprint.plans().stream().anyMatch(plan -> !Double.isNaN(plan.first()));
    }

    /** Kinds of failure that so many seconds can be expected to show less often than {@code times}. */
    List<String> rareFailures(double seconds, double times) {
        List<Double> perSecond = new ArrayList<>();
        List<Integer> causes = new ArrayList<>();
        for (Mode mode : blueprint.modes()) {
            causes.add(mode.cause());
            perSecond.add(1 / mode.timeToFailure().mean());
        }
        for (Shock shock : blueprint.shocks()) {
            causes.add(shock.cause());
            perSecond.add(1 / shock.law().mean());
        }
        for (Plan plan : blueprint.plans()) {
            if (plan.every() != null && Double.isNaN(plan.first())) {
                causes.add(plan.cause());
                perSecond.add(plan.chance() / plan.every().mean());
            }
        }
        double[] rate = new double[blueprint.causes().size()];
        boolean[] some = new boolean[rate.length];
        for (int i = 0; i < causes.size(); i++) {
            rate[causes.get(i)] += perSecond.get(i);
            some[causes.get(i)] |= perSecond.get(i) > 0;
        }
        List<String> rare = new ArrayList<>();
        for (int c = 0; c < rate.length; c++) {
            if (some[c] && rate[c] * seconds < times) {
                rare.add("'" + blueprint.causes().get(c).label() + "' " + Audit.times(rate[c] * seconds));
            }
        }
        return rare;
    }

    /** Names of the parts that have stations, each with the indexes of its stations. */
    List<Group> groups() {
        return groups(blueprint);
    }

    /** The same for any blueprint. */
    static List<Group> groups(Blueprint blueprint) {
        List<Group> groups = new ArrayList<>();
        var stations = blueprint.requests().stations();
        for (int part = 0; part < blueprint.parts().size(); part++) {
            int of = part;
            int[] members = java.util.stream.IntStream.range(0, stations.size())
                    .filter(s -> stations.get(s).part() == of)
                    .toArray();
            // Of a queue its messages are told of, not the instances that take them in.
            int[] stores = Arrays.stream(members)
                    .filter(s -> stations.get(s).deliveries() != null)
                    .toArray();
            members = stores.length > 0 ? stores : members;
            if (members.length > 0) {
                groups.add(new Group(blueprint.parts().get(part).name(), "", members));
                if (members.length > 1) {
                    String within = blueprint.parts().get(part).name();
                    Arrays.stream(members)
                            .forEach(s -> groups.add(new Group(stations.get(s).name(), within, new int[] {s})));
                }
            }
        }
        return groups;
    }

    /** Stations that are told of together. */
    record Group(String name, String within, int[] stations) {}
}
