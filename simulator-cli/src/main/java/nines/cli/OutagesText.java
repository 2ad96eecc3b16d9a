package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Longest;
import nines.result.Miss;
import nines.result.Outages;
import nines.result.Quantile;
import nines.result.Spread;
import nines.result.Verdict;
import nines.result.Window;

/** How one journey fails: how often, how long, how long until the first time, and what a month looks like. */
final class OutagesText {
    private static final double DAY = 86_400;

    private final Journey journey;
    private final int columns;

    OutagesText(Journey journey, int columns) {
        this.journey = journey;
        this.columns = columns;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Outages outages = journey.outages();
        String served = Amounts.promised(journey.upAt());
        say(
                lines,
                "time up",
                Amounts.availability(journey.time().unavailability()) + ", "
                        + Amounts.nines(journey.time().nines())
                        + " nines, where up means at least " + served + " served; down "
                        + Amounts.duration(journey.time().downtimePerYear()) + " a year");
        say(lines, "outages", Amounts.number(outages.perYear()) + " a year");
        if (outages.mttr().isKnown()) {
            String percentiles = percentiles(outages.durations());
            say(
                    lines,
                    "they last",
                    Amounts.duration(outages.mttr()) + " on average"
                            + (percentiles.isEmpty() ? "" : "; " + percentiles));
        }
        longest(lines, outages.longest());
        Estimate first = journey.first().mttff();
        if (first.isKnown()) {
            say(lines, "first one", "after " + Amounts.duration(first) + " on average, when all is new");
        }
        for (Window window : journey.windows()) {
            window(lines, window);
        }
        return lines;
    }

    private void longest(List<String> lines, Longest longest) {
        if (longest.median().isKnown()
                && longest.p95().verdict() != Verdict.NOT_TRUSTED
                && longest.p95().value() > 0) {
            say(
                    lines,
                    "the longest",
                    "of a horizon: " + Amounts.duration(longest.median()) + " in half of them, more than "
                            + Amounts.duration(longest.p95()) + " in one of twenty");
        }
    }

    private static String percentiles(List<Quantile> durations) {
        List<String> texts = new ArrayList<>();
        for (Quantile quantile : durations) {
            if (quantile.value().isKnown() && quantile.share() <= 0.99) {
                texts.add(
                        quantile.share() == 0.5
                                ? "half of them under " + Amounts.duration(quantile.value())
                                : Amounts.promised(quantile.share()) + " under " + Amounts.duration(quantile.value()));
            }
        }
        return String.join(", ", texts);
    }

    private void window(List<String> lines, Window window) {
        Spread spread = window.requests();
        if (!spread.none().isKnown()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        double none = spread.none().value();
        text.append(none > 0 ? Amounts.percent(none) + " pass" : "none passes").append(" without a lost request");
        spread.quantiles().stream()
                .filter(quantile -> quantile.share() == 0.95 && quantile.value().value() > 0)
                .forEach(quantile -> text.append("; 95 % lose under ").append(Amounts.duration(quantile.value())));
        for (Miss miss : spread.misses()) {
            if (miss.probability().isKnown()) {
                double broken = miss.probability().value();
                text.append("; ")
                        .append(broken > 0 ? Amounts.percent(broken) + " break " : "none breaks ")
                        .append(Amounts.promised(miss.target()));
            }
        }
        say(lines, name(window.length()), text.toString());
    }

    private static String name(double length) {
        if (length == 30 * DAY) {
            return "months";
        }
        return length == 365 * DAY ? "years" : "each " + Amounts.given(length);
    }

    private void say(List<String> lines, String what, String text) {
        String start = "  " + what + " ".repeat(Math.max(1, 13 - what.length()));
        lines.addAll(Prose.wrapped(start, text, columns));
    }
}
