package nines.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nines.experiment.Likeness;
import nines.experiment.Trial;
import nines.quantity.Figures;
import nines.result.Design;
import nines.result.DesignJourney;
import nines.result.Difference;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.JourneyTraffic;
import nines.result.Outcome;
import nines.result.Quantile;
import nines.result.Result;
import nines.result.Shift;
import nines.result.Subject;
import nines.result.Traffic;
import nines.result.Verdict;
import nines.ui.compare.Side.Figure;
import nines.ui.compare.Side.Versus;
import nines.ui.compare.Side.Whisker;
import nines.ui.control.Curve;
import nines.ui.run.KeptRun;
import org.jspecify.annotations.Nullable;

/** Some of the kept runs side by side, one journey at a time; the first of them is what the others are compared with. */
public final class CompareViewModel {
    private static final int SHIFTS = 3;
    private static final int CAUSES = 3;

    private final ReadOnlyObjectWrapper<@Nullable Page> page = new ReadOnlyObjectWrapper<>();
    private List<KeptRun> runs = List.of();

    /**
     * What is shown.
     *
     * @param journey whose figures these are
     * @param journeys that all runs have
     * @param sides one a run
     * @param curves one a run: the share of outages that are longer, over their length
     */
    public record Page(String journey, List<String> journeys, List<Side> sides, List<Curve> curves) {
        public Page {
            journeys = List.copyOf(journeys);
            sides = List.copyOf(sides);
            curves = List.copyOf(curves);
        }
    }

    /** The comparison; null before there is one. */
    public ReadOnlyObjectProperty<@Nullable Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Compares other runs. Without a journey that all of them have there is nothing to see. */
    public void show(List<KeptRun> chosen) {
        runs = List.copyOf(chosen);
        List<String> journeys = journeys();
        if (journeys.isEmpty()) {
            page.set(new Page("", journeys, List.of(), List.of()));
            return;
        }
        String headline = runs.get(0).ran().result().headline();
        turnTo(journeys.contains(headline) ? headline : journeys.get(0));
    }

    /** Shows another journey of the same runs. */
    public void turnTo(String journey) {
        List<String> journeys = journeys();
        if (!journeys.contains(journey)) {
            return;
        }
        var sides = new ArrayList<Side>();
        var curves = new ArrayList<Curve>();
        for (KeptRun run : runs) {
            sides.add(side(run, journey));
            run.ran().result().journey(journey).ifPresent(of -> curves.add(curve(run.name(), of)));
        }
        page.set(new Page(
                journey,
                journeys,
                sides,
                curves.stream().filter(curve -> !curve.points().isEmpty()).toList()));
    }

    private List<String> journeys() {
        return runs.isEmpty()
                ? List.of()
                : names(runs.get(0).ran().result()).stream()
                        .filter(name -> runs.stream()
                                .allMatch(run -> names(run.ran().result()).contains(name)))
                        .toList();
    }

    private static List<String> names(Result result) {
        return result.journeys().stream().map(Journey::name).toList();
    }

    private Side side(KeptRun run, String name) {
        Result result = run.ran().result();
        Journey journey = result.journey(name).orElseThrow();
        Estimate lost = journey.requests().unavailability();
        Estimate down = journey.requests().downtimePerYear();
        boolean isFirst = run.number() == runs.get(0).number();
        return new Side(
                run.name(),
                run.subject(),
                lost.value() > 0 ? Figures.nines(lost.value()) + " nines" : "none lost",
                figures(result, journey),
                new Whisker(down.value(), down.low(), down.high()),
                isFirst ? null : versus(runs.get(0), run, name),
                journey.lostBy().byRoot().stream()
                        .limit(CAUSES)
                        .map(share -> share.name() + ", "
                                + Figures.duration(share.secondsPerYear().value()) + " a year")
                        .toList(),
                isFirst ? List.of() : TextDifference.between(runs.get(0).text(), run.text()));
    }

    private static List<Figure> figures(Result result, Journey journey) {
        var figures = new ArrayList<Figure>();
        Estimate down = journey.requests().downtimePerYear();
        Estimate lost = journey.requests().unavailability();
        figures.add(new Figure(
                "Requests answered",
                known(lost) ? Figures.availability(lost.value()) : "not known",
                lost.hasInterval() && lost.high() < 1
                        ? Figures.availability(lost.high()) + " to " + Figures.availability(Math.max(0, lost.low()))
                        : ""));
        Traffic traffic = result.traffic();
        if (traffic == null) {
            figures.add(duration("Downtime a year", down));
            figures.add(number("Outages a year", journey.outages().perYear()));
            figures.add(duration("Mean outage", journey.outages().mttr()));
        } else {
            traffic.journeys().stream()
                    .filter(each -> each.name().equals(journey.name()))
                    .findFirst()
                    .ifPresent(each -> responses(each, figures));
        }
        figures.add(new Figure("Target", outcome(journey), ""));
        figures.add(new Figure("Replications", Figures.count(result.effort().replications()), settings(result)));
        return figures;
    }

