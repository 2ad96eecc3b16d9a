package nines.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nines.result.Availability;
import nines.result.Beginning;
import nines.result.Causes;
import nines.result.Estimate;
import nines.result.FirstOutage;
import nines.result.Journey;
import nines.result.Longest;
import nines.result.Miss;
import nines.result.Moment;
import nines.result.Outages;
import nines.result.Quantile;
import nines.result.Spread;
import nines.result.Story;
import nines.result.Target;
import nines.result.Verdict;
import nines.result.Window;
import nines.statistics.Interval;
import nines.statistics.PoissonCount;
import nines.statistics.Tally;
import org.jspecify.annotations.Nullable;

/** Turns what was seen of one journey into estimates. */
final class JourneySummary {
    private static final String OUTAGE = "outage";

    private final Layout layout;
    private final int index;
    private final JourneyLedger ledger;
    private final Settings settings;
    private final List<Promise> promises;
    private final Estimator estimator;
    private final Audit audit;
    private final double seconds;

    /**
     * A summary in the making.
     *
     * @param promises of this journey
     */
    JourneySummary(Layout layout, int index, Ledger all, Settings settings, List<Promise> promises) {
        this.layout = layout;
        this.index = index;
        this.settings = settings;
        this.promises = promises;
        ledger = all.journeys.get(index);
        estimator = Estimator.of(all, settings.confidence());
        audit = new Audit(layout, all);
        seconds = all.time.sum();
    }

    /** The availabilities that are promised, whose allowed downtime in windows must be counted. */
    static double[] targets(List<Promise> promises) {
        return promises.stream().mapToDouble(Promise::value).distinct().sorted().toArray();
    }

    Journey of(FirstOutage first, Moments moments, Tales tales) {
        Layout.JourneyName name = layout.journeys().get(index);
        Estimate lost = unavailability();
        Estimate down = timeUnavailability();
        Availability requests = Estimator.availability(lost);
        Availability time = Estimator.availability(down);
        List<Window> windows = windows();
        CauseTable table = new CauseTable(layout, estimator);
        Causes lostBy = table.of(ledger.causeLost, lost.value() * Settings.YEAR);
        Causes downBy = table.of(ledger.causeDown, down.value() * Settings.YEAR);
        return new Journey(
                name.name(),
                name.rate(),
                name.upAt(),
                requests,
                time,
                outages(down),
                first,
                moments.of(index),
                settings.start() == Settings.Start.STEADY ? requests.availability() : null,
                windows,
                targets(requests, time, windows),
                lostBy,
                downBy,
                stories(tales));
    }

    /** What each replication lost, as shares of the mean number offered and of its time. */
    Trial.Losses losses(String journey) {
        int replications = ledger.offered.size();
        return new Trial.Losses(
                journey,
                shares(corrected(ledger.lostCorrected, ledger.lost), replications / ledger.offered.sum()),
                shares(corrected(ledger.downCorrected, ledger.down), replications / seconds));
    }

