package nines.reports;

import java.util.ArrayList;
import java.util.List;
import nines.result.Estimate;
import nines.result.Failure;
import nines.result.Journey;
import nines.result.JourneyTraffic;
import nines.result.Outcome;
import nines.result.Quantile;
import nines.result.Result;
import nines.result.Target;
import nines.result.Traffic;
import nines.result.Verdict;
import org.jspecify.annotations.Nullable;

/** The answer where single requests were simulated: how many were answered, and how fast. Hours are no years, and it says so. */
final class TrafficAnswer {
    private static final double P99 = 0.99;

    private final Result result;
    private final Journey journey;
    private final JourneyTraffic seen;
    private final double measuredFrom;
    private final @Nullable Estimate p99;

    private TrafficAnswer(Result result, JourneyTraffic seen, double measuredFrom) {
        this.result = result;
        this.seen = seen;
        this.measuredFrom = measuredFrom;
        journey = result.answer();
        p99 = seen.percentiles().stream()
                .filter(quantile -> Math.abs(quantile.share() - P99) < 1e-9)
                .map(Quantile::value)
                .filter(Estimate::isKnown)
                .findFirst()
                .orElse(null);
    }

    /** The answer about the headline; nothing where its requests were not told. */
    static @Nullable Answer of(Result result, Traffic traffic) {
        return traffic.journeys().stream()
                .filter(each -> each.name().equals(result.headline()))
                .findFirst()
                .map(seen -> new TrafficAnswer(result, seen, traffic.measuredFrom()).answer())
                .orElse(null);
    }

    private Answer answer() {
        Estimate loss = journey.requests().unavailability();
        List<Target> targets = new ArrayList<>(seen.targets());
        targets.addAll(journey.targets());
        boolean trusted = loss.verdict() != Verdict.NOT_TRUSTED;
        return new Answer(
                manager(targets),
                cause(),
                statistician(),
                trusted ? "" : "About years this says nothing: " + loss.reason() + ".",
                trusted,
                targets.stream().map(Promise::of).toList(),
                tiles(),
                "Small figures are intervals. Percentiles are of the requests that succeeded.");
    }

    private String manager(List<Target> targets) {
        String name = "“" + journey.name() + "”";
        StringBuilder text = new StringBuilder("In ").append(simulated()).append(" of traffic ");
        text.append(
                seen.failed() == 0
                        ? "none of " + Amounts.count(seen.offered()) + " requests of " + name + " failed"
                        : name + " failed " + Amounts.smallPercent(failed()) + " of its requests");
        if (p99 != null) {
            text.append(", and 99 of 100 answers took less than ").append(Amounts.duration(p99));
        }
        long missed = targets.stream()
                .filter(target -> target.outcome() == Outcome.MISSED)
                .count();
        return text + (missed > 0 ? "; " + missed + " of " + targets.size() + " promises are broken." : ".");
    }

    private String simulated() {
        double each = result.scenario().horizon() - measuredFrom;
        return Amounts.duration(each * result.effort().replications(), 2);
    }

    private double failed() {
        return seen.offered() > 0 ? (double) seen.failed() / seen.offered() : Double.NaN;
    }

    private String cause() {
        if (seen.failures().isEmpty()) {
            return "";
        }
        Failure first = seen.failures().get(0);
        return "Most of those that failed: " + first.cause() + ", " + Amounts.count(first.requests()) + " requests.";
    }

    private String statistician() {
        Estimate loss = journey.requests().unavailability();
        StringBuilder text = new StringBuilder("Share of requests lost: ")
                .append(loss.isKnown() ? Amounts.scientific(loss.value(), 3) : Amounts.NOT_KNOWN);
        if (loss.hasInterval()) {
            text.append(", ")
                    .append(Amounts.percent(loss.level()))
                    .append(" interval ")
                    .append(Amounts.scientific(loss.low(), 3))
                    .append(" to ")
                    .append(Amounts.scientific(loss.high(), 3))
                    .append(" (")
                    .append(loss.method())
                    .append(')');
        } else {
            text.append(", without an interval");
        }
        text.append("; ")
                .append(Amounts.count(seen.offered()))
                .append(" requests offered, ")
                .append(Amounts.count(seen.succeeded()))
                .append(" succeeded, ")
                .append(Amounts.count(seen.failed()))
                .append(" failed, in ")
                .append(Amounts.count(result.effort().replications()))
                .append(" independent replications of ")
                .append(Amounts.plainDuration(result.scenario().horizon()))
                .append('.');
        if (p99 != null) {
            text.append(" p99 ").append(Amounts.duration(p99));
            text.append(
                    p99.hasInterval()
                            ? ", interval " + Amounts.durations(p99) + " (" + p99.method() + ")."
                            : ", without an interval: " + p99.reason() + ".");
        }
        return text.toString();
    }

    private List<Answer.Tile> tiles() {
        List<Answer.Tile> tiles = new ArrayList<>();
        tiles.add(new Answer.Tile(
                "requests failed",
                seen.failed() == 0 ? "none seen" : Amounts.smallPercent(failed()),
                Amounts.count(seen.failed()) + " of " + Amounts.count(seen.offered())));
        if (p99 != null) {
            tiles.add(new Answer.Tile("99 % answered in", Amounts.duration(p99), Amounts.durations(p99)));
        }
        tiles.add(new Answer.Tile(
                "mean response", Amounts.duration(seen.response()), Amounts.durations(seen.response())));
        tiles.add(new Answer.Tile(
                "answered in time",
                Amounts.number(seen.goodput()) + "/s",
                "of " + Amounts.number(seen.offeredPerSecond()) + "/s offered"));
        return tiles;
    }
}
