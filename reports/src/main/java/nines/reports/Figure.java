package nines.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nines.result.Estimate;
import nines.result.Heat;
import nines.result.Journey;
import nines.result.JourneySeries;
import nines.result.JourneyTraffic;
import nines.result.Miss;
import nines.result.Quantile;
import nines.result.Series;
import nines.result.Traffic;
import nines.result.Window;
import org.jspecify.annotations.Nullable;

/**
 * A picture with the sentences that say what it shows.
 *
 * @param title what it is
 * @param drawing the picture; null when there is nothing to draw
 * @param caption what it shows, or why there is nothing
 */
record Figure(String title, @Nullable Drawing drawing, String caption) {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 330;
    /** Journeys that are drawn over time. */
    private static final int OVER_TIME = 3;

    private static final double MONTH = 30 * 86_400.0;

    /** The picture to stand in a page; empty when there is none. */
    String svg() {
        return drawing == null ? "" : SvgPicture.of(drawing);
    }

    /**
     * The figures of a journey.
     *
     * @param horizon of one replication, in seconds
     */
    static List<Figure> of(Journey journey, double horizon) {
        List<Figure> figures = new ArrayList<>();
        Optional<Window> year = Charts.yearOf(journey);
        figures.add(
                year.map(window -> downtime(journey, window, "year"))
                        .orElseGet(
                                () -> new Figure(
                                        "Downtime from year to year",
                                        null,
                                        "The replications are shorter than a month or a year, so how downtime varies from one to the next is not known.")));
        journey.window(MONTH)
                .filter(month -> year.isPresent() && year.get().length() != MONTH)
                .ifPresent(month -> figures.add(downtime(journey, month, "month")));
        figures.add(durations(journey, horizon));
        journey.windows().stream()
                .filter(window -> !window.budget().isEmpty())
                .forEach(window -> budget(window).ifPresent(figures::add));
        return figures;
    }

    /** The figures of what was seen of single requests. */
    static List<Figure> of(Traffic traffic) {
        List<Figure> figures = new ArrayList<>();
        int number = 0;
        for (JourneyTraffic journey : traffic.journeys()) {
            number++;
            String title = "How long “" + journey.name() + "” takes to answer";
            if (MoreCharts.responses(journey, SvgPicture.THEME).isPresent()) {
                figures.add(new Figure(
                        title,
                        Drawing.of(
                                "response-" + number,
                                title,
                                WIDTH,
                                HEIGHT,
                                theme -> MoreCharts.responses(journey, theme).orElseThrow()),
                        "Each further nine takes the same way to the right; the band is the interval of each percentile. Of"
                                + " requests that succeeded."));
            }
        }
        Series series = traffic.series();
        if (series != null) {
            for (int i = 0; i < Math.min(OVER_TIME, series.journeys().size()); i++) {
                overTime(series, series.journeys().get(i), i + 1, traffic.measuredFrom(), figures);
            }
        }
        return figures;
    }

    private static void overTime(
            Series series, JourneySeries journey, int number, double measuredFrom, List<Figure> figures) {
        String stretch = Amounts.plainDuration(series.width());
        String rates = "Requests of “" + journey.name() + "” over time";
        if (SeriesCharts.requests(journey, series, measuredFrom, SvgPicture.THEME)
                .isPresent()) {
            figures.add(new Figure(
                    rates,
                    Drawing.of(
                            "rates-" + number,
                            rates,
                            WIDTH,
                            HEIGHT,
                            theme -> SeriesCharts.requests(journey, series, measuredFrom, theme)
                                    .orElseThrow()),
                    "Thin: offered; thick: answered rightly and in time"
                            + (SeriesCharts.hasFailures(journey)
                                    ? "; dashed: failed, the worst moment of each stretch"
                                    : "")
                            + ". Replications pooled, in stretches of " + stretch + "."));
        }
        String times = "Response times of “" + journey.name() + "” over time";
        if (SeriesCharts.responses(journey, series, measuredFrom, SvgPicture.THEME)
                .isPresent()) {
            figures.add(new Figure(
                    times,
                    Drawing.of(
                            "times-" + number,
                            times,
                            WIDTH,
                            HEIGHT,
                            theme -> SeriesCharts.responses(journey, series, measuredFrom, theme)
                                    .orElseThrow()),
                    "Thick: the median; dashed: 99 of 100 are faster. Of answers given in each stretch of " + stretch
                            + "."));
        }
        Heat heat = journey.heat();
        if (heat != null && heat.columns().size() > 2) {
            String map = "How fast “" + journey.name() + "” is answered, and when";
            figures.add(new Figure(
                    map,
                    HeatDrawing.of("heat-" + number, map, heat),
                    "The deeper a field, the more of the answers of its moment took so long; columns of "
                            + Amounts.plainDuration(heat.width()) + "."));
        }
    }