    private static double[] shares(Column sums, double factor) {
        double[] shares = sums.toArray();
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= factor;
        }
        return shares;
    }

    /** Requests lost / offered. */
    Estimate unavailability() {
        double factor = 1 / ledger.offered.sum();
        return unavailability(ledger.lostCorrected, ledger.lost, factor, ledger.causeLost);
    }

    /** Share of time below the threshold. */
    Estimate timeUnavailability() {
        double factor = 1 / seconds;
        return unavailability(ledger.downCorrected, ledger.down, factor, ledger.causeDown);
    }

    private Estimate unavailability(Column corrected, Column raw, double factor, CauseLedger causes) {
        if (!(raw.sum() > 0)) {
            return nothingSeen();
        }
        Column used = corrected(corrected, raw);
        Estimate estimate = estimator.sum(used.tally(), factor, OUTAGE);
        Estimate audited = audit.mean(withVariance(atMostOne(estimate)));
        return audit.rareFaults(audited, causes.roots, factor * Settings.YEAR);
    }

    private static Estimate atMostOne(Estimate estimate) {
        return estimate.high() > 1 || estimate.value() > 1
                ? Estimator.map(estimate, share -> Math.min(1, share))
                : estimate;
    }

    private Estimate nothingSeen() {
        double level = settings.confidence();
        double rate = PoissonCount.upper(0, level) / seconds;
        Layout.MeanOutage assumed = layout.longestRepair();
        double high = assumed.seconds() > 0 ? Math.min(1, rate * assumed.seconds()) : Double.NaN;
        String bound = String.format(
                Locale.ROOT,
                "no outage in %,.0f simulated years: less than one outage in %,.0f years with %.0f %% confidence",
                seconds / Settings.YEAR,
                1 / rate / Settings.YEAR,
                100 * level);
        String sentence = assumed.seconds() > 0
                ? bound
                        + String.format(
                                Locale.ROOT,
                                "; with a mean outage of %s, %s, unavailability is below %.2g",
                                duration(assumed.seconds()),
                                assumed.whose(),
                                high)
                : bound;
        Interval interval = new Interval(
                assumed.seconds() > 0 ? 0 : Double.NaN,
                high,
                level,
                "none seen: one-sided Poisson limit × mean outage");
        return estimator.estimate(0, interval, 0).atMost(Verdict.THIN, sentence);
    }

    private static String duration(double seconds) {
        return seconds < 60
                ? trim(seconds, "s")
                : seconds < 3600 ? trim(seconds / 60, "min") : trim(seconds / 3600, "h");
    }

    private static String trim(double value, String unit) {
        return new BigDecimal(value)
                        .round(new MathContext(3, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros()
                        .toPlainString()
                + " " + unit;
    }

    /** Without a variance no interval means anything. */
    private Estimate withVariance(Estimate estimate) {
        if (layout.withoutVariance().isEmpty()) {
            return estimate;
        }
        Interval none = Interval.none(settings.confidence(), "none: infinite variance");
        return estimator
                .estimate(estimate.value(), none, estimate.evidence().events())
                .atMost(
                        Verdict.NOT_TRUSTED,
                        "the repair of '" + String.join("', '", layout.withoutVariance())
                                + "' has an infinite variance");
    }

    private Outages outages(Estimate down) {
        Tally starts = ledger.outages.tally();
        Estimate perYear = estimator.count(starts, Settings.YEAR / seconds, OUTAGE);
        List<Quantile> durations = new ArrayList<>();
        for (double share : settings.percentiles()) {
            durations.add(new Quantile(share, audit.draws(estimator.percentile(ledger.durations, share, OUTAGE))));
        }
        Longest longest = new Longest(
                audit.draws(estimator.acrossReplications(ledger.longest, 0.5)),
                audit.draws(estimator.acrossReplications(ledger.longest, 0.95)));
        boolean any = starts.sum() > 0;
        Estimate mtbf =
                any ? Estimator.map(perYear, rate -> Settings.YEAR / rate) : Estimate.notKnown("no outage seen");
        Estimate mttf = any
                ? Estimator.map(perYear, rate -> Settings.YEAR * (1 - down.value()) / rate)
                : Estimate.notKnown("no outage seen");
        return new Outages(
                perYear,
                mtbf,
                meanOutage(),
                mttf,
                durations,
                ledger.durations.bars(),
                longest,
                beginnings(starts.sum()));
    }

    private List<Beginning> beginnings(double all) {
        double perYear = Settings.YEAR / seconds;
        Set<Integer> causes = new TreeSet<>();
        Arrays.stream(ledger.firsts.seen()).forEach(causes::add);
        Arrays.stream(ledger.triggers.seen()).forEach(causes::add);
        List<Beginning> beginnings = new ArrayList<>();
        for (int cause : causes) {
            beginnings.add(new Beginning(
                    layout.causes().get(cause).label(),
                    estimator.count(ledger.firsts.tally(cause), perYear, OUTAGE),
                    estimator.count(ledger.triggers.tally(cause), perYear, OUTAGE),
                    ledger.triggers.sum(cause) / all));
        }
        beginnings.sort(Comparator.comparingDouble(Beginning::triggerShare).reversed());
        return beginnings;
    }

    private Estimate meanOutage() {
        Column downtime = corrected(ledger.downCorrected, ledger.down);
        return audit.mean(withVariance(estimator.mean(downtime, ledger.down, ledger.outages, OUTAGE)));
    }

    private Column corrected(Column corrected, Column raw) {
        return Correction.of(
                corrected, raw, settings.horizon(), layout.longestRepair().seconds());
    }

    private List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        for (int w = 0; w < settings.windows().size(); w++) {
            Windows lost = ledger.windowsLost.get(w);
            if (!lost.areNone()) {
                double length = settings.windows().get(w);
                Burn burn = ledger.burns.get(w);
                windows.add(new Window(
                        length,
                        lost.values.count(),
                        spread(lost, length),
                        spread(ledger.windowsDown.get(w), length),
                        fresh(lost, ledger.firstLost.get(w), length),
                        burn == null ? List.of() : burn.points()));
            }
        }
        return windows;
    }

    /** The first window, if its mean differs from that of all by more than chance explains. */
    private @Nullable Spread fresh(Windows all, Windows first, double length) {
        if (settings.start() == Settings.Start.STEADY || first.values.count() == all.values.count()) {
            return null;
        }
        Tally of = first.mean.tally();
        double error = Math.sqrt(of.variance() / of.count() + all.mean.tally().variance() / of.count());
        boolean differs = Math.abs(of.mean() - all.mean.tally().mean()) > 3 * error;
        return differs ? spread(first, length) : null;
    }

    private Spread spread(Windows windows, double length) {
        return new Spreads(estimator, audit, settings.percentiles()).of(windows, targets(promises), length);
    }

    private List<Target> targets(Availability requests, Availability time, List<Window> windows) {
        List<Target> targets = new ArrayList<>();
        for (Promise promise : promises) {
            boolean byRequests = promise.measure() == Promise.Measure.AVAILABILITY;
            if (!promise.isJudgedByWindow()) {
                targets.add(Judge.onTheMean(promise, byRequests ? requests.availability() : time.availability()));
                continue;
            }
            Estimate missed = windows.stream()
                    .filter(window -> window.length() == promise.window())
                    .map(window -> byRequests ? window.requests() : window.time())
                    .flatMap(spread -> spread.misses().stream())
                    .filter(miss -> miss.target() == promise.value())
                    .map(Miss::probability)
                    .findFirst()
                    .orElse(Estimate.notKnown("the window is longer than the horizon"));
            targets.add(Judge.byWindow(promise, missed));
        }
        return targets;
    }

    private List<Story> stories(Tales tales) {
        return ledger.worst.outages().stream()
                .map(outage -> story(outage, tales.of(index, outage)))
                .toList();
    }

    private Story story(Worst.Outage outage, Told told) {
        return new Story(
                outage.replication(),
                outage.start(),
                outage.length(),
                ledger.secondsOf(outage.lost()),
                outage.cause() < 0 ? "" : layout.causes().get(outage.cause()).label(),
                outage.open(),
                told.episodes(),
                told.lanes());
    }

    /** What went on in single outages. */
    interface Tales {
        Told of(int journey, Worst.Outage outage);
    }

    /** Answers at single times, from replications of the same kind or of their own. */
    interface Moments {
        List<Moment> of(int journey);
    }
}
