package nines.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import nines.oracle.Dense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queues with exponential services against published cases, long arithmetic and chains solved by a library. */
class ManyServersTest {
    private static final MathContext DIGITS = new MathContext(60);

    private static void agree(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
    }

    @Test
    void e01OneServer() {
        ManyServers queue = ManyServers.one(80, 100);
        agree(queue.meanSojourn(), 0.05);
        agree(queue.meanWait(), 0.04);
        agree(queue.sojournPercentile(0.5), 0.03465735902799726);
        agree(queue.sojournPercentile(0.99), 0.23025850929940456);
        agree(queue.sojournPercentile(0.999), 0.3453877639491068);
        agree(queue.meanInSystem(), 4.0);
    }

    @Test
    void e02EightServers() {
        ManyServers queue = ManyServers.of(720, 100, 8);
        agree(queue.waitProbability(), 0.701532990146257);
        agree(queue.meanWait(), 0.008769162376828213);
        agree(queue.meanSojourn(), 0.018769162376828213);
        agree(queue.sojournPercentile(0.95), 0.04925146784706808);
        agree(queue.sojournPercentile(0.99), 0.07087347447758012);
    }

    @Test
    void e04RoomForTwelve() {
        ManyServers queue = ManyServers.withRoom(5, 1.5, 4, 12);
        agree(queue.lossShare(), 0.029218706198812543);
        agree(queue.meanSojourn(), 1.021791601804421);
        agree(queue.meanBusy(), 3.235937646003957);
    }

    @Test
    void e26ImpatientClients() {
        ManyServers queue = ManyServers.impatient(48.0 / 60, 1.0 / 60, 50, 120);
        agree(queue.givingUpShare(), 0.03091224916219335);
        agree(queue.meanWait(), 3.7094698994632016);
        agree(queue.meanWaitServed(), 3.61590023955313);
        agree(queue.waitProbability(), 0.4677740685537912);
        agree(queue.meanQueue(), 2.9675759195705615);
    }

    /** Erlang C by the recursion of Erlang B in numbers of sixty digits. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "10, 0.999999", "500, 0.9", "5000, 0.99", "5000, 0.999999", "5000, 0.3", "20000, 0.9999"})
    void thousandsOfServersNearTheLimit(int servers, double load) {
        double serviceRate = 3.0;
        double arrivalRate = load * servers * serviceRate;
        BigDecimal offered = new BigDecimal(arrivalRate).divide(new BigDecimal(serviceRate), DIGITS);
        BigDecimal blocked = BigDecimal.ONE;
        for (int c = 1; c <= servers; c++) {
            BigDecimal work = offered.multiply(blocked, DIGITS);
            blocked = work.divide(work.add(BigDecimal.valueOf(c)), DIGITS);
        }
        BigDecimal spare = BigDecimal.valueOf(servers).subtract(offered);
        BigDecimal waiting =
                BigDecimal.valueOf(servers).multiply(blocked).divide(spare.add(offered.multiply(blocked)), DIGITS);
        BigDecimal wait = waiting.divide(spare.multiply(new BigDecimal(serviceRate)), DIGITS);

        ManyServers loss = ManyServers.withRoom(arrivalRate, serviceRate, servers, servers);
        ManyServers queue = ManyServers.of(arrivalRate, serviceRate, servers);
        // What a rounding of the rates changes is multiplied by 1 / (1 - load).
        double rounding = 1e-12 + 4e-16 / (1 - load);
        assertThat(loss.lossShare()).isCloseTo(blocked.doubleValue(), within(1e-11 * blocked.doubleValue()));
        assertThat(queue.waitProbability())
                .isCloseTo(waiting.doubleValue(), within((1e-11 + rounding) * waiting.doubleValue()));
        assertThat(queue.meanWait()).isCloseTo(wait.doubleValue(), within((1e-11 + rounding) * wait.doubleValue()));
    }

    /** A queue of limited room as a chain of which a library finds the null vector and the exponential. */
    @ParameterizedTest
    @CsvSource({"2, 3, 1, 6, 0", "9, 2, 4, 9, 0", "7, 2, 3, 12, 0.5", "30, 1, 5, 25, 0.7"})
    void limitedRoomAgreesWithALibrarysChain(
            double arrivalRate, double serviceRate, int servers, int room, double givingUpRate) {
        ManyServers queue = new ManyServers(arrivalRate, serviceRate, servers, room, givingUpRate);
        Dense rates = new Dense(room + 1, room + 1);
        for (int n = 0; n < room; n++) {
            double down = Math.min(n + 1, servers) * serviceRate + Math.max(0, n + 1 - servers) * givingUpRate;
            rates.set(n, n + 1, arrivalRate);
            rates.set(n + 1, n, down);
            rates.set(n, n, rates.get(n, n) - arrivalRate);
            rates.set(n + 1, n + 1, rates.get(n + 1, n + 1) - down);
        }
        Dense p = rates.stationary();

        double number = 0;
        double waiting = 0;
        for (int n = 0; n <= room; n++) {
            agree(queue.probability(n), p.get(n));
            number += n * p.get(n);
            waiting += Math.max(0, n - servers) * p.get(n);
        }
        agree(queue.lossShare(), p.get(room));
        agree(queue.meanInSystem(), number);
        agree(queue.meanQueue(), waiting);
        if (givingUpRate == 0) {
            for (double t : new double[] {0.01, 0.3, 1, 4}) {
                double[] beyond = beyond(p, serviceRate, servers, room, t);
                // An exponential by powers is good to so much of 1, not of small chances.
                assertThat(queue.waitsLonger(t)).isCloseTo(beyond[0], within(1e-13));
                assertThat(queue.staysLonger(t)).isCloseTo(beyond[1], within(1e-13));
            }
            agree(queue.staysLonger(queue.sojournPercentile(0.99)), 0.01);
        } else {
            agree(queue.meanWaitServed(), waitServed(p, serviceRate, servers, room, givingUpRate));
        }
    }

