package nines.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import nines.distribution.Deterministic;
import nines.distribution.Erlang;
import nines.distribution.Exponential;
import nines.distribution.Hyperexponential;
import nines.distribution.Lognormal;
import nines.distribution.Pareto;
import nines.distribution.Weibull;
import nines.oracle.Dense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other queues and the caches against published cases, other formulas and chains solved by a library. */
class OtherQueuesTest {
    private static void agree(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
    }

    // ---------------------------------------------------------------- one server, any law

    @Test
    void e07LognormalService() {
        GeneralServer queue = new GeneralServer(70, Lognormal.ofMeanAndCv(0.01, 2));
        agree(queue.meanWait(), 0.058333333333333355);
        agree(queue.meanSojourn(), 0.06833333333333336);
        agree(Math.sqrt(queue.waitVariance()), 0.1145643923738961);
    }

    @Test
    void knownSpreadsOfTheWait() {
        // Exponential service: the wait is 0 or exponential of rate μ - λ.
        GeneralServer exponential = new GeneralServer(80, new Exponential(0.01));
        double wait = 0.8 / 20;
        agree(exponential.meanWait(), wait);
        agree(exponential.waitVariance(), 2 * 0.8 / 400 - wait * wait);
        // Constant service: half the wait; E[S³] = d³.
        GeneralServer constant = new GeneralServer(80, new Deterministic(0.01));
        agree(constant.meanWait(), wait / 2);
        agree(constant.waitVariance(), wait * wait / 4 + 80 * 1e-6 / (3 * 0.2));
        // Erlang: E[S³] = k (k + 1) (k + 2) / (kμ)³.
        GeneralServer erlang = new GeneralServer(50, new Erlang(3, 0.012));
        double stage = 0.004;
        agree(
                erlang.waitVariance(),
                erlang.meanWait() * erlang.meanWait() + 50 * 3 * 4 * 5 * stage * stage * stage / (3 * 0.4));
        // Weibull: E[S³] = scale³ Γ(1 + 3 / shape), with shape ½ Γ(7) = 720.
        GeneralServer weibull = new GeneralServer(1, new Weibull(0.5, 0.1));
        agree(weibull.waitVariance(), weibull.meanWait() * weibull.meanWait() + 0.72 / (3 * 0.8));
    }

    @Test
    void whereAMomentIsInfiniteSoIsTheAnswer() {
        assertThat(new GeneralServer(0.1, new Pareto(1.5, 1)).meanWait()).isInfinite();
        GeneralServer third = new GeneralServer(0.1, new Pareto(2.5, 1));
        assertThat(third.meanWait()).isFinite();
        assertThat(third.waitVariance()).isInfinite();
        assertThat(new GeneralServer(100, new Exponential(0.01)).meanWait()).isInfinite();
    }

    @Test
    void processorSharingForgetsTheLaw() {
        SharedServer queue = new SharedServer(80, new Hyperexponential(0.01, 3));
        ManyServers exponential = ManyServers.one(80, 100);
        agree(queue.meanSojourn(), exponential.meanSojourn());
        agree(queue.meanInSystem(), exponential.meanInSystem());
        agree(queue.probability(7), exponential.probability(7));
        agree(queue.sojournOf(0.001), 0.005);
        assertThat(new SharedServer(100, new Exponential(0.01)).meanSojourn()).isInfinite();
    }

    @Test
    void endlesslyManyServersHoldAPoissonNumber() {
        InfiniteServers queue = new InfiniteServers(2_000, Lognormal.ofMeanAndCv(2, 3));
        agree(queue.meanInSystem(), 4_000);
        // Stirling: Poisson(4000) at 4000.
        double log = 4_000 * StrictMath.log(4_000) - 4_000;
        double factorial = 0;
        for (int k = 2; k <= 4_000; k++) {
            factorial += StrictMath.log(k);
        }
        assertThat(queue.probability(4_000))
                .isCloseTo(StrictMath.exp(log - factorial), within(1e-9 * queue.probability(4_000)));
        assertThat(queue.probability(10_000)).isZero();
    }

    // ---------------------------------------------------------------- networks

