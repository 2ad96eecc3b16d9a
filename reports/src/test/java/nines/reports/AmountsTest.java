package nines.reports;

import static org.assertj.core.api.Assertions.assertThat;

import nines.result.Estimate;
import nines.result.Evidence;
import nines.result.Verdict;
import org.junit.jupiter.api.Test;

class AmountsTest {
    private static Estimate estimate(double value, double low, double high) {
        return new Estimate(value, low, high, 0.95, "m", Evidence.NONE, Verdict.GOOD, "", null);
    }

    @Test
    void durationsHaveAUnitThatMakesThemShort() {
        assertThat(Amounts.duration(2819.3, 3)).isEqualTo("47.0 min");
        assertThat(Amounts.duration(14_400, 2)).isEqualTo("4.0 h");
        assertThat(Amounts.duration(0.0123, 2)).isEqualTo("12 ms");
        assertThat(Amounts.duration(3e-7, 2)).isEqualTo("0.30 µs");
        assertThat(Amounts.duration(300_000, 3)).isEqualTo("3.47 d");
        assertThat(Amounts.duration(1e13, 3)).isEqualTo("317,000 y");
        assertThat(Amounts.duration(0, 3)).isEqualTo("0 s");
        assertThat(Amounts.duration(Double.POSITIVE_INFINITY, 3)).isEqualTo("for ever");
        assertThat(Amounts.duration(Double.NaN, 3)).isEqualTo("not known");
    }

    @Test
    void availabilitiesKeepTheirDigitsHoweverManyNines() {
        assertThat(Amounts.availability(8.94e-5, 3)).isEqualTo("99.99106 %");
        assertThat(Amounts.availability(2.9e-14, 2)).isEqualTo("99.9999999999971 %");
        assertThat(Amounts.availability(0.5, 3)).isEqualTo("50.0 %");
        assertThat(Amounts.availability(1, 3)).isEqualTo("0.0 %");
        assertThat(Amounts.availability(0, 3)).isEqualTo("100 %");
    }

    @Test
    void numbersAreReadable() {
        assertThat(Amounts.number(8.94e-5, 3)).isEqualTo("8.94 × 10⁻⁵");
        assertThat(Amounts.number(0.012345, 3)).isEqualTo("0.0123");
        assertThat(Amounts.number(999.7, 3)).isEqualTo("1000");
        assertThat(Amounts.number(12_345, 3)).isEqualTo("12,300");
        assertThat(Amounts.number(3e17, 2)).isEqualTo("3.0 × 10¹⁷");
        assertThat(Amounts.count(-1_234_567)).isEqualTo("-1,234,567");
        assertThat(Amounts.count(9999)).isEqualTo("9999");
        assertThat(Amounts.promised(0.9995)).isEqualTo("99.95 %");
        assertThat(Amounts.percent(0.0004)).isEqualTo("< 0.1 %");
    }

    @Test
    void whereNothingWasSeenTheBoundIsTold() {
        assertThat(Amounts.duration(estimate(0, 0, 120))).isEqualTo("below 2.0 min");
        assertThat(Amounts.durations(estimate(0, 0, 120))).isEqualTo("below 2.0 min");
        assertThat(Amounts.nines(estimate(Double.POSITIVE_INFINITY, 7.234, Double.POSITIVE_INFINITY)))
                .isEqualTo("above 7.2");
        assertThat(Amounts.availability(estimate(0, 0, 2.9e-8))).isEqualTo("above 99.9999971 %");
        assertThat(Amounts.number(Estimate.notKnown("no traffic"))).isEqualTo("not known");
    }

    @Test
    void intervalsShareAUnit() {
        assertThat(Amounts.durations(estimate(2819, 2695, 2944))).isEqualTo("44.9 to 49.1 min");
        assertThat(Amounts.durations(estimate(2819, 1, 90_000))).isEqualTo("1.0 s to 25 h");
        assertThat(Amounts.durations(estimate(60, 30, Double.POSITIVE_INFINITY)))
                .isEqualTo("above 30 s");
        assertThat(Amounts.durations(Estimate.notKnown(""))).isEmpty();
    }
}