    /** By the exponential of a matrix: places of the queue, then service. */
    private static double[] beyond(Dense p, double serviceRate, int servers, int room, double t) {
        int places = room - servers + 1;
        Dense rates = new Dense(places, places);
        for (int j = 1; j < places; j++) {
            rates.set(j, j, -servers * serviceRate);
            rates.set(j, j - 1, servers * serviceRate);
        }
        rates.set(0, 0, -serviceRate);
        Dense start = new Dense(1, places);
        double in = 0;
        for (int n = 0; n < room; n++) {
            int place = Math.max(0, n - servers + 1);
            start.set(0, place, start.get(0, place) + p.get(n));
            in += p.get(n);
        }
        Dense left = start.mult(rates.scale(t).exponential()).scale(1 / in);
        double all = left.elementSum();
        return new double[] {all - left.get(0, 0), all};
    }

    /** Mean wait of those served, as the time to absorption of one request that may give up at any place. */
    private static double waitServed(Dense p, double serviceRate, int servers, int room, double givingUpRate) {
        double served = 0;
        double waited = 0;
        for (int n = 0; n < room; n++) {
            if (n < servers) {
                served += p.get(n);
                continue;
            }
            // Place after place: moved up at the rate of all before it, or gone; chance and conditional time of moving
            // up.
            double chance = 1;
            double time = 0;
            for (int j = n - servers + 1; j >= 1; j--) {
                double up = servers * serviceRate + (j - 1) * givingUpRate;
                chance *= up / (up + givingUpRate);
                time += 1 / (up + givingUpRate);
            }
            served += p.get(n) * chance;
            waited += p.get(n) * chance * time;
        }
        return waited / served;
    }

    @Test
    void thePercentileOfTheWaitIsZeroForThoseWhoDoNotWait() {
        ManyServers queue = ManyServers.of(10, 1, 20);
        assertThat(queue.waitPercentile(0.5)).isZero();
        ManyServers busy = ManyServers.of(19.5, 1, 20);
        // P(wait > t) = C e^{-(cμ - λ) t}
        agree(busy.waitPercentile(0.99), StrictMath.log(busy.waitProbability() / 0.01) / 0.5);
    }

    @Test
    void patienceMakesEveryLoadStable() {
        ManyServers queue = ManyServers.impatient(2_000, 1, 1_000, 5);
        assertThat(queue.isStable()).isTrue();
        // Nearly all servers busy: whoever they cannot serve gives up.
        agree(queue.givingUpShare(), 1 - queue.meanBusy() / 2_000);
        assertThat(queue.givingUpShare()).isCloseTo(0.5, within(1e-3));
    }

    @Test
    void tooMuchWorkHasNoSteadyState() {
        ManyServers queue = ManyServers.of(10, 1, 10);
        assertThat(queue.isStable()).isFalse();
        assertThat(queue.meanWait()).isInfinite();
        assertThat(queue.meanSojourn()).isInfinite();
        assertThat(queue.sojournPercentile(0.5)).isInfinite();
        assertThatThrownBy(() -> queue.probability(0)).hasMessageContaining("no steady state: load 1.0");
        assertThatThrownBy(() -> ManyServers.withRoom(1, 1, 4, 3))
                .hasMessage("room must be at least the number of servers: 3");
    }
}
