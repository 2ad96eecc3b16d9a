package nines.structure;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Course;
import nines.blueprint.Step;
import nines.blueprint.Tier;

/**
 * A kind of requests, made ready for the inner loop: where all steps simply follow each other, their nodes and tiers
 * stand in two arrays.
 */
final class Way {
    private final double share;
    private final Step step;
    private final boolean plain;
    private final boolean limited;
    private final int[] nodes;
    private final int[] tiers;

    private Way(double share, Step step, boolean plain, boolean limited, int[] nodes, int[] tiers) {
        this.share = share;
        this.step = step;
        this.plain = plain;
        this.limited = limited;
        this.nodes = nodes;
        this.tiers = tiers;
    }

    static Way of(Step.Kind kind, Tier[] all) {
        List<Integer> nodes = new ArrayList<>();
        List<Integer> tiers = new ArrayList<>();
        kind.step().reads(nodes::add, tiers::add);
        boolean limited = tiers.stream().anyMatch(tier -> all[tier].capacity() < Double.POSITIVE_INFINITY);
        return new Way(
                kind.share(),
                kind.step(),
                isPlain(kind.step()),
                limited,
                nodes.stream().mapToInt(Integer::intValue).toArray(),
                tiers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static boolean isPlain(Step step) {
        if (step instanceof Step.All all) {
            return all.steps().stream().allMatch(Way::isPlain);
        }
        return step instanceof Step.Works works ? works.alive().isEmpty() : step instanceof Step.Balanced;
    }

    /** Share of the journey's requests that go this way. */
    double share() {
        return share;
    }

    /** Whether all steps simply follow each other. */
    boolean isPlain() {
        return plain;
    }

    /** Whether some tier on the way has a capacity. */
    boolean limited() {
        return limited;
    }

    /** Chance that one attempt is served. */
    double attempt(Step.State state) {
        if (!plain) {
            return step.attempt(state);
        }
        for (int node : nodes) {
            if (!state.works(node)) {
                return 0;
            }
        }
        double product = 1;
        for (int tier : tiers) {
            product *= state.attempt(tier);
        }
        return product;
    }

    /** What becomes of one attempt where targets that hang cost time. */
    Course course(Step.State state) {
        return step.course(state);
    }

    /** Share of the requests that the tiers on the way can carry. */
    double carried(Step.State state) {
        if (!plain) {
            return step.carried(state);
        }
        double least = 1;
        for (int tier : tiers) {
            least = Math.min(least, state.carried(tier));
        }
        return least;
    }
}