    @Test
    void randomNetworksSolveTheTrafficEquations() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 50; round++) {
            int n = 1 + random.nextInt(8);
            double[][] routes = new double[n][n];
            JacksonNetwork.Station[] stations = new JacksonNetwork.Station[n];
            Dense system = Dense.identity(n);
            Dense outside = new Dense(n, 1);
            for (int i = 0; i < n; i++) {
                double left = 0.999 * random.nextDouble();
                for (int j = 0; j < n; j++) {
                    routes[i][j] = random.nextInt(3) == 0 ? 0 : left * random.nextDouble();
                    left -= routes[i][j];
                    system.set(j, i, system.get(j, i) - routes[i][j]);
                }
                double rate = random.nextInt(2) == 0 ? 0 : random.nextDouble();
                stations[i] = new JacksonNetwork.Station(rate, 100, 1 + random.nextInt(3));
                outside.set(i, rate);
            }
            Dense expected = system.solve(outside);
            double[] flows = new JacksonNetwork(List.of(stations), routes).flows();
            for (int i = 0; i < n; i++) {
                assertThat(flows[i]).isCloseTo(expected.get(i), within(1e-10 * expected.elementSum()));
            }
        }
    }

    /** Two stations in a row, a third of the requests go round again: sums of M/M/1 and M/M/2. */
    @Test
    void aRowWithALoop() {
        JacksonNetwork network = new JacksonNetwork(
                List.of(new JacksonNetwork.Station(2, 4, 1), new JacksonNetwork.Station(0, 2, 2)),
                new double[][] {{0, 1}, {1.0 / 3, 0}});
        agree(network.flows()[0], 3);
        agree(network.flows()[1], 3);
        double first = 3.0;
        // M/M/2 at load 3/4: 2ρ / (1 − ρ²).
        double second = 1.5 / (1 - 9.0 / 16);
        agree(network.meanInSystem(), first + second);
        agree(network.meanSojourn(), (first + second) / 2);
        assertThat(network.isStable()).isTrue();
    }

    @Test
    void aNetworkThatNobodyLeavesIsRefused() {
        JacksonNetwork closed = new JacksonNetwork(
                List.of(new JacksonNetwork.Station(1, 4, 1), new JacksonNetwork.Station(0, 2, 2)),
                new double[][] {{0, 1}, {1, 0}});
        assertThatThrownBy(closed::flows).hasMessageContaining("never leave");
    }

    // ---------------------------------------------------------------- servers that break down

    @Test
    void e17OneUnreliableServer() {
        UnreliableServers queue = new UnreliableServers(2, 5, 1, 0.1, 1, 1);
        agree(queue.meanSojourn(), 0.5551948051948055);
        agree(queue.meanInSystem(), 1.110389610389611);
        agree(queue.probabilities(1)[0], 0.5260606060606061);
        assertThat(queue.imbalance()).isLessThan(1e-12);
    }

    /** Avi-Itzhak and Naor (1963), model A: one server, breakdowns whether it works or not. */
    @ParameterizedTest
    @CsvSource({"2, 5, 0.1, 1", "4.5, 5, 0.001, 0.1", "0.3, 1, 2, 3", "89, 100, 1e-6, 1e-5"})
    void oneServerAgreesWithTheClosedForm(double arrivals, double services, double failures, double repairs) {
        double up = repairs / (failures + repairs);
        UnreliableServers queue = new UnreliableServers(arrivals, services, 1, failures, repairs, 1);
        // By the balance of the generating functions of the two phases at 1.
        double spare = services * up - arrivals;
        double number = arrivals * (1 + services * failures / ((failures + repairs) * (failures + repairs))) / spare;
        assertThat(queue.meanInSystem()).isCloseTo(number, within(1e-9 * number));
    }

    /** Cut off at so many requests that what is missing is below 1e-13, and solved as one large system by a library. */
    @ParameterizedTest
    @CsvSource({"3, 1, 1.1, 0.05, 0.4", "3, 3, 1.2, 0.3, 0.5", "2, 1, 0.5, 1, 2"})
    void severalServersAgreeWithALibrarysChain(
            int servers, int crews, double arrivals, double failures, double repairs) {
        UnreliableServers queue = new UnreliableServers(arrivals, 1, servers, failures, repairs, crews);
        int phases = servers + 1;
        int levels = 160;
        int n = phases * levels;
        Dense system = new Dense(n, n);
        for (int level = 0; level < levels; level++) {
            for (int living = 0; living < phases; living++) {
                int from = level * phases + living;
                rate(system, from, level + 1 < levels ? from + phases : -1, arrivals);
                rate(system, from, from - phases, level == 0 ? 0 : Math.min(level, living));
                rate(system, from, from - 1, living * failures);
                rate(system, from, from + 1, living == servers ? 0 : Math.min(crews, servers - living) * repairs);
            }
        }
        Dense right = new Dense(n, 1);
        for (int i = 0; i < n; i++) {
            system.set(n - 1, i, 1);
        }
        right.set(n - 1, 1);
        Dense p = system.solve(right);

        double number = 0;
        double[] chance = new double[levels];
        for (int i = 0; i < n; i++) {
            int level = i / phases;
            number += level * p.get(i);
            chance[level] += p.get(i);
        }
        assertThat(chance[levels - 1]).isLessThan(1e-13);
        assertThat(queue.meanInSystem()).isCloseTo(number, within(1e-9 * number));
        for (int level = 0; level < 30; level++) {
            assertThat(queue.probabilities(30)[level]).isCloseTo(chance[level], within(1e-11));
        }
        assertThat(queue.imbalance()).isLessThan(1e-12);
    }

    /** Entry (to, from): balance of each state, by columns. */
    private static void rate(Dense system, int from, int to, double rate) {
        if (rate > 0 && to >= 0) {
            system.set(to, from, system.get(to, from) + rate);
            system.set(from, from, system.get(from, from) - rate);
        }
    }

    @Test
    void serversThatNeverBreakInPracticeAreReliable() {
        UnreliableServers queue = new UnreliableServers(17, 1, 20, 1e-12, 1, 1);
        ManyServers reliable = ManyServers.of(17, 1, 20);
        assertThat(queue.meanInSystem()).isCloseTo(reliable.meanInSystem(), within(1e-9));
        assertThat(queue.meanWait()).isCloseTo(reliable.meanWait(), within(1e-9));
    }

    /** Rates of hours and minutes beside rates of milliseconds, near the limit: nothing is lost. */
    @Test
    void breakdownsInMinutesBesideServicesInMillisecondsKeepTheirDigits() {
        UnreliableServers queue = new UnreliableServers(2_900, 100, 32, 1 / 3.6e4, 1 / 60.0, 2);
        assertThat(queue.imbalance()).isLessThan(1e-11);
        assertThat(queue.meanBusy()).isEqualTo(29);
        double[] chance = queue.probabilities(60_000);
        double sum = 0;
        double number = 0;
        for (int n = 0; n < chance.length; n++) {
            sum += chance[n];
            number += n * chance[n];
        }
        // What lies beyond is a backlog of minutes.
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(queue.meanInSystem()).isCloseTo(number, within(1e-6 * number));
        assertThat(new UnreliableServers(2_900, 100, 32, 1, 1, 32).isStable()).isFalse();
    }

    // ---------------------------------------------------------------- many queues

    @Test
    void e16PowerOfTwoChoices() {
        agree(new ManyQueues(0.5, 1, 2).meanSojourn(), 1.2656860360875726);
        agree(new ManyQueues(0.9, 1, 2).meanSojourn(), 2.614057377323876);
        agree(new ManyQueues(0.99, 1, 2).meanSojourn(), 5.431996579161878);
        agree(new ManyQueues(0.7, 100, 1).meanSojourn(), 1.0 / 30);
    }

    // ---------------------------------------------------------------- caches

    @Test
    void e33LeastRecentlyUsed() {
        LruCache cache = LruCache.zipf(50, 0.8, 10);
        agree(cache.hitRatio(), 0.3879290533151421);
        assertThat(cache.cheHitRatio()).isCloseTo(0.387275, within(5e-7));
    }

    /** Four objects, room for two: all orders of what was asked for last, as a chain (King 1971). */
    @Test
    void aTinyCacheAgreesWithItsChain() {
        double[] popularity = {0.5, 0.25, 0.15, 0.1};
        double hits = 0;
        for (int first = 0; first < 4; first++) {
            for (int second = 0; second < 4; second++) {
                if (first != second) {
                    // The last two different objects: first, and second before any other than first.
                    double chance = popularity[first] * popularity[second] / (1 - popularity[first]);
                    hits += chance * (popularity[first] + popularity[second]);
                }
            }
        }
        agree(new LruCache(new double[] {50, 25, 15, 10}, 2).hitRatio(), hits);
    }

    @Test
    void equalObjectsHitByTheShareThatFits() {
        LruCache cache = LruCache.zipf(40, 0, 10);
        agree(cache.hitRatio(), 0.25);
        agree(cache.cheHitRatio(), 0.25);
    }

    /** Nearer and nearer for larger caches. */
    @Test
    void theApproximationIsGood() {
        LruCache small = LruCache.zipf(20, 1, 4);
        LruCache large = LruCache.zipf(200, 1, 40);
        assertThat(Math.abs(small.cheHitRatio() - small.hitRatio())).isBetween(1e-4, 0.01);
        assertThat(Math.abs(large.cheHitRatio() - large.hitRatio())).isLessThan(2e-4);
        assertThatThrownBy(() -> LruCache.zipf(1000, 1, 40).hitRatio()).hasMessageContaining("at most 300");
    }
}
