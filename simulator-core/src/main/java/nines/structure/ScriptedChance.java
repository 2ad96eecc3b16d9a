package nines.structure;

import java.util.Arrays;

/**
 * Walks through all outcomes of whatever is asked, one outcome a run: the choices of a run are given again up to the one
 * that changes, what is asked after it starts with its first outcome. Durations are not drawn; every hazard is 1.
 */
final class ScriptedChance implements Chance {
    private int[] chosen = new int[16];
    private double[][] chances = new double[16][];
    private int depth;
    private int at;
    private double probability;

    /** Before the first run of a set of outcomes. */
    void begin() {
        depth = 0;
        rewind();
    }

    private void rewind() {
        at = 0;
        probability = 1;
    }

    /** The chance of the run that has just ended. */
    double probability() {
        return probability;
    }

    /** Moves on to the next outcome; false when all were had. */
    boolean next() {
        while (depth > 0) {
            double[] options = chances[depth - 1];
            int next = chosen[depth - 1] + 1;
            while (next < options.length && !(options[next] > 0)) {
                next++;
            }
            if (next < options.length) {
                chosen[depth - 1] = next;
                rewind();
                return true;
            }
            depth--;
        }
        return false;
    }

    private int choose(double[] options) {
        if (at == depth) {
            if (depth == chosen.length) {
                chosen = Arrays.copyOf(chosen, 2 * depth);
                chances = Arrays.copyOf(chances, 2 * depth);
            }
            int first = 0;
            while (first < options.length - 1 && !(options[first] > 0)) {
                first++;
            }
            chosen[depth] = first;
            chances[depth] = options;
            depth++;
        }
        int choice = chosen[at++];
        probability *= options[choice];
        return choice;
    }

    @Override
    public double hazard(int source) {
        return 1;
    }

    @Override
    public double duration(int source, Law law) {
        return law.distribution().inverseHazard(hazard(source));
    }

    @Override
    public boolean happens(int source, double p) {
        return choose(new double[] {p, 1 - p}) == 0;
    }

    @Override
    public int oneOf(int source, int n) {
        double[] options = new double[n];
        Arrays.fill(options, 1.0 / n);
        return choose(options);
    }

    @Override
    public int among(int source, double[] options) {
        return choose(options);
    }

    @Override
    public int count(int source, Law law, int most) {
        double[] options = new double[most + 1];
        double beyond = 1;
        for (int k = 0; k < most; k++) {
            double further = law.distribution().survival(Math.nextDown(k + 0.5));
            options[k] = beyond - further;
            beyond = further;
        }
        options[most] = beyond;
        return choose(options);
    }

    @Override
    public boolean hits(int source, long number, int member, double p) {
        return choose(new double[] {p, 1 - p}) == 0;
    }

    @Override
    public double spread(int source, long number, int member) {
        return 0.5;
    }
}
