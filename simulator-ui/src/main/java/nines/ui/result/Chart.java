package nines.ui.result;

import java.util.ArrayList;
import java.util.List;
import nines.quantity.Figures;
import nines.result.Bin;
import nines.result.Journey;
import nines.result.Miss;
import nines.result.Spread;
import nines.ui.control.Bar;
import nines.ui.control.Percent;

/**
 * What a histogram shows.
 *
 * @param title of the chart
 * @param caption one sentence below the title
 * @param bars from left to right
 * @param lastEdge the upper edge of the last bar
 * @param limit in bars from the left; NaN for none
 * @param limitWords what the limit is
 */
public record Chart(String title, String caption, List<Bar> bars, String lastEdge, double limit, String limitWords) {
    private static final double YEAR = 365 * 86_400.0;
    private static final int MOST_BARS = 12;

    static Chart outages(Journey journey) {
        List<Bin> bins = coarse(journey.outages().durationHistogram());
        return new Chart(
                "How long outages last", outageWords(journey), bars(bins, "of outages"), edge(bins), Double.NaN, "");
    }

    private static String outageWords(Journey journey) {
        double perYear = journey.outages().perYear().value();
        double mttr = journey.outages().mttr().value();
        if (Double.isNaN(perYear) || perYear == 0) {
            return "No outage was seen.";
        }
        String often = perYear >= 1
                ? Figures.number(perYear) + " outages a year"
                : "One outage in " + Figures.number(1 / perYear) + " years";
        return often + (Double.isNaN(mttr) ? "." : ", " + Figures.duration(mttr) + " on average.");
    }

    static Chart years(Journey journey) {
        return journey.window(YEAR)
                .map(window -> {
                    Spread spread = window.requests();
                    List<Bin> bins = coarse(spread.histogram());
                    double allowed = spread.misses().stream()
                            .mapToDouble(Miss::allowedDowntime)
                            .findFirst()
                            .orElse(Double.NaN);
                    return new Chart(
                            "Downtime from year to year",
                            yearWords(spread),
                            bars(bins, "of years"),
                            edge(bins),
                            position(bins, allowed),
                            Double.isNaN(allowed) ? "" : "allowed: " + Figures.duration(allowed));
                })
                .orElseGet(() -> new Chart("", "", List.of(), "", Double.NaN, ""));
    }

    private static String yearWords(Spread spread) {
        double share = spread.none().value();
        String none = Double.isNaN(share)
                ? ""
                : share == 0 ? "Every year has some. " : Percent.of(share) + " of years have none. ";
        return spread.misses().stream()
                .filter(miss -> miss.probability().isKnown())
                .findFirst()
                .map(miss -> none + misses(miss.probability().value()))
                .orElse(none)
                .strip();
    }

    private static String misses(double share) {
        return share == 0 ? "No year seen broke the promise." : Percent.of(share) + " of years break the promise.";
    }

    /** Few enough to be read: neighbours are joined. */
    private static List<Bin> coarse(List<Bin> bins) {
        int by = (bins.size() + MOST_BARS - 1) / MOST_BARS;
        if (by <= 1) {
            return bins;
        }
        var joined = new ArrayList<Bin>();
        for (int from = 0; from < bins.size(); from += by) {
            List<Bin> some = bins.subList(from, Math.min(bins.size(), from + by));
            joined.add(new Bin(
                    some.get(0).from(),
                    some.get(some.size() - 1).to(),
                    some.stream().mapToDouble(Bin::share).sum()));
        }
        return joined;
    }

    private static List<Bar> bars(List<Bin> bins, String of) {
        return bins.stream()
                .map(bin -> new Bar(
                        ShortTime.of(bin.from()),
                        bin.share(),
                        Percent.of(bin.share()) + " " + of + ": " + Figures.duration(bin.from()) + " to "
                                + Figures.duration(bin.to())))
                .toList();
    }

    private static String edge(List<Bin> bins) {
        return bins.isEmpty() ? "" : ShortTime.of(bins.get(bins.size() - 1).to());
    }

    /** Where a value lies, in bars from the left; inside a bar in proportion. */
    private static double position(List<Bin> bins, double value) {
        for (int i = 0; i < bins.size(); i++) {
            Bin bin = bins.get(i);
            if (value >= bin.from() && value < bin.to()) {
                return i + (value - bin.from()) / (bin.to() - bin.from());
            }
        }
        return Double.NaN;
    }
}
