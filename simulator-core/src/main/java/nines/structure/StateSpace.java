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
    private final int states;
    private final int[] startStates;
    private final double[] startChances;
    private final int[] from;
    private final int[] to;
    private final double[] rate;
    private final double[][] lost;
    private final BitSet[] up;
    private final BitSet[] works;
    private final byte[][] post;
    private final List<Sight.Look> looks;
    private final int[] look;

    StateSpace(
            Blueprint blueprint,
            int states,
            int[] startStates,
            double[] startChances,
            int[] from,
            int[] to,
            double[] rate,
            double[][] lost,
            BitSet[] up,
            BitSet[] works,
            byte[][] post,
            List<Sight.Look> looks,
            int[] look) {
        this.blueprint = blueprint;
        this.states = states;
        this.startStates = startStates;
        this.startChances = startChances;
        this.from = from;
        this.to = to;
        this.rate = rate;
        this.lost = lost;
        this.up = up;
        this.works = works;
        this.post = post;
        this.looks = looks;
        this.look = look;
    }

    /** What was explored. */
    public Blueprint blueprint() {
        return blueprint;
    }

    /** How many states there are. */
    public int states() {
        return states;
    }

    /** How many transitions there are. */
    public int transitions() {
        return to.length;
    }

    /** Index of the first transition that leaves a state. */
    public int from(int state) {
        return from[state];
    }

    /** The state a transition leads to. */
    public int to(int transition) {
        return to[transition];
    }

    /** Rate of a transition, per second. */
    public double rate(int transition) {
        return rate[transition];
    }

    /** How many states a fresh system may be in once the rules without delay have run. */
    public int starts() {
        return startStates.length;
    }

    /** One of the states a fresh system may be in. */
    public int start(int i) {
        return startStates[i];
    }

    /** Chance of that state, in (0, 1]. */
    public double startChance(int i) {
        return startChances[i];
    }

    /** Share of a journey's requests that a state does not serve, in [0, 1]. */
    public double lost(int journey, int state) {
        return lost[journey][state];
    }

    /** Whether a state serves at least the journey's threshold. */
    public boolean isUp(int journey, int state) {
        return up[journey].get(state);
    }

    /** Whether a part as a whole works in a state. */
    public boolean works(int part, int state) {
        return works[part].get(state);
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
        return looks;
    }

    /** Which of the looks a state has. */
    public int look(int state) {
        return look[state];
    }
}
