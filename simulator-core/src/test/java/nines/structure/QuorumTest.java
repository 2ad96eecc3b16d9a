package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nines.analytic.Limits;
import nines.analytic.Solver;
import nines.blueprint.Spread;
import org.junit.jupiter.api.Test;

/** Reads and writes of what is kept without a leader: sums of binomial terms, exact and simulated. */
class QuorumTest {
    /** Down one hour in a hundred. */
    private static final String NODE =
            "fails: { node: { time-to-failure: exponential mean 99h, repair: exponential mean 1h } }";

    private static final double U = 0.01;

    private static Trial storage(String keys) {
        return Trial.of("""
                places: { a: { kind: rack }, b: { kind: rack }, c: { kind: rack } }
                components:
                  ring: { kind: storage, %s, %s }
                journeys:
                  get: { through: [{ to: ring, as: read }] }
                  put: { through: [{ to: ring, as: write }] }
                """.formatted(keys, NODE));
    }

    private static double unavailable(Trial trial, int journey) {
        return Solver.of(trial.blueprint(), new Limits(10_000, 1e8))
                .requestUnavailability(journey)
                .value();
    }

    /** Chance that fewer than {@code enough} of {@code n} live. */
    private static double fewer(int enough, int n, double down) {
        double sum = 0;
        for (int living = 0; living < enough; living++) {
            double term = 1;
            for (int i = 0; i < living; i++) {
                term *= (double) (n - i) / (i + 1) * (1 - down);
            }
            for (int i = living; i < n; i++) {
                term *= down;
            }
            sum += term;
        }
        return sum;
    }

    @Test
    void readsAndWritesAreBinomialSumsEachWithItsQuorum() {
        for (int n = 1; n <= 5; n++) {
            for (int r = 1; r <= n; r++) {
                int w = n + 1 - r;
                Trial trial = storage(
                        "instances: %d, scheme: %d copies, read-quorum: %d, write-quorum: %d".formatted(n, n, r, w));
                assertThat(unavailable(trial, 0)).isCloseTo(fewer(r, n, U), withinPercentage(1e-6));
                assertThat(unavailable(trial, 1)).isCloseTo(fewer(w, n, U), withinPercentage(1e-6));
            }
        }
    }

    /** Three, four and five members at 99 %: four are worse than three. */
    @Test
    void aMajorityOfFourIsWorseThanOneOfThree() {
        double[] expected = {2.98e-4, 5.92e-4, 9.85e-6};
        for (int n = 3; n <= 5; n++) {
            for (String kind : List.of("storage, scheme: " + n + " copies", "consensus")) {
                Trial trial = Trial.of("""
                        components: { group: { kind: %s, instances: %d, %s } }
                        journeys: { write: { through: [{ to: group, as: write }] } }
                        """.formatted(kind, n, NODE));
                assertThat(unavailable(trial, 0)).isCloseTo(expected[n - 3], withinPercentage(0.1));
            }
        }
    }

    /** Where an object lies does not matter to itself, as long as its instances fail apart from each other. */
    @Test
    void moreInstancesThanCopiesServeTheSameShare() {
        for (String keys : List.of(
                "instances: 9, scheme: 3 copies, placement: random",
                "instances: 9, in: [a, b, c], scheme: 3 copies, placement: one-per-rack",
                "instances: 7, in: { a: 4, b: 2, c: 1 }, scheme: 3 copies, placement: one-per-rack")) {
            assertThat(unavailable(storage(keys), 0)).isCloseTo(fewer(2, 3, U), withinPercentage(1e-6));
        }
        Trial coded = storage("instances: 8, scheme: rs 4+2, placement: random");
        assertThat(unavailable(coded, 0)).isCloseTo(fewer(4, 6, U), withinPercentage(1e-6));
        storage("instances: 9, scheme: 3 copies, placement: random")
                .mean(50 * Trial.YEAR, journal -> journal.lost[0] / journal.offered[0])
                .meets(fewer(2, 3, U), 0.03);
    }

    @Test
    void aRackThatFailsTakesOneCopyOfThreeOrTwoOfThem() {
        String body = """
                places:
                  a: { kind: rack, fails: { outage: { time-to-failure: exponential mean 99h, repair: exponential mean 1h } } }
                  b: { like: a }
                components:
                  ring: { kind: storage, instances: %d, in: %s, scheme: %s }
                journeys:
                  get: { through: [{ to: ring, as: read }] }
                """;
        // Two copies in one rack: that rack alone takes the majority.
        Trial two = Trial.of(body.formatted(3, "{ a: 2, b: 1 }", "3 copies, placement: random"));
        assertThat(unavailable(two, 0)).isCloseTo(U, withinPercentage(1e-6));
        // Two copies of an object in two of four instances: a sixth of the objects lies in a alone, a sixth in b.
        Trial anywhere = Trial.of(body.formatted(4, "{ a: 2, b: 2 }", "2 copies, placement: random, read-quorum: 1"));
        assertThat(unavailable(anywhere, 0)).isCloseTo(2 / 6.0 * U + 4 / 6.0 * U * U, withinPercentage(1e-6));
        Trial apart =
                Trial.of(body.formatted(4, "{ a: 2, b: 2 }", "2 copies, placement: one-per-rack, read-quorum: 1"));
        assertThat(unavailable(apart, 0)).isCloseTo(U * U, withinPercentage(1e-6));
    }

