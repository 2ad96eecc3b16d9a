package nines.blueprint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** The way of a request through the system, as arithmetic on the state: what share of its requests would be served. */
public sealed interface Step
        permits Step.Works, Step.Balanced, Step.All, Step.Some, Step.OneOf, Step.Either, Step.Cached {

    /** What a step asks of a state. */
    interface State {
        /** Whether a node is true. */
        boolean works(int node);

        /** Chance that one attempt meets an instance of the tier which answers, in [0, 1]. */
        double attempt(int tier);

        /** Share of the tier's load that its living instances can carry, in [0, 1]. */
        double carried(int tier);
    }

    /**
     * Requests that go the same way.
     *
     * @param share of all requests of the journey, in (0, 1]
     * @param step their way, without chance but for the balancers' picks
     */
    record Kind(double share, Step step) {}

    /** Chance that one attempt is served, for a step without {@link Some} and {@link Cached}. */
    double attempt(State state);

    /** Share of the requests that the tiers on the way can carry. */
    double carried(State state);

    /** The kinds of requests that differ by what they need; shares add up to 1. */
    List<Kind> kinds();

    /** Names every node and tier the share depends on. */
    void reads(IntConsumer nodes, IntConsumer tiers);

    /** Served while the node is true. */
    record Works(int node) implements Step {
        @Override
        public double attempt(State state) {
            return state.works(node) ? 1 : 0;
        }

        @Override
        public double carried(State state) {
            return 1;
        }

        @Override
        public List<Kind> kinds() {
            return List.of(new Kind(1, this));
        }

        @Override
        public void reads(IntConsumer nodes, IntConsumer tiers) {
            nodes.accept(node);
        }
    }

    /** Each attempt meets one instance of the tier. */
    record Balanced(int tier) implements Step {
        @Override
        public double attempt(State state) {
            return state.attempt(tier);
        }

        @Override
        public double carried(State state) {
            return state.carried(tier);
        }

        @Override
        public List<Kind> kinds() {
            return List.of(new Kind(1, this));
        }

        @Override
        public void reads(IntConsumer nodes, IntConsumer tiers) {
            tiers.accept(tier);
        }
    }

    /** One after the other: all must be served. */
    record All(List<Step> steps) implements Step {
        public All {
            steps = List.copyOf(steps);
        }

        @Override
        public double attempt(State state) {
            double product = 1;
            for (int i = 0; i < steps.size() && product > 0; i++) {
                product *= steps.get(i).attempt(state);
            }
            return product;
        }

        @Override
        public double carried(State state) {
            double least = 1;
            for (int i = 0; i < steps.size(); i++) {
                least = Math.min(least, steps.get(i).carried(state));
            }
            return least;
        }

        @Override
        public List<Kind> kinds() {
            List<Kind> ways = List.of(new Kind(1, new All(List.of())));
            for (Step step : steps) {
                List<Kind> longer = new ArrayList<>();
                for (Kind way : ways) {
                    for (Kind next : step.kinds()) {
                        List<Step> joined = new ArrayList<>(((All) way.step()).steps());
                        joined.add(next.step());
                        longer.add(new Kind(way.share() * next.share(), new All(joined)));
                    }
                }
                ways = longer;
            }
            return ways;
        }

        @Override
        public void reads(IntConsumer nodes, IntConsumer tiers) {
            steps.forEach(step -> step.reads(nodes, tiers));
        }
    }

    /** Only a share of the requests takes this step. */
    record Some(double share, Step step) implements Step {
        @Override
        public double attempt(State state) {
            return 1 - share + share * step.attempt(state);
        }

        @Override
        public double carried(State state) {
            return step.carried(state);
        }

        @Override
        public List<Kind> kinds() {
            List<Kind> kinds = new ArrayList<>();
            if (share < 1) {
                kinds.add(new Kind(1 - share, new All(List.of())));
            }
            if (share > 0) {
                step.kinds().forEach(kind -> kinds.add(new Kind(share * kind.share(), kind.step())));
            }
            return kinds;
        }

        @Override
        public void reads(IntConsumer nodes, IntConsumer tiers) {
            step.reads(nodes, tiers);
        }
    }

    /** Requests are spread evenly over ways that do not help each other: cells, regional stacks. */
    record OneOf(List<Step> steps) implements Step {
        public OneOf {
            steps = List.copyOf(steps);
        }

        @Override
        public double attempt(State state) {
            double sum = 0;
            for (int i = 0; i < steps.size(); i++) {
                sum += steps.get(i).attempt(state);
            }
            return sum / steps.size();
        }

        @Override
        public double carried(State state) {
            double sum = 0;
            for (int i = 0; i < steps.size(); i++) {
                sum += steps.get(i).carried(state);
            }
            return sum / steps.size();
        }

        @Override
        public List<Kind> kinds() {
            List<Kind> kinds = new ArrayList<>();
            for (Step step : steps) {
                step.kinds().forEach(kind -> kinds.add(new Kind(kind.share() / steps.size(), kind.step())));
            }
            return kinds;
        }

        @Override
        public void reads(IntConsumer nodes, IntConsumer tiers) {
            steps.forEach(step -> step.reads(nodes, tiers));
        }
    }

    /** The second is asked when the first fails. */
    record Either(Step first, Step second) implements Step {
        @Override
        public double attempt(State state) {
            double served = first.attempt(state);
            return served == 1 ? 1 : served + (1 - served) * second.attempt(state);
        }

        @Override
        public double carried(State state) {
            return Math.max(first.carried(state), second.carried(state));
        }

        @Override
        public List<Kind> kinds() {
            List<Kind> kinds = new ArrayList<>();
            for (Kind one : first.kinds()) {
                for (Kind two : second.kinds()) {
                    kinds.add(new Kind(one.share() * two.share(), new Either(one.step(), two.step())));
                }
            }
            return kinds;
        }

        @Override
        public void reads(IntConsumer nodes, IntConsumer tiers) {
            first.reads(nodes, tiers);
            second.reads(nodes, tiers);
        }
    }

    /** Served by the cache with the hit ratio while it works, else by what stands behind it. */
    record Cached(int cache, double hitRatio, Step miss) implements Step {
        @Override
        public double attempt(State state) {
            double served = miss.attempt(state);
            return state.works(cache) ? hitRatio + (1 - hitRatio) * served : served;
        }

        @Override
        public double carried(State state) {
            return miss.carried(state);
        }

        @Override
        public List<Kind> kinds() {
            List<Kind> kinds = new ArrayList<>();
            for (Kind kind : miss.kinds()) {
                if (hitRatio > 0) {
                    kinds.add(new Kind(hitRatio * kind.share(), new Either(new Works(cache), kind.step())));
                }
                if (hitRatio < 1) {
                    kinds.add(new Kind((1 - hitRatio) * kind.share(), kind.step()));
                }
            }
            return kinds;
        }

        @Override
        public void reads(IntConsumer nodes, IntConsumer tiers) {
            nodes.accept(cache);
            miss.reads(nodes, tiers);
        }
    }
}
