package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two faults at a time share what is lost, wherever they meet: the second is blamed though nothing falls any more. */
class SharedBlameTest {
    private static final double HOUR = Trial.HOUR;

    private static Map<String, Double> hoursByCause(Trial trial, double horizon, int journey) {
        Map<String, Double> hours = new HashMap<>();
        trial.mean(1, horizon, journal -> {
            for (int c = 0; c < trial.blueprint().causes().size(); c++) {
                double sum = 0;
                for (int s = 0; s < Journal.STAGES; s++) {
                    sum += journal.causeDown[journey][c * Journal.STAGES + s];
                }
                hours.merge(trial.blueprint().causes().get(c).label(), sum / HOUR, Double::sum);
            }
            return 0;
        });
        return hours;
    }

    /** One fault from 10 to 14 h, the other from 12 to 16 h: each alone for two hours and half of two more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "journeys: { j: { through: [a, b] } }",
                "journeys: { j: { needs: [a, b] } }",
                "journeys: { j: { needs: { all: [a, { all: [b, c] }] } } }",
                "journeys: { j: { needs: d } }",
                "journeys: { j: { through: [d] } }"
            })
    void everyGateSharesAlike(String journeys) {
        Trial trial = Trial.of("""
                components:
                  a: { kind: server }
                  b: { kind: server }
                  c: { kind: server }
                  d: { kind: server, needs: [a, b] }
                %s
                events:
                  first: { at: 10h, fail: a, for: 4h }
                  second: { at: 12h, fail: b, for: 4h }
                """.formatted(journeys));

        Map<String, Double> hours = hoursByCause(trial, 20 * HOUR, 0);
        assertThat(hours.get("first")).isCloseTo(3, within(1e-9));
        assertThat(hours.get("second")).isCloseTo(3, within(1e-9));
    }

    /** A zone in a region, and two faults of one server behind a need. */
    @Test
    void placesAndModesShareToo() {
        Trial trial = Trial.of("""
                places: { eu: { kind: region }, zone: { kind: zone, in: eu } }
                components:
                  far: { kind: server, in: zone }
                  a: { kind: server }
                  front: { kind: server, needs: a }
                journeys: { k: { needs: far }, j: { needs: front } }
                events:
                  first: { at: 10h, fail: eu, for: 4h }
                  second: { at: 12h, fail: zone, for: 4h }
                  third: { at: 20h, fail: a, for: 4h }
                  fourth: { at: 22h, fail: a, for: 4h }
                """);

        Map<String, Double> ofZones = hoursByCause(trial, 40 * HOUR, 0);
        assertThat(ofZones.get("first")).isCloseTo(3, within(1e-9));
        assertThat(ofZones.get("second")).isCloseTo(3, within(1e-9));
        Map<String, Double> ofModes = hoursByCause(trial, 40 * HOUR, 1);
        assertThat(ofModes.get("third")).isCloseTo(3, within(1e-9));
        assertThat(ofModes.get("fourth")).isCloseTo(3, within(1e-9));
    }

    /** From 10 to 12 h nobody can appoint the second: the holder's fault and the controller's are both needed for that. */
    @Test
    void whoeverCannotAppointIsToBlameToo() {
        Trial trial = Trial.of("""
                components:
                  decider: { kind: server }
                  db: { kind: database, instances: 2, failover: { controller: decider, promotion: 30min } }
                journeys: { j: { needs: db } }
                events:
                  before: { at: 9h, fail: decider, for: 3h }
                  fault: { at: 10h, fail: db-1, for: 10h }
                """);

        Map<String, Double> hours = hoursByCause(trial, 24 * HOUR, 0);
        assertThat(hours.get("before")).isCloseTo(1, within(1e-9));
        assertThat(hours.get("fault")).isCloseTo(1.5, within(1e-9));
    }

    /**
     * Two independent faults a and b, of which one share of the time a and b are down: down together they share alike, so
     * a has a (1 - b / 2). Wrong by a factor of five when only the first was blamed.
     */
    @Test
    void inTheLongRunEachHasItsShapleyValue() {
        Trial trial = Trial.of("""
                components:
                  a: { kind: server, fails: { f: { time-to-failure: exponential mean 2d, repair: exponential mean 2h } } }
                  b: { kind: server, fails: { f: { time-to-failure: exponential mean 20d, repair: exponential mean 10d } } }
                journeys: { n: { needs: [a, b] } }
                """);
        double a = 2.0 / 50;
        double b = 1.0 / 3;

        share(trial, "a: f").meets(a * (1 - b / 2), 0.02);
        share(trial, "b: f").meets(b * (1 - a / 2), 0.05);
    }

    private static Trial.Mean share(Trial trial, String cause) {
        Options longRunning = new Options(100 * Trial.DAY, new double[0], new double[0], false, true);
        return trial.mean(20 * Trial.YEAR, longRunning, journal -> {
            double sum = 0;
            for (int c = 0; c < trial.blueprint().causes().size(); c++) {
                boolean same = trial.blueprint().causes().get(c).label().equals(cause);
                for (int s = 0; same && s < Journal.STAGES; s++) {
                    sum += journal.causeDown[0][c * Journal.STAGES + s];
                }
            }
            return sum / journal.time;
        });
    }
}
