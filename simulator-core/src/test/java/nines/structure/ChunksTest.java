package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nines.analytic.ObjectLife;
import nines.blueprint.Safety;
import nines.blueprint.Stripes;
import org.junit.jupiter.api.Test;

/** What is lost of objects in chunks: closed forms, scripted cases, and a plain count beside the clever one. */
class ChunksTest {
    private static String store(String keys, String events) {
        return """
                places: { a: { kind: rack }, b: { kind: rack }, c: { kind: rack } }
                components:
                  store: { kind: storage, size: 0B, %s }
                journeys: { get: { through: [{ to: store, as: read }] } }
                events:
                  later: { at: 300d, fail: store-1, for: 1s }
                %s
                """.formatted(keys, events.indent(2));
    }

    private static String takes(String name, String who, String at) {
        return name + ": { at: " + at + ", fail: " + who + ", for: 1s, loses-data: true }\n";
    }

    private static StoreJournal once(String body) {
        Replicator replicator = new Replicator(Trial.of(body).blueprint(), Options.plain());
        Journal journal = replicator.newJournal(30 * Trial.DAY);
        replicator.run(17, 0, 30 * Trial.DAY, journal, Replicator.Stop.never());
        return journal.stores[0];
    }

    /**
     * Two copies, each lost at rate λ and rebuilt after a fixed time d: p = 1 − exp(−λ d) of the losses of one meet the other,
     * and the mean time to a loss is 1/(2 λ p) + 1/λ. 4,000 first losses, bound at 4.4 standard errors: missed once in 90,000.
     */
    @Test
    void twoCopiesLiveAsLongAsTheFormulaSays() {
        Trial trial = Trial.of("""
                components:
                  store:
                    kind: storage
                    instances: 2
                    scheme: 2 copies
                    stripes: 1
                    size: 0B
                    rebuild: { delay: 1d }
                    fails: { lost: { time-to-failure: exponential mean 10d, repair: 0s, loses-data: true } }
                journeys: { get: { through: [{ to: store, as: read }] } }
                """);
        double p = -Math.expm1(-0.1);
        double life = 10 / (2 * p) + 10;
        double mean = trial.mean(4000, 3 * Trial.YEAR, journal -> journal.stores[0].first) / Trial.DAY;
        assertThat(mean).isCloseTo(life, within(4.4 * life / Math.sqrt(4000)));
        // Nobody has lost anything that was not taken before, and everything is rebuilt in the end.
        trial.mean(3 * Trial.YEAR, journal -> journal.stores[0].taken - journal.stores[0].rebuilt)
                .meets(0.2);
    }

    @Test
    void anObjectIsLostWithItsLastChunk() {
        String three = "instances: 3, scheme: 3 copies, stripes: 50, rebuild: { delay: 1h }";
        assertThat(once(store(three, takes("x", "[store-1, store-2]", "1d"))).objects)
                .isZero();
        StoreJournal all = once(store(three, takes("x", "[store-1, store-2, store-3]", "1d")));
        assertThat(all.objects).isEqualTo(50);
        assertThat(all.events).isEqualTo(1);
        assertThat(all.first).isEqualTo(Trial.DAY);
        assertThat(all.rebuilt).isEqualTo(150);
        // The third one before and after the others have been rebuilt.
        String two = takes("x", "[store-1, store-2]", "1d");
        assertThat(once(store(three, two + takes("y", "store-3", "24h59min"))).objects)
                .isEqualTo(50);
        assertThat(once(store(three, two + takes("y", "store-3", "25h1min"))).objects)
                .isZero();
        // Two events at one instant are one loss.
        StoreJournal together = once(store(three, two + takes("y", "store-3", "1d")));
        assertThat(together.events).isEqualTo(1);
        assertThat(together.objects).isEqualTo(50);
        // One copy only.
        assertThat(once(store("instances: 1, scheme: 1 copies, stripes: 9", takes("x", "store", "1d"))).objects)
                .isEqualTo(9);
        assertThat(once(store("instances: 6, scheme: rs 4+2, stripes: 7", takes("x", "[store-1, store-5]", "1d")))
                        .objects)
                .isZero();
        assertThat(once(store(
                                "instances: 6, scheme: rs 4+2, stripes: 7",
                                takes("x", "[store-1, store-5, store-6]", "1d")))
                        .objects)
                .isEqualTo(7);
    }

    /** 400 layouts of 1,000 objects: so many of them lie on three given instances of nine. */
    @Test
    void placementDecidesHowManyLieTogether() {
        String together = takes("x", "[store-1, store-2, store-3]", "1d");
        // Instances 1, 2, 3 are in three racks; 1, 4, 7 in one.
        String sameRack = takes("x", "[store-1, store-4, store-7]", "1d");
        String nine = "instances: 9, in: [a, b, c], stripes: 1000, scheme: 3 copies, placement: ";
        meets(nine + "random", together, 1000 / 84.0, 1);
        meets(nine + "one-per-rack", together, 1000 / 27.0, 1);
        meets(nine + "one-per-rack", sameRack, 0, 0);
        // Three sets of three: those three are one of them in three cases of 84, and then hold a third of all.
        meets(nine + "copysets 2", together, 1000 / 84.0, 3 / 84.0);
    }

    /** Bounds at 4.4 standard errors, of binomial counts or of whether a set is hit. */
    private static void meets(String keys, String events, double objects, double chance) {
        int rounds = 400;
        Trial trial = Trial.of(store(keys, events));
        double seen = trial.mean(rounds, 2 * Trial.DAY, journal -> journal.stores[0].objects);
        double often = trial.mean(rounds, 2 * Trial.DAY, journal -> journal.stores[0].events);
        double each = chance < 1 && chance > 0 ? objects / chance * Math.sqrt(chance) : Math.sqrt(objects);
        assertThat(seen).isCloseTo(objects, within(4.4 * each / Math.sqrt(rounds) + 1e-9));
        assertThat(often).isCloseTo(chance, within(4.4 * Math.sqrt(chance * (1 - chance) / rounds) + 1e-9));
    }

