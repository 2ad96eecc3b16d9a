package nines.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.result.DataSafety;
import nines.result.Durability;
import nines.result.Estimate;
import nines.result.Outcome;
import nines.result.Target;
import nines.result.Verdict;

/** Says whether promises about data and recovery are kept: yes or no only when the whole interval says so. */
final class DataJudge {
    private final Layout layout;
    private final Ledger ledger;
    private final Spreads spreads;

    DataJudge(Layout layout, Ledger ledger, Estimator estimator) {
        this.layout = layout;
        this.ledger = ledger;
        spreads = new Spreads(estimator, new Audit(layout, ledger), List.of());
    }

    /** The verdicts on all promises made to one journey. */
    List<Target> of(String journey, List<DataPromise> promises, List<DataSafety> data, List<Durability> stores) {
        List<Target> targets = new ArrayList<>();
        for (DataPromise promise : promises) {
            if (!promise.journey().equals(journey)) {
                continue;
            }
            if (promise.measure() == DataPromise.Measure.DURABILITY) {
                targets.add(durability(promise, data, stores));
            } else {
                ledger.breaches.stream()
                        .filter(each -> each.promise.equals(promise))
                        .forEach(each -> targets.add(byWindow(each)));
            }
        }
        return targets;
    }

    /**
     * A window counts once, however long what it saw: no rare branch weighs more than another, so that the limits of counts hold
     * without an audit of branches.
     */
    private Target byWindow(Breaches seen) {
        DataPromise promise = seen.promise;
        Estimate kept = !seen.applies()
                ? Estimate.notKnown("'" + promise.journey() + "' goes through no database that can lose any")
                : seen.windows == 0
                        ? Estimate.notKnown("the window is longer than the horizon")
                        : Estimator.map(spreads.probability(seen.broken, seen.windows), p -> 1 - p);
        Outcome outcome = outcome(kept, promise.chance());
        String what = "the chance that '" + promise.journey() + "' "
                + (promise.measure() == DataPromise.Measure.RECOVERY
                        ? "is always served again within " + time(promise.value())
                        : "never loses more than " + time(promise.value()) + " of writing")
                + " in a window of " + Judge.days(promise.window());
        return new Target(
                promise.measure().words(),
                promise.value(),
                promise.window(),
                promise.chance(),
                kept,
                outcome,
                sentence(what, kept, promise.chance(), outcome) + mostly(seen) + ".");
    }

    private String mostly(Breaches seen) {
        int cause = seen.foremost();
        return cause < 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; most often broken by %s (%.0f %% of the times)",
                        layout.causes().get(cause).label(),
                        100 * seen.shareOf(cause));
    }

    /** The worst of everything the journey goes through. */
    private Target durability(DataPromise promise, List<DataSafety> data, List<Durability> stores) {
        Estimate worst =
                Estimate.notKnown("'" + promise.journey() + "' goes through nothing that can lose data for good");
        String whose = "data";
        for (Durability store : stores) {
            if (promise.reaches(store.name())) {
                Estimate loss = store.everyLossPerYear();
                if (isWorse(loss, worst)) {
                    worst = loss;
                    whose = "an object of '" + store.name() + "'";
                }
            }
        }
        for (DataSafety each : data) {
            if (promise.reaches(each.name())) {
                Estimate loss = each.lossOfAllPerYear();
                if (isWorse(loss, worst)) {
                    worst = loss;
                    whose = "the data of '" + each.name() + "'";
                }
            }
        }
        Estimate kept = Estimator.map(worst, p -> 1 - p);
        Outcome outcome = outcome(kept, promise.value());
        return new Target(
                promise.measure().words(),
                promise.value(),
                Double.NaN,
                Double.NaN,
                kept,
                outcome,
                sentence("the chance that " + whose + " outlives a year", kept, promise.value(), outcome) + ".");
    }

    private static boolean isWorse(Estimate loss, Estimate than) {
        if (!than.isKnown() || !loss.isKnown()) {
            return !than.isKnown();
        }
        return loss.value() > than.value() || loss.value() == than.value() && loss.high() > than.high();
    }

    private static Outcome outcome(Estimate kept, double wanted) {
        if (!kept.hasInterval() || kept.verdict() == Verdict.NOT_TRUSTED) {
            return Outcome.NOT_DECIDED;
        }
        return kept.low() >= wanted ? Outcome.MET : kept.high() < wanted ? Outcome.MISSED : Outcome.NOT_DECIDED;
    }

    private static String sentence(String what, Estimate kept, double wanted, Outcome outcome) {
        boolean allKept = kept.value() == 1 && kept.hasInterval();
        String found = !kept.isKnown()
                ? "not known"
                : allKept ? "above " + Judge.percent(kept.low()) : Judge.percent(kept.value());
        String verdict = switch (outcome) {
            case MET -> "the whole interval keeps it";
            case MISSED -> "the whole interval misses it";
            case NOT_DECIDED ->
                kept.verdict() == Verdict.NOT_TRUSTED
                        ? "not decided: " + kept.reason()
                        : "not decided, as the interval contains it";
        };
        return what + " is " + found + ", wanted " + Judge.percent(wanted) + ": " + verdict;
    }

    /** {@code 90 s}, {@code 5 min}, {@code 1.5 h}, {@code 2 days}: the largest unit that is whole, or nearly. */
    private static String time(double seconds) {
        double[] units = {86_400, 3600, 60};
        String[] words = {"days", "h", "min"};
        for (int u = 0; u < units.length; u++) {
            double tenths = 10 * seconds / units[u];
            if (tenths >= 10 && tenths == Math.rint(tenths)) {
                return plain(seconds / units[u]) + " " + words[u];
            }
        }
        return seconds > 0 && seconds < 1 ? plain(1000 * seconds) + " ms" : plain(seconds) + " s";
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
