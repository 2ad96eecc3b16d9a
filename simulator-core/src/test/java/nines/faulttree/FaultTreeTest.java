package nines.faulttree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import nines.blueprint.Node;
import nines.blueprint.StandIn;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import nines.distribution.Lognormal;
import nines.distribution.Weibull;
import org.junit.jupiter.api.Test;

/** Fault trees of blueprints: textbook systems with known values, the table of all cases, and how large they may be. */
class FaultTreeTest extends SmallStructure {
    /** The bridge: 2p² + 2p³ − 5p⁴ + 2p⁵ (Barlow, Proschan 1975, chapter 1). */
    @Test
    void theBridgeNetwork() {
        double p = 0.9;
        double q = 1 - p;
        int[] link = new int[6];
        for (int i = 1; i <= 5; i++) {
            link[i] = withUnavailability("link-" + i, q);
        }
        int top = draft.gate(
                "connected",
                1,
                draft.gate("1-4", 2, link[1], link[4]),
                draft.gate("2-5", 2, link[2], link[5]),
                draft.gate("1-3-5", 3, link[1], link[3], link[5]),
                draft.gate("2-3-4", 3, link[2], link[3], link[4]));
        FaultTree tree = tree(journey(top));

        double down = 1 - (2 * p * p + 2 * p * p * p - 5 * p * p * p * p + 2 * p * p * p * p * p);
        assertThat(tree.unavailability()).isCloseTo(0.02152, within(1e-12));
        assertThat(tree.unavailability()).isCloseTo(down, within(1e-13));
        assertThat(tree.caveats()).isEmpty();
        assertThat(names(tree))
                .containsExactlyInAnyOrder(
                        List.of("link-1", "link-2"),
                        List.of("link-4", "link-5"),
                        List.of("link-1", "link-3", "link-5"),
                        List.of("link-2", "link-3", "link-4"));

        // The cross-link decides when one side is cut at the one end and the other side at the other.
        double cross = 2 * p * p * q * q;
        double outer = (4 * p + 6 * p * p - 20 * p * p * p + 10 * p * p * p * p - cross) / 4;
        Importance third = of(tree, "link-3");
        Importance first = of(tree, "link-1");
        assertThat(third.birnbaum()).isCloseTo(cross, within(1e-14));
        assertThat(first.birnbaum()).isCloseTo(outer, within(1e-14));
        assertThat(first.criticality()).isCloseTo(outer * q / down, within(1e-12));
        assertThat(third.fussellVesely()).isCloseTo((2 * q * q * q - q * q * q * q * q) / down, within(1e-12));
        // With the cross-link down two chains of two are left; with it up two pairs in a row.
        double open = StrictMath.pow(1 - p * p, 2);
        double closed = 1 - StrictMath.pow(1 - q * q, 2);
        assertThat(third.achievementWorth()).isCloseTo(open / down, within(1e-12));
        assertThat(third.reductionWorth()).isCloseTo(down / closed, within(1e-12));
    }

    /** Two of three: Q = 3q² − 2q³, Birnbaum 2q(1 − q) (Rausand, Høyland 2004, chapter 5). */
    @Test
    void twoOfThree() {
        double q = 0.02;
        int top = draft.gate(
                "two", 2, withUnavailability("a", q), withUnavailability("b", q), withUnavailability("c", q));
        FaultTree tree = tree(journey(top));

        double down = 3 * q * q - 2 * q * q * q;
        assertThat(tree.unavailability()).isCloseTo(down, within(1e-15));
        Importance a = of(tree, "a");
        assertThat(a.birnbaum()).isCloseTo(2 * q * (1 - q), within(1e-15));
        assertThat(a.fussellVesely()).isCloseTo((2 * q * q - q * q * q) / down, within(1e-12));
        assertThat(a.achievementWorth()).isCloseTo((2 * q - q * q) / down, within(1e-10));
        assertThat(a.reductionWorth()).isCloseTo(down / (q * q), within(1e-10));
        assertThat(tree.cutSets(10, 2).bySize()).containsExactly(0, 0, 3);
    }

