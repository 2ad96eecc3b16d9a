package nines.faulttree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Functions put together at random and from textbooks, against the table of all 2^n cases. */
class FormulaTest {
    private static final int NODES_MAX = 100_000;

    /** A formula and, beside it, the same formula as a table: bit {@code i} of a case says whether event i holds. */
    private static final class Both {
        final Formula formula = new Formula();
        final List<IntPredicate> tables = new ArrayList<>();
        final List<Integer> references = new ArrayList<>();
        final int events;

        Both(int events) {
            this.events = events;
            for (int e = 0; e < events; e++) {
                int event = e;
                references.add(formula.event());
                tables.add(given -> (given >> event & 1) == 1);
            }
        }

        int atLeast(int needed, int... inputs) {
            int[] used = Arrays.stream(inputs).map(references::get).toArray();
            references.add(formula.atLeast(needed, used));
            tables.add(given -> {
                int holding = 0;
                for (int input : inputs) {
                    holding += tables.get(input).test(given) ? 1 : 0;
                }
                return holding >= needed;
            });
            return tables.size() - 1;
        }
    }

    private static Both random(SplittableRandom random) {
        int events = 2 + random.nextInt(11);
        Both both = new Both(events);
        int gates = 1 + random.nextInt(12);
        for (int g = 0; g < gates; g++) {
            int[] inputs = new int[1 + random.nextInt(5)];
            for (int i = 0; i < inputs.length; i++) {
                // Late ones more often, so that the last gate depends on much.
                int back = Math.min(random.nextInt(both.tables.size()), random.nextInt(both.tables.size()));
                inputs[i] = both.tables.size() - 1 - back;
            }
            both.atLeast(1 + random.nextInt(inputs.length), inputs);
        }
        return both;
    }

    private static double weight(int given, double[] chance) {
        double product = 1;
        for (int e = 0; e < chance.length; e++) {
            product *= (given >> e & 1) == 1 ? chance[e] : 1 - chance[e];
        }
        return product;
    }

    @Test
    void randomFormulasAgreeWithTheTableOfAllCases() throws TooLarge {
        SplittableRandom random = new SplittableRandom(20260321);
        for (int round = 0; round < 400; round++) {
            Both both = random(random);
            int last = both.tables.size() - 1;
            double[] chance = random.doubles(both.events).toArray();
            if (round % 2 == 0) {
                // Small chances: what is wrong in the last digits of a sum near 1 would be seen.
                Arrays.setAll(chance, e -> StrictMath.pow(10, -1 - 8 * chance[e]));
            }
            for (boolean together : new boolean[] {false, true}) {
                agree(both, last, chance, together, round);
            }
        }
    }

    private static void agree(Both both, int last, double[] chance, boolean together, int round) throws TooLarge {
        List<Integer> tops = List.of(both.references.get(last));
        int[] levelOf = both.formula.asMet(tops);
        if (together) {
            levelOf = both.formula.drawnTogether(levelOf, tops);
        }
        Diagram diagram = new Diagram(NODES_MAX);
        int top = both.formula.new Builder(diagram, levelOf).function(tops.get(0));
        double[] byLevel = new double[both.events];
        for (int e = 0; e < both.events; e++) {
            byLevel[levelOf[e]] = chance[e];
        }
        IntPredicate table = both.tables.get(last);

        double sum = 0;
        List<Integer> down = new ArrayList<>();
        for (int given = 0; given < 1 << both.events; given++) {
            if (table.test(given)) {
                sum += weight(given, chance);
                down.add(given);
            }
        }
        assertThat(Chances.independent(byLevel).expected(diagram, top))
                .as("round %d", round)
                .isCloseTo(sum, within(1e-12 * sum));
        assertThat(diagram.isRising(top)).isTrue();

        TreeSet<Integer> minimal = new TreeSet<>();
        for (int given : down) {
            boolean smallest = true;
            for (int e = 0; e < both.events; e++) {
                smallest &= (given >> e & 1) == 0 || !table.test(given & ~(1 << e));
            }
            if (smallest) {
                minimal.add(given);
            }
        }
        CutSets sets = new CutSets(diagram, top, Chances.independent(byLevel), NODES_MAX);
        CutSets.Listing listing = sets.likeliest(Integer.MAX_VALUE, Integer.MAX_VALUE);
        TreeSet<Integer> found = new TreeSet<>();
        double before = Double.POSITIVE_INFINITY;
        for (CutSets.Found each : listing.sets()) {
            int given = 0;
            double product = 1;
            for (int level : each.levels()) {
                for (int e = 0; e < both.events; e++) {
                    given |= levelOf[e] == level ? 1 << e : 0;
                }
                product *= byLevel[level];
            }
            assertThat(each.probability()).isCloseTo(product, within(1e-13 * product));
            assertThat(each.probability()).isLessThanOrEqualTo(before * (1 + 1e-12));
            before = each.probability();
            assertThat(found.add(given)).isTrue();
        }
        assertThat(found).as("cut sets in round %d", round).isEqualTo(minimal);
        double[] counts = sets.counts();
        for (int size = 0; size < counts.length; size++) {
            int ofSize = size;
            assertThat(counts[size]).isEqualTo((double) minimal.stream()
                    .filter(given -> Integer.bitCount(given) == ofSize)
                    .count());
        }
        for (int e = 0; e < both.events; e++) {
            int event = e;
            double union = 0;
            for (int given : down) {
                boolean some = minimal.stream().anyMatch(set -> (set >> event & 1) == 1 && (set & given) == set);
                union += some ? weight(given, chance) : 0;
            }
            assertThat(Chances.independent(byLevel).expected(diagram, sets.unionWith(levelOf[e], diagram)))
                    .isCloseTo(union, within(1e-12 * union));
        }
    }

