package nines.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import nines.analytic.ObjectLife;
import nines.blueprint.Blueprint;
import nines.blueprint.Cause;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Part;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Shock;
import nines.blueprint.Stage;
import nines.blueprint.Stripes;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import nines.result.Journey;
import nines.structure.Chronicle;
import nines.structure.Journal;
import nines.structure.Options;
import nines.structure.Replicator;
import org.jspecify.annotations.Nullable;

/** The failure and repair world of a blueprint. */
final class StructureWorld implements World {
    /** Replications of different kinds must not share their draws: each kind counts from its own first index. */
    private static final long KIND = 1L << 40;

    private static final double RECOVERIES = 20;
    private static final double LIVES = 5;

    private final Blueprint blueprint;
    private final long seed;
    private final boolean hasTraffic;
    private final List<int[]> nodesOfRow = new ArrayList<>();
    private final int[] branches;
    private final Layout layout;
    private @Nullable Theory theory;

    StructureWorld(Blueprint blueprint, long seed, boolean hasTraffic) {
        this.blueprint = blueprint;
        this.seed = seed;
        this.hasTraffic = hasTraffic;
        Replicator names = new Replicator(blueprint, Options.plain());
        int sources = names.newJournal(1).branchAsked.length;
        branches = java.util.stream.IntStream.range(0, sources)
                .filter(source -> !Double.isNaN(names.branchChance(source)))
                .toArray();
        layout = new Layout(
                journeys(),
                blueprint.causes().stream()
                        .map(cause -> new Layout.Root(cause.owner(), cause.label()))
                        .toList(),
                Arrays.stream(Stage.values()).map(Stage::words).toList(),
                parts(),
                Arrays.stream(branches)
                        .mapToObj(source -> new Layout.BranchName(
                                names.branchName(source), names.branchChance(source), names.branchIsScored(source)))
                        .toList(),
                faults(),
                blueprint.datasets().stream()
                        .map(data -> new Layout.DataName(data.stream(), data.writes(), data.believes() == null))
                        .toList(),
                blueprint.stripes().stream().map(this::store).toList(),
                longestRepair(),
                lawsWithoutVariance());
    }

    @Override
    public Layout layout() {
        return layout;
    }

    private Layout.StoreName store(Stripes store) {
        ObjectLife life = ObjectLife.of(blueprint, store);
        return new Layout.StoreName(
                store.stream(),
                store.scheme(),
                store.objects(),
                (double) store.width() / store.data(),
                store.groups() == 0 ? store.data() : store.data() / store.groups(),
                life.meanLife(),
                life.says());
    }

    private List<Layout.JourneyName> journeys() {
        return blueprint.journeys().stream()
                .map(journey -> new Layout.JourneyName(
                        journey.name(), hasTraffic ? journey.rate() : Double.NaN, journey.rate(), journey.upAt()))
                .toList();
    }

    /**
     * The node that tells whether an instance does its work: it may live and hang, or live where nobody reaches it. Its
     * facets follow it, each on the one before.
     */
    private int answering(int instance) {
        int node = instance;
        while (node + 1 < blueprint.nodes().size()
                && isFacetOf(blueprint.nodes().get(node + 1), node)) {
            node++;
        }
        return node;
    }

    private static boolean isFacetOf(Node facet, int node) {
        return facet.kind() == Node.Kind.FACET && facet.inputs().length == 1 && facet.inputs()[0] == node;
    }

    private List<Layout.PartName> parts() {
        List<Layout.PartName> rows = new ArrayList<>();
        for (Part part : blueprint.parts()) {
            int[] instances = part.instances();
            if (instances.length == 0) {
                continue;
            }
            boolean place = blueprint.nodes().get(instances[0]).kind() == Node.Kind.PLACE;
            rows.add(new Layout.PartName(part.name(), place ? "place" : "component", part.kind(), ""));
            nodesOfRow.add(Arrays.stream(instances).map(this::answering).toArray());
            for (int instance : instances) {
                String name = blueprint.nodes().get(instance).name();
                if (!name.equals(part.name())) {
                    rows.add(new Layout.PartName(name, place ? "place" : "instance", part.kind(), part.name()));
                    nodesOfRow.add(new int[] {answering(instance)});
                }
            }
        }
        return rows;
    }

