package nines.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionTest {

    @ParameterizedTest
    @CsvSource({
        "DURATION, 250ms, 0.25",
        "DURATION, 30d, 2592000",
        "DURATION, 1h30min, 5400",
        "DURATION, 1h 30min, 5400",
        "DURATION, 2 h, 7200",
        "DURATION, ' 2.61s ', 2.61",
        "DURATION, 1y, 31536000",
        "DURATION, 1month, 2592000",
        "DURATION, 1w, 604800",
        "DURATION, 3us, 0.000003",
        "DURATION, 7ns, 0.000000007",
        "DURATION, 0s, 0",
        "DURATION, 0.1h, 360",
        "RATE, 800/s, 800",
        "RATE, 48/min, 0.8",
        "RATE, 36/h, 0.01",
        "RATE, 1/30d, 3.8580246913580245e-7",
        "RATE, 3 /y, 9.512937595129376e-8",
        "PER_BYTE, 1/125TB, 8e-15",
        "PER_BYTE, 2/GB, 2e-9",
        "SHARE, 99.95%, 0.9995",
        "SHARE, 30ppm, 0.00003",
        "SHARE, 110%, 1.1",
        "FACTOR, 1.5x, 1.5",
        "BYTES, 5TB, 5e12",
        "BYTES, 4KiB, 4096",
        "BANDWIDTH, 150MB/s, 1.5e8",
        "BANDWIDTH, 10Gbit/s, 1.25e9",
        "NUMBER, 0.7, 0.7",
        "COUNT, 6, 6",
    })
    void readsAQuantity(Dimension dimension, String text, double value) {
        assertThat(dimension.read(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DURATION | 2 | N103 | `2` has no unit. Write `2s` or `2ms`.",
                "DURATION | 5m | N104 | `5m` is ambiguous. Write `5min` or `5month`.",
                "RATE | 5/m | N104 | `5/m` is ambiguous. Write `5/min` or `5/month`.",
                "SHARE | 0.9995 | N106 | `0.9995` is a bare number. Shares are percentages: `99.95%`.",
                "SHARE | 95 | N106 | `95%`",
                "RATE | 70% | N113 | `70%` is a share; here a rate such as `800/s` or `0.1/h` is needed.",
                "DURATION | 10GB | N113 | is an amount of data; here a duration",
                "NUMBER | 3s | N113 | `3s` is a duration; here a plain number",
                "DURATION | 5 hours | N127 | unknown unit `hours`. Did you mean `h`?",
                "DURATION | 5 parsec | N127 | The units of a duration are s, min, h, d, y",
                "DURATION | 1e3s | N127 | numbers have no exponent. Write `1000s`.",
                "DURATION | 1,500s | N127 | Write `1500s` or `1.500s`.",
                "DURATION | 30min1h | N127 | the larger first",
                "SHARE | 1%2% | N127 | only durations have several parts",
                "DURATION | -3s | N126 | must not be negative",
                "COUNT | 2.5 | N127 | not a whole number",
                "COUNT | many | N127 | is not a whole number such as `3`",
                "DURATION | soon | N127 | is not a duration",
                "DURATION | '' | N127 | nothing is written here",
                "RATE | 1/0d | N126 | divides by zero",
                "RATE | 5 qps | N127 | Did you mean `/s`?",
            })
    void refusesWithTheRuleAndTheLikelyIntention(Dimension dimension, String text, String code, String part) {
        assertThatThrownBy(() -> dimension.read(text)).isInstanceOfSatisfying(TextProblem.class, problem -> {
            assertThat(problem.message()).contains(part);
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    @Test
    void aProblemKnowsItsPlace() {
        assertThatThrownBy(() -> Dimension.DURATION.read(" 1h 5parsec"))
                .isInstanceOfSatisfying(
                        TextProblem.class,
                        problem -> assertThat(problem.offset()).isEqualTo(5));
    }

    @ParameterizedTest
    @CsvSource({
        "DURATION, 0.25, 250ms",
        "DURATION, 5400, 90min",
        "DURATION, 14400, 4h",
        "DURATION, 94608000, 3y",
        "DURATION, 2.61, 2.61s",
        "DURATION, 0, 0s",
        "SHARE, 0.9995, 99.95%",
        "SHARE, 0.00003, 30ppm",
        "RATE, 800, 800/s",
        "RATE, 9.512937595129376e-8, 3/y",
        "BANDWIDTH, 1.5e8, 150MB/s",
        "NUMBER, 1e-7, 0.0000001",
    })
    void writesTheFewestDigits(Dimension dimension, double value, String text) {
        assertThat(dimension.exact(value)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameNumber() {
        var random = new Random(5);
        for (int i = 0; i < 500; i++) {
            double value = Math.exp(random.nextDouble() * 60 - 30);
            for (Dimension dimension : Dimension.values()) {
                double whole = dimension == Dimension.COUNT ? Math.rint(value) : value;
                assertThat(dimension.read(dimension.exact(whole))).isEqualTo(whole);
            }
        }
    }

    @Test
    void aReciprocalIsRoundedOnce() {
        assertThat(Dimension.RATE.readReciprocal("0.001/h")).isEqualTo(3_600_000);
        assertThatThrownBy(() -> Dimension.RATE.readReciprocal("0/h")).hasMessageContaining("above zero");
    }

    @Test
    void moneyHasACurrencyAndPerhapsAMeasure() {
        assertThat(Money.read("0.096 USD/h")).isEqualTo(new Money(0.096, "USD", "h"));
        assertThat(Money.read("20 EUR/month").text()).isEqualTo("20 EUR/month");
        assertThat(Money.read("0.08 USD/GB-month")).isEqualTo(new Money(0.08, "USD", "GB-month"));
        assertThat(Money.read("5000 EUR")).isEqualTo(new Money(5000, "EUR", ""));
        assertThatThrownBy(() -> Money.read("5")).hasMessageContaining("no currency");
        assertThatThrownBy(() -> Money.read("5 $")).hasMessageContaining("currency code");
        assertThatThrownBy(() -> Money.read("5 USD/fortnight")).hasMessageContaining("not something to pay for");
    }
}
