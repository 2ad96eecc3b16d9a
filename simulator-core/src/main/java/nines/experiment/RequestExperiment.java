package nines.experiment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nines.blueprint.Blueprint;
import nines.result.Effort;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.JourneyTraffic;
import nines.result.Result;
import nines.result.StoppedBecause;
import nines.result.Traffic;
import nines.result.Verdict;
import nines.statistics.Mser5;
import nines.statistics.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Many replications of the traffic, after a warm-up that is the same for all.
 *
 * <p>Replications and not the batches of one long run: they are independent by construction, also where a system has
 * several regimes; they run side by side; and their warm-up can be chosen on their mean, where the usual rule works.
 * Where they stop is decided as in {@link Experiment}.
 */
final class RequestExperiment {
    private static final int PILOTS = 20;
    private static final int PARTS = 1000;
    private static final double PILOT_SHARE = 0.25;
    /** A share of failures this small need not be known any better. */
    private static final double SMALL = 5e-5;

    /** What is told of response times, whatever is asked for. */
    static final double[] ALWAYS = {0.5, 0.9, 0.95, 0.99, 0.999, 0.9999};

    private final Supplier<RequestWorld> plan;
    private final Settings settings;
    private final double discard;
    private final List<Promise> promises;
    private final List<ResponsePromise> responses;
    private final Detail detail;
    private final Origin origin;
    private final double[] shares;
    private @Nullable RequestWorld built;

    /** @param discard seconds of warm-up; NaN to find out */
    RequestExperiment(
            Blueprint blueprint,
            Settings settings,
            double discard,
            List<Promise> promises,
            List<ResponsePromise> responses,
            Detail detail,
            Origin origin) {
        plan = () -> new RequestWorld(blueprint, settings.seed());
        this.settings = settings;
        this.discard = discard;
        this.promises = List.copyOf(promises);
        this.responses = List.copyOf(responses);
        this.detail = detail;
        this.origin = origin;
        shares = Stream.of(
                        Arrays.stream(ALWAYS).boxed(),
                        settings.percentiles().stream(),
                        responses.stream().map(ResponsePromise::share).filter(share -> !Double.isNaN(share)))
                .flatMap(each -> each)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
        if (discard >= settings.horizon()) {
            throw new IllegalArgumentException(
                    "discard must be shorter than the horizon, " + settings.horizon() + " s: " + discard);
        }
    }

    /** The warm-up: how long, how it was found, and whether the traffic settles at all. */
    private record WarmUp(double seconds, String how, boolean settles) {}

    Trial run(ProgressListener listener, java.util.function.BooleanSupplier cancelled) {
        Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        double cpuBefore = Budget.cpu();
        Budget budget = new Budget(settings.wallClock(), cancelled);
        if (built == null) {
            built = Building.within(budget, plan);
        }
        WarmUp warmUp = warmUp(budget);
        RequestLedger ledger = new RequestLedger(world().blueprint().journeys().size());
        StoppedBecause why = replicate(budget, listener, warmUp, ledger);
        if (ledger.replications() == 0) {
            throw NothingComplete.whileRunning();
        }
        RequestSummary summary = summary(ledger, warmUp);
        List<Journey> journeys = new ArrayList<>();
        List<JourneyTraffic> traffic = new ArrayList<>();
        QueueTheory theory = new QueueTheory(
                world().blueprint(),
                warmUp.seconds(),
                settings.horizon(),
                ledger.replications(),
                world().isScripted()
                        ? "something happens at a given time"
                        : warmUp.settles() ? "" : "the traffic does not settle within the horizon");
        for (int j = 0; j < world().blueprint().journeys().size(); j++) {
            journeys.add(theory.beside(summary.journey(j, promises), j));
            traffic.add(theory.beside(summary.traffic(j, responses), j));
        }
        Effort effort = new Effort(
                ledger.replications(),
                ledger.time / Settings.YEAR,
                ledger.events,
                budget.elapsed(),
                Budget.cpu() - cpuBefore,
                settings.threads(),
                why,
                settings.replications() > 0 ? Double.NaN : settings.precision(),
                worst(summary),
                startedAt.toString(),
                System.getProperty("java.version", ""));
        Traffic told = new Traffic(
                warmUp.seconds(),
                warmUp.how(),
                ledger.requests,
                traffic,
                summary.stations(theory),
                Double.isNaN(detail.every()) ? null : new SeriesSummary(world(), ledger).series());
        Result result = Result.of(
                origin.subject(settings.seed(), "requests", settings.horizon(), "fresh"),
                effort,
                Headline.of(journeys, !promises.isEmpty()),
                journeys,
                List.of(),
                List.of(),
                origin.provenance(),
                warnings(effort, warmUp, journeys, ledger, told),
                told);
        return new Trial(result, settings.confidence(), losses(ledger));
    }

