package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** How a year's downtime is spread; the figures are those of the public case F02 (Takács 1957). */
class DowntimeTest {
    private static final double HOUR = Bench.HOUR;
    private static final double YEAR = 8760 * HOUR;

    private static MarkovModel one() {
        Bench bench = new Bench();
        bench.journey("service", bench.unit("server", 2000, 3));
        return bench.solve();
    }

    @Test
    void oneServerIsTheClosedForm() {
        MarkovModel model = one();

        assertThat(model.downtimeAtMost(0, YEAR, 0).value()).isCloseTo(0.012525358621074385, withinPercentage(1e-10));
        assertThat(model.downtimeAtMost(0, YEAR, 8.76 * HOUR).value())
                .isCloseTo(0.36303891530037197, withinPercentage(1e-10));
        assertThat(model.downtimeAtMost(0, YEAR, 11.589701035973903 * HOUR).value())
                .isCloseTo(0.5, within(1e-10));
        assertThat(model.downtimeAtMost(0, YEAR, 29.849369481984546 * HOUR).value())
                .isCloseTo(0.95, within(1e-10));
        assertThat(model.downtimeAtMost(0, YEAR, 39.803258243793174 * HOUR).value())
                .isCloseTo(0.99, within(1e-10));
        assertThat(model.downtimeAtMost(0, YEAR, YEAR).value()).isEqualTo(1);
    }

    /** The mean is what lies above the distribution function; many states against one formula. */
    @Test
    void integratesToTheMean() {
        Bench bench = new Bench();
        int[] units = bench.units(3, "unit", 100, 10);
        bench.journey("two of three", bench.draft.gate("gate", 2, units));
        MarkovModel model = bench.solve();
        double time = 400 * HOUR;
        double step = time / 5000;
        double mean = 0;
        for (int i = 0; i < 5000; i++) {
            mean += step * (1 - model.downtimeAtMost(0, time, (i + 0.5) * step).value());
        }
        assertThat(mean).isCloseTo(model.intervalUnavailability(0, time).value() * time, withinPercentage(1e-3));
        assertThat(model.downtimeAtMost(0, time, 0).value())
                .isCloseTo(1 - model.outageWithin(0, time).value(), withinPercentage(1e-9));
    }
}
