package nines.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nines.result.Availability;
import nines.result.Causes;
import nines.result.Estimate;
import nines.result.Failure;
import nines.result.FirstOutage;
import nines.result.Hop;
import nines.result.Journey;
import nines.result.JourneyTraffic;
import nines.result.Longest;
import nines.result.Outages;
import nines.result.Present;
import nines.result.Quantile;
import nines.result.StationTraffic;
import nines.result.Target;
import nines.result.Verdict;
import nines.statistics.Interval;
import nines.statistics.LatencyHistogram;
import nines.statistics.RareSum;
import nines.statistics.Ratio;
import nines.statistics.ReplicationQuantiles;
import nines.statistics.Tally;
import nines.traffic.Hops;
import nines.traffic.Outcome;

/** The estimates made from many replications of the traffic: each rests on replications as independent values. */
final class RequestSummary {
    private static final String NOT_HERE = "not measured when requests are simulated; use the structural fidelity";
    /** A kind of failure expected less often than this in all replications has not been looked at. */
    private static final double SEEN_FROM = 5;
    /** Fewer independent values beyond a quantile than this make it thin. */
    private static final double FEW = 30;

    private static final double HARDLY_ANY = 5;

    /** So many replications before the spread of waits is more than thin: at 20 its interval covered 81 % of 150 runs. */
    private static final int REPLICATIONS_FOR_SPREAD = 100;

    /** So many times the usual number under way is no balance any more. */
    private static final double PILES = 5;

    private static final String NO_END = "no end when the run ended";

    private final RequestWorld world;
    private final RequestLedger ledger;
    private final Settings settings;
    private final double[] shares;
    private final boolean settled;
    private final Estimator estimator;

    RequestSummary(RequestWorld world, RequestLedger ledger, Settings settings, double[] shares, boolean settled) {
        this.world = world;
        this.ledger = ledger;
        this.settings = settings;
        this.shares = shares;
        this.settled = settled;
        estimator = new Estimator(settings.confidence(), ledger.replications(), ledger.time / Settings.YEAR);
    }

    // ---------------------------------------------------------------- journeys

    /** Requests that failed / requests offered. */
    Estimate failed(int j) {
        long offered = ledger.count(row -> row.offered[j]);
        if (offered == 0) {
            return Estimate.notKnown("no request was offered");
        }
        Tally lost = ledger.tally(row -> failures(row, j));
        List<String> rare = world.rareFailures(ledger.time, SEEN_FROM);
        Estimate estimate = lost.sum() > 0 || rare.isEmpty()
                ? estimator.count(lost, 1.0 / offered, "failed request")
                : estimator.estimate(0, Interval.none(settings.confidence(), "none"), 0);
        if (!rare.isEmpty()) {
            estimate = estimate.atMost(
                    Verdict.NOT_TRUSTED,
                    String.format(
                            Locale.ROOT,
                            "%.3g %s of traffic are too short for failures that come by chance: expected %s%s",
                            ledger.time < 3600 ? ledger.time / 60 : ledger.time / 3600,
                            ledger.time < 3600 ? "min" : "h",
                            String.join(", ", rare.subList(0, Math.min(3, rare.size()))),
                            rare.size() > 3 ? " and " + (rare.size() - 3) + " more" : ""));
        }
        return atMostOne(estimate);
    }

    private static Estimate atMostOne(Estimate estimate) {
        return estimate.high() > 1 || estimate.value() > 1
                ? Estimator.map(estimate, share -> Math.min(1, share))
                : estimate;
    }

    /** Requests that failed, and those that have piled up and have no end. */
    static double failures(RequestRow row, int j) {
        double failed = piledUp(row, j);
        for (int outcome = 1; outcome < row.ended[j].length; outcome++) {
            failed += row.ended[j][outcome];
        }
        return failed;
    }

    /**
     * By how much more requests are under way at the end than at the start than a queue in balance explains: they wait for
     * a target that hangs, or in a queue that only grows, and were not served. As many as there are on average (Little
     * 1961) come and go five times over before any is counted.
     */
    static double piledUp(RequestRow row, int j) {
        double usual = row.responseSum[j] / row.time;
        double more = row.inFlightAtEnd[j] - row.inFlightAtStart[j] - PILES * (usual + Math.sqrt(usual) + 2);
        return Math.max(0, Math.floor(more));
    }

    /** The mean response time of the requests that succeeded, in seconds. */
    Estimate response(int j) {
        return mean(row -> row.responseSum[j], row -> row.ended[j][0], "request succeeded");
    }

