package nines.ui.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import nines.quantity.Figures;
import nines.result.Effort;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Traffic;
import nines.ui.control.Percent;
import org.jspecify.annotations.Nullable;

/** A result, ready to be read: one journey at a time, answer first. */
public final class ResultViewModel {
    private final ReadOnlyObjectWrapper<@Nullable Result> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable JourneyPage> page = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable CauseRow> cause = new SimpleObjectProperty<>();

    /**
     * What is said about one journey.
     *
     * @param journey its name
     * @param answer first
     * @param causes largest first
     * @param facts more figures
     * @param charts histograms that have something to show
     */
    public record JourneyPage(
            String journey, Answer answer, List<CauseRow> causes, List<Fact> facts, List<Chart> charts) {
        public JourneyPage {
            causes = List.copyOf(causes);
            facts = List.copyOf(facts);
            charts = List.copyOf(charts);
        }
    }

    public ReadOnlyObjectProperty<@Nullable Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable JourneyPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** The cause picked by the user; null for none. */
    public ObjectProperty<@Nullable CauseRow> causeProperty() {
        return cause;
    }

    /** Shows another result, at its headline; null clears. */
    public void show(@Nullable Result next) {
        cause.set(null);
        result.set(next);
        if (next == null) {
            page.set(null);
        } else {
            turnTo(next.headline());
        }
    }

    public List<String> journeys() {
        Result shown = result.get();
        return shown == null
                ? List.of()
                : shown.journeys().stream().map(Journey::name).toList();
    }

    /** Shows another journey of the same result. */
    public void turnTo(String journey) {
        Result shown = result.get();
        if (shown == null) {
            return;
        }
        shown.journey(journey).ifPresent(found -> {
            cause.set(null);
            page.set(new JourneyPage(
                    found.name(),
                    Answer.of(found),
                    CauseRows.of(found.lostBy(), shown),
                    facts(shown, found),
                    List.of(Chart.outages(found), Chart.years(found)).stream()
                            .filter(chart -> !chart.bars().isEmpty())
                            .toList()));
        });
    }

    /** Picks a cause, or lets go of it when it was picked already. */
    public void pick(CauseRow row) {
        cause.set(row.equals(cause.get()) ? null : row);
    }

    /** Picks the largest cause that a component or place has; none when it has none. */
    public void pickPart(String part) {
        JourneyPage shown = page.get();
        cause.set(
                shown == null
                        ? null
                        : shown.causes().stream()
                                .filter(row -> row.part().equals(part))
                                .findFirst()
                                .orElse(null));
    }

    /** The share of the losses that each part causes, in words, for the drawing. */
    public Map<String, String> shares() {
        var shares = new LinkedHashMap<String, Double>();
        JourneyPage shown = page.get();
        if (shown != null) {
            shown.causes().forEach(row -> shares.merge(row.part(), row.share(), Double::sum));
        }
        var words = new LinkedHashMap<String, String>();
        shares.forEach((part, share) -> {
            if (share >= 0.0005) {
                words.put(part, Percent.of(share));
            }
        });
        return words;
    }

    /** What the run cost and whether it ended early. */
    public String effort() {
        Result shown = result.get();
        if (shown == null) {
            return "";
        }
        Effort effort = shown.effort();
        String why = switch (effort.stoppedBecause()) {
            case PRECISION -> "precise to " + Figures.share(effort.precisionReached());
            case REPLICATIONS -> "as many as asked for";
            case WALL_CLOCK -> "out of time: precise to " + Figures.share(effort.precisionReached());
            case INTERRUPTED -> "stopped by you";
        };
        String text = Figures.count(effort.replications()) + " replications, " + Figures.count(effort.simulatedYears())
                + " simulated years in " + Figures.duration(effort.wallSeconds()) + "; " + why + ". Seed "
                + shown.scenario().seed() + ".";
        return text.replace(" %", "\u00a0%");
    }

    private static List<Fact> facts(Result result, Journey journey) {
        Traffic traffic = result.traffic();
        if (traffic != null) {
            return Stream.concat(
                            TrafficFacts.of(traffic, journey.name()).stream(), TrafficFacts.stations(traffic).stream())
                    .toList();
        }
        return List.of(
                Fact.availability("Share of time up", journey.time().unavailability()),
                Fact.number("Outages a year", journey.outages().perYear()),
                Fact.duration("Mean outage", journey.outages().mttr()),
                Fact.duration("Mean time between outages", journey.outages().mtbf()),
                Fact.duration("Mean time to the first outage", journey.first().mttff()));
    }
}
