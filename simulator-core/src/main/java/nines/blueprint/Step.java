package nines.blueprint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** The way of a request through the system, as arithmetic on the state: what share of its requests would be served. */
public sealed interface Step
        permits Step.Works,
                Step.Balanced,
                Step.All,
                Step.Some,
                Step.OneOf,
                Step.Either,
                Step.Cached,
                Step.Tried,
                Step.Placed,
                Step.Soft {

    /** What a step asks of a state. */
    interface State {
        /** Whether a node is true. */
        boolean works(int node);

        /** Chance that one attempt meets an instance of the tier which answers, in [0, 1]. */
        double attempt(int tier);

        /** Share of the tier's load that its living instances can carry, in [0, 1]. */
        double carried(int tier);

        /** Chance that a single try meets an instance of the tier which answers, in [0, 1]. */
        default double once(int tier) {
            return attempt(tier);
        }

        /** Chance that a single try meets an instance of the tier which accepts and never answers, in [0, 1]. */
        default double stuck(int tier) {
            return 0;
        }
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

    /** What becomes of one attempt where targets that hang cost time; for a step of one kind of requests. */
    Course course(State state);

    /** The kinds of requests that differ by what they need; shares add up to 1. */
    List<Kind> kinds();

    /** The steps that it is made of. */
    default List<Step> inner() {
        return List.of();
    }

    /** Names every node and tier the share depends on. */
    void reads(IntConsumer nodes, IntConsumer tiers);

    /**
     * Served while the node is true.
     *
     * @param alive when it is not, requests are accepted and never answered while one of these is true; empty: refused
     */
    record Works(int node, List<Integer> alive) implements Step {
        public Works {
            alive = List.copyOf(alive);
        }

        /** Served or refused. */
        public Works(int node) {
            this(node, List.of());
        }

        @Override
        public Course course(State state) {
            if (state.works(node)) {
                return Course.DONE;
            }
            for (int each : alive) {
                if (state.works(each)) {
                    return Course.STUCK;
                }
            }
            return Course.REFUSED;
        }

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
            alive.forEach(nodes::accept);
        }
    }

    /** Each attempt meets one instance of the tier. */
    record Balanced(int tier) implements Step {
        @Override
        public Course course(State state) {
            return Course.once(state.once(tier), state.stuck(tier));
        }

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

    /**
     * All must be served.
     *
     * @param together whether they are asked at once; otherwise one after the other
     */
    record All(List<Step> steps, boolean together) implements Step {
        public All {
            steps = List.copyOf(steps);
        }

        /** One after the other. */
        public All(List<Step> steps) {
            this(steps, false);
        }

        @Override
        public List<Step> inner() {
            return steps;
        }

        @Override
        public Course course(State state) {
            Course all = Course.DONE;
            for (Step step : steps) {
                all = together ? all.with(step.course(state)) : all.then(step.course(state));
            }
            return all;
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
            List<Kind> ways = List.of(new Kind(1, new All(List.of(), together)));
            for (Step step : steps) {
                List<Kind> longer = new ArrayList<>();
                for (Kind way : ways) {
                    for (Kind next : step.kinds()) {
                        List<Step> joined = new ArrayList<>(((All) way.step()).steps());
                        joined.add(next.step());
                        longer.add(new Kind(way.share() * next.share(), new All(joined, together)));
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
        public List<Step> inner() {
            return List.of(step);
        }

        @Override
        public Course course(State state) {
            return step.course(state).mix(share, Course.DONE);
        }

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
        public List<Step> inner() {
            return steps;
        }

        @Override
        public Course course(State state) {
            Course all = steps.get(0).course(state);
            for (int i = 1; i < steps.size(); i++) {
                all = all.mix((double) i / (i + 1), steps.get(i).course(state));
            }
            return all;
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
        public List<Step> inner() {
            return List.of(first, second);
        }

        @Override
        public Course course(State state) {
            return first.course(state).or(second.course(state));
        }

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
    record Cached(Works cache, double hitRatio, Step miss) implements Step {
        /** A cache that is there or not. */
        public Cached(int cache, double hitRatio, Step miss) {
            this(new Works(cache), hitRatio, miss);
        }

        @Override
        public List<Step> inner() {
            return List.of(cache, miss);
        }

        @Override
        public Course course(State state) {
            Course behind = miss.course(state);
            Course hit = cache.course(state).or(behind);
            return hit.mix(hitRatio, cache.course(state).softly().then(behind));
        }

        @Override
        public double attempt(State state) {
            double served = miss.attempt(state);
            return state.works(cache.node()) ? hitRatio + (1 - hitRatio) * served : served;
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
                    kinds.add(new Kind(hitRatio * kind.share(), new Either(cache, kind.step())));
                }
                if (hitRatio < 1) {
                    Step asked = cache.alive().isEmpty() ? kind.step() : new All(List.of(new Soft(cache), kind.step()));
                    kinds.add(new Kind((1 - hitRatio) * kind.share(), asked));
                }
            }
            return kinds;
        }

        @Override
        public void reads(IntConsumer nodes, IntConsumer tiers) {
            cache.reads(nodes, tiers);
            miss.reads(nodes, tiers);
        }
    }

    /** A call whose caller waits only so long and may try again; laid out only where targets that hang matter. */
    record Tried(Step step, Attempts by) implements Step {
        @Override
        public List<Step> inner() {
            return List.of(step);
        }

        @Override
        public Course course(State state) {
            return step.course(state).tried(by);
        }

        @Override
        public double attempt(State state) {
            return step.attempt(state);
        }

        @Override
        public double carried(State state) {
            return step.carried(state);
        }

        @Override
        public List<Kind> kinds() {
            List<Kind> kinds = new ArrayList<>();
            step.kinds().forEach(kind -> kinds.add(new Kind(kind.share(), new Tried(kind.step(), by))));
            return kinds;
        }

        @Override
        public void reads(IntConsumer nodes, IntConsumer tiers) {
            step.reads(nodes, tiers);
        }
    }

    /**
     * Served while enough chunks of the object that is asked for answer; which object that is, is chance. Who tries again asks
     * for the same one: a journey that tries more than once has no such step.
     */
    record Placed(Spread spread) implements Step {
        @Override
        public Course course(State state) {
            return Course.once(attempt(state), 0);
        }

        @Override
        public double attempt(State state) {
            return spread.share(state::works);
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
            for (int member : spread.members()) {
                nodes.accept(member);
            }
        }
    }

    /** The answer is fine without it, but waits for it; laid out only where targets that hang matter. */
    record Soft(Step step) implements Step {
        @Override
        public List<Step> inner() {
            return List.of(step);
        }

        @Override
        public Course course(State state) {
            return step.course(state).softly();
        }

        @Override
        public double attempt(State state) {
            return 1;
        }

        @Override
        public double carried(State state) {
            return 1;
        }

        @Override
        public List<Kind> kinds() {
            List<Kind> kinds = new ArrayList<>();
            step.kinds().forEach(kind -> kinds.add(new Kind(kind.share(), new Soft(kind.step()))));
            return kinds;
        }

        @Override
        public void reads(IntConsumer nodes, IntConsumer tiers) {
            step.reads(nodes, tiers);
        }
    }
}
