package nines.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Miss;
import nines.result.Quantile;
import nines.result.Window;

/**
 * A picture with the sentences that say what it shows.
 *
 * @param title what it is
 * @param svg the picture; empty when there is nothing to draw
 * @param caption what it shows, or why there is nothing
 */
record Figure(String title, String svg, String caption) {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 330;

    /**
     * The figures of a journey.
     *
     * @param horizon of one replication, in seconds
     */
    static List<Figure> of(Journey journey, double horizon) {
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Charts.yearOf(journey)
                        .map(window -> downtime(journey, window))
                        .orElseGet(
                                () -> new Figure(
                                        "Downtime from year to year",
                                        "",
                                        "The replications are shorter than a month or a year, so how downtime varies from one to the next is not known.")));
        figures.add(durations(journey, horizon));
        return figures;
    }

    private static Figure downtime(Journey journey, Window window) {
        String title = "Downtime " + Charts.inOne(window.length()) + ", from "
                + (window.length() == Amounts.YEAR ? "year to year" : "window to window");
        String caption = caption(window);
        String svg = Charts.downtime(journey, window, SvgPicture.THEME).isPresent()
                ? SvgPicture.of(
                        theme -> Charts.downtime(journey, window, theme).orElseThrow(), "year", title, WIDTH, HEIGHT)
                : "";
        return new Figure(title, svg, caption);
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
            return new Figure(title, "", none ? "No outage was seen." : "The durations of outages were not recorded.");
        }
        String svg = SvgPicture.of(
                theme -> Charts.outageDurations(journey, theme).orElseThrow(), "outage", title, WIDTH, HEIGHT);
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
        return new Figure(title, svg, text.toString().strip());
    }

    private static Optional<Quantile> at(List<Quantile> quantiles, double share) {
        return quantiles.stream()
                .filter(quantile -> Math.abs(quantile.share() - share) < 1e-9
                        && quantile.value().isKnown())
                .findFirst();
    }
}
