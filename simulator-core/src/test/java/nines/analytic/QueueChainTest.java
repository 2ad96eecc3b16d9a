package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nines.distribution.Distribution;
import nines.distribution.Erlang;
import nines.distribution.Exponential;
import nines.distribution.Hyperexponential;
import nines.queueing.ManyServers;
import nines.structure.PhaseLaw;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Queues with little room, by themselves and in a row, against formulas and published chains. */
class QueueChainTest {
    private static final Percentage DIGITS = Percentage.withPercentage(1e-9);

    private static QueueChain.Described station(int workers, int room, Distribution law) {
        PhaseLaw phases = PhaseLaw.of(law);
        assertThat(phases).isNotNull();
        return new QueueChain.Described(workers, room - workers, phases);
    }

    private static QueueChain row(double perSecond, QueueChain.Described... stations) {
        QueueChain chain = QueueChain.of(perSecond, List.of(stations));
        assertThat(chain).isNotNull();
        return chain;
    }

    @Test
    void oneStationOfExponentialServicesIsTheKnownQueue() {
        for (int workers : new int[] {1, 2, 4}) {
            for (int room : new int[] {4, 12}) {
                for (double perSecond : new double[] {0.01, 1, 5, 50}) {
                    QueueChain chain = row(perSecond, station(workers, room, new Exponential(1 / 1.5)));
                    ManyServers known = ManyServers.withRoom(perSecond, 1.5, workers, room);
                    assertThat(chain.rejected(0)).isCloseTo(known.lossShare(), DIGITS);
                    assertThat(chain.busy(0)).isCloseTo(known.meanBusy(), DIGITS);
                    assertThat(chain.queue(0)).isCloseTo(known.meanQueue(), within(1e-12 + 1e-9 * known.meanQueue()));
                    assertThat(chain.atLeast(0, room)).isCloseTo(known.probability(room), DIGITS);
                    assertThat(chain.waits(0)).isCloseTo(known.waitProbability(), within(1e-12));
                }
            }
        }
    }

    @Test
    void withoutPlacesOnlyTheMeanOfTheServiceCounts() {
        // Erlang's formula, whatever the law (Sevastyanov 1957).
        double loss = ManyServers.withRoom(2, 1, 3, 3).lossShare();
        for (Distribution law : List.of(new Erlang(3, 1), new Hyperexponential(1, 3), new Exponential(1))) {
            assertThat(row(2, station(3, 3, law)).rejected(0)).isCloseTo(loss, DIGITS);
        }
    }

    @Test
    void oneWorkerWithRoomForTwoAndErlangServices() {
        // M/E2/1/2 by hand: phases of rate m = 2, arrivals a = 1. The states are empty, one (first or second phase),
        // two
        // (likewise). With x = chance of "empty" the balances give 1-second: a x / m; 1-first: (a + m) a x / m² ...
        double a = 1;
        double m = 2;
        double empty = 1;
        double oneSecond = a * empty / m;
        // Unknown: oneFirst, twoFirst, twoSecond. Balance of "one, second": m oneFirst = (a + m) oneSecond.
        double oneFirst = (a + m) * oneSecond / m;
        // Balance of "two, second": m twoFirst + a oneSecond = m twoSecond; of "two, first": a oneFirst = m twoFirst.
        double twoFirst = a * oneFirst / m;
        double twoSecond = (m * twoFirst + a * oneSecond) / m;
        double sum = empty + oneFirst + oneSecond + twoFirst + twoSecond;
        QueueChain chain = row(a, station(1, 2, new Erlang(2, 1)));
        assertThat(chain.empty(0)).isCloseTo(empty / sum, DIGITS);
        assertThat(chain.rejected(0)).isCloseTo((twoFirst + twoSecond) / sum, DIGITS);
        assertThat(chain.queue(0)).isCloseTo((twoFirst + twoSecond) / sum, DIGITS);
    }

    @Test
    void twoStagesWithSmallRoom() {
        // Garvels, thesis (2000), p. 85; solved as a chain of 81 states by others: 6.23e-5.
        QueueChain chain = row(3, station(1, 8, new Exponential(1 / 2.0)), station(1, 8, new Exponential(1 / 6.0)));
        assertThat(chain.size()).isEqualTo(81);
        assertThat(chain.atLeast(1, 8)).isCloseTo(6.227009926784256e-05, DIGITS);
    }

    @Test
    void threeStagesOfErlangServices() {
        // Villen-Altamirano, Winter Simulation Conference 2009, pp. 1146-1154: 4.30e-6.
        QueueChain chain = row(
                1,
                station(1, 12, new Erlang(2, 2 / 3.0)),
                station(1, 12, new Erlang(2, 2 / 4.0)),
                station(1, 12, new Erlang(2, 2 / 6.0)));
        assertThat(chain.atLeast(2, 7)).isCloseTo(4.286001650537856e-06, DIGITS);
    }

    @Test
    void nobodyIsLostOnTheWay() {
        QueueChain chain = row(
                4,
                station(2, 3, new Erlang(2, 0.6)),
                station(1, 2, new Hyperexponential(0.2, 2)),
                station(3, 3, new Erlang(3, 1)));
        for (int at = 0; at < 3; at++) {
            assertThat(chain.throughput(at)).isCloseTo(chain.arrivals(at) * (1 - chain.rejected(at)), DIGITS);
        }
        assertThat(chain.throughput(2)).isCloseTo(4 * (1 - chain.lost()), DIGITS);
        // Little's law for those in service.
        assertThat(chain.busy(1)).isCloseTo(chain.throughput(1) * 0.2, DIGITS);
    }
}