    JourneyTraffic traffic(int j, List<ResponsePromise> promises) {
        List<Quantile> percentiles = new ArrayList<>();
        for (int q = 0; q < shares.length; q++) {
            percentiles.add(new Quantile(shares[q], quantile(j, q)));
        }
        List<Failure> failures = new ArrayList<>();
        long offered = ledger.count(row -> row.offered[j]);
        for (Outcome outcome : Outcome.values()) {
            int index = outcome.index();
            long count = ledger.count(row -> row.ended[j][index]);
            if (index > 0 && count > 0) {
                failures.add(new Failure(
                        outcome.words(),
                        count,
                        atMostOne(estimator.count(
                                ledger.tally(row -> row.ended[j][index]),
                                1.0 / Math.max(1, offered),
                                "failed request"))));
            }
        }
        Tally piled = ledger.tally(row -> piledUp(row, j));
        if (piled.sum() > 0) {
            failures.add(new Failure(
                    NO_END,
                    (long) piled.sum(),
                    atMostOne(estimator.count(piled, 1.0 / Math.max(1, offered), "failed request"))));
        }
        failures.sort(Comparator.comparingLong(Failure::requests).reversed());
        return new JourneyTraffic(
                world.blueprint().journeys().get(j).name(),
                offered,
                ledger.count(row -> row.ended[j][0]),
                ledger.count(row -> row.inFlightAtStart[j]),
                ledger.count(row -> row.inFlightAtEnd[j]) - (long) piled.sum(),
                rate(row -> row.offered[j]),
                rate(row -> row.ended[j][0]),
                response(j),
                percentiles,
                failures,
                mean(row -> row.attempts[j], row -> row.offered[j], "request was offered"),
                rate(row -> row.inFlightArea[j]),
                judged(j, promises),
                hops(j));
    }

    /** Where the mean response goes, without hops that take no time. */
    private List<Hop> hops(int j) {
        List<Hop> all = new ArrayList<>();
        if (ledger.rows.get(0).hopTime.length == 0) {
            return all;
        }
        List<String> names = Hops.of(world.blueprint()).names();
        for (int h = 0; h < names.size(); h++) {
            int hop = h;
            Estimate total = perSuccess(j, row -> {
                double sum = 0;
                for (int kind = 0; kind < Hops.KINDS; kind++) {
                    sum += row.hopTime[j][Hops.column(hop, kind)];
                }
                return sum;
            });
            if (total.value() > 0) {
                all.add(new Hop(
                        names.get(h),
                        hop(j, h, Hops.WAITING),
                        hop(j, h, Hops.SERVICE),
                        hop(j, h, Hops.LINK),
                        hop(j, h, Hops.PAUSE),
                        hop(j, h, Hops.IN_VAIN),
                        total));
            }
        }
        return all;
    }

    private Estimate hop(int j, int hop, int kind) {
        return perSuccess(j, row -> row.hopTime[j][Hops.column(hop, kind)]);
    }

    private Estimate perSuccess(int j, RequestLedger.Figure figure) {
        return mean(figure, row -> row.ended[j][0], "request succeeded");
    }

    private List<Target> judged(int j, List<ResponsePromise> promises) {
        List<Target> targets = new ArrayList<>();
        for (ResponsePromise promise : promises) {
            if (promise.journey().equals(world.blueprint().journeys().get(j).name())) {
                targets.add(promise.judged(promised(j, promise)));
            }
        }
        return targets;
    }

    private Estimate promised(int j, ResponsePromise promise) {
        if (promise.isMean()) {
            return response(j);
        }
        for (int q = 0; q < shares.length; q++) {
            if (shares[q] == promise.share()) {
                return quantile(j, q);
            }
        }
        return Estimate.notKnown("`" + promise.of() + "` is neither `mean` nor a percentile such as `p99`");
    }

