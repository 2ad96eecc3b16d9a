package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.structure.HardCase;
import org.junit.jupiter.api.Test;

/** The exponential twin of the hard case, solved; the figures are those of the pitfalls' test 25. */
class HardCaseChainTest {
    private static final int DATABASE = 1;

    @Test
    void meetsTheFiguresOfTheTwin() {
        MarkovModel model = Bench.solve(HardCase.blueprint(true, 2));

        assertThat(model.requestUnavailability(0).value()).isCloseTo(1.3526404e-5, within(5e-13));
        assertThat(model.timeUnavailability(0).value()).isCloseTo(1.9589858e-5, within(5e-13));
        assertThat(model.outageFrequency(0).value() * HardCase.YEAR).isCloseTo(27.830857, within(5e-7));
        assertThat(model.meanOutage(0).value()).isCloseTo(22.19787, within(5e-6));
        assertThat(model.meanTimeToFirstOutage(0).value() / HardCase.DAY).isCloseTo(13.113772, within(5e-7));
    }

    @Test
    void meetsOneAndThreeAttempts() {
        assertThat(Bench.solve(HardCase.blueprint(true, 1))
                        .requestUnavailability(0)
                        .value())
                .isCloseTo(1.554756e-5, within(5e-12));
        assertThat(Bench.solve(HardCase.blueprint(true, 3))
                        .requestUnavailability(0)
                        .value())
                .isCloseTo(1.251583e-5, within(5e-12));
    }

    /**
     * The figures' chain returns a post to its fenced holder at the next event of any kind after the candidate died, ours
     * at the next change among the members: suspect is 1.8521977e-6 instead of 1.8521974e-6, and there are 9984 states
     * instead of 9728 (the candidate's mode may fail while its place is down, or the other way round, meanwhile). Returned at
     * once, there are 9216 states and suspect is 1.8521966e-6, which contradicts the figures; 1e-7 of the loss hangs on it.
     */
    @Test
    void meetsThePhasesOfTheTakeover() {
        MarkovModel model = Bench.solve(HardCase.blueprint(true, 2));

        assertThat(phase(model, 1)).isCloseTo(1.8521974e-6, within(4e-13));
        assertThat(phase(model, 2)).isCloseTo(1.0097662e-6, within(5e-14));
        assertThat(phase(model, 3)).isCloseTo(8.5040358e-6, within(5e-14));
        assertThat(model.space().states()).isEqualTo(9_984);
        assertThat(model.space().transitions()).isEqualTo(68_544);
    }

    @Test
    void namesTheLawThatIsNotMemoryless() {
        MarkovModel.Outcome outcome = MarkovModel.of(HardCase.blueprint(false, 2));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        MarkovModel.Refused.class,
                        refused -> assertThat(refused.why())
                                .contains("zone-a/outage repair")
                                .contains("lognormal")
                                .contains("not memoryless"));
    }

    @Test
    void solvesTheTwinOfTheRealLaws() {
        MarkovModel model = Bench.solve(ExponentialTwin.of(HardCase.blueprint(false, 2)));

        // Only the balancers' take-over has another mean, 3.109 s instead of 3.1 s.
        double edge = model.outageFrequency(0).value()
                / Bench.solve(HardCase.blueprint(true, 2)).outageFrequency(0).value();
        assertThat(edge).isCloseTo(1, within(1e-6));
        assertThat(model.requestUnavailability(0).value())
                .isGreaterThan(1.3526404e-5)
                .isLessThan(1.3526404e-5 * 1.001);
    }

    @Test
    void saysWhenThereAreTooManyStates() {
        MarkovModel.Outcome outcome = MarkovModel.of(HardCase.blueprint(true, 2), 5_000);

        assertThat(outcome).isEqualTo(new MarkovModel.Refused("more than 5000 states"));
    }

    private static double phase(MarkovModel model, int phase) {
        return model.inTheLongRun(state -> model.space().post(DATABASE, state) == phase ? 1 : 0)
                .value();
    }
}
