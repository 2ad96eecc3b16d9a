package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Blueprint;
import nines.blueprint.Mode;
import nines.blueprint.Phase;

/**
 * Units that are alike, as many or as few as one: which states one of them can be in by itself. Such a state has one
 * condition for each of its modes; state 0 is the one in which all are up.
 */
final class Species {
    /** More states than this of a single unit are left to the explorer. */
    private static final int STATES_MAX = 64;

    /** What a mode does in a condition. */
    enum Doing {
        UP,
        WAITING,
        WORKING,
        LOST
    }

    /**
     * How far a mode has come.
     *
     * @param stage of the repair, from 1; 0 before it
     * @param held whether the hands of a crew are on it
     */
    record Condition(Doing doing, int stage, boolean held) {}

    final int size;
    /** The nodes that are each unit's own, for each unit in the same order. */
    final int[][] nodes;

    final Mode[] modes;
    /** The conditions of each mode; 0 is up. */
    final Condition[][] conditions;

    /** The states: a condition of each mode. */
    final List<int[]> states = new ArrayList<>();

    private final Map<List<Integer>, Integer> numbers = new HashMap<>();

    private Species(Blueprint blueprint, int[][] nodes, int[] modes) {
        size = nodes.length;
        this.nodes = nodes;
        this.modes = Arrays.stream(modes).mapToObj(blueprint.modes()::get).toArray(Mode[]::new);
        conditions = new Condition[modes.length][];
        for (int m = 0; m < modes.length; m++) {
            conditions[m] = conditions(this.modes[m]);
        }
    }

    /** Units that are alike, or null when one of them alone has too many states. */
    static @org.jspecify.annotations.Nullable Species of(Blueprint blueprint, int[][] nodes, int[] modes) {
        Species species = new Species(blueprint, nodes, modes);
        return species.findStates() ? species : null;
    }

    private static Condition[] conditions(Mode mode) {
        List<Condition> all = new ArrayList<>();
        all.add(new Condition(Doing.UP, 0, false));
        if (!mode.mendable()) {
            all.add(new Condition(Doing.LOST, 0, false));
            return all.toArray(Condition[]::new);
        }
        for (int s = 1; s <= mode.repair().size(); s++) {
            boolean byCrew = isByCrew(mode, s);
            if (byCrew && !isByCrew(mode, s - 1)) {
                all.add(new Condition(Doing.WAITING, s, false));
            }
            all.add(new Condition(Doing.WORKING, s, byCrew));
        }
        return all.toArray(Condition[]::new);
    }

    static boolean isByCrew(Mode mode, int stage) {
        return stage > 0 && mode.repair().get(stage - 1).resource() == Phase.Resource.CREW;
    }

    /** Goes through all states of one unit whose surroundings are in order. */
    private boolean findStates() {
        number(new int[modes.length]);
        for (int at = 0; at < states.size(); at++) {
            int[] state = states.get(at);
            for (int m = 0; m < modes.length; m++) {
                boolean stands = state[m] == 0 && modes[m].operating() && isBroken(state);
                if (!stands) {
                    number(with(state, m, state[m] + 1 < conditions[m].length ? state[m] + 1 : 0));
                }
            }
            if (states.size() > STATES_MAX) {
                return false;
            }
        }
        return true;
    }

    /** Whether a mode that takes the unit down is broken. */
    private boolean isBroken(int[] state) {
        for (int m = 0; m < modes.length; m++) {
            if (state[m] > 0 && modes[m].holds() == modes[m].unit()) {
                return true;
            }
        }
        return false;
    }

    private static int[] with(int[] state, int mode, int condition) {
        int[] other = state.clone();
        other[mode] = condition;
        return other;
    }

    private int number(int[] state) {
        List<Integer> key = Arrays.stream(state).boxed().toList();
        return numbers.computeIfAbsent(key, unseen -> {
            states.add(state);
            return states.size() - 1;
        });
    }

    /** The state that differs from another one in a mode's condition; -1 when there is none. */
    int moved(int state, int mode, int condition) {
        List<Integer> key =
                Arrays.stream(with(states.get(state), mode, condition)).boxed().toList();
        return numbers.getOrDefault(key, -1);
    }

    Condition condition(int state, int mode) {
        return conditions[mode][states.get(state)[mode]];
    }

    /** The condition that follows when a stage is over: the next stage, or up. */
    int after(int state, int mode) {
        int next = states.get(state)[mode] + 1;
        return next < conditions[mode].length ? next : 0;
    }

    /** How many broken modes hold a node down in a state. */
    int holds(int state, int node) {
        int sum = 0;
        for (int m = 0; m < modes.length; m++) {
            sum += states.get(state)[m] > 0 && modes[m].holds() == node ? 1 : 0;
        }
        return sum;
    }
}
