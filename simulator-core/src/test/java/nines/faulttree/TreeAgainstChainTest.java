package nines.faulttree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nines.blueprint.Blueprint;
import nines.blueprint.Node;
import nines.blueprint.Step;
import nines.blueprint.Takeover;
import nines.blueprint.Tier;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import org.junit.jupiter.api.Test;

/** Fault trees of random structures against their Markov chains. */
class TreeAgainstChainTest extends SmallStructure {
    /** Units with repairers of their own, in places, behind gates, posts, stand-ins and tiers, all at random. */
    @Test
    void independentStructuresAtRandomAgreeWithTheirMarkovChains() {
        int withPlaces = 0;
        for (long seed = 0; seed < 60; seed++) {
            TreeAgainstChainTest bench = new TreeAgainstChainTest();
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
}