    /** Against every choice one by one. */
    @Test
    void theShareIsThatOfAllChoices() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int count = 1 + random.nextInt(5);
            int n = count + random.nextInt(5);
            int[] members = new int[n];
            int[] domains = new int[n];
            boolean[] alive = new boolean[n];
            for (int i = 0; i < n; i++) {
                members[i] = i;
                domains[i] = i < count ? i : random.nextInt(count);
                alive[i] = random.nextInt(3) > 0;
            }
            int width = 1 + random.nextInt(count);
            int enough = 1 + random.nextInt(width);
            Spread spread = new Spread(members, domains, width, enough);
            double[] sum = new double[2];
            byHand(spread, alive, 0, 0, 0, 1, sum);
            assertThat(spread.share(node -> alive[node])).isCloseTo(sum[0] / sum[1], within(1e-12));
        }
    }

    private static void byHand(
            Spread spread, boolean[] alive, int domain, int chosen, int living, double weight, double[] sum) {
        if (domain == spread.domainCount()) {
            sum[0] += chosen == spread.width() && living >= spread.enough() ? weight : 0;
            sum[1] += chosen == spread.width() ? weight : 0;
            return;
        }
        byHand(spread, alive, domain + 1, chosen, living, weight, sum);
        List<Integer> here = new ArrayList<>();
        for (int i = 0; i < spread.members().length; i++) {
            if (spread.domains()[i] == domain) {
                here.add(i);
            }
        }
        for (int member : here) {
            byHand(spread, alive, domain + 1, chosen + 1, living + (alive[member] ? 1 : 0), weight / here.size(), sum);
        }
    }

    /** 300 instances in 30 racks: all of a rack, and one more, and everything down. */
    @Test
    void aLargeStoreIsCounted() {
        int[] members = new int[300];
        int[] domains = new int[300];
        for (int i = 0; i < 300; i++) {
            members[i] = i;
            domains[i] = i % 30;
        }
        Spread copies = new Spread(members, domains, 3, 2);
        assertThat(copies.share(node -> node % 30 != 4)).isEqualTo(1);
        // Of the objects with a chunk in both racks, one in ten lies on that very instance.
        double both = 3.0 * 2 / (30 * 29);
        assertThat(copies.share(node -> node % 30 != 4 && node != 5)).isCloseTo(1 - both / 10, within(1e-12));
        assertThat(copies.share(node -> false)).isZero();
        assertThat(new Spread(members, domains, 9, 9).share(node -> node != 0)).isCloseTo(1 - 9 / 300.0, within(1e-12));
    }

    /** A group that lost its majority still tells what it knew. */
    @Test
    void oldReadsNeedAnyMember() {
        String body = """
                components: { group: { kind: consensus, instances: 3, reads: %s, %s } }
                journeys:
                  get: { through: [{ to: group, as: read }] }
                  put: { through: [{ to: group, as: write }] }
                """;
        Trial any = Trial.of(body.formatted("any", NODE));
        assertThat(unavailable(any, 0)).isCloseTo(U * U * U, withinPercentage(1e-6));
        assertThat(unavailable(any, 1)).isCloseTo(fewer(2, 3, U), withinPercentage(1e-6));
        assertThat(unavailable(Trial.of(body.formatted("leader", NODE)), 0))
                .isCloseTo(fewer(2, 3, U), withinPercentage(1e-6));
    }

    @Test
    void whatCannotBeIsRefused() {
        String retries = """
                components: { ring: { kind: storage, instances: 9, scheme: 3 copies } }
                journeys: { get: { through: [{ to: ring, as: read }] } }
                traffic: { users: { rate: 1/s, retry: { attempts: 2 } } }
                """;
        Trial.isRefused(retries, "ring", "asks for the same object");
        String racks = """
                places: { a: { kind: rack }, b: { kind: rack } }
                components: { ring: { kind: storage, instances: 4, in: [a, b], scheme: 3 copies } }
                journeys: { get: { through: [{ to: ring, as: read }] } }
                """;
        Trial.isRefused(racks, "ring.placement", "2 such places", "3 chunks");
        String one = """
                components: { ring: { kind: storage, scheme: rs 6+3 } }
                journeys: { get: { through: [{ to: ring, as: read }] } }
                """;
        Trial.isRefused(one, "ring.scheme", "has 9 chunks", "has 1");
    }
}
