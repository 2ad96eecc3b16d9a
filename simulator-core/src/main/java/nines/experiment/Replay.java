package nines.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nines.model.Scenario;
import nines.result.Story;
import org.jspecify.annotations.Nullable;

/**
 * One replication of a run, once more, to look at: its outages in the order of time, each of which can be told. It is the
 * very replication that entered the result, to the last bit.
 */
public final class Replay {
    private final StructureWorld world;
    private final Storyteller teller;
    private final int replication;
    private final double length;
    private final List<Incident> incidents;

    /**
     * One outage.
     *
     * @param journey that was below its threshold
     * @param start seconds after the start of measuring
     * @param duration in seconds; up to the horizon when it was still open there
     * @param lost seconds of full loss: requests lost, over the mean rate
     * @param root the fault to blame most when it began; empty when there is none
     * @param open whether it was still going on at the horizon
     */
    public record Incident(String journey, double start, double duration, double lost, String root, boolean open) {}

    private Replay(StructureWorld world, Storyteller teller, int replication, double length, Row row) {
        this.world = world;
        this.teller = teller;
        this.replication = replication;
        this.length = length;
        incidents = incidents(row);
    }

    /**
     * Runs a replication again.
     *
     * @param replication its index, from 0
     * @param stop asked often; once true, there is nothing to look at
     * @return nothing where it was told to stop
     */
    public static Optional<Replay> of(Scenario scenario, Settings settings, int replication, BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        boolean hasTraffic = scenario.traffic().values().stream()
                .anyMatch(
                        traffic -> traffic.rate() != null || !traffic.profile().isEmpty());
        var world = new StructureWorld(nines.layout.Layout.of(scenario), settings.seed(), hasTraffic);
        double warmUp = settings.start() == Settings.Start.STEADY ? world.memory() : 0;
        Row row = world.measuring(settings.horizon(), warmUp, List.of(), List.of())
                .get()
                .run(replication, stop);
        return Optional.ofNullable(row)
                .map(seen -> new Replay(
                        world, world.stories(settings.horizon(), warmUp), replication, settings.horizon(), seen));
    }

    /** The index of the replication. */
    public int replication() {
        return replication;
    }

    /** Seconds of it. */
    public double length() {
        return length;
    }

    /** All outages of all journeys in the order in which they began, as far as a replication remembers them. */
    public List<Incident> incidents() {
        return incidents;
    }

    private List<Incident> incidents(Row row) {
        var all = new ArrayList<Incident>();
        for (int j = 0; j < row.journeys.length; j++) {
            Row.JourneyRow of = row.journeys[j];
            for (int i = 0; i < of.durations.length; i++) {
                all.add(incident(j, of.starts[i], of.durations[i], of.losts[i], of.startCauses[i], false));
            }
            if (of.openSince >= 0) {
                all.add(incident(j, of.openSince, row.time - of.openSince, of.openLost, of.openCause, true));
            }
        }
        all.sort(Comparator.comparingDouble(Incident::start).thenComparing(Incident::journey));
        return List.copyOf(all);
    }

    private Incident incident(int journey, double start, double length, double lost, int cause, boolean open) {
        var layout = world.layout();
        return new Incident(
                layout.journeys().get(journey).name(),
                start,
                length,
                lost / layout.journeys().get(journey).unit(),
                cause < 0 ? "" : layout.causes().get(cause).label(),
                open);
    }

    /** Tells one of the outages; nothing where it was told to stop. */
    public @Nullable Story tell(Incident incident, BooleanSupplier stop) {
        int journey = journey(incident.journey());
        double unit = world.layout().journeys().get(journey).unit();
        Told told = teller.tell(
                journey,
                new Worst.Outage(
                        replication,
                        incident.start(),
                        incident.duration(),
                        incident.lost() * unit,
                        -1,
                        incident.open()),
                stop);
        return told.episodes().isEmpty()
                ? null
                : new Story(
                        replication,
                        incident.start(),
                        incident.duration(),
                        incident.lost(),
                        incident.root(),
                        incident.open(),
                        told.episodes(),
                        told.lanes());
    }

    private int journey(String name) {
        var journeys = world.layout().journeys();
        for (int j = 0; j < journeys.size(); j++) {
            if (journeys.get(j).name().equals(name)) {
                return j;
            }
        }
        throw new IllegalArgumentException("no journey of this replication: '" + name + "'");
    }
}