    /**
     * The pressure tank of the Fault Tree Handbook (NUREG-0492, 1981, chapter VIII): rupture by the tank itself, by a
     * relay, or by a switch stuck closed together with one of three others. The handbook's shares of the rupture are 14 %
     * for the tank, 86 % for relay K2 and below 0.1 % for the pairs.
     */
    @Test
    void thePressureTank() {
        int tank = withUnavailability("T", 5e-6);
        int relay2 = withUnavailability("K2", 3e-5);
        int pressure = withUnavailability("S", 1e-4);
        int timer = withUnavailability("R", 1e-4);
        int relay1 = withUnavailability("K1", 3e-5);
        int start = withUnavailability("S1", 3e-5);
        int contacts = draft.gate("one of three", 3, start, relay1, timer);
        int branch = draft.gate("S or contacts", 1, pressure, contacts);
        FaultTree tree = tree(journey(draft.gate("whole", 3, tank, relay2, branch)));

        FaultTree.Listing listing = tree.cutSets(100, 5);
        assertThat(names(tree))
                .containsExactly(
                        List.of("K2"), List.of("T"), List.of("S", "R"), List.of("S", "S1"), List.of("S", "K1"));
        assertThat(listing.likeliest().get(2).probability()).isCloseTo(1e-8, within(1e-20));
        assertThat(listing.likeliest().get(3).probability()).isCloseTo(3e-9, within(1e-20));
        assertThat(tree.unavailability()).isCloseTo(3.5e-5, within(2e-8));
        assertThat(Math.round(100 * of(tree, "T").fussellVesely())).isEqualTo(14);
        assertThat(Math.round(100 * of(tree, "K2").fussellVesely())).isEqualTo(86);
        assertThat(of(tree, "S").fussellVesely()).isLessThan(0.001);
    }

    /** Any laws: only their means count in the long run (public case B05). */
    @Test
    void generalLawsCountByTheirMeans() {
        Distribution life = new Weibull(1.5, 3000 * HOUR);
        Distribution repair = Lognormal.ofMeanAndCv(12 * HOUR, 1.5);
        int top = draft.gate("two", 2, unit("a", life, repair), unit("b", life, repair), unit("c", life, repair));
        FaultTree tree = tree(journey(top));

        double q = repair.mean() / (life.mean() + repair.mean());
        assertThat(tree.unavailability()).isCloseTo(3 * q * q - 2 * q * q * q, within(1e-17));
        assertThat(tree.frequency())
                .isCloseTo(3 * 2 * q * (1 - q) / (life.mean() + repair.mean()), within(1e-12 * tree.frequency()));
        assertThat(tree.caveats()).isEmpty();
    }

    @Test
    void aSharedZoneIsOneEventHoweverManyLiveInIt() {
        int zone = draft.node("zone", Node.Kind.PLACE, -1, 0);
        draft.mode(mode(zone, new Exponential(8760 * HOUR), new Exponential(4 * HOUR), false, -1));
        int top = draft.gate("any", 1, unit("a", 1000, 10, zone), unit("b", 1000, 10, zone));
        FaultTree tree = tree(journey(top));

        double z = 4.0 / 8764;
        double u = 10.0 / 1010;
        assertThat(tree.unavailability()).isCloseTo(z + (1 - z) * u * u, within(1e-16));
        assertThat(names(tree)).containsExactly(List.of("zone"), List.of("a", "b"));
        assertThat(tree.caveats()).isEmpty();
        agreesWithTheChain(draft.finish());
    }

    /** A generator that idles: what helps when the mains are gone is not a cut set of its own. */
    @Test
    void aStandInHelpsOnlyWhenCalled() {
        int mains = unit("mains", 500, 5);
        int generator = unit("generator", 1000, 10);
        int runs = draft.gate("generator runs", 1, generator);
        draft.standIn(
                new StandIn("generator", generator, runs, mains, 1, List.of(), 1, List.of(), Double.POSITIVE_INFINITY));
        FaultTree tree = tree(journey(draft.gate("power", 1, mains, runs)));

        assertThat(names(tree)).containsExactly(List.of("mains", "generator"));
        assertThat(tree.unavailability()).isCloseTo(5.0 / 505 * 10 / 1010, within(1e-16));
        assertThat(tree.isRising()).isTrue();
    }

