package nines.experiment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nines.blueprint.Blueprint;
import nines.result.Branch;
import nines.result.DataSafety;
import nines.result.Durability;
import nines.result.Effort;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Result;
import nines.result.StoppedBecause;
import nines.result.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Many replications of one blueprint, the rule that stops them, and the result.
 *
 * <p>Replications are functions of (blueprint, seed, index) and are summed in the order of their index. The stopping rule
 * looks only after 40, 80, 160, … of them; a time budget or an interrupt keeps the longest complete prefix. So the
 * same number of replications gives the same bits, whatever the number of threads.
 */
public final class Experiment {
    private static final int FIRST_LOOK = 40;
    /** Share of the time budget that the replications over the horizon may use up. */
    private static final double MAIN_SHARE = 0.8;
    /** Journeys whose worst outages are told. */
    private static final int TOLD_JOURNEYS = 2;

    private final Supplier<World> plan;
    private final Settings settings;
    private final List<Promise> promises;
    private final Origin origin;
    private List<DataPromise> dataPromises = List.of();
    private @Nullable RequestExperiment requests;
    private @Nullable World built;

    public Experiment(Blueprint blueprint, Settings settings, List<Promise> promises, Origin origin) {
        this(() -> new StructureWorld(blueprint, settings.seed(), true), settings, promises, origin);
    }

    /** As above; without traffic in the scenario rates mean nothing and are not reported. */
    public static Experiment withoutTraffic(
            Blueprint blueprint, Settings settings, List<Promise> promises, Origin origin) {
        return new Experiment(() -> new StructureWorld(blueprint, settings.seed(), false), settings, promises, origin);
    }

    /**
     * An experiment with single requests.
     *
     * @param blueprint laid out with requests
     * @param discard seconds of warm-up; NaN to find out
     */
    public static Experiment ofRequests(
            Blueprint blueprint,
            Settings settings,
            double discard,
            List<Promise> promises,
            List<ResponsePromise> responses,
            Detail detail,
            Origin origin) {
        Experiment experiment = new Experiment(blueprint, settings, promises, origin);
        experiment.requests = new RequestExperiment(blueprint, settings, discard, promises, responses, detail, origin);
        return experiment;
    }

    private Experiment(Supplier<World> plan, Settings settings, List<Promise> promises, Origin origin) {
        this.plan = plan;
        this.promises = List.copyOf(promises);
        this.origin = origin;
        List<Double> windows = new ArrayList<>(settings.windows());
        promises.stream().filter(Promise::isJudgedByWindow).map(Promise::window).forEach(windows::add);
        this.settings = settings.withWindows(windows);
    }

    /** The same experiment, which judges promises about data and recovery as well. */
    Experiment promising(List<DataPromise> more) {
        dataPromises = List.copyOf(more);
        return this;
    }

    /** Runs to the end and tells nobody on the way. */
    public Result run() {
        return run(ProgressListener.NONE, () -> false);
    }

    /**
     * Runs until precise, out of time, or cancelled.
     *
     * @throws NothingComplete when it is cancelled, or twice the time is up, before the first replication is complete
     * @param cancelled asked often, by several threads; once true, the run ends with what it has
     */
    public Result run(ProgressListener listener, BooleanSupplier cancelled) {
        return trial(listener, cancelled).result();
    }

