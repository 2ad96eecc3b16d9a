package nines.structure;

import java.util.BitSet;
import java.util.List;
import nines.blueprint.Blueprint;

/**
 * All states that a structure can be in and the rates at which it goes from one to another: a Markov chain in continuous
 * time. States that are left without delay are not among them. Transitions are sorted by the state they leave; those of
 * state i are {@code from(i)} to {@code from(i + 1)}, exclusive, and go to different states, never to i.
 */
public final class StateSpace implements Explored {
    private final Blueprint blueprint;
    private final Transitions transitions;
    private final Views views;
    private final byte[][] post;

    /**
     * The chain.
     *
     * @param states how many states there are
     * @param startStates the states a fresh system may be in
     * @param startChances the chance of each of them
     * @param from index of the first transition that leaves a state; one entry more than there are states
     * @param to where each transition leads
     * @param rate its rate, per second
     */
    public record Transitions(
            int states, int[] startStates, double[] startChances, int[] from, int[] to, double[] rate) {}

    /**
     * What is seen of the states. Many states may be seen in the same way: they share a view.
     *
     * @param of the view of each state
     * @param lost share lost of each journey, by view
     * @param up whether each journey is up, by view
     * @param works whether each part works, by view
     * @param look the look of each view
     * @param looks the different looks
     */
    public record Views(int[] of, double[][] lost, BitSet[] up, BitSet[] works, int[] look, List<Sight.Look> looks) {}

    /** States found by whoever follows the rules; arrays are taken over, not copied. */
    public StateSpace(Blueprint blueprint, Transitions transitions, Views views) {
        this(blueprint, transitions, views, new byte[0][]);
    }

    StateSpace(Blueprint blueprint, Transitions transitions, Views views, byte[][] post) {
        this.blueprint = blueprint;
        this.transitions = transitions;
        this.views = views;
        this.post = post;
    }

    /** What was explored. */
    public Blueprint blueprint() {
        return blueprint;
    }

    /** How many states there are. */
    public int states() {
        return transitions.states;
    }

    /** The chain, in arrays that nobody may write to. */
    public Transitions chain() {
        return transitions;
    }

    /** How many transitions there are. */
    public int transitions() {
        return transitions.from[transitions.states];
    }

    /** Index of the first transition that leaves a state. */
    public int from(int state) {
        return transitions.from[state];
    }

    /** The state a transition leads to. */
    public int to(int transition) {
        return transitions.to[transition];
    }

    /** Rate of a transition, per second. */
    public double rate(int transition) {
        return transitions.rate[transition];
    }

    /** How many states a fresh system may be in once the rules without delay have run. */
    public int starts() {
        return transitions.startStates.length;
    }

    /** One of the states a fresh system may be in. */
    public int start(int i) {
        return transitions.startStates[i];
    }

    /** Chance of that state, in (0, 1]. */
    public double startChance(int i) {
        return transitions.startChances[i];
    }

    /** Share of a journey's requests that a state does not serve, in [0, 1]. */
    public double lost(int journey, int state) {
        return views.lost[journey][views.of[state]];
    }

    /** Whether a state serves at least the journey's threshold. */
    public boolean isUp(int journey, int state) {
        return views.up[journey].get(views.of[state]);
    }

    /** Whether a part as a whole works in a state. */
    public boolean works(int part, int state) {
        return views.works[part].get(views.of[state]);
    }

    /**
     * How far a take-over's post has come: 0 held, s in its s-th stage (those by hand follow), -1 empty because the
     * others carry on. Posts of all take-overs are numbered through.
     */
    public int post(int post, int state) {
        return this.post[post][state];
    }

    /** The different looks that states have. */
    public List<Sight.Look> looks() {
        return views.looks;
    }

    /** Which of the looks a state has. */
    public int look(int state) {
        return views.look[views.of[state]];
    }
}
