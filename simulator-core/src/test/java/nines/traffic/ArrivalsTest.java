package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nines.layout.Layout;
import nines.layout.NotLaidOut;
import nines.result.Estimate;
import org.junit.jupiter.api.Test;

/** How many requests come, and how unevenly, against closed forms; every bound is five standard errors (1 in 1.7 million). */
class ArrivalsTest {
    private static final double SIGMAS = 5;

    /** Requests offered in the first seconds of each of many replications. */
    private static double[] counts(String traffic, String events, double seconds, int replications) {
        Replicator replicator = new Replicator(Layout.withRequests(Files.read(
                "components: { s: { kind: server, workers: 1000 } }",
                "journeys: { visit: { through: s } }",
                "traffic: { clients: { " + traffic + " } }",
                events)));
        Journal journal = replicator.newJournal(0);
        double[] counts = new double[replications];
        for (int r = 0; r < replications; r++) {
            assertThat(replicator.run(3, r, 0, seconds, journal, Replicator.Stop.never()))
                    .isTrue();
            counts[r] = journal.offered[0];
        }
        return counts;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }

    /**
     * The variance of the count of a process that switches between two rates (Fischer and Meier-Hellstern 1993): m T + 2 p (1 −
     * p) (r1 − r0)² (T / s − (1 − e^(−sT)) / s²), with s the sum of the switching rates.
     */
    @Test
    void burstsKeepTheMeanAndSpreadTheCountsAsTheFormulaSays() {
        double rate = 50;
        double share = 0.2;
        double high = 3 * rate;
        double low = (1 - 3 * share) / (1 - share) * rate;
        double time = 4;
        double switching = 1 / 2.0 + 1 / (2.0 * (1 - share) / share);
        double spread = 2
                * share
                * (1 - share)
                * (high - low)
                * (high - low)
                * (time / switching + Math.expm1(-switching * time) / (switching * switching));
        double exact = rate * time + spread;
        int n = 6000;
        double[] counts = counts("rate: 50/s, bursts: { load: 3x, share: 20%, mean: 2s }", "", time, n);
        assertThat(mean(counts)).isCloseTo(rate * time, within(SIGMAS * Math.sqrt(exact / n)));
        // The spread of a variance is at most that of an exponential's here: a fourth moment of 9.
        assertThat(variance(counts)).isCloseTo(exact, within(SIGMAS * exact * Math.sqrt(8.0 / n)));
        assertThat(exact).isGreaterThan(20 * rate * time);
    }

    /** With all of the load in bursts nothing comes between them. */
    @Test
    void nothingNeedComeBetweenBursts() {
        double[] counts = counts("rate: 50/s, bursts: { load: 5x, share: 20%, mean: 2s }", "", 1, 3000);
        int none = 0;
        for (double count : counts) {
            none += count == 0 ? 1 : 0;
        }
        // Calm at the start, and for a second more: 0.8 e^(-1/8); short bursts add next to nothing.
        assertThat(none / 3000.0).isBetween(0.8 * StrictMath.exp(-0.125) - 0.04, 0.8 * StrictMath.exp(-0.125) + 0.04);
    }

    /** An hour at 1/s, of which ten minutes at 5/s: 3600 + 4 · 600 requests. */
    @Test
    void aSurgeMultipliesTheRateWhileItLasts() {
        double[] counts =
                counts("rate: 1/s", "events: { sale: { at: 20min, surge: clients, load: 5x, for: 10min } }", 3600, 300);
        assertThat(mean(counts)).isCloseTo(6000, within(SIGMAS * Math.sqrt(6000 / 300.0)));
        assertThat(variance(counts)).isCloseTo(6000, within(SIGMAS * 6000 * Math.sqrt(2 / 299.0)));
    }

    /** A strike of the clients: a load of nothing, and then as before. */
    @Test
    void aSurgeMayBeAStandstill() {
        double[] counts = counts(
                "arrivals: fixed 2s", "events: { strike: { at: 11s, surge: clients, load: 0x, for: 100s } }", 121, 2);
        // At 2, 4, … 10 s; one second of the gap is left at 111 s: 112, 114, … 120 s.
        assertThat(counts).containsOnly(5 + 5);
    }

    /** A triangle from nothing to 4/s and back in an hour brings 7200, an eighth of them in the first quarter of an hour. */
    @Test
    void aProfileIsFollowed() {
        String profile = "profile: [ { at: 0s, rate: 0/s }, { at: 30min, rate: 4/s }, { at: 60min, rate: 0/s } ]";
        double[] hour = counts(profile, "", 3600, 100);
        assertThat(mean(hour)).isCloseTo(7200, within(SIGMAS * Math.sqrt(7200 / 100.0)));
        double[] start = counts(profile, "", 900, 400);
        assertThat(mean(start)).isCloseTo(900, within(SIGMAS * Math.sqrt(900 / 400.0)));
    }

    /** The von Mises day with its peak at 15 h, three times the mean: the count of the first hour, near its trough. */
    @Test
    void aDayHasItsPeak() {
        double[] day = counts("rate: 0.2/s, day-peak: 3x", "", 86_400, 40);
        assertThat(mean(day)).isCloseTo(17_280, within(SIGMAS * Math.sqrt(17_280 / 40.0)));
        double[] night = counts("rate: 0.2/s, day-peak: 3x", "", 3600, 100);
        assertThat(mean(night)).isLessThan(0.2 * 720);
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        assertThatThrownBy(() -> counts("rate: 1/s, bursts: { load: 6x, share: 20%, mean: 2s }", "", 1, 1))
                .isInstanceOf(NotLaidOut.class)
                .hasMessageContaining("at most 100 %");
        assertThatThrownBy(() -> counts("arrivals: fixed 2s, day-peak: 2x", "", 1, 1))
                .isInstanceOf(NotLaidOut.class)
                .hasMessageContaining("poisson");
        assertThatThrownBy(() ->
                        counts("users: 3", "events: { sale: { at: 1s, surge: clients, load: 5x, for: 1s } }", 1, 1))
                .isInstanceOf(NotLaidOut.class)
                .hasMessageContaining("closed loop");
    }

    /** A fault in a surge: both fidelities weigh the requests lost by the load they come with. */
    @Test
    void aFaultInASurge() {
        String[] lines = {
            "components: { s: { kind: server, workers: 100, service-time: 1ms } }",
            "journeys: { visit: { through: s } }",
            "traffic: { people: { rate: 30/s } }",
            "events:",
            "  rush: { at: 200s, surge: people, load: 4x, for: 400s }",
            "  fault: { at: 500s, fail: s, for: 200s }"
        };
        double right = (100.0 * 4 + 100) / (1000 + 3 * 400);
        double structural = Files.run(Files.structural(lines), 1000, 2, 1)
                .journeys()
                .get(0)
                .requests()
                .unavailability()
                .value();
        assertThat(structural).isCloseTo(right, within(1e-12));
        Estimate requests = Files.run(Files.read(lines), 1000, 20, 3)
                .journeys()
                .get(0)
                .requests()
                .unavailability();
        assertThat(requests.low()).isLessThanOrEqualTo(right);
        assertThat(requests.high()).isGreaterThanOrEqualTo(right);
        assertThat(requests.high() - requests.low()).isLessThan(0.03);
    }
}
