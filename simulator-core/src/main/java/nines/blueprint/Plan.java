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
        double errors) {
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
     * @param holder true: whoever holds its first post at that moment; false: a member that holds none
     */
    public record Target(int node, int mode, int takeover, boolean holder) {
        /** A fixed node. */
        public static Target of(int node) {
            return new Target(node, -1, -1, false);
        }
    }
}