    private static void responses(JourneyTraffic traffic, List<Figure> figures) {
        figures.add(duration("Mean response", traffic.response()));
        for (Quantile quantile : traffic.percentiles()) {
            if (quantile.share() == 0.5 || quantile.share() == 0.95 || quantile.share() == 0.99) {
                figures.add(duration(Figures.number(100 * quantile.share()) + " % respond within", quantile.value()));
            }
        }
        figures.add(new Figure("Goodput", Figures.rate(traffic.goodput().value()), ""));
        figures.add(number("Attempts a request", traffic.attemptsPerRequest()));
    }

    private static String settings(Result result) {
        Subject subject = result.scenario();
        return subject.fidelity() + ", " + Figures.duration(subject.horizon()) + " each, seed " + subject.seed();
    }

    private static String outcome(Journey journey) {
        if (journey.targets().isEmpty()) {
            return "none";
        }
        Outcome outcome = Result.outcome(journey.targets());
        return switch (outcome) {
            case MET -> "met";
            case MISSED -> "missed";
            case NOT_DECIDED -> "not decided";
        };
    }

    private static Figure duration(String name, Estimate estimate) {
        return new Figure(
                name,
                known(estimate) ? Figures.duration(estimate.value()) : "not known",
                estimate.hasInterval() && Double.isFinite(estimate.high())
                        ? Figures.duration(Math.max(0, estimate.low())) + " to " + Figures.duration(estimate.high())
                        : "");
    }

    private static Figure number(String name, Estimate estimate) {
        return new Figure(
                name,
                known(estimate) ? Figures.number(estimate.value()) : "not known",
                estimate.hasInterval() && Double.isFinite(estimate.high())
                        ? Figures.number(Math.max(0, estimate.low())) + " to " + Figures.number(estimate.high())
                        : "");
    }

    private static boolean known(Estimate estimate) {
        return estimate.isKnown();
    }

    /** A difference can be told only between replications that met the same luck. */
    private static Versus versus(KeptRun first, KeptRun run, String journey) {
        String unlike =
                unlike(first.ran().result().scenario(), run.ran().result().scenario());
        Trial ours = run.ran().trial();
        Trial theirs = first.ran().trial();
        if (!unlike.isEmpty() || ours == null || theirs == null) {
            return new Versus(
                    "unknown",
                    "no difference can be told",
                    "",
                    List.of(
                            unlike.isEmpty()
                                    ? "what each replication lost is not known"
                                    : "they did not meet the same luck: another " + unlike));
        }
        Likeness like = run.ran().likeness();
        Likeness first1 = first.ran().likeness();
        boolean identical = like != null && first1 != null && like.isSameAs(first1);
        Design design = ours.as(run.name(), "", List.of(), theirs, identical);
        Optional<Difference> difference = design.journeys().stream()
                .filter(each -> each.name().equals(journey))
                .findFirst()
                .map(DesignJourney::difference);
        return difference
                .map(CompareViewModel::versus)
                .orElse(new Versus("unknown", "no difference can be told", "", List.of()));
    }

    private static String unlike(Subject first, Subject other) {
        if (first.seed() != other.seed()) {
            return "seed";
        } else if (first.horizon() != other.horizon()) {
            return "horizon";
        } else if (!first.fidelity().equals(other.fidelity())) {
            return "fidelity";
        }
        return first.start().equals(other.start()) ? "" : "start";
    }

    private static Versus versus(Difference difference) {
        Estimate lost = difference.lostPerYear();
        String rank = switch (difference.verdict()) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case NOT_DECIDED -> "undecided";
            case IDENTICAL -> "same";
        };
        if (difference.verdict() == Difference.Rank.IDENTICAL) {
            return new Versus(rank, "the same system, the same figures", "", List.of());
        }
        var why = new ArrayList<String>();
        if (lost.verdict() != Verdict.GOOD) {
            why.add((lost.verdict() == Verdict.THIN ? "thin: " : "not trusted: ") + lost.reason());
        }
        difference.shifts().stream()
                .filter(shift -> shift.secondsPerYear() != 0)
                .limit(SHIFTS)
                .map(CompareViewModel::words)
                .forEach(why::add);
        return new Versus(
                rank,
                known(lost) ? "loses " + more(lost.value()) + " a year" : "not known",
                lost.hasInterval() && Double.isFinite(lost.low()) && Double.isFinite(lost.high())
                        ? more(lost.low()) + " to " + more(lost.high())
                        : "",
                why);
    }

    private static String words(Shift shift) {
        return shift.root() + ": " + more(shift.secondsPerYear());
    }

    private static String more(double seconds) {
        return seconds == 0 ? "nothing" : Figures.duration(Math.abs(seconds)) + (seconds > 0 ? " more" : " less");
    }

    /** The share of outages that last longer than a time. */
    private static Curve curve(String name, Journey journey) {
        var points = new ArrayList<Curve.Point>();
        double longer = 1;
        for (var bin : journey.outages().durationHistogram()) {
            if (points.isEmpty() && bin.from() > 0) {
                points.add(new Curve.Point(bin.from(), longer));
            }
            longer -= bin.share();
            if (bin.to() > 0 && Double.isFinite(bin.to())) {
                points.add(new Curve.Point(bin.to(), Math.max(0, longer)));
            }
        }
        return new Curve(name, points);
    }
}