    @Test
    void aThresholdOfManyHasAsManyCutSetsAsThereAreChoices() throws TooLarge {
        Formula formula = new Formula();
        int[] events = new int[100];
        Arrays.setAll(events, i -> formula.event());
        int top = formula.atLeast(51, events);
        Diagram diagram = new Diagram(NODES_MAX);
        int function = formula.new Builder(diagram, formula.asMet(List.of(top))).function(top);
        double[] chance = new double[100];
        Arrays.fill(chance, 0.01);

        CutSets sets = new CutSets(diagram, function, Chances.independent(chance), NODES_MAX);

        double choices = 1;
        for (int i = 1; i <= 49; i++) {
            choices = choices * (51 + i) / i;
        }
        assertThat(sets.counts()[51]).isCloseTo(choices, within(1e-12 * choices));
        assertThat(sets.likeliest(3, 100).sets()).hasSize(3);
        assertThat(sets.likeliest(3, 50).sets()).isEmpty();
        assertThat(diagram.reached(function)).hasSize(50 * 51);
    }

    /** Two rails of 50 links each with rungs between them: narrow when neighbours stand together, hopeless otherwise. */
    @Test
    void aLadderOfAHundredAndFiftyLinksIsNarrow() throws TooLarge {
        Formula formula = new Formula();
        int rungs = 50;
        // A rail is reached along itself or over the rung from the other one.
        int upper = -1;
        int lower = -1;
        List<Integer> shuffled = new ArrayList<>();
        int[] link = new int[3 * rungs];
        Arrays.setAll(link, i -> formula.event());
        for (int i = 0; i < link.length; i++) {
            shuffled.add(link[(i * 67) % link.length]);
        }
        for (int i = 0; i < rungs; i++) {
            int a = shuffled.get(3 * i);
            int b = shuffled.get(3 * i + 1);
            int rung = shuffled.get(3 * i + 2);
            int up = upper == -1 ? a : formula.any(upper, a);
            int low = lower == -1 ? b : formula.any(lower, b);
            upper = formula.all(up, formula.any(low, rung));
            lower = formula.all(low, formula.any(up, rung));
        }
        int top = formula.all(upper, lower);
        Diagram diagram = new Diagram(NODES_MAX);
        int[] levelOf = formula.asMet(List.of(top));
        int function = formula.new Builder(diagram, levelOf).function(top);
        double[] chance = new double[link.length];
        Arrays.fill(chance, 0.01);

        // The same by the chain along the ladder: both rails lost, one of them, none.
        double both = 0;
        double one = 0;
        double none = 1;
        double q = 0.01;
        for (int i = 0; i < rungs; i++) {
            double none2 = none * ((1 - q) * (1 - q) + 2 * q * (1 - q) * (1 - q)) + one * (1 - q) * (1 - q);
            double one2 = none * 2 * q * (1 - q) * q + one * (1 - q) * q;
            double both2 = both + none * q * q + one * q;
            none = none2;
            one = one2;
            both = both2;
        }
        assertThat(none + one + both).isCloseTo(1, within(1e-12));
        assertThat(Chances.independent(chance).expected(diagram, function)).isCloseTo(both, within(1e-12 * both));
        assertThat(diagram.reached(function).length).isLessThan(1_000);
    }

    @Test
    void whatOutgrowsItsLimitSaysSo() {
        Formula formula = new Formula();
        int pairs = 20;
        int[] first = new int[pairs];
        int[] second = new int[pairs];
        Arrays.setAll(first, i -> formula.event());
        Arrays.setAll(second, i -> formula.event());
        int[] both = new int[pairs];
        Arrays.setAll(both, i -> formula.all(first[i], second[i]));
        int top = formula.any(both);
        int[] worst = new int[2 * pairs];
        Arrays.setAll(worst, e -> e);

        assertThat(size(formula, top, worst)).isEqualTo("more than 100000 nodes of a decision diagram are needed");
        assertThat(size(formula, top, formula.asMet(List.of(top)))).isEqualTo("40");
        assertThat(size(formula, top, formula.drawnTogether(worst, List.of(top))))
                .isEqualTo("40");
    }

    private static String size(Formula formula, int top, int[] levelOf) {
        Diagram diagram = new Diagram(NODES_MAX);
        try {
            int function = formula.new Builder(diagram, levelOf).function(top);
            return String.valueOf(diagram.reached(function).length);
        } catch (TooLarge tooLarge) {
            return String.valueOf(tooLarge.getMessage());
        }
    }
}
