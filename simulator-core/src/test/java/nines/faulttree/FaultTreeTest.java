package nines.faulttree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import nines.analytic.MarkovModel;
import nines.blueprint.AlsoHit;
import nines.blueprint.Blueprint;
import nines.blueprint.Draft;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Journey;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Renewal;
import nines.blueprint.Shock;
import nines.blueprint.Stage;
import nines.blueprint.StandIn;
import nines.blueprint.Step;
import nines.blueprint.Takeover;
import nines.blueprint.Tier;
import nines.distribution.Distribution;
import nines.distribution.Erlang;
import nines.distribution.Exponential;
import nines.distribution.Lognormal;
import nines.distribution.Never;
import nines.distribution.Weibull;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Fault trees of blueprints: textbook systems with known values, the table of all cases, and the Markov chain. */
class FaultTreeTest {
    private static final double HOUR = 3600;

    private final Draft draft = new Draft();

    private int unit(String name, double lifeHours, double repairHours, int... inputs) {
        return unit(name, new Exponential(lifeHours * HOUR), new Exponential(repairHours * HOUR), inputs);
    }

    private int unit(String name, Distribution life, Distribution repair, int... inputs) {
        int unit = draft.node(name, Node.Kind.INSTANCE, -1, 0, inputs);
        draft.mode(mode(unit, life, repair, true, inputs.length == 0 ? -1 : inputs[0]));
        return unit;
    }

    /** A unit that is down for a share of the time. */
    private int withUnavailability(String name, double q) {
        return unit(name, (1 - q) / q, 1);
    }

    private Mode mode(int unit, Distribution life, Distribution repair, boolean operating, int site) {
        return new Mode(
                draft.name(unit) + "/fault",
                unit,
                unit,
                draft.cause(draft.name(unit), "fault"),
                -1,
                life,
                operating,
                -1,
                site,
                Effect.DOWN,
                0,
                List.of(Phase.of(Stage.REPAIR, repair)),
                true,
                -1,
                -1,
                Found.AT_ONCE,
                Renewal.OWN_MODE,
                0);
    }

    private Blueprint journey(Step step, double upAt) {
        draft.journey(new Journey("j", step, upAt, 1, new int[] {1}, new double[] {1}));
        return draft.finish();
    }

    private Blueprint journey(int node) {
        return journey(new Step.Works(node), 0.99);
    }

    static FaultTree tree(Blueprint blueprint) {
        FaultTree.Outcome outcome = FaultTree.of(blueprint, 0);
        assertThat(outcome).isInstanceOf(FaultTree.Found.class);
        return ((FaultTree.Found) outcome).tree();
    }