    private List<Layout.Fault> faults() {
        List<Layout.Fault> faults = new ArrayList<>();
        for (Mode mode : blueprint.modes()) {
            faults.add(new Layout.Fault(mode.cause(), perYear(mode.timeToFailure()), repair(mode.repair())));
        }
        for (Shock shock : blueprint.shocks()) {
            double longest = Arrays.stream(shock.modes())
                    .mapToDouble(m -> repair(blueprint.modes().get(m).repair()))
                    .max()
                    .orElse(0);
            faults.add(new Layout.Fault(shock.cause(), perYear(shock.law()), longest));
        }
        for (Plan plan : blueprint.plans()) {
            Distribution every = plan.every();
            if (every != null && every.variance() > 0) {
                faults.add(new Layout.Fault(plan.cause(), plan.chance() * perYear(every), repair(plan.phases())));
            }
        }
        return faults;
    }

    private static double perYear(Distribution timeBetween) {
        return Settings.YEAR / timeBetween.mean();
    }

    private static double repair(List<Phase> phases) {
        return phases.stream().mapToDouble(phase -> phase.law().mean()).sum();
    }

    private Layout.MeanOutage longestRepair() {
        double longest = 0;
        String whose = "";
        for (Mode mode : blueprint.modes()) {
            double mean = repair(mode.repair());
            if (mean > longest && mean < Double.POSITIVE_INFINITY) {
                Cause cause = blueprint.causes().get(mode.cause());
                longest = mean;
                whose = "the mean repair of '" + cause.label() + "'";
            }
        }
        return new Layout.MeanOutage(longest, whose);
    }

    private List<String> lawsWithoutVariance() {
        return blueprint.modes().stream()
                .filter(mode ->
                        mode.repair().stream().anyMatch(phase -> phase.law().variance() == Double.POSITIVE_INFINITY))
                .map(mode -> blueprint.causes().get(mode.cause()).label())
                .distinct()
                .toList();
    }

    @Override
    public Journey withTheory(Journey journey, int index, Settings settings) {
        if (theory == null) {
            theory = new Theory(blueprint, settings);
        }
        return theory.beside(journey, index);
    }

    @Override
    public double memory() {
        double longest = 0;
        for (Mode mode : blueprint.modes()) {
            longest = Math.max(longest, RECOVERIES * finite(repair(mode.repair())));
            longest = Math.max(longest, lives(mode.timeToFailure()));
        }
        for (Shock shock : blueprint.shocks()) {
            longest = Math.max(longest, lives(shock.law()));
        }
        for (Plan plan : blueprint.plans()) {
            Distribution every = plan.every();
            if (every != null) {
                longest = Math.max(longest, LIVES * finite(every.mean()));
            }
        }
        for (var takeover : blueprint.takeovers()) {
            longest = Math.max(longest, RECOVERIES * finite(repair(takeover.stages()) + repair(takeover.byHand())));
        }
        return longest;
    }

    /** An exponential life has no memory; any other forgets its start within a few lives. */
    private static double lives(Distribution life) {
        return life instanceof Exponential ? 0 : LIVES * finite(life.mean());
    }

    private static double finite(double seconds) {
        return seconds < Double.POSITIVE_INFINITY ? seconds : 0;
    }

    @Override
    public Supplier<Worker> measuring(double horizon, double warmUp, List<Double> at, List<Double> windows) {
        Options options = new Options(warmUp, array(at), array(windows), false, true);
        return () -> worker(blueprint, options, horizon, 0);
    }

    @Override
    public Storyteller stories(double horizon, double warmUp) {
        Options options = new Options(warmUp, new double[0], new double[0], false, false);
        Replicator replicator = new Replicator(blueprint, options);
        Journal journal = replicator.newJournal(horizon);
        Tale tale = new Tale(blueprint);
        return (journey, outage, stop) -> {
            double length = outage.open() ? Double.POSITIVE_INFINITY : outage.length();
            Chronicle chronicle = replicator.tell(
                    seed, outage.replication(), horizon, journey, outage.start(), length, journal, stop::getAsBoolean);
            return chronicle == null ? Told.NOTHING : tale.of(chronicle, outage);
        };
    }