    /** As {@link #run(ProgressListener, BooleanSupplier)}, with what is needed to compare designs. */
    public Trial trial(ProgressListener listener, BooleanSupplier cancelled) {
        if (requests != null) {
            return requests.run(listener, cancelled);
        }
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        double cpuBefore = Budget.cpu();
        Budget budget = new Budget(settings.wallClock(), cancelled);
        if (built == null) {
            built = Building.within(budget, plan);
        }
        Main main = new Main(budget, listener);
        main.run();
        Ledger ledger = main.ledger;
        if (ledger.replications() == 0) {
            throw NothingComplete.whileRunning();
        }
        List<double[]> targets = targets();
        MomentRun moments = new MomentRun(world(), settings, ledger, targets, budget);
        FirstOutageRun first = new FirstOutageRun(world(), settings, ledger, budget);
        Estimator estimator = Estimator.of(ledger, settings.confidence());
        List<DataSafety> data = DataSummary.of(world().layout(), ledger, estimator);
        List<Durability> stores = StoreSummary.of(world().layout(), ledger, estimator);
        DataJudge judge = new DataJudge(world().layout(), ledger, estimator);
        List<Journey> journeys = new ArrayList<>();
        JourneySummary.Tales tales = tales(ledger, budget);
        for (int j = 0; j < world().layout().journeys().size(); j++) {
            Journey journey = summary(ledger, j).of(first.of(j), moments::of, tales);
            journey = journey.promised(judge.of(journey.name(), dataPromises, data, stores));
            journeys.add(world().withTheory(journey, j, settings));
        }
        Audit audit = new Audit(world().layout(), ledger);
        String headline = Headline.of(journeys, !promises.isEmpty() || !dataPromises.isEmpty());
        Effort effort = new Effort(
                ledger.replications(),
                ledger.years(),
                ledger.events,
                budget.elapsed(),
                Budget.cpu() - cpuBefore,
                settings.threads(),
                main.why,
                settings.replications() > 0 ? Double.NaN : settings.precision(),
                precision(journeys, headline),
                startedAt.toString(),
                System.getProperty("java.version", ""));
        List<Branch> branches = audit.branches();
        Result result = Result.of(
                origin.subject(settings, "structural"),
                effort,
                headline,
                journeys,
                PartTable.of(world().layout(), ledger, estimator, journeys),
                branches,
                origin.provenance(),
                warnings(effort, journeys, branches),
                null,
                data,
                stores);
        List<Trial.Losses> losses = new ArrayList<>();
        for (int j = 0; j < journeys.size(); j++) {
            losses.add(summary(ledger, j).losses(journeys.get(j).name()));
        }
        return new Trial(result, settings.confidence(), losses);
    }

    private World world() {
        World world = built;
        if (world == null) {
            throw new IllegalStateException("the world is built when the trial begins");
        }
        return world;
    }

    /** Replays the worst outages of the journeys that matter most; each costs at most one replication. */
    private JourneySummary.Tales tales(Ledger ledger, Budget budget) {
        Storyteller teller = world().stories(settings.horizon(), warmUp());
        List<Integer> told = IntStream.range(0, ledger.journeys.size())
                .boxed()
                .sorted(Comparator.comparing((Integer j) -> promisesOf(j).isEmpty())
                        .thenComparing(j -> -summary(ledger, j).unavailability().value()))
                .limit(TOLD_JOURNEYS)
                .toList();
        return (journey, outage) ->
                told.contains(journey) ? teller.tell(journey, outage, budget::isHopeless) : Told.NOTHING;
    }

    private double warmUp() {
        return settings.start() == Settings.Start.STEADY ? world().memory() : 0;
    }

    private JourneySummary summary(Ledger ledger, int journey) {
        return new JourneySummary(world().layout(), journey, ledger, settings, promisesOf(journey));
    }

    private List<Promise> promisesOf(int journey) {
        String name = world().layout().journeys().get(journey).name();
        return promises.stream()
                .filter(promise -> promise.journey().equals(name))
                .toList();
    }

    private List<double[]> targets() {
        List<double[]> targets = new ArrayList<>();
        for (int j = 0; j < world().layout().journeys().size(); j++) {
            targets.add(JourneySummary.targets(promisesOf(j)));
        }
        return targets;
    }

    /** The worst journey among those with a promise, else the worst of all. */
    private static double precision(List<Journey> journeys, String headline) {
        return journeys.stream()
                .filter(journey -> journey.name().equals(headline))
                .mapToDouble(journey -> journey.requests().unavailability().relativeHalfWidth())
                .findFirst()
                .orElse(Double.NaN);
    }

    private List<String> warnings(Effort effort, List<Journey> journeys, List<Branch> branches) {
        List<String> warnings = new ArrayList<>(Disagreement.in(journeys));
        if (effort.stoppedBecause() == StoppedBecause.INTERRUPTED) {
            warnings.add("Interrupted: these are the first " + effort.replications() + " replications.");
        } else if (effort.stoppedBecause() == StoppedBecause.WALL_CLOCK
                && !(effort.precisionReached() <= settings.precision())) {
            String precise = effort.precisionReached() < 1
                    ? String.format(Locale.ROOT, "precise to %.1f %%, not to", 100 * effort.precisionReached())
                    : "far from a precision of";
            warnings.add(String.format(
                    Locale.ROOT,
                    "Out of time after %d replications: %s %.1f %%.",
                    effort.replications(),
                    precise,
                    100 * settings.precision()));
        }
        for (Journey journey : journeys) {
            Estimate lost = journey.requests().unavailability();
            if (lost.verdict() != Verdict.GOOD) {
                warnings.add("Availability of '" + journey.name() + "' is "
                        + (lost.verdict() == Verdict.THIN ? "thin" : "not trusted") + ": " + lost.reason() + ".");
            }
        }
        for (Branch branch : branches) {
            if (branch.verdict() != Verdict.GOOD) {
                warnings.add(branch.reason() + ".");
            }
        }
        return warnings;
    }