    private RequestWorld world() {
        RequestWorld world = built;
        if (world == null) {
            throw new IllegalStateException("the world is built when the run begins");
        }
        return world;
    }

    private RequestSummary summary(RequestLedger ledger, WarmUp warmUp) {
        return new RequestSummary(world(), ledger, settings, shares, warmUp.settles());
    }

    // ---------------------------------------------------------------- warm-up

    private WarmUp warmUp(Budget budget) {
        if (!Double.isNaN(discard)) {
            return new WarmUp(discard, "What `run.discard` says was left out at the beginning.", true);
        }
        if (world().isScripted()) {
            return new WarmUp(0, "No warm-up was left out, as something happens at a given time.", true);
        }
        double horizon = settings.horizon();
        double[] series = new double[PARTS];
        int[] seen = {0};
        InOrder.run(
                settings.threads(),
                PILOTS,
                world().watching(horizon, PARTS),
                settings.replications() > 0 ? () -> false : budget.enough(PILOT_SHARE),
                () -> budget.isHopeless() || seen[0] == 0 && budget.isLate(),
                (int index, RequestRow row) -> {
                    for (int i = 0; i < PARTS; i++) {
                        series[i] += row.series[i];
                    }
                    seen[0]++;
                    return true;
                });
        if (seen[0] == 0) {
            throw NothingComplete.whileRunning();
        }
        for (int i = 0; i < PARTS; i++) {
            series[i] /= Math.max(1, seen[0]);
        }
        OptionalInt cut = Mser5.cut(series);
        if (cut.isEmpty()) {
            return new WarmUp(
                    0,
                    "No warm-up was left out: the number of requests under way does not settle within the horizon.",
                    false);
        }
        return new WarmUp(
                cut.getAsInt() * horizon / PARTS,
                "MSER-5 on the mean number of requests under way in " + seen[0] + " replications of their own.",
                true);
    }

    // ---------------------------------------------------------------- replications

    private StoppedBecause replicate(Budget budget, ProgressListener listener, WarmUp warmUp, RequestLedger ledger) {
        int limit = settings.replications() > 0 ? settings.replications() : Integer.MAX_VALUE;
        double measured = settings.horizon() - warmUp.seconds();
        boolean[] precise = {false};
        double[] told = {0};
        int merged = InOrder.run(
                settings.threads(),
                limit,
                world().measuring(warmUp.seconds(), measured, detail),
                budget.enough(1),
                () -> budget.isHopeless() || ledger.replications() == 0 && budget.isLate(),
                (int index, RequestRow row) -> {
                    ledger.add(row);
                    boolean look = Experiment.isLook(index + 1);
                    double now = budget.elapsed();
                    if (look || now - told[0] > 0.2) {
                        told[0] = now;
                        RequestSummary summary = summary(ledger, warmUp);
                        tell(listener, budget, ledger, summary);
                        precise[0] = look && settings.replications() == 0 && worst(summary) <= settings.precision();
                    }
                    return !precise[0];
                });
        if (precise[0]) {
            return StoppedBecause.PRECISION;
        }
        return merged >= limit
                ? StoppedBecause.REPLICATIONS
                : budget.isCancelled() ? StoppedBecause.INTERRUPTED : StoppedBecause.WALL_CLOCK;
    }

