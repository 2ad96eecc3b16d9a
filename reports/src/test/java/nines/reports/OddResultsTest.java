package nines.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nines.result.Bin;
import nines.result.Cause;
import nines.result.Causes;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Spread;
import nines.result.Verdict;
import nines.result.Window;
import org.junit.jupiter.api.Test;

/** Pages of results that are not as one wishes. */
class OddResultsTest {
    @Test
    void whereNoOutageWasSeenThePageTellsBounds() {
        Result result = Samples.with(Samples::neverDown);
        assertThat(HtmlReport.text(result))
                .contains(
                        "In 6400 simulated years “order” lost nothing; with 95 % confidence it loses less than 910 ms a year")
                .contains("above 7.5", "above 99.9999971 %", "less than one in 4000 y", "No outage was seen.")
                .contains("None of the simulated years had any downtime.", "Nothing was lost")
                .doesNotContain("NaN", "Infinity", "<svg");
    }

    @Test
    void whatIsNotTrustedIsSaidBeforeAnyNumber() {
        String page = HtmlReport.text(Samples.with(journey -> Samples.withRequests(
                journey,
                Samples.availability(3e-3, 2e-3, 5e-3, Verdict.NOT_TRUSTED, "2.1 expected visits"),
                List.of())));
        assertThat(page)
                .contains("Do not decide on this run: it saw “order” lose about 26 h a year")
                .contains("Not to be trusted: 2.1 expected visits.", "shorter than a month or a year");
        assertThat(page.indexOf("Not to be trusted")).isLessThan(page.indexOf("class=\"tiles\""));
    }

    @Test
    void hugeAndTinyNumbersStayReadable() {
        for (double loss : new double[] {1e-18, 3.1e-13, 0.37, 1}) {
            String page = HtmlReport.text(Samples.with(journey -> Samples.withRequests(
                    journey,
                    Samples.availability(loss, loss / 2, Math.min(1, loss * 2), Verdict.THIN, "few"),
                    journey.windows())));
            assertThat(page).doesNotContain("NaN", "Infinity", "E-");
        }
        assertThat(Amounts.availability(3.1e-13, 2)).isEqualTo("99.999999999969 %");
    }

    @Test
    void aNumberNobodyKnowsIsNotShownAsOne() {
        assertThat(HtmlReport.text(Samples.with(journey -> Samples.withRequests(
                        journey,
                        Samples.availability(
                                Double.NaN, Double.NaN, Double.NaN, Verdict.NOT_TRUSTED, "no replication ended"),
                        List.of()))))
                .contains("This run cannot tell how long “order” is down: no replication ended.")
                .doesNotContain("NaN");
    }

    @Test
    void manyCausesAreSummedUpAndStillAddUp() {
        List<Cause> cells = new java.util.ArrayList<>();
        for (int root = 0; root < 40; root++) {
            for (int stage = 0; stage < 9; stage++) {
                cells.add(new Cause("root " + root, "part", "stage " + stage, 1.0 / (1 + root + stage)));
            }
        }
        double total = cells.stream().mapToDouble(Cause::secondsPerYear).sum();
        CauseTable table = Page.of(Samples.with(
                        journey -> withCauses(journey, new Causes(total, cells, List.of(), List.of(), List.of()))))
                .causes();
        assertThat(table.rows()).hasSize(12);
        assertThat(table.rows().get(11).name()).isEqualTo("29 other roots");
        assertThat(table.stages()).hasSize(7).last().isEqualTo("3 other stages");
        assertThat(table.sums()).last().isEqualTo("100.0 %");
    }

    private static Journey withCauses(Journey journey, Causes causes) {
        return new Journey(
                journey.name(),
                journey.requestsPerSecond(),
                journey.upAt(),
                journey.requests(),
                journey.time(),
                journey.outages(),
                journey.first(),
                journey.moments(),
                journey.limiting(),
                journey.windows(),
                journey.targets(),
                causes,
                causes,
                journey.worst());
    }

    @Test
    void aBarAcrossThePromiseIsSplitByWhatIsKnownOfEachSide() {
        Journey order = Samples.example().answer();
        Window year = Charts.yearOf(order).orElseThrow();
        var plot = Charts.downtime(order, year, SvgPicture.THEME).orElseThrow().getXYPlot();
        var bars = plot.getDataset();
        assertThat(bars.getItemCount(1)).isEqualTo(1);
        // 3.1 % of years break the promise; all bars together are all years.
        assertThat(bars.getYValue(1, 0)).isEqualTo(0.031);
        double sum = bars.getYValue(1, 0);
        for (int item = 0; item < bars.getItemCount(0); item++) {
            sum += bars.getYValue(0, item);
        }
        assertThat(sum).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void histogramsWithOpenEndsAreDrawn() {
        Journey order = Samples.example().answer();
        Window year = Charts.yearOf(order).orElseThrow();
        Spread open = new Spread(
                year.requests().mean(),
                Samples.estimate(0, 0, 0.01, Verdict.GOOD, ""),
                year.requests().quantiles(),
                List.of(new Bin(0, 1e-6, 0.2), new Bin(1e-6, 1e9, 0), new Bin(1e9, Double.POSITIVE_INFINITY, 0.8)),
                List.of());
        Window window = new Window(Amounts.YEAR, 10, open, open, null);
        assertThat(HtmlReport.text(
                        Samples.with(journey -> Samples.withRequests(journey, journey.requests(), List.of(window)))))
                .contains(">1 y<", ">share of years<")
                .doesNotContain("NaN", "Infinity");
    }
}
