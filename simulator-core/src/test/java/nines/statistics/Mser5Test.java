package nines.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.random.RandomStream;
import org.junit.jupiter.api.Test;

class Mser5Test {

    @Test
    void aStepIsCutOff() {
        var random = new RandomStream(3);
        double[] series = new double[1000];
        for (int i = 0; i < series.length; i++) {
            series[i] = (i < 200 ? 0 : 5) + random.nextGaussian();
        }
        assertThat(Mser5.cut(series).orElse(-1)).isBetween(200, 230);
    }

    @Test
    void whatStillGrowsHasNotSettled() {
        double[] series = new double[1000];
        for (int i = 0; i < series.length; i++) {
            series[i] = i;
        }
        assertThat(Mser5.cut(series)).isEmpty();
    }

    @Test
    void aConstantIsKeptWhole() {
        assertThat(Mser5.cut(new double[1000])).hasValue(0);
    }

    /**
     * Test 21 of the pitfalls: the mean wait of the first 2000 customers of an M/M/1 at utilisation 0.9, which starts
     * empty; 9 in the long run. On single runs the rule makes it worse than no cut, on the mean of twenty runs better. 400
     * groups of 20 runs: the standard errors of the means are about 0.06 and 0.07, the bounds four of them. Without
     * our rule that a best cut in the second half counts as none, the literature's way gives 7.83 and 8.93.
     */
    @Test
    void onTheMeanAcrossRunsItRemovesTheBiasThatItAddsOnSingleRuns() {
        int groups = 400;
        int runs = 20;
        int customers = 2000;
        var random = new RandomStream(21);
        double plain = 0;
        double single = 0;
        double across = 0;
        for (int g = 0; g < groups; g++) {
            double[] mean = new double[customers];
            double[][] waits = new double[runs][customers];
            for (int r = 0; r < runs; r++) {
                double wait = 0;
                for (int i = 0; i < customers; i++) {
                    waits[r][i] = wait;
                    mean[i] += wait / runs;
                    plain += wait / customers / runs / groups;
                    wait = Math.max(0, wait + random.nextExponential() - random.nextExponential() / 0.9);
                }
                single += meanFrom(waits[r], Mser5.cut(waits[r]).orElse(0)) / runs / groups;
            }
            int cut = Mser5.cut(mean).orElse(0);
            across += meanFrom(mean, cut) / groups;
        }
        assertThat(plain).isCloseTo(8.50, within(0.3));
        assertThat(across).isCloseTo(8.93, within(0.3));
        assertThat(single).isLessThan(plain - 0.1);
        assertThat(across).isGreaterThan(plain + 0.1);
    }

    private static double meanFrom(double[] values, int from) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i];
        }
        return sum / (values.length - from);
    }
}