    private static Optional<Figure> budget(Window window) {
        String length = window.length() == Amounts.YEAR ? "year" : "month";
        String title = "The error budget over a " + length;
        return MoreCharts.strictest(window)
                .filter(miss -> MoreCharts.budget(window, SvgPicture.THEME).isPresent())
                .map(
                        miss -> new Figure(
                                title,
                                Drawing.of(
                                        "budget",
                                        title,
                                        WIDTH,
                                        HEIGHT,
                                        theme ->
                                                MoreCharts.budget(window, theme).orElseThrow()),
                                "A promise of " + Amounts.promised(miss.target()) + " leaves a budget of "
                                        + Amounts.duration(miss.allowedDowntime(), 2) + " a " + length
                                        + ". The line is the typical " + length + ", the dark band holds half of the "
                                        + length
                                        + "s, the light one nine in ten. What leaves at the bottom is overspent by its whole."));
    }

    private static Figure downtime(Journey journey, Window window, String id) {
        String title = "Downtime " + Charts.inOne(window.length()) + ", from "
                + (window.length() == Amounts.YEAR
                        ? "year to year"
                        : window.length() == MONTH ? "month to month" : "window to window");
        boolean drawn = Charts.downtime(journey, window, SvgPicture.THEME).isPresent();
        return new Figure(
                title,
                drawn
                        ? Drawing.of(
                                id,
                                title,
                                WIDTH,
                                HEIGHT,
                                theme -> Charts.downtime(journey, window, theme).orElseThrow())
                        : null,
                caption(window));
    }

    private static String caption(Window window) {
        String windows = Charts.windows(window.length());
        Estimate none = window.requests().none();
        StringBuilder text = new StringBuilder();
        if (none.value() >= 1) {
            text.append("None of the simulated ").append(windows).append(" had any downtime.");
        } else if (none.value() > 0) {
            text.append(Amounts.percent(none.value()))
                    .append(" of ")
                    .append(windows)
                    .append(" have no downtime at all.");
        } else if (none.value() == 0) {
            text.append("All of the simulated ").append(windows).append(" had some downtime.");
        }
        at(window.requests().quantiles(), 0.5)
                .filter(half -> half.value().value() > 0)
                .ifPresent(half -> text.append(" Half of the ")
                        .append(windows)
                        .append(" stay below ")
                        .append(Amounts.duration(half.value()))
                        .append('.'));
        at(window.requests().quantiles(), 0.95)
                .filter(most -> most.value().value() > 0)
                .ifPresent(most -> text.append(" 95 % of them stay below ")
                        .append(Amounts.duration(most.value()))
                        .append('.'));
        for (Miss miss : window.requests().misses()) {
            text.append(" A promise of ")
                    .append(Amounts.promised(miss.target()))
                    .append(" allows ");
            text.append(Amounts.duration(miss.allowedDowntime(), 2)).append(" and is broken in ");
            Estimate chance = miss.probability();
            if (!chance.isKnown()) {
                text.append("a share of ").append(windows).append(" that is not known.");
            } else if (chance.value() == 0) {
                text.append("none of the simulated ").append(windows);
                text.append(
                        chance.hasInterval() ? " (at most " + Amounts.number(100 * chance.high(), 2) + " %)." : ".");
            } else {
                text.append(Amounts.percent(chance.value()))
                        .append(" of ")
                        .append(windows)
                        .append('.');
            }
        }
        return text.toString().strip();
    }

    private static Figure durations(Journey journey, double horizon) {
        String title = "How long outages last";
        if (Charts.outageDurations(journey, SvgPicture.THEME).isEmpty()) {
            boolean none = journey.outages().perYear().value() == 0;
            return new Figure(
                    title, null, none ? "No outage was seen." : "The durations of outages were not recorded.");
        }
        Drawing drawing = Drawing.of(
                "outage",
                title,
                WIDTH,
                HEIGHT,
                theme -> Charts.outageDurations(journey, theme).orElseThrow());
        StringBuilder text = new StringBuilder();
        at(journey.outages().durations(), 0.5)
                .ifPresent(half -> text.append("Half of the outages last at most ")
                        .append(Amounts.duration(half.value()))
                        .append('.'));
        at(journey.outages().durations(), 0.95)
                .ifPresent(most -> text.append(" 95 % last at most ")
                        .append(Amounts.duration(most.value()))
                        .append('.'));
        Estimate longest = journey.outages().longest().median();
        if (longest.isKnown() && longest.value() > 0) {
            text.append(" The longest in ")
                    .append(Amounts.plainDuration(horizon))
                    .append(" is typically ")
                    .append(Amounts.duration(longest))
                    .append('.');
        }
        return new Figure(title, drawing, text.toString().strip());
    }

    private static Optional<Quantile> at(List<Quantile> quantiles, double share) {
        return quantiles.stream()
                .filter(quantile -> Math.abs(quantile.share() - share) < 1e-9
                        && quantile.value().isKnown())
                .findFirst();
    }
}
