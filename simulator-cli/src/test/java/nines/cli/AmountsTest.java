package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import nines.result.Estimate;
import nines.result.Evidence;
import nines.result.Verdict;
import org.junit.jupiter.api.Test;

class AmountsTest {
    private static Estimate estimate(double value, double low, double high) {
        return new Estimate(value, low, high, 0.95, "", Evidence.NONE, Verdict.GOOD, "", null);
    }

    @Test
    void durationsTakeTheUnitThatMakesThemShort() {
        assertThat(Amounts.duration(0.25, 2)).isEqualTo("250 ms");
        assertThat(Amounts.duration(45, 3)).isEqualTo("45.0 s");
        assertThat(Amounts.duration(2969, 3)).isEqualTo("49.5 min");
        assertThat(Amounts.duration(8 * 3600, 2)).isEqualTo("8.0 h");
        assertThat(Amounts.duration(100 * 86_400, 3)).isEqualTo("100 d");
        assertThat(Amounts.duration(12_345 * 365 * 86_400.0, 3)).isEqualTo("12,300 y");
        assertThat(Amounts.duration(Double.NaN, 3)).isEqualTo("not known");
        assertThat(Amounts.given(315_360_000)).isEqualTo("10 y");
    }

    @Test
    void intervalsStandInOneUnit() {
        assertThat(Amounts.durations(estimate(2969, 2840, 3100))).isEqualTo("47.3 to 51.7 min");
        assertThat(Amounts.durations(estimate(0, 0, 180))).isEqualTo("below 3.0 min");
        assertThat(Amounts.durations(estimate(100, 60, Double.POSITIVE_INFINITY)))
                .isEqualTo("above 60 s");
    }

    @Test
    void anAvailabilityKeepsTheDigitsOfItsUnavailability() {
        assertThat(Amounts.availability(9.4e-5, 2)).isEqualTo("99.9906 %");
        assertThat(Amounts.availability(0.25, 2)).isEqualTo("75.0 %");
        assertThat(Amounts.availability(3.2e-9, 2)).isEqualTo("99.99999968 %");
        assertThat(Amounts.availability(estimate(0, 0, 2e-6))).isEqualTo("above 99.99980 %");
    }

    @Test
    void ninesAreNotMorePreciseThanTheirInterval() {
        assertThat(Amounts.nines(estimate(4.0312, 4.01, 4.05))).isEqualTo("4.03");
        assertThat(Amounts.nines(estimate(4.0312, 3.7, 4.3))).isEqualTo("4.0");
        assertThat(Amounts.nines(estimate(Double.POSITIVE_INFINITY, 5.2, Double.POSITIVE_INFINITY)))
                .isEqualTo("above 5.2");
        assertThat(Amounts.nines(Estimate.notKnown("nothing seen"))).isEqualTo("not known");
    }

    @Test
    void sharesAreWholeWhereDecimalsSayNothing() {
        assertThat(Amounts.percent(0.4123)).isEqualTo("41 %");
        assertThat(Amounts.percent(0.031)).isEqualTo("3.1 %");
        assertThat(Amounts.percent(0)).isEqualTo("0 %");
        assertThat(Amounts.percent(0.0002)).isEqualTo("< 0.1 %");
        assertThat(Amounts.percent(0.9995)).isEqualTo("99.95 %");
        assertThat(Amounts.percent(1)).isEqualTo("100 %");
        assertThat(Amounts.promised(0.9995)).isEqualTo("99.95 %");
    }
}
