package nines.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.format.ScenarioReader;
import nines.model.Scenario;
import nines.result.Result;
import nines.result.TradeOff;
import org.junit.jupiter.api.Test;

/**
 * What a design gives for what it costs, against closed forms: a = 10/11 of each instance's time it is up. Bounds are four standard
 * deviations of 4,000 years or wider, so that a right program fails less than once in 10,000; the seed is fixed.
 */
class TradeOffsTest {
    private static final double UP = 10.0 / 11;

    private static final String PAIR = """
            nines: 1
            name: pair
            defaults: textbook
            components:
              db:
                kind: database
                instances: 2
                cost: 1 USD/h
                replication: { mode: %s, lag: exponential mean 2s }
                fails: { crash: { time-to-failure: exponential mean 10d, repair: exponential mean 1d } }
            journeys:
              store: { through: [{ to: db, as: write }] }
              look: { through: [{ to: db, as: read }] }
            run: { horizon: 100y, replications: 40, seed: 11 }
            """;

    private static TradeOff of(String file) {
        Scenario scenario = ScenarioReader.parse(file, "trade.yaml").scenarioOrThrow();
        TradeOff figures = TradeOffs.of(scenario, Study.of(scenario).run());
        assertThat(figures).isNotNull();
        return figures;
    }

    @Test
    void asynchronousLosesAndIsThere() {
        TradeOff figures = of(PAIR.formatted("asynchronous"));
        double one = 1 - (1 - UP) * (1 - UP);

        assertThat(figures.reads().value()).isCloseTo(one, within(5e-4));
        assertThat(figures.writes().value()).isCloseTo(one, within(5e-4));
        // Of the take-overs one in 11 comes when the other is down already: it is back first with what it had, days
        // behind.
        assertThat(figures.loss().value()).isGreaterThan(-2 * Math.log(0.05));
        assertThat(figures.instances()).isEqualTo(2);
        assertThat(figures.costPerMonth()).isEqualTo(2 * 30 * 24);
        assertThat(figures.currency()).isEqualTo("USD");
        assertThat(figures.overhead()).isNaN();
        assertThat(figures.writeTime().reason()).isEqualTo("not in this fidelity");
    }

    @Test
    void synchronousLosesNothingAndNeedsBothForAWrite() {
        TradeOff figures = of(PAIR.formatted("synchronous"));

        assertThat(figures.writes().value()).isCloseTo(UP * UP, within(2e-3));
        assertThat(figures.reads().value()).isCloseTo(1 - (1 - UP) * (1 - UP), within(5e-4));
        assertThat(figures.loss().value()).isZero();
    }

    @Test
    void whereNoDataIsKeptThereIsNothingToTrade() {
        Scenario scenario = ScenarioReader.parse("""
                        nines: 1
                        name: none
                        components: { web: { kind: server } }
                        journeys: { browse: { through: [web] } }
                        run: { horizon: 1y, replications: 4 }
                        """, "none.yaml").scenarioOrThrow();
        assertThat(TradeOffs.of(scenario, Study.of(scenario).run())).isNull();
    }

    @Test
    void singleRequestsTellHowLongAWriteTakesAndNotWhatIsLost() {
        Scenario scenario = ScenarioReader.parse("""
                        nines: 1
                        name: busy
                        defaults: textbook
                        components: { db: { kind: database, service-time: exponential mean 10ms } }
                        journeys: { store: { through: [{ to: db, as: write }] } }
                        traffic: { writers: { rate: 50/s } }
                        measure: { percentiles: [50%, 99%] }
                        run: { fidelity: requests, horizon: 10min, replications: 20, seed: 3 }
                        """, "busy.yaml").scenarioOrThrow();
        Result result = Study.of(scenario).run();
        TradeOff figures = TradeOffs.of(scenario, result);

        assertThat(figures).isNotNull();
        // M/M/1 at 1/2: exp(20 ms), of which 99 % stay below 20 ms · ln 100. Three half-widths of 95 % are six standard
        // errors.
        double halfWidth = (figures.writeTime().high() - figures.writeTime().low()) / 2;
        assertThat(halfWidth).isPositive().isLessThan(0.01);
        assertThat(figures.writeTime().value()).isCloseTo(0.02 * Math.log(100), within(3 * halfWidth));
        assertThat(figures.loss().reason()).isEqualTo("not in this fidelity");
        // Nothing fails, but for those that are under way at the end.
        assertThat(figures.writes().value()).isBetween(0.9999, 1.0);
        assertThat(figures.reads().reason()).isEqualTo("no journey only reads");
    }
}
