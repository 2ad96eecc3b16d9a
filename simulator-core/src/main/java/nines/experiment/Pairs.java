package nines.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nines.result.Difference;
import nines.result.Estimate;
import nines.result.Evidence;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Shift;
import nines.result.Verdict;
import nines.statistics.PairedDifference;
import nines.statistics.Tally;

/** Compares two designs replication by replication: what chance did to both cancels. */
final class Pairs {
    private static final double NOT_TRUSTED_BELOW = 5;

    private final double level;
    private final Result first;
    private final Result second;
    private final String journey;

    Pairs(double level, Result first, Result second, String journey) {
        this.level = level;
        this.first = first;
        this.second = second;
        this.journey = journey;
    }

    /** Nothing, for certain: both are the same system under the same luck. */
    static Difference identical(int pairs, double level, Result result) {
        double years = pairs * result.scenario().horizon() / Settings.YEAR;
        Estimate nothing =
                new Estimate(0, 0, 0, level, "identical", new Evidence(pairs, years, 0), Verdict.GOOD, "", null);
        return new Difference(pairs, nothing, nothing, Difference.Rank.IDENTICAL, Double.NaN, List.of());
    }

    Difference of(Trial.Losses theirs, Trial.Losses ours) {
        int pairs = Math.min(theirs.requests().length, ours.requests().length);
        Estimate lost = held(difference(theirs.requests(), ours.requests(), pairs), true);
        Estimate down = held(difference(theirs.time(), ours.time(), pairs), false);
        double ratio = pairs < 2 ? Double.NaN : ratio(theirs.requests(), ours.requests(), pairs);
        return new Difference(pairs, lost, down, rank(lost), ratio, shifts());
    }

    /** Variance of the difference if both had luck of their own, over what it is with the luck they share. */
    private static double ratio(double[] theirs, double[] ours, int pairs) {
        double[] between = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            between[i] = ours[i] - theirs[i];
        }
        double apart = Tally.of(Arrays.copyOf(theirs, pairs)).variance()
                + Tally.of(Arrays.copyOf(ours, pairs)).variance();
        double together = Tally.of(between).variance();
        return together > 0 ? apart / together : Double.NaN;
    }

    /** What each root costs more. */
    private List<Shift> shifts() {
        Map<String, Double> before = roots(first);
        Map<String, Double> after = roots(second);
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Shift> shifts = new ArrayList<>();
        for (String name : names) {
            double was = before.getOrDefault(name, 0.0);
            shifts.add(new Shift(name, was, after.getOrDefault(name, 0.0) - was));
        }
        shifts.sort(Comparator.comparingDouble((Shift shift) -> -Math.abs(shift.secondsPerYear())));
        return shifts;
    }

    private Map<String, Double> roots(Result result) {
        Map<String, Double> roots = new LinkedHashMap<>();
        result.journey(journey)
                .ifPresent(of -> of.lostBy()
                        .byRoot()
                        .forEach(share ->
                                roots.put(share.name(), share.secondsPerYear().value())));
        return roots;
    }

    private Estimate difference(double[] theirs, double[] ours, int pairs) {
        if (pairs < 2) {
            return Estimate.notKnown("fewer than two replications that both have");
        }
        PairedDifference found = PairedDifference.of(Arrays.copyOf(theirs, pairs), Arrays.copyOf(ours, pairs), level);
        double perYear = Settings.YEAR / pairs;
        double years = pairs * second.scenario().horizon() / Settings.YEAR;
        Estimate estimate = new Estimate(
                found.value() * perYear,
                found.interval().low() * perYear,
                found.interval().high() * perYear,
                level,
                found.interval().method(),
                new Evidence(pairs, years, found.effective()),
                Verdict.GOOD,
                "",
                null);
        if (!estimate.hasInterval()) {
            return estimate.atMost(Verdict.THIN, "no replication differs");
        }
        String few = String.format(Locale.ROOT, "the difference is worth only %.1f equal outages", found.effective());
        return found.effective() < NOT_TRUSTED_BELOW
                ? estimate.atMost(Verdict.NOT_TRUSTED, few)
                : found.effective() < Estimator.GOOD_FROM ? estimate.atMost(Verdict.THIN, few) : estimate;
    }

    /** A difference is no better than what it is taken from. */
    private Estimate held(Estimate estimate, boolean requests) {
        Estimate held = estimate;
        for (Result of : new Result[] {first, second}) {
            for (Journey each : of.journeys()) {
                Estimate source = (requests ? each.requests() : each.time()).unavailability();
                if (each.name().equals(journey) && source.verdict() == Verdict.NOT_TRUSTED) {
                    held = held.atMost(Verdict.NOT_TRUSTED, source.reason());
                }
            }
        }
        return held;
    }

    private static Difference.Rank rank(Estimate lost) {
        if (!lost.hasInterval() || lost.verdict() == Verdict.NOT_TRUSTED) {
            return Difference.Rank.NOT_DECIDED;
        }
        return lost.high() < 0
                ? Difference.Rank.BETTER
                : lost.low() > 0 ? Difference.Rank.WORSE : Difference.Rank.NOT_DECIDED;
    }
}