    private Estimate quantile(int j, int q) {
        LatencyHistogram all = ledger.responses[j];
        if (all.count() == 0) {
            return Estimate.notKnown("no request succeeded");
        }
        double value = all.quantile(shares[q]);
        double[] counts = ledger.column(row -> row.responses[j].count());
        for (double each : counts) {
            if (each == 0) {
                return unsure(value, "in some replications no request succeeded");
            }
        }
        // Where all that is slowest is equally slow, nothing lies beyond it: it counts itself.
        double limit = all.countAbove(value) > 0 ? value : value * (1 - LatencyHistogram.BUCKET);
        double[] beyond = ledger.column(row -> row.responses[j].countAbove(limit));
        ReplicationQuantiles.Spread spread =
                ReplicationQuantiles.woodruff(all, shares[q], beyond, counts, settings.confidence());
        if (!spread.interval().exists()) {
            return unsure(value, spread.interval().method());
        }
        Estimate estimate = settledOrThin(estimator.estimate(value, spread.interval(), ledger.replications()));
        return spread.effective() < HARDLY_ANY
                ? estimate.atMost(Verdict.NOT_TRUSTED, "hardly anything independent lies beyond it" + spells(spread))
                : spread.effective() < FEW
                        ? estimate.atMost(Verdict.THIN, "little that is independent lies beyond it" + spells(spread))
                        : estimate;
    }

    private static String spells(ReplicationQuantiles.Spread spread) {
        return String.format(Locale.ROOT, ": slow requests come in spells, here as good as %.0f", spread.effective());
    }

    private Estimate unsure(double value, String why) {
        return estimator
                .estimate(value, Interval.none(settings.confidence(), "none"), ledger.replications())
                .atMost(Verdict.NOT_TRUSTED, why);
    }

    // ---------------------------------------------------------------- stations

    List<StationTraffic> stations(QueueTheory theory) {
        List<StationTraffic> stations = new ArrayList<>();
        for (RequestWorld.Group group : world.groups()) {
            stations.add(theory.beside(station(group), group.stations()));
        }
        return stations;
    }

    private StationTraffic station(RequestWorld.Group group) {
        int[] all = group.stations();
        double workers = 0;
        for (int s : all) {
            workers += world.blueprint().requests().stations().get(s).workers();
        }
        double capacity = workers;
        Estimate busyShare = capacity >= Integer.MAX_VALUE
                ? Estimate.notKnown("its workers are not limited")
                : capacity == 0
                        ? Estimate.notKnown("it has no workers")
                        : mean(row -> sum(row.busyArea, all), row -> there(row, all), "worker was there");
        RequestLedger.Figure begun = row -> sum(row.begun, all);
        RequestLedger.Figure arrived = row -> sum(row.arrived, all);
        RequestLedger.Figure served = row -> sum(row.served, all);
        Estimate busy = rate(row -> sum(row.busyArea, all));
        long most = 0;
        for (RequestRow row : ledger.rows) {
            for (int s : all) {
                most = Math.max(most, row.queueMost[s]);
            }
        }
        return new StationTraffic(
                group.name(),
                group.within(),
                rate(served),
                busyShare,
                busy,
                rate(row -> sum(row.queueArea, all)),
                most,
                mean(row -> sum(row.waitSum, all), begun, "request was served"),
                deviation(all),
                mean(row -> sum(row.waited, all), begun, "request was served"),
                share(row -> sum(row.rejected, all), arrived, "request came", "request turned away"),
                share(row -> sum(row.wasted, all), served, "request was served", "service wasted"),
                isKeyed(all)
                        ? mean(row -> sum(row.hits, all), served, "request came")
                        : Estimate.notKnown("it keeps no single objects"),
                isScaled(all)
                        ? rate(row -> all.length * row.time - sum(row.offArea, all))
                        : Estimate.notKnown("it has as many as it has"),
                present(all));
    }

    /** How often at least so many are there, up to one more than was ever seen. */
    private List<Present> present(int[] all) {
        List<Present> levels = new ArrayList<>();
        int s = all[0];
        boolean seen = all.length == 1;
        for (int n = 1; seen && n < ledger.rows.get(0).atLeast[s].length; n++) {
            int level = n;
            Estimate share = rate(row -> row.atLeast[s][level]);
            levels.add(new Present(level, share));
            seen = share.value() > 0;
        }
        return levels;
    }

    private boolean isKeyed(int[] all) {
        return world.blueprint().requests().stations().get(all[0]).keyed() != null;
    }

    private boolean isScaled(int[] all) {
        return world.blueprint().requests().pools().stream()
                .anyMatch(pool ->
                        pool.scaling() != null && pool.stations()[0] == all[0] && pool.stations().length == all.length);
    }

    /** Worker-seconds that there were: those of instances that have been added and not taken away. */
    private double there(RequestRow row, int[] all) {
        double seconds = 0;
        for (int s : all) {
            seconds += world.blueprint().requests().stations().get(s).workers() * (row.time - row.offArea[s]);
        }
        return seconds;
    }