    @Override
    public Supplier<Worker> looking(double horizon, List<Double> at) {
        Options options = new Options(0, array(at), new double[0], false, true);
        return () -> worker(blueprint, options, horizon, KIND);
    }

    @Override
    public Supplier<Worker> untilFirstOutage(int journey, double cut) {
        Blueprint alone = blueprint.about(journey);
        Options options = new Options(0, new double[0], new double[0], true, false);
        return () -> worker(alone, options, cut, 2 * KIND);
    }

    private Worker worker(Blueprint of, Options options, double horizon, long firstIndex) {
        Replicator replicator = new Replicator(of, options);
        Journal journal = replicator.newJournal(horizon);
        return (index, stop) -> run(replicator, journal, horizon, firstIndex + index, stop);
    }

    private @Nullable Row run(
            Replicator replicator, Journal journal, double horizon, long index, BooleanSupplier stop) {
        return replicator.run(seed, index, horizon, journal, stop::getAsBoolean) ? row(journal) : null;
    }

    private Row row(Journal journal) {
        Row row = new Row(journal.offered.length);
        row.time = journal.time;
        row.events = journal.events;
        for (int j = 0; j < row.journeys.length; j++) {
            copy(journal, j, row.journeys[j]);
        }
        double[] down = new double[nodesOfRow.size()];
        double[] failed = new double[down.length];
        double[] taken = new double[down.length];
        for (int r = 0; r < down.length; r++) {
            int[] nodes = nodesOfRow.get(r);
            for (int node : nodes) {
                down[r] += journal.nodeDown[node] / nodes.length;
                failed[r] += journal.ownFalls[node];
                taken[r] += journal.nodeFalls[node] - journal.ownFalls[node];
            }
        }
        row.partDown = Row.Sparse.of(down);
        row.partFailed = Row.Sparse.of(failed);
        row.partTaken = Row.Sparse.of(taken);
        row.stores = Arrays.stream(journal.stores).map(StoreLedger.Row::of).toArray(StoreLedger.Row[]::new);
        row.data = Arrays.stream(journal.data).map(DataLedger.Row::of).toArray(DataLedger.Row[]::new);
        row.branchAsked =
                Arrays.stream(branches).mapToLong(b -> journal.branchAsked[b]).toArray();
        row.branchTaken =
                Arrays.stream(branches).mapToLong(b -> journal.branchTaken[b]).toArray();
        return row;
    }

    private static void copy(Journal journal, int j, Row.JourneyRow row) {
        row.offered = journal.offered[j];
        row.lost = journal.lost[j];
        row.lostCorrected = journal.lostCorrected[j];
        row.down = journal.down[j];
        row.downCorrected = journal.downCorrected[j];
        row.outages = journal.outages[j];
        row.longest = journal.longest[j];
        row.firstOutage = journal.firstOutage[j];
        row.causeLost = Row.Sparse.of(journal.causeLost[j]);
        row.causeDown = Row.Sparse.of(journal.causeDown[j]);
        int ended = Math.min(journal.durationCount[j], journal.durations[j].length);
        row.durations = Arrays.copyOf(journal.durations[j], ended);
        row.starts = Arrays.copyOf(journal.starts[j], ended);
        row.losts = Arrays.copyOf(journal.outageLost[j], ended);
        row.openSince = journal.open[j] ? journal.openSince[j] : Double.NaN;
        row.openLost = journal.openLost[j];
        row.openCause = journal.openCause[j];
        row.firsts = Row.Sparse.of(journal.firsts[j]);
        row.triggers = Row.Sparse.of(journal.triggers[j]);
        row.startCauses = Arrays.copyOf(journal.startCauses[j], ended);
        row.upAt = journal.upAt[j].clone();
        row.servedAt = journal.servedAt[j].clone();
        row.downUntil = journal.downUntil[j].clone();
        row.lostUntil = journal.lostUntil[j].clone();
        row.offeredUntil = journal.offeredUntil[j].clone();
        row.windowDown = deepCopy(journal.windowDown[j]);
        row.windowLost = deepCopy(journal.windowLost[j]);
    }

    private static double[][] deepCopy(double[][] arrays) {
        return Arrays.stream(arrays).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