    /** Whether a checkpoint: 40, 80, 160, … */
    static boolean isLook(int replications) {
        return replications >= FIRST_LOOK
                && replications % FIRST_LOOK == 0
                && Integer.bitCount(replications / FIRST_LOOK) == 1;
    }

    /** The replications over the horizon. */
    private final class Main {
        private static final double TELL_EVERY = 0.2;

        private final Budget budget;
        private final ProgressListener listener;
        private final Ledger ledger;
        private StoppedBecause why = StoppedBecause.REPLICATIONS;
        private double told;

        Main(Budget budget, ProgressListener listener) {
            this.budget = budget;
            this.listener = listener;
            ledger = new Ledger(world().layout(), array(mainTimes()), array(settings.windows()), targets(), stepped());
            ledger.watch(world().layout(), dataPromises);
        }

        private List<Double> mainTimes() {
            return MomentRun.fitsTheHorizon(settings) ? settings.at() : List.of();
        }

        /** The longest window that is looked at in steps and fits: a year, else a month. */
        private double stepped() {
            return settings.windows().stream()
                    .filter(length -> Burn.steps(length) > 0 && length <= settings.horizon())
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
        }

        /** The windows asked for, and after them the steps of one. */
        private List<Double> measured() {
            List<Double> measured = new ArrayList<>(settings.windows());
            double stepped = stepped();
            if (stepped > 0) {
                measured.add(stepped / Burn.steps(stepped));
            }
            return measured;
        }

        void run() {
            int limit = settings.replications() > 0 ? settings.replications() : Integer.MAX_VALUE;
            double share = settings.replications() > 0 ? 1 : MAIN_SHARE;
            int merged = InOrder.run(
                    settings.threads(),
                    limit,
                    world().measuring(settings.horizon(), warmUp(), mainTimes(), measured()),
                    budget.enough(share),
                    this::isHopeless,
                    this::accept);
            if (why == StoppedBecause.REPLICATIONS && merged < limit) {
                why = budget.isCancelled() ? StoppedBecause.INTERRUPTED : StoppedBecause.WALL_CLOCK;
            }
        }

        /** A first replication may take twice the time there is; then a shorter horizon is needed. */
        private boolean isHopeless() {
            return budget.isHopeless() || ledger.replications() == 0 && budget.isLate();
        }

        private boolean accept(int index, Row row) {
            ledger.add(index, row);
            boolean look = isLook(index + 1);
            double now = budget.elapsed();
            if (look || now - told > TELL_EVERY) {
                told = now;
                boolean precise = look(now);
                if (look && settings.replications() == 0 && precise) {
                    why = StoppedBecause.PRECISION;
                    return false;
                }
            }
            return true;
        }

        /** Tells how far the run is; true when every journey that counts is precise enough. */
        private boolean look(double now) {
            String worst = "";
            Estimate worstEstimate = Estimate.notKnown("");
            double worstWidth = -1;
            boolean seen = false;
            for (int j = 0; j < ledger.journeys.size(); j++) {
                if (!promises.isEmpty() && promisesOf(j).isEmpty()) {
                    continue;
                }
                Estimate lost = summary(ledger, j).unavailability();
                double width = lost.relativeHalfWidth();
                if (lost.value() > 0 && !(width <= worstWidth)) {
                    worst = world().layout().journeys().get(j).name();
                    worstEstimate = lost;
                    worstWidth = width;
                    seen = true;
                }
            }
            tell(now, worst, worstEstimate, worstWidth);
            boolean precise = worstWidth <= settings.precision() && worstEstimate.verdict() != Verdict.NOT_TRUSTED;
            return seen && (precise || !worstEstimate.hasInterval());
        }

        private void tell(double now, String journey, Estimate lost, double width) {
            int done = ledger.replications();
            double rate = done / now;
            double wanted = settings.replications() > 0 ? settings.replications() : lookFor(done, width);
            double left = Math.min(wanted - done, 1e9) / rate;
            listener.progress(new Progress(
                    "years",
                    done,
                    ledger.years(),
                    ledger.events / now,
                    journey,
                    lost.value(),
                    lost.low(),
                    lost.high(),
                    Math.max(0, Math.min(left, budget.left()))));
        }

        private double lookFor(int done, double width) {
            double wanted = width > 0 ? done * (width / settings.precision()) * (width / settings.precision()) : 1e18;
            double look = FIRST_LOOK;
            while (look < wanted && look < 1e18) {
                look *= 2;
            }
            return look;
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