    @Test
    void whatHelpsByItsAbsenceIsSaid() {
        int mains = unit("mains", 500, 5);
        int generator = unit("generator", 1000, 10);
        int runs = draft.gate("generator runs", 1, generator);
        draft.standIn(
                new StandIn("generator", generator, runs, mains, 1, List.of(), 1, List.of(), Double.POSITIVE_INFINITY));
        FaultTree tree = tree(journey(runs));

        assertThat(tree.isRising()).isFalse();
        assertThat(tree.unavailability()).isCloseTo(1 - 5.0 / 505 * 1000 / 1010, within(1e-14));
        assertThat(tree.cutSets(10, 10)).isNull();
        assertThat(tree.frequency()).isNaN();
    }

    /** Twenty zones of fifty servers, most of them needed: a thousand events. */
    @Test
    void aThousandUnitsAreNoTrouble() {
        List<Integer> needed = new ArrayList<>();
        for (int z = 0; z < 20; z++) {
            int zone = draft.node("zone-" + z, Node.Kind.PLACE, -1, 0);
            draft.mode(mode(zone, new Exponential(8760 * HOUR), new Exponential(2 * HOUR), false, -1));
            int[] servers = new int[50];
            for (int i = 0; i < servers.length; i++) {
                servers[i] = unit("s-" + z + "-" + i, 1000, 5, zone);
            }
            needed.add(draft.gate("cell-" + z, 45, servers));
        }
        int top = draft.gate(
                "most cells", 18, needed.stream().mapToInt(Integer::intValue).toArray());
        FaultTree tree = tree(journey(top));

        // The same by two rounds of counting.
        double cell = 2.0 / 8762 + (1 - 2.0 / 8762) * atLeast(6, 50, 5.0 / 1005);
        assertThat(tree.unavailability()).isCloseTo(atLeast(3, 20, cell), within(1e-11 * atLeast(3, 20, cell)));
        FaultTree.Listing listing = tree.cutSets(1, 3);
        assertThat(listing).isNotNull();
        // Three zones, each gone as a whole or by six servers of fifty.
        double ofACell = 15_890_700;
        assertThat(listing.bySize()[3]).isEqualTo(20 * 19 * 18 / 6);
        assertThat(listing.bySize()[18]).isCloseTo(1140 * ofACell * ofACell * ofACell, within(1e-9 * 1e25));
    }

    private static double atLeast(int k, int n, double q) {
        double[] count = new double[n + 1];
        count[0] = 1;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j > 0; j--) {
                count[j] = count[j] * (1 - q) + count[j - 1] * q;
            }
            count[0] *= 1 - q;
        }
        double sum = 0;
        for (int j = n; j >= k; j--) {
            sum += count[j];
        }
        return sum;
    }

    /** What no order of the variables keeps small: pairs of four hundred units, drawn at random. */
    @Test
    void whatIsTooLargeIsRefused() {
        SplittableRandom random = new SplittableRandom(7);
        int[] units = new int[400];
        Arrays.setAll(units, i -> unit("u-" + i, 1000, 5));
        int[] pairs = new int[900];
        Arrays.setAll(pairs, i -> draft.gate("pair-" + i, 1, units[random.nextInt(400)], units[random.nextInt(400)]));
        FaultTree.Outcome outcome = FaultTree.of(journey(draft.gate("all pairs", pairs.length, pairs)), 0);

        assertThat(outcome).isInstanceOf(FaultTree.Refused.class);
        assertThat(((FaultTree.Refused) outcome).why())
                .isEqualTo("j: more than 2000000 nodes of a decision diagram are needed");
    }

    @Test
    void importancesAreSortedByWhatTheyCost() {
        int top = draft.gate("both", 2, unit("good", 10_000, 1), unit("bad", 100, 10));
        List<Importance> all = tree(journey(top)).importances();

        assertThat(all).isSortedAccordingTo(Comparator.comparingDouble(each -> -each.criticality()));
        assertThat(all.get(0).event().name()).isEqualTo("bad");
        assertThat(all.get(0).reductionWorth()).isGreaterThan(all.get(1).reductionWorth());
    }
}