    /** What misses most goes first, and nothing is rebuilt before its time: 100 chunks at 1 s each. */
    @Test
    void rebuildingTakesItsTime() {
        Chunks chunks = new Chunks(stripes(2, 2, 100, 10, 1));
        StoreJournal journal = new StoreJournal();
        chunks.writeTo(journal);
        chunks.begin(1, 0);
        chunks.takes(loss(0), 1000);
        chunks.advance(1010);
        assertThat(journal.rebuilt).isZero();
        chunks.advance(1060.5);
        assertThat(journal.rebuilt).isBetween(40.0, 50.0);
        chunks.advance(1200);
        assertThat(journal.rebuilt).isEqualTo(100);
        // Half way through, the other member: what is not rebuilt yet is lost.
        chunks.takes(loss(0), 2000);
        chunks.takes(loss(1), 2060);
        assertThat(journal.objects).isBetween(50.0, 60.0);
        chunks.advance(1e9);
        assertThat(journal.taken).isEqualTo(300);
        assertThat(journal.rebuilt).isEqualTo(300);
    }

    private static Safety.Loss loss(int... members) {
        return new Safety.Loss(0, -1, members, new int[0], false);
    }

    private static Stripes stripes(int n, int width, int objects, double delay, double chunkTime) {
        return new Stripes(
                "store", "", IntStream.range(0, n).toArray(), 0, objects, width, 1, 0, delay, chunkTime, 0, List.of());
    }

    /** One object on all members, lost and rebuilt at random, beside a count that looks at every chunk at every moment. */
    @Test
    void theSameAsAPlainCount() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(5);
            int data = 1 + random.nextInt(n);
            double delay = 1 + 5 * random.nextDouble();
            Stripes store =
                    new Stripes("s", "", IntStream.range(0, n).toArray(), 0, 1, n, data, 0, delay, 0, 0.5, List.of());
            Chunks chunks = new Chunks(store);
            StoreJournal journal = new StoreJournal();
            chunks.writeTo(journal);
            chunks.begin(3, round);
            double[] until = new double[n];
            boolean gone = false;
            int losses = 0;
            double now = 1;
            for (int step = 0; step < 60; step++) {
                double last = now;
                now += 2 * random.nextDouble();
                for (double end : Arrays.stream(until).sorted().toArray()) {
                    if (end > last && end < now) {
                        gone &= Arrays.stream(until).filter(each -> each > end).count() > n - data;
                    }
                }
                int member = random.nextInt(n);
                chunks.takes(loss(member), now);
                if (until[member] <= now) {
                    until[member] = now + delay;
                }
                double at = now;
                if (!gone && Arrays.stream(until).filter(each -> each > at).count() > n - data) {
                    gone = true;
                    losses++;
                }
            }
            assertThat(journal.objects).as("round " + round).isEqualTo(losses);
        }
    }

    /** Groups of two data chunks with a parity each, and two over all: three may always go, and of more some. */
    @Test
    void localParitiesMakeUpForOneOfTheirGroup() {
        Stripes store = new Stripes("s", "", new int[8], 0, 1, 8, 4, 2, 0, 0, 0, List.of());
        assertThat(store.spare()).isEqualTo(3);
        int fine = 0;
        for (int set = 0; set < 256; set++) {
            int lost = set;
            boolean gone = store.isGone(j -> (lost >> j & 1) > 0);
            if (Integer.bitCount(set) <= 3) {
                assertThat(gone).as(Integer.toBinaryString(set)).isFalse();
            } else if (Integer.bitCount(set) == 4) {
                fine += gone ? 0 : 1;
            } else {
                assertThat(gone).as(Integer.toBinaryString(set)).isTrue();
            }
        }
        // A parity of 4 equations for 8 chunks helps with 4 losses only if each group has one of them at least.
        int eachGroup = 70 - 2 * choose(5, 4) + choose(2, 4);
        assertThat(fine).isEqualTo(eachGroup);
    }

    private static int choose(int n, int k) {
        return k > n ? 0 : k == 0 ? 1 : choose(n - 1, k - 1) + choose(n - 1, k);
    }

    /** Eight disks that survive one loss, and others of which the textbook says MTTF^(m+1) over the ways to lose too many. */
    @Test
    void livesAreThoseOfTheTextbook() {
        assertThat(ObjectLife.meanLife(8, 1 / 461_386.0, new double[] {0, 1 / 12.0}))
                .isCloseTo(316904896.5416667, withinPercentage(1e-9));
        double mttf = 8760 / 0.0136;
        assertThat(ObjectLife.meanLife(5, 1 / mttf, new double[] {0, 1 / 37.0}) / 8760)
                .isCloseTo(mttf * mttf / (5 * 4 * 37) / 8760, withinPercentage(1));
        assertThat(ObjectLife.meanLife(8, 1 / mttf, new double[] {0, 1 / 37.0, 1 / 37.0}) / 8760)
                .isCloseTo(mttf / 8760 * mttf / 37 * mttf / 37 / (8 * 7 * 6), withinPercentage(1));
        assertThat(ObjectLife.meanLife(1, 0.5, new double[] {0})).isEqualTo(2);
        // Rebuilt at once, or never.
        assertThat(ObjectLife.meanLife(3, 1, new double[] {0, 0, 0})).isCloseTo(1 / 3.0 + 1 / 2.0 + 1, within(1e-12));
        assertThat(ObjectLife.meanLife(3, 1, new double[] {0, 1e300, 1e300})).isInfinite();
    }
}
