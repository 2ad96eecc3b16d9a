package nines.blueprint;

import java.util.List;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to the system by script, by plan or at random.
 *
 * @param stream name of its random streams
 * @param cause index of the root cause
 * @param first seconds until the first time, or NaN to draw it from {@code every}
 * @param every time between beginnings, or null for once
 * @param verb what happens
 * @param steps what is hit, one step after the other; each step is a set of targets
 * @param phases what each step goes through; its targets are held from the first to the last
 * @param share chance of each target to be hit, in [0, 1]
 * @param planned whether observers and take-overs are told before (drained) instead of finding out
 * @param chance chance that it happens at all when its time has come, in [0, 1]
 * @param errors share of wrong answers, for {@link Verb#DEGRADE}
 * @param reach whom it reaches besides, later or for longer
 * @param with index of a plan of the same times, with which this one begins each time; -1: at times of its own
 */
public record Plan(
        String stream,
        int cause,
        double first,
        @Nullable Distribution every,
        Verb verb,
        Target[][] steps,
        List<Phase> phases,
        double share,
        boolean planned,
        double chance,
        double errors,
        Reach reach,
        int with) {

    /** An event with times of its own. */
    public Plan(
            String stream,
            int cause,
            double first,
            @Nullable Distribution every,
            Verb verb,
            Target[][] steps,
            List<Phase> phases,
            double share,
            boolean planned,
            double chance,
            double errors,
            Reach reach) {
        this(stream, cause, first, every, verb, steps, phases, share, planned, chance, errors, reach, -1);
    }

    /** An event that reaches its targets at once and no others. */
    public Plan(
            String stream,
            int cause,
            double first,
            @Nullable Distribution every,
            Verb verb,
            Target[][] steps,
            List<Phase> phases,
            double share,
            boolean planned,
            double chance,
            double errors) {
        this(stream, cause, first, every, verb, steps, phases, share, planned, chance, errors, Reach.PLAIN);
    }

    /**
     * Whom an event reaches, and how.
     *
     * @param count law of the number of targets hit, evenly chosen, for plans of one step; null: by {@code share}
     * @param spread each mode breaks after a uniform delay below this, in seconds; for {@link Verb#BREAK}
     * @param stays chance of each mode in {@code staying} to break when its target is let go
     * @param staying for each target, numbered through all steps: modes that stay broken, each with its chance
     * @param groups others that are hit with the first step, each group as a whole
     * @param gaps for each step the seconds from its end to the beginning of the next; empty: none
     * @param rollout how a release that does harm spreads from step to step; null: each step ends before the next begins
     */
    public record Reach(
            @Nullable Distribution count,
            double spread,
            double stays,
            int[][] staying,
            List<Group> groups,
            double[] gaps,
            @Nullable Rollout rollout) {
        /** Each target for itself, at once, and nobody else. */
        public static final Reach PLAIN = new Reach(null, 0, 0, new int[0][], List.of());

        public Reach {
            groups = List.copyOf(groups);
        }

        /** One step straight after the other. */
        public Reach(@Nullable Distribution count, double spread, double stays, int[][] staying, List<Group> groups) {
            this(count, spread, stays, staying, groups, new double[0], null);
        }

        /** The same with other numbers for modes and targets. */
        public Reach with(double otherSpread, int[][] otherStaying, List<Group> otherGroups) {
            return new Reach(count, otherSpread, stays, otherStaying, otherGroups, gaps, rollout);
        }

        /** Each step a time after the one before. */
        public static Reach inSteps(double[] gaps) {
            return new Reach(null, 0, 0, new int[0][], List.of(), gaps, null);
        }

        /** Seconds from the end of a step to the beginning of the next. */
        public double gapAfter(int step) {
            return step < gaps.length ? gaps[step] : 0;
        }

        /** Each step joins those before it. */
        public static Reach of(Rollout rollout) {
            return new Reach(null, 0, 0, new int[0][], List.of(), new double[0], rollout);
        }
    }

    /**
     * A release that turns out bad: each step's targets run it from a certain time on and do harm a while later. The first
     * of the plan's phases goes on from the first harm until it is noticed; then nothing more is released, and the other
     * phases take it back from everybody at once. A release that follows before any harm has shown takes its place.
     *
     * @param runs for each step the seconds from the beginning until its targets run it, in order
     * @param shows law from running it to doing harm, drawn for each step
     * @param compared so many first steps are compared with the others when the next step is due: harm that shows then is
     *     noticed then; 0: no such comparison
     * @param resumes index of the phase that follows when only the compared steps run it
     */
    public record Rollout(double[] runs, Distribution shows, int compared, int resumes) {}

    /**
     * Targets that are hit together or spared together.
     *
     * @param targets all of them
     * @param chance that they are hit, in [0, 1]
     */
    public record Group(Target[] targets, double chance) {}
    /** What happens to the targets. */
    public enum Verb {
        /** Held down. */
        HOLD,
        /** Answers wrongly. */
        DEGRADE,
        /** Hidden faults are found. */
        INSPECT,
        /** A mode breaks, with its own repair. */
        BREAK
    }

    /**
     * One target.
     *
     * @param node node that is held, or -1
     * @param mode mode that breaks, for BREAK, or -1
     * @param takeover take-over whose role is meant, or -1
     * @param holder true: whoever holds a post at that moment; false: a member that holds none
     * @param nth which of those, from 0 in the order of members
     * @param truth which truth of whoever has the role is held down
     */
    public record Target(int node, int mode, int takeover, boolean holder, int nth, Truth truth) {
        /** Of an instance: whether it lives, can be reached, answers. */
        public enum Truth {
            LIVES,
            REACHED,
            SERVES
        }

        /** A node or a mode, or the first member in a role. */
        public Target(int node, int mode, int takeover, boolean holder) {
            this(node, mode, takeover, holder, 0, Truth.LIVES);
        }

        /** A fixed node. */
        public static Target of(int node) {
            return new Target(node, -1, -1, false);
        }
    }
}