    /** The least precise of what stops a run: every journey's mean response, and what it loses unless that is little. */
    private double worst(RequestSummary summary) {
        double worst = 0;
        for (int j = 0; j < world().blueprint().journeys().size(); j++) {
            worst = Math.max(worst, width(summary.response(j), 0));
            worst = Math.max(worst, width(summary.failed(j), SMALL));
        }
        return worst;
    }

    private static double width(Estimate estimate, double small) {
        if (!estimate.isKnown() || !estimate.hasInterval()) {
            return 0;
        }
        double half = (estimate.high() - estimate.low()) / 2;
        return half <= small || half == 0 ? 0 : half / Math.abs(estimate.value());
    }

    private void tell(ProgressListener listener, Budget budget, RequestLedger ledger, RequestSummary summary) {
        Estimate most = Estimate.notKnown("");
        String journey = "";
        for (int j = 0; j < world().blueprint().journeys().size(); j++) {
            Estimate failed = summary.failed(j);
            if (!(failed.value() <= most.value())) {
                most = failed;
                journey = world().blueprint().journeys().get(j).name();
            }
        }
        double done = settings.replications() > 0 ? (double) ledger.replications() / settings.replications() : 0;
        double left = done > 0 ? budget.elapsed() * (1 - done) / done : budget.left();
        listener.progress(new Progress(
                "requests",
                ledger.replications(),
                ledger.time / Settings.YEAR,
                ledger.requests / Math.max(1e-9, budget.elapsed()),
                journey,
                most.value(),
                most.low(),
                most.high(),
                Math.max(0, Math.min(left, budget.left()))));
    }

    // ---------------------------------------------------------------- the document

    private List<Trial.Losses> losses(RequestLedger ledger) {
        List<Trial.Losses> losses = new ArrayList<>();
        for (int j = 0; j < world().blueprint().journeys().size(); j++) {
            int of = j;
            double[] lost =
                    ledger.column(row -> RequestSummary.failures(row, of) / (double) Math.max(1, row.offered[of]));
            losses.add(new Trial.Losses(world().blueprint().journeys().get(j).name(), lost, new double[lost.length]));
        }
        return losses;
    }

    private static List<String> warnings(
            Effort effort, WarmUp warmUp, List<Journey> journeys, RequestLedger ledger, Traffic traffic) {
        List<String> warnings = new ArrayList<>(Disagreement.in(journeys, traffic));
        if (effort.stoppedBecause() == StoppedBecause.INTERRUPTED) {
            warnings.add("Interrupted: these are the first " + effort.replications() + " replications.");
        } else if (effort.stoppedBecause() == StoppedBecause.WALL_CLOCK) {
            String known = effort.precisionReached() < 1
                    ? String.format(Locale.ROOT, "known to ± %.1f %%", 100 * effort.precisionReached())
                    : "hardly known at all";
            warnings.add("Out of time after " + effort.replications() + " replications: the least precise figure is "
                    + known + ".");
        }
        if (!warmUp.settles()) {
            double start =
                    Tally.of(ledger.column(row -> sum(row.inFlightAtStart))).mean();
            double end = Tally.of(ledger.column(row -> sum(row.inFlightAtEnd))).mean();
            warnings.add(String.format(
                    Locale.ROOT,
                    "The traffic does not settle within the horizon: %.3g requests are under way at the start of a"
                            + " replication and %.3g at its end. What is told of response times depends on the horizon.",
                    start,
                    end));
        }
        for (Journey journey : journeys) {
            Estimate failed = journey.requests().unavailability();
            if (failed.verdict() == Verdict.NOT_TRUSTED) {
                warnings.add("The availability of '" + journey.name() + "' is that of this traffic only: "
                        + failed.reason() + ".");
            }
        }
        return warnings;
    }

    private static double sum(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
