package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.blueprint.Blueprint;
import org.junit.jupiter.api.Test;

/** One replication after the other: the hard case against its solved chain, attribution, sameness of bits. */
class ReplicatorTest {
    /** Two-sided 1e-4 point of the normal distribution: a right program misses a bound this rarely. */
    private static final double Z = 3.891;

    private static final int REPLICATIONS = 60;
    private static final double HORIZON = 500 * HardCase.YEAR;

    /** Means over replications and their standard errors. */
    private record Means(double lost, double lostSe, double down, double downSe, double outages, double outagesSe) {}

    private static Means run(Blueprint blueprint) {
        Replicator replicator = new Replicator(blueprint, Options.plain());
        Journal journal = replicator.newJournal(HORIZON);
        double[] sum = new double[3];
        double[] square = new double[3];
        for (int i = 0; i < REPLICATIONS; i++) {
            replicator.run(11, i, HORIZON, journal, Replicator.Stop.never());
            double[] x = {
                journal.lostCorrected[0] / journal.offered[0],
                journal.downCorrected[0] / journal.time,
                journal.outages[0] / (HORIZON / HardCase.YEAR)
            };
            for (int k = 0; k < 3; k++) {
                sum[k] += x[k] / REPLICATIONS;
                square[k] += x[k] * x[k] / REPLICATIONS;
            }
        }
        double[] se = new double[3];
        for (int k = 0; k < 3; k++) {
            se[k] = Math.sqrt((square[k] - sum[k] * sum[k]) / (REPLICATIONS - 1));
        }
        return new Means(sum[0], se[0], sum[1], se[1], sum[2], se[2]);
    }

    @Test
    void meetsTheSolvedChainOfTheHardCasesTwin() {
        Means means = run(HardCase.blueprint(true, 2));

        assertThat(means.lost()).isCloseTo(1.3526404e-5, within(Z * means.lostSe()));
        assertThat(means.lostSe()).isLessThan(0.005 * 1.35e-5);
        assertThat(means.down()).isCloseTo(1.9589858e-5, within(Z * means.downSe()));
        assertThat(means.outages()).isCloseTo(27.830857, within(Z * means.outagesSe()));
    }

    @Test
    void meetsTheSolvedChainWithOneAndWithThreeAttempts() {
        Means one = run(HardCase.blueprint(true, 1));
        Means three = run(HardCase.blueprint(true, 3));

        assertThat(one.lost()).isCloseTo(1.554756e-5, within(Z * one.lostSe()));
        assertThat(three.lost()).isCloseTo(1.251583e-5, within(Z * three.lostSe()));
    }

    @Test
    void meetsTheRealLawsOfTheHardCase() {
        Means means = run(HardCase.blueprint(false, 2));

        // The reference is itself a simulation with standard error 0.0017e-5.
        assertThat(means.lost()).isCloseTo(1.4049e-5, within(Z * Math.hypot(means.lostSe(), 0.0017e-5)));
        assertThat(means.down()).isCloseTo(2.1347e-5, within(Z * Math.hypot(means.downSe(), 0.0017e-5)));
        assertThat(means.outages()).isCloseTo(27.830, within(Z * Math.hypot(means.outagesSe(), 0.0005)));
    }

    @Test
    void causesAddUpToTheLoss() {
        Replicator replicator = new Replicator(HardCase.blueprint(false, 2), Options.plain());
        Journal journal = replicator.newJournal(HORIZON);
        replicator.run(3, 0, HORIZON, journal, Replicator.Stop.never());

        double lost = 0;
        double down = 0;
        for (int cell = 0; cell < journal.causeLost[0].length; cell++) {
            lost += journal.causeLost[0][cell];
            down += journal.causeDown[0][cell];
        }
        assertThat(lost).isCloseTo(journal.lost[0], within(1e-9 * journal.lost[0]));
        assertThat(down).isCloseTo(journal.down[0], within(1e-9 * journal.down[0]));
    }

    @Test
    void isAFunctionOfSeedAndIndex() {
        Replicator replicator = new Replicator(HardCase.blueprint(false, 2), Options.plain());
        Journal first = replicator.newJournal(HORIZON);
        Journal again = replicator.newJournal(HORIZON);
        Journal other = replicator.newJournal(HORIZON);
        replicator.run(3, 7, HORIZON, first, Replicator.Stop.never());
        replicator.run(3, 8, HORIZON, other, Replicator.Stop.never());
        replicator.run(3, 7, HORIZON, again, Replicator.Stop.never());

        assertThat(again.lost[0]).isEqualTo(first.lost[0]);
        assertThat(again.downCorrected[0]).isEqualTo(first.downCorrected[0]);
        assertThat(again.events).isEqualTo(first.events);
        assertThat(other.lost[0]).isNotEqualTo(first.lost[0]);
    }

    /** Fixed lives of 100 d and repairs of 5 d: at a random moment it is down for 5 of 105 days, however regular it is. */
    @Test
    void regularLivesAreFoundAtAnyMoment() {
        Trial trial = Trial.of("""
                components:
                  a: { kind: server, fails: { f: { time-to-failure: fixed 100d, repair: 5d } } }
                journeys: { j: { through: [a] } }
                """);
        Options longRunning = new Options(500 * Trial.DAY, new double[0], new double[0], false, true);

        Replicator replicator = new Replicator(trial.blueprint(), longRunning);
        Journal journal = replicator.newJournal(20 * Trial.DAY);
        double down = 0;
        int n = 4000;
        for (int i = 0; i < n; i++) {
            replicator.run(3, i, 20 * Trial.DAY, journal, Replicator.Stop.never());
            down += journal.down[0] / (20 * Trial.DAY) / n;
        }
        // The standard deviation of one is below 0.08; four of the mean of 4000 are 0.005.
        assertThat(down).isCloseTo(5 / 105.0, within(0.005));
    }
}