    /**
     * The standard deviation of single waits: the squares of their distances from the mean, added up in each replication, come
     * in a few long spells, which the limits for rare sums are made for.
     */
    private Estimate deviation(int[] all) {
        double[] n = ledger.column(row -> sum(row.begun, all));
        double[] sums = ledger.column(row -> sum(row.waitSum, all));
        double[] squares = ledger.column(row -> sum(row.waitSquares, all));
        double count = total(n);
        if (!(count > 0)) {
            return Estimate.notKnown("no request was served");
        }
        double mean = total(sums) / count;
        double value = Math.sqrt(Math.max(0, total(squares) / count - mean * mean));
        if (ledger.replications() < 2 || !(value > 0)) {
            return only(value);
        }
        double[] distances = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            distances[i] = Math.max(0, squares[i] - 2 * mean * sums[i] + mean * mean * n[i]);
        }
        Interval of = RareSum.interval(distances, settings.confidence());
        Interval interval = new Interval(
                Math.sqrt(of.low() / count),
                Math.sqrt(of.high() / count),
                settings.confidence(),
                "root of the mean square, limits for rare sums");
        Estimate estimate = settledOrThin(estimator.estimate(value, interval, count));
        return n.length < REPLICATIONS_FOR_SPREAD
                ? estimate.atMost(Verdict.THIN, "a few long spells make most of it, and few runs may have seen none")
                : estimate;
    }

    private static double total(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double sum(long[] values, int[] indexes) {
        long sum = 0;
        for (int i : indexes) {
            sum += values[i];
        }
        return sum;
    }

    private static double sum(double[] values, int[] indexes) {
        double sum = 0;
        for (int i : indexes) {
            sum += values[i];
        }
        return sum;
    }

    // ---------------------------------------------------------------- estimates

    /** A sum per second measured. */
    private Estimate rate(RequestLedger.Figure sum) {
        return mean(sum, row -> row.time, "time was measured");
    }

    private Estimate mean(RequestLedger.Figure above, RequestLedger.Figure below, String what) {
        double events = total(ledger.column(below));
        if (!(events > 0)) {
            return Estimate.notKnown("no " + what);
        }
        double value = total(ledger.column(above)) / events;
        if (ledger.replications() < 2) {
            return only(value);
        }
        Ratio ratio = ledger.ratio(above, below);
        Interval interval = ratio.interval(settings.confidence());
        if (!interval.exists()) {
            return only(value);
        }
        return settledOrThin(
                estimator.estimate(value, interval.within(0, Double.POSITIVE_INFINITY), ledger.replications()));
    }

    /** A share of something that may never happen. */
    private Estimate share(RequestLedger.Figure above, RequestLedger.Figure below, String what, String happens) {
        return total(ledger.column(below)) > 0 && !(total(ledger.column(above)) > 0)
                ? estimator.sumOrNothing(ledger.tally(above), 1, happens)
                : mean(above, below, what);
    }

    private Estimate only(double value) {
        return estimator
                .estimate(value, Interval.none(settings.confidence(), "none"), ledger.replications())
                .atMost(Verdict.NOT_TRUSTED, "only one replication");
    }

    private Estimate settledOrThin(Estimate estimate) {
        return settled ? estimate : estimate.atMost(Verdict.THIN, "the traffic did not settle within the horizon");
    }

    // ---------------------------------------------------------------- the common table

    /** The journey in the form that all fidelities share; what only the structural one knows is not known. */
    Journey journey(int j, List<Promise> promises) {
        nines.blueprint.Journey of = world.blueprint().journeys().get(j);
        Availability requests = Estimator.availability(failed(j));
        Estimate unknown = Estimate.notKnown(NOT_HERE);
        List<Target> targets = new ArrayList<>();
        for (Promise promise : promises) {
            if (promise.journey().equals(of.name())) {
                boolean onTheMean = promise.measure() == Promise.Measure.AVAILABILITY && !promise.isJudgedByWindow();
                targets.add(Judge.onTheMean(
                        Promise.onTheMean(promise.journey(), promise.measure(), promise.value()),
                        onTheMean ? requests.availability() : unknown));
            }
        }
        return new Journey(
                of.name(),
                of.rate(),
                of.upAt(),
                requests,
                new Availability(unknown, unknown, unknown, unknown),
                new Outages(
                        unknown,
                        unknown,
                        unknown,
                        unknown,
                        List.of(),
                        List.of(),
                        new Longest(unknown, unknown),
                        List.of()),
                new FirstOutage(unknown, List.of()),
                List.of(),
                null,
                List.of(),
                targets,
                Causes.NONE,
                Causes.NONE,
                List.of());
    }
}
