package nines.experiment;

import java.util.List;
import nines.check.Require;

/**
 * How to compute; nothing here changes what the scenario means.
 *
 * @param horizon simulated time of one replication, in seconds
 * @param start where the state begins
 * @param replications exactly so many; 0 to go on until precise
 * @param precision wanted half-width / estimate of the request unavailability of every journey
 * @param confidence level of every interval
 * @param wallClock seconds after which the run stops with what it has; infinite for no limit
 * @param seed of all randomness
 * @param threads that run replications; results do not depend on it
 * @param at times after a fresh start that are asked about, in seconds
 * @param windows lengths of windows whose downtime is reported, in seconds
 * @param percentiles of durations and downtimes, as shares
 */
public record Settings(
        double horizon,
        Start start,
        int replications,
        double precision,
        double confidence,
        double wallClock,
        long seed,
        int threads,
        List<Double> at,
        List<Double> windows,
        List<Double> percentiles) {
    /** Seconds of a year. */
    public static final double YEAR = 8760 * 3600.0;

    /** Seconds of a month. */
    public static final double MONTH = 30 * 86_400.0;

    public Settings {
        Require.positive(horizon, "horizon");
        Require.nonNegative(replications, "replications");
        Require.positive(precision, "precision");
        Require.openShare(confidence, "confidence");
        Require.positiveOrInfinite(wallClock, "wall-clock");
        Require.count(threads, "threads");
        at = at.stream().distinct().sorted().toList();
        windows = windows.stream().distinct().sorted().toList();
        percentiles = percentiles.stream().distinct().sorted().toList();
        at.forEach(time -> Require.positive(time, "time asked about"));
        windows.forEach(length -> Require.positive(length, "window"));
        percentiles.forEach(share -> Require.openShare(share, "percentile"));
    }

    /** Where the state begins. */
    public enum Start {
        /** Everything up and new; the result is about the horizon. */
        FRESH,
        /** As found after a long time; the result is the limiting one. */
        STEADY
    }

    /** Ten years, until 5 % precise, at most a minute, on all cores. */
    public static Settings standard() {
        return new Settings(
                10 * YEAR,
                Start.FRESH,
                0,
                0.05,
                0.95,
                60,
                1,
                Runtime.getRuntime().availableProcessors(),
                List.of(),
                List.of(MONTH, YEAR),
                List.of(0.5, 0.95, 0.99, 0.999));
    }

    public Settings withHorizon(double seconds) {
        return new Settings(
                seconds,
                start,
                replications,
                precision,
                confidence,
                wallClock,
                seed,
                threads,
                at,
                windows,
                percentiles);
    }

    public Settings withStart(Start newStart) {
        return new Settings(
                horizon,
                newStart,
                replications,
                precision,
                confidence,
                wallClock,
                seed,
                threads,
                at,
                windows,
                percentiles);
    }

    public Settings withReplications(int count) {
        return new Settings(
                horizon, start, count, precision, confidence, wallClock, seed, threads, at, windows, percentiles);
    }

    public Settings withPrecision(double share) {
        return new Settings(
                horizon, start, replications, share, confidence, wallClock, seed, threads, at, windows, percentiles);
    }

    public Settings withWallClock(double seconds) {
        return new Settings(
                horizon, start, replications, precision, confidence, seconds, seed, threads, at, windows, percentiles);
    }

    public Settings withSeed(long newSeed) {
        return new Settings(
                horizon,
                start,
                replications,
                precision,
                confidence,
                wallClock,
                newSeed,
                threads,
                at,
                windows,
                percentiles);
    }

    public Settings withThreads(int count) {
        return new Settings(
                horizon, start, replications, precision, confidence, wallClock, seed, count, at, windows, percentiles);
    }

    public Settings withTimes(List<Double> times) {
        return new Settings(
                horizon,
                start,
                replications,
                precision,
                confidence,
                wallClock,
                seed,
                threads,
                times,
                windows,
                percentiles);
    }

    public Settings withWindows(List<Double> lengths) {
        return new Settings(
                horizon,
                start,
                replications,
                precision,
                confidence,
                wallClock,
                seed,
                threads,
                at,
                lengths,
                percentiles);
    }
}
