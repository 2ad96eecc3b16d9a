package nines.blueprint;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * A user's own automaton: states, some of which hold its node down, and moves between them.
 *
 * @param stream name of its random streams
 * @param holds node that is held down in states that do not work
 * @param cause index of the root cause
 * @param works whether the node is free, one entry a state
 * @param start index of the first state
 * @param moves all moves
 */
public record Machine(String stream, int holds, int cause, boolean[] works, int start, Move[] moves) {
    /**
     * One move.
     *
     * @param from state
     * @param to states
     * @param chances chance of each state of {@code to}, adding up to 1
     * @param law time it takes while the guard holds, or null for a move without delay
     * @param guard node that must be true (or false, see {@code negated}), or -1
     * @param negated whether the guard must be false
     * @param restarts whether a stopped clock begins anew with a new draw instead of going on
     */
    public record Move(
            int from,
            int[] to,
            double[] chances,
            @Nullable Distribution law,
            int guard,
            boolean negated,
            boolean restarts) {
        /** A move whose clock goes on where it was stopped. */
        public Move(int from, int[] to, double[] chances, @Nullable Distribution law, int guard, boolean negated) {
            this(from, to, chances, law, guard, negated, false);
        }

        /** The same with another law. */
        public Move with(@Nullable Distribution otherLaw) {
            return new Move(from, to, chances, otherLaw, guard, negated, restarts);
        }
    }
}
