package nines.faulttree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Truths over basic events: gates that are true when at least so many of their inputs are. An input is an event (its
 * index) or a gate ({@link #NOTHING_BELOW} minus its index); the same input may be used often.
 */
final class Formula {
    /** References below 0 are gates: gate g is {@code -1 - g}. */
    private static final int NOTHING_BELOW = -1;

    private static final int OPEN = -2;

    /** One gate; negated, it is true when fewer are. */
    private record Gate(int atLeast, boolean negated, int[] inputs) {}

    private int events;
    private final List<Gate> gates = new ArrayList<>();

    /** A new event; its reference is its index. */
    int event() {
        return events++;
    }

    int events() {
        return events;
    }

    /** True when at least {@code needed} inputs are. */
    int atLeast(int needed, int... inputs) {
        return add(new Gate(needed, false, inputs.clone()));
    }

    int any(int... inputs) {
        return inputs.length == 1 ? inputs[0] : atLeast(1, inputs);
    }

    int all(int... inputs) {
        return inputs.length == 1 ? inputs[0] : atLeast(inputs.length, inputs);
    }

    int not(int input) {
        return add(new Gate(1, true, new int[] {input}));
    }

    private int add(Gate gate) {
        gates.add(gate);
        return NOTHING_BELOW - (gates.size() - 1);
    }

    private Gate gate(int reference) {
        return gates.get(NOTHING_BELOW - reference);
    }

    /** Makes the functions of gates and events in a diagram, each gate once. */
    final class Builder {
        private final Diagram diagram;
        private final int[] levelOf;
        private final int[] done;

        /** Events are asked in the order of their levels. */
        Builder(Diagram diagram, int[] levelOf) {
            this.diagram = diagram;
            this.levelOf = levelOf;
            done = new int[gates.size()];
            Arrays.fill(done, OPEN);
        }

        int function(int reference) throws TooLarge {
            if (reference >= 0) {
                return diagram.variable(levelOf[reference]);
            }
            int index = NOTHING_BELOW - reference;
            if (done[index] == OPEN) {
                Gate gate = gates.get(index);
                int[] inputs = new int[gate.inputs.length];
                for (int i = 0; i < inputs.length; i++) {
                    inputs[i] = function(gate.inputs[i]);
                }
                int truth = diagram.atLeast(gate.atLeast, inputs);
                done[index] = gate.negated ? diagram.not(truth) : truth;
            }
            return done[index];
        }
    }

    // ---------------------------------------------------------------- orders of the events

    /** Levels of the events in the order in which a walk from the tops, depth first, meets them. */
    int[] asMet(List<Integer> tops) {
        int[] levelOf = new int[events];
        Arrays.fill(levelOf, -1);
        boolean[] seen = new boolean[gates.size()];
        int next = 0;
        // A stack of references still to visit, the next one on top.
        int[] stack = new int[16];
        int depth = 0;
        for (int t = tops.size() - 1; t >= 0; t--) {
            stack = pushed(stack, depth++, tops.get(t));
        }
        while (depth > 0) {
            int reference = stack[--depth];
            if (reference >= 0) {
                levelOf[reference] = levelOf[reference] < 0 ? next++ : levelOf[reference];
            } else if (!seen[NOTHING_BELOW - reference]) {
                seen[NOTHING_BELOW - reference] = true;
                int[] inputs = gate(reference).inputs;
                for (int i = inputs.length - 1; i >= 0; i--) {
                    stack = pushed(stack, depth++, inputs[i]);
                }
            }
        }
        for (int e = 0; e < events; e++) {
            levelOf[e] = levelOf[e] < 0 ? next++ : levelOf[e];
        }
        return levelOf;
    }

    private static int[] pushed(int[] stack, int depth, int reference) {
        int[] room = depth == stack.length ? Arrays.copyOf(stack, 2 * depth) : stack;
        room[depth] = reference;
        return room;
    }

    /**
     * Levels that keep what is used together close together: every gate pulls itself and its inputs to their centre of
     * gravity, round after round (FORCE: Aloul, Markov, Sakallah 2003). Begins with the given levels.
     */
    int[] drawnTogether(int[] levelOf, List<Integer> tops) {
        int vertices = events + gates.size();
        double[] place = new double[vertices];
        for (int e = 0; e < events; e++) {
            place[e] = levelOf[e];
        }
        for (int g = 0; g < gates.size(); g++) {
            place[events + g] = mean(gates.get(g).inputs, place);
        }
        int[] best = levelOf;
        double bestSpan = span(levelOf, tops);
        int rounds = 10 * (int) Math.ceil(Math.sqrt(vertices) + 1);
        for (int round = 0; round < rounds; round++) {
            double[] sum = new double[vertices];
            int[] pulls = new int[vertices];
            for (int g = 0; g < gates.size(); g++) {
                int[] inputs = gates.get(g).inputs;
                double centre = (mean(inputs, place) * inputs.length + place[events + g]) / (inputs.length + 1);
                sum[events + g] += centre;
                pulls[events + g]++;
                for (int input : inputs) {
                    int vertex = input >= 0 ? input : events + NOTHING_BELOW - input;
                    sum[vertex] += centre;
                    pulls[vertex]++;
                }
            }
            for (int v = 0; v < vertices; v++) {
                place[v] = pulls[v] == 0 ? place[v] : sum[v] / pulls[v];
            }
            ranked(place);
            int[] now = levels(place);
            double span = span(now, tops);
            if (span < bestSpan) {
                bestSpan = span;
                best = now;
            }
        }
        return best;
    }

    private double mean(int[] inputs, double[] place) {
        double sum = 0;
        for (int input : inputs) {
            sum += place[input >= 0 ? input : events + NOTHING_BELOW - input];
        }
        return inputs.length == 0 ? 0 : sum / inputs.length;
    }

    /** Spreads the vertices evenly again, in their order. */
    private static void ranked(double[] place) {
        Integer[] order = sorted(place, place.length);
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
    }

    private int[] levels(double[] place) {
        Integer[] order = sorted(place, events);
        int[] levelOf = new int[events];
        for (int i = 0; i < events; i++) {
            levelOf[order[i]] = i;
        }
        return levelOf;
    }

    private static Integer[] sorted(double[] place, int n) {
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        double[] key = place.clone();
        Arrays.sort(order, (a, b) -> {
            int byPlace = Double.compare(key[a], key[b]);
            return byPlace != 0 ? byPlace : Integer.compare(a, b);
        });
        return order;
    }

    /** How far the events under each gate lie apart, summed over the gates; the smaller, the narrower the diagram. */
    private double span(int[] levelOf, List<Integer> tops) {
        int[] first = new int[gates.size()];
        int[] last = new int[gates.size()];
        Arrays.fill(first, -1);
        double span = 0;
        for (int top : tops) {
            if (top < 0) {
                reach(top, levelOf, first, last);
            }
        }
        for (int g = 0; g < first.length; g++) {
            span += first[g] < 0 ? 0 : last[g] - first[g];
        }
        return span;
    }

    private void reach(int reference, int[] levelOf, int[] first, int[] last) {
        int index = NOTHING_BELOW - reference;
        if (first[index] >= 0) {
            return;
        }
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int input : gates.get(index).inputs) {
            if (input >= 0) {
                least = Math.min(least, levelOf[input]);
                most = Math.max(most, levelOf[input]);
            } else {
                reach(input, levelOf, first, last);
                least = Math.min(least, first[NOTHING_BELOW - input]);
                most = Math.max(most, last[NOTHING_BELOW - input]);
            }
        }
        first[index] = least == Integer.MAX_VALUE ? 0 : least;
        last[index] = most;
    }
}
