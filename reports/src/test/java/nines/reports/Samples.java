package nines.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import nines.format.ResultJson;
import nines.result.Availability;
import nines.result.Causes;
import nines.result.Estimate;
import nines.result.Evidence;
import nines.result.Journey;
import nines.result.Longest;
import nines.result.Outages;
import nines.result.Result;
import nines.result.Spread;
import nines.result.Verdict;
import nines.result.Window;

/** Results to write pages of, made from the documented example. */
final class Samples {
    private static final Path EXAMPLE = Path.of("../docs/result-example.json");

    private Samples() {}

    static Result example() {
        return ResultJson.read(exampleText());
    }

    static String exampleText() {
        try {
            return Files.readString(EXAMPLE);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The example with its headline journey alone, changed. */
    static Result with(UnaryOperator<Journey> change) {
        Result example = example();
        return Result.of(
                example.scenario(),
                example.effort(),
                example.headline(),
                List.of(change.apply(example.answer())),
                example.parts(),
                example.branches(),
                example.provenance(),
                List.of());
    }

    static Estimate estimate(double value, double low, double high, Verdict verdict, String reason) {
        return new Estimate(value, low, high, 0.95, "rare sum", new Evidence(640, 6400, 3), verdict, reason, null);
    }

    static Availability availability(double loss, double low, double high, Verdict verdict, String reason) {
        return new Availability(
                estimate(1 - loss, 1 - high, 1 - low, verdict, reason),
                estimate(loss, low, high, verdict, reason),
                estimate(-StrictMath.log10(loss), -StrictMath.log10(high), -StrictMath.log10(low), verdict, reason),
                estimate(loss * Amounts.YEAR, low * Amounts.YEAR, high * Amounts.YEAR, verdict, reason));
    }

    static Journey withRequests(Journey journey, Availability requests, List<Window> windows) {
        return new Journey(
                journey.name(),
                journey.requestsPerSecond(),
                journey.upAt(),
                requests,
                journey.time(),
                journey.outages(),
                journey.first(),
                journey.moments(),
                journey.limiting(),
                windows,
                journey.targets(),
                journey.lostBy(),
                journey.downBy(),
                journey.worst());
    }

    /** A journey that never failed in 6400 years. */
    static Journey neverDown(Journey journey) {
        Availability all = availability(0, 0, 2.9e-8, Verdict.GOOD, "");
        Estimate unknown = Estimate.notKnown("no outage was seen");
        Estimate zero = estimate(0, 0, 0, Verdict.GOOD, "");
        Spread spread = new Spread(zero, estimate(1, 0.9995, 1, Verdict.GOOD, ""), List.of(), List.of(), List.of());
        return new Journey(
                journey.name(),
                Double.NaN,
                journey.upAt(),
                all,
                all,
                new Outages(
                        estimate(0, 0, 0.00025, Verdict.GOOD, ""),
                        unknown,
                        unknown,
                        unknown,
                        List.of(),
                        List.of(),
                        new Longest(zero, zero),
                        List.of()),
                journey.first(),
                List.of(),
                null,
                List.of(new Window(Amounts.YEAR, 6400, spread, spread, null)),
                journey.targets(),
                Causes.NONE,
                Causes.NONE,
                List.of());
    }
}
