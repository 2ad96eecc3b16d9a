package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import nines.blueprint.Crew;
import nines.blueprint.Machine;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Stage;
import nines.blueprint.Takeover;
import org.junit.jupiter.api.Test;

/**
 * Published and closed-form cases that are Markov chains, laid out on the blueprint and solved: the sharpest test of the
 * engine's rules, as the chain is explored by them. All agree to 1e-9; the numbers are those of the public cases.
 */
class PublicCasesChainTest {
    private static final double HOUR = Bench.HOUR;

    private static void agree(Answer answer, double expected) {
        assertThat(answer.value()).isCloseTo(expected, withinPercentage(1e-7));
    }

    private static void unavailability(MarkovModel model, double expected) {
        agree(model.timeUnavailability(0), expected);
        agree(model.requestUnavailability(0), expected);
    }

    private static void frequencyPerHour(MarkovModel model, double expected) {
        agree(model.outageFrequency(0), expected / HOUR);
    }

    private static void meanOutageHours(MarkovModel model, double expected) {
        agree(model.meanOutage(0), expected * HOUR);
    }

    private static void firstOutageHours(MarkovModel model, double expected) {
        agree(model.meanTimeToFirstOutage(0), expected * HOUR);
    }

    @Test
    void a01SingleServer() {
        Bench bench = new Bench();
        bench.journey("j", bench.unit("server", 1000, 4));
        MarkovModel model = bench.solve();

        unavailability(model, 0.00398406374501992);
        frequencyPerHour(model, 0.00099601593625498);
        agree(model.pointUnavailability(0, 10 * HOUR), 0.0036602858994386755);
        agree(model.intervalUnavailability(0, 24 * HOUR), 0.003324299065575752);
        assertThat(1 - model.outageWithin(0, 720 * HOUR).value()).isCloseTo(0.4867522559599717, withinPercentage(1e-7));
    }

    @Test
    void a02SeriesOfThree() {
        Bench bench = new Bench();
        bench.journey("j", bench.unit("a", 2000, 2), bench.unit("b", 5000, 8), bench.unit("c", 800, 0.5));
        MarkovModel model = bench.solve();

        unavailability(model, 0.0032178380914094085);
        frequencyPerHour(model, 0.0019437252157217515);
        meanOutageHours(model, 1.6555005128204545);
    }

    @Test
    void a03ParallelOfTwo() {
        Bench bench = new Bench();
        bench.journey("j", bench.draft.gate("any", 1, bench.unit("a", 2000, 2), bench.unit("b", 1500, 6)));
        MarkovModel model = bench.solve();

        unavailability(model, 3.980083661358562e-06);
        frequencyPerHour(model, 2.6533891075723743e-06);
        meanOutageHours(model, 1.5);
    }

    @Test
    void a04TwoOfThree() {
        Bench bench = new Bench();
        bench.journey("j", bench.draft.gate("two", 2, bench.units(3, "s", 4380, 6)));
        MarkovModel model = bench.solve();

        unavailability(model, 5.609062079545149e-06);
        frequencyPerHour(model, 1.8688340109849195e-06);
        firstOutageHours(model, 536550.0);
    }

    @Test
    void a06OneRepairCrew() {
        Bench bench = new Bench();
        int crew = bench.crew(1, Crew.Order.FIRST_COME);
        bench.journey("j", bench.draft.gate("two", 2, bench.units(4, "s", -1, 1000, 8, crew)));
        MarkovModel model = bench.solve();

        unavailability(model, 1.199316346849569e-05);
        frequencyPerHour(model, 1.487247453930517e-06);
        firstOutageHours(model, 683375.0);
    }

    private static MarkovModel standby(double dormancy) {
        Bench bench = new Bench();
        int crew = bench.crew(1, Crew.Order.FIRST_COME);
        int[] units = bench.units(2, "s", -1, 1000, 10, crew);
        bench.journey("j", pair(bench, units, dormancy, 1, List.of(), false));
        return bench.solve();
    }

    /** A post that is taken over at once; with both working, a failed coverage is mended by hand. */
    private static int pair(
            Bench bench, int[] units, double dormancy, double success, List<Phase> byHand, boolean bothWork) {
        int works = bench.draft.node("works", Node.Kind.COMPONENT, -1, 0);
        bench.draft.takeover(new Takeover(
                "pair",
                works,
                units,
                bothWork ? 2 : 1,
                1,
                dormancy,
                List.of(),
                success,
                byHand,
                -1,
                bothWork,
                true,
                0,
                false));
        return works;
    }

