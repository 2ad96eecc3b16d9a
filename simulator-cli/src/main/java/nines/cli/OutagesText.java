package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.reports.Amounts;
import nines.result.Beginning;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Longest;
import nines.result.Miss;
import nines.result.Moment;
import nines.result.Outages;
import nines.result.Quantile;
import nines.result.Reliability;
import nines.result.Spread;
import nines.result.Story;
import nines.result.Verdict;
import nines.result.Window;

/** How one journey fails: how often, how long, how long until the first time, and what a month looks like. */
final class OutagesText {
    private static final double DAY = 86_400;
    private static final int BEGINNINGS = 4;

    private final Journey journey;
    private final int columns;

    private final double horizon;

    /**
     * How a journey fails.
     *
     * @param horizon of one replication, in seconds
     */
    OutagesText(Journey journey, double horizon, int columns) {
        this.journey = journey;
        this.horizon = horizon;
        this.columns = columns;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Outages outages = journey.outages();
        String served = Amounts.promised(journey.upAt());
        say(
                lines,
                "time up",
                Amounts.availability(journey.time().unavailability(), 2) + ", "
                        + Amounts.nines(journey.time().nines())
                        + " nines, where up means at least " + served + " served; down "
                        + Amounts.duration(journey.time().downtimePerYear()) + " a year");
        say(
                lines,
                "outages",
                Amounts.number(outages.perYear()) + " a year"
                        + (outages.mtbf().isKnown() ? ", one every " + Amounts.duration(outages.mtbf()) : ""));
        if (outages.mttr().isKnown()) {
            String percentiles = percentiles(outages.durations());
            say(
                    lines,
                    "they last",
                    Amounts.duration(outages.mttr()) + " on average"
                            + (percentiles.isEmpty() ? "" : "; " + percentiles));
        }
        begun(lines, outages.beginnings());
        longest(lines, outages.longest());
        worst(lines);
        first(lines);
        for (Window window : journey.windows()) {
            window(lines, window);
        }
        for (Moment moment : journey.moments()) {
            moment(lines, moment);
        }
        return lines;
    }

    /** The faults that began them: not what they cost, which is said below. */
    private void begun(List<String> lines, List<Beginning> beginnings) {
        List<String> texts = new ArrayList<>();
        for (Beginning beginning : beginnings.subList(0, Math.min(BEGINNINGS, beginnings.size()))) {
            if (beginning.triggerShare() >= 0.01) {
                texts.add(beginning.root() + " " + Amounts.percent(beginning.triggerShare()));
            }
        }
        if (beginnings.size() > 1 && !texts.isEmpty()) {
            say(lines, "begun by", String.join(", ", texts));
        }
    }

    private void worst(List<String> lines) {
        if (!journey.worst().isEmpty()) {
            Story story = journey.worst().get(0);
            say(
                    lines,
                    "the worst",
                    "lost " + Amounts.duration(story.lost(), 3) + ", begun by " + story.root()
                            + (story.episodes().isEmpty() ? "" : "; --worst 1 tells it step by step"));
        }
    }

    private void first(List<String> lines) {
        Estimate first = journey.first().mttff();
        List<String> texts = new ArrayList<>();
        if (first.isKnown()) {
            texts.add(
                    "after " + Amounts.duration(first).replace("above", "more than") + " on average, when all is new");
        }
        for (Reliability reliability : journey.first().reliability()) {
            Estimate none = reliability.probability();
            if (none.isKnown() && none.value() >= 0.001) {
                texts.add(share(none) + " see none in the first "
                        + (reliability.time() == Amounts.YEAR ? "year" : Amounts.plainDuration(reliability.time())));
            }
        }
        if (!texts.isEmpty()) {
            say(lines, "first one", String.join("; ", texts));
        }
    }

    private void moment(List<String> lines, Moment moment) {
        say(
                lines,
                "at " + Amounts.plainDuration(moment.time()),
                ("up with a chance of " + Amounts.availability(complement(moment.up()), 2)).replace("of above", "above")
                        + "; until then "
                        + Amounts.availability(complement(moment.servedUntil()), 2) + " served, "
                        + Amounts.availability(complement(moment.upUntil()), 2)
                        + " of the time up, no outage with a chance "
                        + ("of " + share(moment.reliability())).replace("of above", "above"));
    }

    /** One minus an estimate of a share. */
    private static Estimate complement(Estimate share) {
        return new Estimate(
                1 - share.value(),
                1 - share.high(),
                1 - share.low(),
                share.level(),
                share.method(),
                share.evidence(),
                share.verdict(),
                share.reason(),
                null);
    }

    private void longest(List<String> lines, Longest longest) {
        if (longest.median().isKnown()
                && longest.p95().verdict() != Verdict.NOT_TRUSTED
                && longest.p95().value() > 0) {
            String half = Amounts.duration(longest.median());
            String twentieth = Amounts.duration(longest.p95());
            say(
                    lines,
                    "the longest",
                    "in " + Amounts.plainDuration(horizon) + " lasts "
                            + (half.equals(twentieth)
                                    ? half + " as a rule"
                                    : "over " + half + " in one case of two, over " + twentieth + " in one of twenty"));
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
        text.append(none > 0 ? share(spread.none()) + " pass" : "none passes").append(" without a lost request");
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

    /** A share; where all were seen, what it is at least. */
    private static String share(Estimate share) {
        return share.value() == 1 && share.hasInterval()
                ? "above " + Amounts.percent(share.low())
                : Amounts.percent(share.value());
    }

    private static String name(double length) {
        if (length == 30 * DAY) {
            return "months";
        }
        return length == 365 * DAY ? "years" : "each " + Amounts.plainDuration(length);
    }

    private void say(List<String> lines, String what, String text) {
        String start = "  " + what + " ".repeat(Math.max(1, 13 - what.length()));
        lines.addAll(Prose.wrapped(start, text, columns));
    }
}
