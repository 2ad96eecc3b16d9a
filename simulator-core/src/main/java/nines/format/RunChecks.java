package nines.format;

import java.util.Map;
import java.util.function.DoublePredicate;
import nines.model.Measure;
import nines.model.RunSettings;
import nines.quantity.Figures;
import org.jspecify.annotations.Nullable;

/** What a run can be asked for. */
final class RunChecks {
    private final Map<String, Spot> spots;
    private final Problems problems;
    private final Unknowns unknowns;

    RunChecks(Map<String, Spot> spots, Problems problems, Unknowns unknowns) {
        this.spots = spots;
        this.problems = problems;
        this.unknowns = unknowns;
    }

    void all(@Nullable Object run, @Nullable Object measure) {
        if (run instanceof RunSettings settings) {
            if (settings.horizon() > Limits.HORIZON) {
                tell("run.horizon", "`horizon` is at most 100,000y. More years come from more replications.");
            }
            Double discard = settings.discard();
            boolean simulated = settings.fidelity() == RunSettings.Fidelity.REQUESTS;
            if (simulated && discard != null && discard >= settings.horizon() && unknowns.isKnown("run.horizon")) {
                tell(
                        "run.discard",
                        "`discard` (" + Figures.duration(discard) + ") must be shorter than the `horizon` ("
                                + Figures.duration(settings.horizon()) + "): nothing would be left to measure.");
            }
            if (!isInside(settings.confidence())) {
                tell("run.confidence", "`confidence` lies between 0% and 100%; no interval is certain. 95% is usual.");
            }
        }
        if (run instanceof RunSettings settings && measure instanceof Measure asked && asked.every() != null) {
            resolution(settings, asked.every());
        }
        if (measure instanceof Measure asked) {
            every(asked.at(), time -> time > 0, "measure.at", "a time in `at` is longer than nothing: 30d.");
            every(asked.windows(), time -> time > 0, "measure.windows", "a window is longer than nothing: 30d.");
            every(
                    asked.percentiles(),
                    RunChecks::isInside,
                    "measure.percentiles",
                    "a percentile lies between 0% and 100%: 99%. The longest of all is told anyway.");
        }
    }

    private void resolution(RunSettings settings, double every) {
        boolean simulated = settings.fidelity() == RunSettings.Fidelity.REQUESTS;
        if (simulated && settings.horizon() / every > Limits.INTERVALS && unknowns.isKnown("run.horizon")) {
            tell(
                    "measure.every",
                    "`every: " + Figures.duration(every) + "` makes more than " + Limits.INTERVALS
                            + " intervals of the `horizon` (" + Figures.duration(settings.horizon())
                            + "). Write a longer one.");
        }
    }

    /** A fidelity that is known and does not run yet. */
    void fidelity(@Nullable Object run) {
        if (run instanceof RunSettings settings
                && settings.fidelity() == RunSettings.Fidelity.TWO_SCALE
                && unknowns.isKnown("run.fidelity")) {
            problems.add(
                    Code.N303,
                    spots.getOrDefault("run.fidelity", Spot.NOWHERE),
                    "run.fidelity",
                    "`fidelity: " + KebabCase.of(settings.fidelity())
                            + "` does not run yet: this version simulates `structural` and `requests`; `structural` is"
                            + " run.");
        }
    }

    private static boolean isInside(double share) {
        return share > 0 && share < 1;
    }

    private void every(Iterable<Double> values, DoublePredicate right, String path, String message) {
        for (double value : values) {
            if (!right.test(value)) {
                tell(path, message);
                return;
            }
        }
    }

    private void tell(String path, String message) {
        if (unknowns.isKnown(path)) {
            problems.add(Code.N126, spots.getOrDefault(path, Spot.NOWHERE), path, message);
        }
    }
}