    @Test
    void a09ColdStandby() {
        MarkovModel model = standby(0);
        unavailability(model, 9.9000099000099e-05);
        frequencyPerHour(model, 9.9000099000099e-06);
        firstOutageHours(model, 102000.0);
    }

    @Test
    void a09HotStandby() {
        MarkovModel model = standby(1);
        unavailability(model, 0.00019603999215840032);
        frequencyPerHour(model, 1.9603999215840032e-05);
        firstOutageHours(model, 51500.0);
    }

    @Test
    void a09WarmStandby() {
        MarkovModel model = standby(0.25);
        unavailability(model, 0.00012344155042587338);
        frequencyPerHour(model, 1.2344155042587336e-05);
        firstOutageHours(model, 81800.0);
    }

    @Test
    void a11ImperfectCoverage() {
        Bench bench = new Bench();
        int crew = bench.crew(1, Crew.Order.FIRST_COME);
        int[] units = bench.units(2, "s", -1, 2000, 4, crew);
        List<Phase> reboot = List.of(Phase.of(Stage.BY_HAND, Bench.exponential(5.0 / 60)));
        bench.journey("j", pair(bench, units, 1, 0.98, reboot, true));
        MarkovModel model = bench.solve();

        unavailability(model, 9.628061349964412e-06);
        frequencyPerHour(model, 2.1912139624153706e-05);
        firstOutageHours(model, 45723.636363636324);
    }

    @Test
    void a16WithoutRepair() {
        Bench bench = new Bench();
        bench.journey("j", bench.draft.gate("two", 2, bench.units(3, "s", 5000, Double.POSITIVE_INFINITY)));
        MarkovModel model = bench.solve();

        firstOutageHours(model, 4166.666666666666);
        assertThat(1 - model.outageWithin(0, 1000 * HOUR).value()).isCloseTo(0.913336865918865, withinPercentage(1e-7));
        agree(model.timeUnavailability(0), 1);
    }

    @Test
    void a19NineNines() {
        Bench bench = new Bench();
        bench.journey("j", bench.draft.gate("one", 1, bench.units(4, "s", 800, 4)));
        MarkovModel model = bench.solve();

        unavailability(model, 6.126547010633144e-10);
        frequencyPerHour(model, 6.126547010633143e-10);
    }

    @Test
    void a21PreemptivePriority() {
        Bench bench = new Bench();
        int first = bench.part("first");
        int second = bench.part("second");
        int crew = bench.draft.crew(new Crew("crew", 1, Crew.Order.PRIORITY, new int[] {0, 1}, true, null, List.of()));
        int one = bench.draft.gate("one", 1, bench.units(3, "a", first, 1000, 1, crew));
        int two = bench.draft.gate("two", 1, bench.units(3, "b", second, 1000, 1, crew));
        bench.draft.fill(first, one);
        bench.draft.fill(second, two);
        bench.journey("j", one, two);
        MarkovModel model = bench.solve();

        unavailability(model, 1.2126496847081633e-08);
        firstOutageHours(model, 83044298.4753953);
        agree(model.outageBeforeRecovery(0), 2.0190631230007645e-06);
    }

    @Test
    void c01CommonCause() {
        Bench bench = new Bench();
        int[] units = bench.units(2, "s", 5000 / 0.95, 6);
        bench.shock(5000 / 0.05, false, 0, 1);
        bench.journey("j", bench.draft.gate("one", 1, units));
        MarkovModel model = bench.solve();

        unavailability(model, 3.1329704613161537e-05);
        frequencyPerHour(model, 1.0443234871053844e-05);
        firstOutageHours(model, 95861.67367214366);
    }

    @Test
    void c04ThreeZones() {
        Bench bench = new Bench();
        int[] usable = new int[6];
        for (int z = 0; z < 3; z++) {
            int zone = bench.place("zone-" + z, 17520, 4);
            for (int n = 0; n < 2; n++) {
                int node = bench.draft.node("node-" + z + n, Node.Kind.INSTANCE, -1, 0, zone);
                bench.draft.mode(bench.mode(node, -1, Bench.exponential(2000), Bench.repair(6, -1), -1, false));
                usable[2 * z + n] = node;
            }
        }
        bench.journey("j", bench.draft.gate("four", 4, usable));
        MarkovModel model = bench.solve();

        unavailability(model, 8.839811126236906e-06);
        frequencyPerHour(model, 3.7328223042504343e-06);
        meanOutageHours(model, 2.368130708009144);
    }

