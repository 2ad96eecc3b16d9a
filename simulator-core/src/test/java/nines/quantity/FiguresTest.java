package nines.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "3.2e-9, 3.2 ns",
        "0.0000042, 4.2 us",
        "0.25, 250 ms",
        "0.9999, 1 s",
        "12.54, 12.5 s",
        "59.97, 1 min",
        "60, 1 min",
        "800, 13 min 20 s",
        "3599.7, 1 h",
        "14400, 4 h",
        "14460, 4 h 1 min",
        "86399, 1 d",
        "198720, 2.3 d",
        "8640000, 100 d",
        "31536000, 1 y",
        "110376000, 3.5 y",
        "3.1536e11, '10,000 y'",
        "Infinity, for ever",
        "-800, -13 min 20 s",
        "NaN, not known",
    })
    void duration(double seconds, String text) {
        assertThat(Figures.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "0.125, 12.5 %",
        "0.9995, 99.95 %",
        "0.999953, 99.9953 %",
        "0.000032, 3.2e-5",
        "1, 100 %",
    })
    void share(double share, String text) {
        assertThat(Figures.share(share)).isEqualTo(text);
    }

    @Test
    void availabilityKeepsTheDigitsThatMatter() {
        assertThat(Figures.availability(1.35e-5)).isEqualTo("99.99865 %");
        assertThat(Figures.availability(0)).isEqualTo("100 %");
        assertThat(Figures.nines(1.35e-5)).isEqualTo("4.87");
        assertThat(Figures.nines(1e-3)).isEqualTo("3.00");
        assertThat(Figures.nines(0)).isEqualTo("more than can be told");
    }

    @Test
    void numbersRatesAndAmounts() {
        assertThat(Figures.number(12_345.6)).isEqualTo("12,346");
        assertThat(Figures.number(1234)).isEqualTo("1234");
        assertThat(Figures.number(0.5)).isEqualTo("0.5");
        assertThat(Figures.number(1.3526e-5)).isEqualTo("1.4e-5");
        assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Figures.rate(27.83 / 31_536_000)).isEqualTo("27.8 / y");
        assertThat(Figures.rate(800)).isEqualTo("800 / s");
        assertThat(Figures.rate(0)).isEqualTo("0 / y");
        assertThat(Figures.bytes(1.5e12)).isEqualTo("1.5 TB");
        assertThat(Figures.bandwidth(1.5e8)).isEqualTo("150 MB/s");
        assertThat(Figures.factor(1.5)).isEqualTo("1.5x");
    }
}
