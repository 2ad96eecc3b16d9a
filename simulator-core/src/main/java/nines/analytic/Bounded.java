package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.structure.PhaseLaw;

/**
 * A station with workers, room for so many, and services that are made of phases: its states by itself, and what leads from one to
 * another. In each state some wait, and so many of those in service are in each phase.
 */
final class Bounded {
    /** More states than this are not counted out. */
    static final int STATES_MAX = 20_000;

    private final int workers;
    private final int places;
    private final PhaseLaw law;
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<int[]> states = new ArrayList<>();

    /** For each state where an arrival leads, and with what chance; empty: it is turned away. */
    final List<List<Move>> arrival = new ArrayList<>();
    /** For each state what happens inside, and how many times a second. */
    final List<List<Move>> inside = new ArrayList<>();
    /** For each state how services end, and how many times a second. */
    final List<List<Move>> departure = new ArrayList<>();

    /**
     * Where something leads.
     *
     * @param to state
     * @param weight a chance or a rate per second
     */
    record Move(int to, double weight) {}

    private Bounded(int workers, int places, PhaseLaw law) {
        this.workers = workers;
        this.places = places;
        this.law = law;
    }

    /**
     * All states of a station, the first one empty; fewer lists than states where there are too many.
     *
     * @param places for those that wait
     */
    static Bounded of(int workers, int places, PhaseLaw law) {
        Bounded station = new Bounded(workers, places, law);
        station.number(new int[law.phases() + 1]);
        for (int s = 0; s < station.states.size() && s < STATES_MAX; s++) {
            station.look(station.states.get(s));
        }
        return station;
    }

    boolean isTooLarge() {
        return arrival.size() < states.size();
    }

    /** How many can be there. */
    int room() {
        return workers + places;
    }

    int size() {
        return states.size();
    }

    /** How many are there in a state, waiting or in service. */
    int present(int state) {
        return waiting(state) + busy(state);
    }

    int waiting(int state) {
        return states.get(state)[0];
    }

    int busy(int state) {
        int[] of = states.get(state);
        return Arrays.stream(of).sum() - of[0];
    }

    /** Whether an arrival would have to wait. */
    boolean makesWait(int state) {
        return busy(state) == workers && waiting(state) < places;
    }

    private int number(int[] state) {
        List<Integer> key = Arrays.stream(state).boxed().toList();
        return numbers.computeIfAbsent(key, fresh -> {
            states.add(state);
            return states.size() - 1;
        });
    }

    private void look(int[] state) {
        int busy = Arrays.stream(state).sum() - state[0];
        List<Move> arrivals = new ArrayList<>();
        if (busy < workers) {
            begin(state, 1, arrivals);
        } else if (state[0] < places) {
            int[] more = state.clone();
            more[0]++;
            arrivals.add(new Move(number(more), 1));
        }
        List<Move> moves = new ArrayList<>();
        List<Move> departures = new ArrayList<>();
        for (int i = 0; i < law.phases(); i++) {
            if (state[i + 1] == 0) {
                continue;
            }
            for (int k = 0; k < law.phases(); k++) {
                if (k != i && law.rate()[i][k] > 0) {
                    int[] moved = state.clone();
                    moved[i + 1]--;
                    moved[k + 1]++;
                    moves.add(new Move(number(moved), state[i + 1] * law.rate()[i][k]));
                }
            }
            if (law.exit()[i] > 0) {
                int[] left = state.clone();
                left[i + 1]--;
                double rate = state[i + 1] * law.exit()[i];
                if (left[0] > 0) {
                    left[0]--;
                    begin(left, rate, departures);
                } else {
                    departures.add(new Move(number(left), rate));
                }
            }
        }
        arrival.add(arrivals);
        inside.add(moves);
        departure.add(departures);
    }

    private void begin(int[] state, double weight, List<Move> moves) {
        for (int i = 0; i < law.phases(); i++) {
            if (law.start()[i] > 0) {
                int[] begun = state.clone();
                begun[i + 1]++;
                moves.add(new Move(number(begun), weight * law.start()[i]));
            }
        }
    }
}