    /**
     * The case lets the last database that failed serve as soon as any one is repaired; our take-over would first detect
     * and promote the other one. So the pair is written as an automaton of its own.
     */
    @Test
    void c06ThreeTiers() {
        Bench bench = new Bench();
        int balancers = bench.draft.gate("balancers", 1, bench.units(2, "lb", 8000, 2));
        int web = bench.draft.gate("web", 3, bench.units(4, "web", 1000, 1.5));
        int database = bench.draft.node("database", Node.Kind.COMPONENT, -1, 0);
        // both up, detecting, failing over, by hand, one up, none up
        Machine.Move[] moves = {
            move(0, 1, 2500),
            move(0, 4, 2500),
            move(1, 2, 15.0 / 3600),
            new Machine.Move(2, new int[] {4, 3}, new double[] {0.97, 0.03}, Bench.exponential(30.0 / 3600), -1, false),
            move(3, 4, 20.0 / 60),
            move(4, 0, 5),
            move(4, 5, 2500),
            move(5, 4, 5)
        };
        bench.draft.machine(new Machine(
                "database",
                database,
                bench.draft.cause("database", ""),
                new boolean[] {true, false, false, false, true, false},
                0,
                moves));
        bench.journey("all", balancers, web, database);
        bench.journey("database", database);
        bench.journey("web", web);
        MarkovModel model = bench.solve();

        unavailability(model, 3.042695081767466e-05);
        agree(model.timeUnavailability(1), 1.6931984219259455e-05);
        agree(model.timeUnavailability(2), 1.3432727176216004e-05);
    }

    private static Machine.Move move(int from, int to, double hours) {
        return new Machine.Move(from, new int[] {to}, new double[] {1}, Bench.exponential(hours), -1, false);
    }

    @Test
    void c073Quorum() {
        Bench bench = new Bench();
        bench.journey("j", bench.draft.gate("two", 2, bench.units(3, "s", 1440, 1)));
        MarkovModel model = bench.solve();

        unavailability(model, 1.4440835600941945e-06);
        frequencyPerHour(model, 2.887498717707438e-06);
        firstOutageHours(model, 346799.99999999994);
    }

    @Test
    void d08WorkstationCluster() {
        Bench bench = new Bench();
        var draft = bench.draft;
        int crew = draft.crew(
                new Crew("crew", 1, Crew.Order.FIRST_FOUND, new int[5], false, Bench.exponential(0.1), List.of()));
        int[] part = new int[5];
        for (int p = 0; p < 5; p++) {
            part[p] = bench.part("type-" + p);
        }
        int[] left = bench.units(2, "left", part[0], 500, 0.5, crew);
        int[] right = bench.units(2, "right", part[1], 500, 0.5, crew);
        int backbone = bench.unit("backbone", part[2], 5000, 8, crew);
        int leftSwitch = bench.unit("left switch", part[3], 4000, 4, crew);
        int rightSwitch = bench.unit("right switch", part[4], 4000, 4, crew);
        for (int p = 0; p < 5; p++) {
            draft.fill(part[p], backbone);
        }
        int[] all = {left[0], left[1], right[0], right[1]};
        int[] levels = new int[2];
        for (int m = 1; m <= 2; m++) {
            int onLeft = draft.gate("left " + m, 2, draft.gate("left has " + m, m, left), leftSwitch);
            int onRight = draft.gate("right " + m, 2, draft.gate("right has " + m, m, right), rightSwitch);
            int together =
                    draft.gate("both " + m, 4, draft.gate("both have " + m, m, all), leftSwitch, rightSwitch, backbone);
            levels[m - 1] = draft.gate("level " + m, 1, onLeft, onRight, together);
        }
        bench.journey("minimum", levels[0]);
        bench.journey("premium", levels[1]);
        MarkovModel model = bench.solve();

        agree(model.timeUnavailability(1), 3.846643763715402e-05);
        unavailability(model, 2.3398233646470083e-06);
        agree(model.outageWithin(0, 2000 * HOUR), 0.0011583955751539544);
        agree(model.intervalUnavailability(0, 2000 * HOUR), 0.00465919240518831 / 2000);
        firstOutageHours(model, 1721636.1597731954);
    }

    @Test
    void d16DiskArray() {
        Bench bench = new Bench();
        int crew = bench.crew(1, Crew.Order.FIRST_COME);
        bench.journey("data", bench.draft.gate("seven", 7, bench.units(8, "disk", -1, 461386, 12, crew)));
        MarkovModel model = bench.solve();

        firstOutageHours(model, 316904896.5416667);
        agree(model.outageWithin(0, 87600 * HOUR), 0.00027634759205516545);
    }
}