    private static Importance of(FaultTree tree, String event) {
        return tree.importances().stream()
                .filter(each -> each.event().name().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> names(FaultTree tree) {
        FaultTree.Listing listing = tree.cutSets(1_000, 20);
        assertThat(listing).isNotNull();
        assertThat(listing.whole()).isTrue();
        return listing.likeliest().stream()
                .map(set -> set.events().stream().map(BasicEvent::name).toList())
                .toList();
    }

    // ---------------------------------------------------------------- textbooks

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

    // ---------------------------------------------------------------- laws, places, others

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

    @Test
    void aFailureMayTakeAnotherAlong() {
        int a = draft.node("a", Node.Kind.INSTANCE, -1, 0);
        int mode = draft.mode(mode(a, new Exponential(1000 * HOUR), new Exponential(10 * HOUR), true, -1));
        int b = unit("b", 1000, 10);
        Mode broken = mode(b, new Never(), new Exponential(HOUR), false, -1);
        int follower = draft.mode(new Mode(
                "b/with a",
                b,
                b,
                broken.cause(),
                -1,
                new Never(),
                false,
                -1,
                -1,
                Effect.DOWN,
                0,
                List.of(),
                true,
                -1,
                -1,
                Found.AT_ONCE,
                Renewal.OWN_MODE,
                0));
        draft.alsoHit(new AlsoHit(mode, follower, 0.1));
        FaultTree tree = tree(journey(draft.gate("any", 1, a, b)));

        double q = 10.0 / 1010;
        assertThat(tree.unavailability()).isCloseTo(q * (0.1 + 0.9 * q), within(1e-15));
        assertThat(names(tree))
                .containsExactly(List.of("a: fault", "a: fault takes b along"), List.of("a: fault", "b"));
    }

    /** The share of requests that too few instances can carry, and the lost share beside the lost time. */
    @Test
    void capacityCountsByTheShareThatIsServed() {
        int[] web = {unit("web-1", 90, 10), unit("web-2", 90, 10), unit("web-3", 90, 10)};
        draft.tier(new Tier("web", -1, web, new int[0], new int[0], 1, 40, 100, 1, 0));
        Blueprint blueprint = journey(new Step.Balanced(0), 0.75);
        FaultTree tree = tree(blueprint);

        double q = 0.1;
        double p = 0.9;
        // One left carries 40 of 100, two carry 80.
        double lost = q * q * q + 3 * q * q * p * 0.6 + 3 * q * p * p * 0.2;
        assertThat(tree.lostShare()).isCloseTo(lost, within(1e-14));
        assertThat(tree.unavailability()).isCloseTo(q * q * q + 3 * q * q * p, within(1e-14));
        agreesWithTheChain(blueprint);
    }

    /** A common cause whose victims are mended one by one ends, for a pair, with the first of them (pitfalls, test 15). */
    @Test
    void aCommonCauseLastsAsLongAsItCosts() {
        assertThat(pairWithCommonCause(false)).isCloseTo(2.71100e-4, Percentage.withPercentage(1));
        assertThat(pairWithCommonCause(true)).isCloseTo(5.17571e-4, Percentage.withPercentage(1));
    }

    /**
     * Common causes that hit all or some, mended one by one or as one, in structures at random: right to first order, which
     * is a few times the largest chance of a single event, 0.5 %.
     */
    @Test
    void commonCausesAtRandomAreRightToFirstOrder() {
        double worst = 0;
        for (long seed = 0; seed < 40; seed++) {
            FaultTreeTest bench = new FaultTreeTest();
            SplittableRandom random = new SplittableRandom(5000 + seed);
            int[] units = new int[3 + random.nextInt(2)];
            Arrays.setAll(
                    units, i -> bench.unit("u-" + i, 2000 + 2000 * random.nextDouble(), 5 + 5 * random.nextDouble()));
            boolean some = random.nextBoolean();
            bench.draft.shock(new Shock(
                    "all",
                    bench.draft.cause("all", "common cause"),
                    new Exponential(20_000 * HOUR),
                    Arrays.stream(units).map(unit -> unit - units[0]).toArray(),
                    some ? Shock.Hits.SHARE : Shock.Hits.ALL,
                    some ? 0.6 : 1,
                    null,
                    0,
                    random.nextBoolean()));
            int needed = 1 + random.nextInt(units.length);
            Blueprint blueprint = bench.journey(bench.draft.gate("enough", needed, units));
            double exact = ((MarkovModel.Found) MarkovModel.of(blueprint))
                    .model()
                    .timeUnavailability(0)
                    .value();
            worst = Math.max(worst, Math.abs(tree(blueprint).unavailability() / exact - 1));
        }
        assertThat(worst).isLessThan(0.01);
    }

    private static double pairWithCommonCause(boolean together) {
        FaultTreeTest bench = new FaultTreeTest();
        double beta = 0.1;
        int a = bench.unit("a", 1000 / (1 - beta), 5);
        int b = bench.unit("b", 1000 / (1 - beta), 5);
        bench.draft.shock(new Shock(
                "ab",
                bench.draft.cause("ab", "common cause"),
                new Exponential(1000 / beta * HOUR),
                new int[] {0, 1},
                Shock.Hits.ALL,
                1,
                null,
                0,
                together));
        FaultTree tree = tree(bench.journey(bench.draft.gate("any", 1, a, b)));
        assertThat(tree.caveats()).hasSize(1);
        assertThat(names(tree)).containsExactly(List.of("ab: common cause"), List.of("a", "b"));
        return tree.unavailability();
    }

    /**
     * A fault that lies hidden until somebody looks. One unit: 1 − (1 − E[e^(−λT)]) / (λ E[T]) for inspections T apart, to
     * first order λ E[T²] / 2 E[T]. A pair looked at together is hidden together, and no product of two chances says how
     * often (public case D10: 3.6 times the product of the shares with half the mean interval).
     */
    @Test
    void hiddenFaultsWaitForAnInspection() {
        FaultTree one = inspected(1);
        double rate = 1e-3;
        double transform = StrictMath.pow(2 / (2 + rate), 2);
        assertThat(one.unavailability()).isCloseTo(1 - (1 - transform) / rate, Percentage.withPercentage(0.1));

        FaultTree pair = inspected(2);
        assertThat(pair.isKnown()).isFalse();
        assertThat(pair.caveats()).anyMatch(caveat -> caveat.contains("are not independent"));
        assertThat(names(pair)).containsExactly(List.of("u-0", "u-1"));
    }

    private static FaultTree inspected(int units) {
        FaultTreeTest bench = new FaultTreeTest();
        int[] all = new int[units];
        Plan.Target[] looked = new Plan.Target[units];
        for (int i = 0; i < units; i++) {
            int unit = bench.draft.node("u-" + i, Node.Kind.INSTANCE, -1, 0);
            all[i] = unit;
            looked[i] = Plan.Target.of(unit);
            bench.draft.mode(new Mode(
                    "u-" + i,
                    unit,
                    unit,
                    bench.draft.cause("u", "latent"),
                    -1,
                    new Exponential(1000 * HOUR),
                    true,
                    -1,
                    -1,
                    Effect.DOWN,
                    0,
                    List.of(),
                    true,
                    -1,
                    -1,
                    Found.BY_INSPECTION,
                    Renewal.OWN_MODE,
                    0));
        }
        bench.draft.plan(new Plan(
                "inspection",
                bench.draft.cause("inspection", ""),
                Double.NaN,
                new Erlang(2, HOUR),
                Plan.Verb.INSPECT,
                new Plan.Target[][] {looked},
                List.of(),
                1,
                false,
                1,
                0));
        return tree(bench.journey(bench.draft.gate("any", 1, all)));
    }

    /** Rolling work takes one of a pair at a time, never both. */
    @Test
    void theStepsOfRollingWorkNeverMeet() {
        int a = unit("a", 1000, 10);
        int b = unit("b", 1000, 10);
        draft.plan(new Plan(
                "patching",
                draft.cause("patching", ""),
                Double.NaN,
                new Exponential(720 * HOUR),
                Plan.Verb.HOLD,
                new Plan.Target[][] {{Plan.Target.of(a)}, {Plan.Target.of(b)}},
                List.of(Phase.of(Stage.PLANNED, new Exponential(2 * HOUR))),
                1,
                true,
                1,
                0));
        FaultTree tree = tree(journey(draft.gate("any", 1, a, b)));

        double q = 10.0 / 1010;
        double step = 2.0 / 720;
        double down = (1 - 2 * step) * q * q + 2 * step * q;
        assertThat(tree.unavailability()).isCloseTo(down, within(1e-15));
        assertThat(names(tree))
                .containsExactly(
                        List.of("a", "b"), List.of("b", "patching (step 1)"), List.of("a", "patching (step 2)"));
        Importance first = of(tree, "patching (step 1)");
        assertThat(first.birnbaum()).isCloseTo(q - q * q, within(1e-14));
        assertThat(first.achievementWorth()).isCloseTo(q / down, within(1e-10));
        assertThat(first.reductionWorth()).isCloseTo(down / ((1 - step) * q * q + step * q), within(1e-10));
        assertThat(tree.caveats()).singleElement().asString().startsWith("work by plan");
    }

    /** What an event breaks one after the other is mended by its own repair: left out, and said so. */
    @Test
    void saysThatEventsSpreadOverTimeAreLeftOut() {
        int a = unit("a", 1000, 10);
        int b = unit("b", 1000, 10);
        draft.plan(new Plan(
                "bad release",
                draft.cause("bad release", ""),
                Double.NaN,
                new Exponential(720 * HOUR),
                Plan.Verb.BREAK,
                new Plan.Target[][] {{new Plan.Target(-1, 0, -1, false)}},
                List.of(),
                1,
                false,
                1,
                0,
                new Plan.Reach(null, 3600, 0, new int[0][], List.of())));
        Blueprint blueprint = journey(a);
        assertThat(tree(blueprint).caveats())
                .singleElement()
                .asString()
                .contains("`over`")
                .endsWith("left out");
        FaultTree other = ((FaultTree.Found) FaultTree.of(journey(b), 1)).tree();
        assertThat(other.caveats()).isEmpty();
    }

    @Test
    void whatIsNotKnownHasNoFigures() {
        int a = draft.node("a", Node.Kind.INSTANCE, -1, 0);
        Mode seen = mode(a, new Exponential(1000 * HOUR), new Exponential(10 * HOUR), true, -1);
        draft.mode(new Mode(
                seen.stream(),
                a,
                a,
                seen.cause(),
                -1,
                seen.timeToFailure(),
                true,
                -1,
                -1,
                Effect.DOWN,
                0,
                seen.repair(),
                true,
                -1,
                -1,
                Found.ON_DEMAND,
                Renewal.OWN_MODE,
                0));
        FaultTree tree = tree(journey(draft.gate("both", 2, a, unit("b", 1000, 10))));

        assertThat(tree.isKnown()).isFalse();
        assertThat(tree.unavailability()).isNaN();
        assertThat(tree.frequency()).isNaN();
        assertThat(names(tree)).containsExactlyInAnyOrder(List.of("a"), List.of("b"));
        assertThat(tree.cutSets(10, 10).likeliest())
                .allSatisfy(set -> assertThat(set.probability()).isNaN());
        assertThat(tree.caveats()).singleElement().asString().contains("a lies hidden");
    }

    // ---------------------------------------------------------------- against the chain

    private static void agreesWithTheChain(Blueprint blueprint) {
        FaultTree tree = tree(blueprint);
        MarkovModel model = ((MarkovModel.Found) MarkovModel.of(blueprint)).model();
        double unavailability = model.timeUnavailability(0).value();
        double lost = model.requestUnavailability(0).value();
        double frequency = model.outageFrequency(0).value();
        assertThat(tree.unavailability()).isCloseTo(unavailability, within(1e-11 * unavailability));
        assertThat(tree.lostShare()).isCloseTo(lost, within(1e-11 * lost));
        if (tree.isRising()) {
            assertThat(tree.frequency()).isCloseTo(frequency, within(1e-10 * frequency));
        }
    }

    /** Units with repairers of their own, in places, behind gates, posts, stand-ins and tiers, all at random. */
    @Test
    void independentStructuresAtRandomAgreeWithTheirMarkovChains() {
        int withPlaces = 0;
        for (long seed = 0; seed < 60; seed++) {
            FaultTreeTest bench = new FaultTreeTest();
            Blueprint blueprint = bench.random(new SplittableRandom(1000 + seed));
            withPlaces += blueprint.nodes().stream().anyMatch(node -> node.kind() == Node.Kind.PLACE) ? 1 : 0;
            assertThat(tree(blueprint).caveats()).isEmpty();
            agreesWithTheChain(blueprint);
        }
        assertThat(withPlaces).isGreaterThan(20);
    }

    private Blueprint random(SplittableRandom random) {
        List<Integer> nodes = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int place = draft.node("place-" + i, Node.Kind.PLACE, -1, 0);
            draft.mode(mode(place, exponential(random, 500), exponential(random, 5), false, -1));
            places.add(place);
        }
        int units = 2 + random.nextInt(5);
        for (int i = 0; i < units; i++) {
            int[] in = places.isEmpty() || random.nextInt(3) == 0
                    ? new int[0]
                    : new int[] {places.get(random.nextInt(places.size()))};
            int unit = unit("unit-" + i, exponential(random, 100), exponential(random, 10), in);
            if (random.nextInt(4) == 0) {
                draft.mode(mode(
                        unit, exponential(random, 300), exponential(random, 20), true, in.length == 0 ? -1 : in[0]));
            }
            nodes.add(unit);
        }
        for (int g = 1 + random.nextInt(4); g > 0; g--) {
            int[] inputs = new int[1 + random.nextInt(4)];
            Arrays.setAll(inputs, i -> nodes.get(random.nextInt(nodes.size())));
            nodes.add(draft.gate("gate-" + g, 1 + random.nextInt(inputs.length), inputs));
        }
        if (random.nextInt(3) == 0) {
            int works = draft.node("post works", Node.Kind.COMPONENT, -1, 0);
            int[] members = {nodes.get(0), nodes.get(1)};
            draft.takeover(
                    new Takeover("post", works, members, 1, 1, 1, List.of(), 1, List.of(), -1, false, true, 0, false));
            nodes.add(works);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Works(nodes.get(nodes.size() - 1)));
        if (random.nextBoolean()) {
            int[] members = nodes.stream()
                    .limit(2 + random.nextInt(units - 1))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double load = 100;
            double capacity = random.nextBoolean() ? Double.POSITIVE_INFINITY : 30 + 70 * random.nextDouble();
            draft.tier(
                    new Tier("tier", -1, members, new int[0], new int[0], 1 + random.nextInt(2), capacity, load, 1, 0));
            steps.add(new Step.Balanced(0));
        }
        if (random.nextInt(3) == 0) {
            steps.add(new Step.Some(0.3, new Step.Works(nodes.get(random.nextInt(nodes.size())))));
        }
        if (random.nextInt(4) == 0) {
            steps.add(new Step.Cached(
                    nodes.get(random.nextInt(nodes.size())),
                    0.8,
                    new Step.Works(nodes.get(random.nextInt(nodes.size())))));
        }
        if (random.nextInt(4) == 0) {
            steps.add(new Step.OneOf(List.of(
                    new Step.Works(nodes.get(random.nextInt(nodes.size()))),
                    new Step.Works(nodes.get(random.nextInt(nodes.size()))),
                    new Step.Works(nodes.get(random.nextInt(nodes.size()))))));
        }
        return journey(new Step.All(steps), random.nextBoolean() ? 0.99 : 0.6);
    }

    private static Distribution exponential(SplittableRandom random, double hours) {
        return new Exponential(hours * (0.2 + random.nextDouble()) * HOUR);
    }

    // ---------------------------------------------------------------- size

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
