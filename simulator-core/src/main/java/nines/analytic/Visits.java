package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a system goes through its states in the long run: how likely each is, and how often a second it goes from one to
 * another. Tells how much of what a measure is made of a simulation may never have met: an hour lost once in 400 years is
 * most of some answers, and 300 years in which it did not happen look as precise as any.
 *
 * @param chance of each state; those that are too rare to be listed are missing
 * @param flows from state to state; states are entered in no other way
 */
record Visits(double[] chance, List<Behaviour.Flow> flows) {
    /** Where so many events are expected, none at all is seen once in ten thousand times: −ln 1e-4. */
    static final double MAY_BE_MISSED = 9.21;

    /** A state that is nearly always entered from the same rare one goes with it: both come in the same rare time. */
    private static final double GOES_WITH = 0.9;

    private static final int PASSES = 3;

    /**
     * The largest part of a measure that lies in states which, all together, are entered so seldom that nothing of them may
     * have been seen. Taken greedily, those first of which an entry is worth most.
     *
     * @param worth what a state is worth while it lasts
     * @param total what all states are worth on average, those included that are not listed: these are taken as not seen
     * @param seconds simulated in all
     * @return from 0, all of it was met often, to 1
     */
    double missed(double[] worth, double total, double seconds) {
        int n = chance.length;
        int[] group = groups(seconds);
        double[] entries = new double[n];
        List<List<Behaviour.Flow>> touching = new ArrayList<>();
        for (int g = 0; g < n; g++) {
            touching.add(new ArrayList<>());
        }
        for (Behaviour.Flow flow : flows) {
            int one = group[flow.from()];
            int other = group[flow.to()];
            if (one != other) {
                entries[other] += flow.perSecond() * seconds;
                touching.get(one).add(flow);
                touching.get(other).add(flow);
            }
        }
        double[] weight = new double[n];
        double listed = 0;
        for (int i = 0; i < n; i++) {
            weight[group[i]] += chance[i] * worth[i];
            listed += chance[i] * worth[i];
        }
        boolean[] in = new boolean[n];
        double missed = Math.max(0, total - listed);
        double expected = 0;
        Integer[] order = byWorth(weight, entries);
        for (int pass = 0; pass < PASSES; pass++) {
            for (int g : order) {
                if (in[g] || weight[g] == 0) {
                    continue;
                }
                // Who comes from a state that is taken, or goes to one, is not counted twice.
                double more = entries[g];
                for (Behaviour.Flow flow : touching.get(g)) {
                    int other = group[flow.from()] == g ? group[flow.to()] : group[flow.from()];
                    more -= in[other] ? flow.perSecond() * seconds : 0;
                }
                if (expected + more <= MAY_BE_MISSED) {
                    in[g] = true;
                    expected += more;
                    missed += weight[g];
                }
            }
        }
        return total > 0 ? Math.min(1, missed / total) : 0;
    }

    /**
     * The same where so many independent runs are looked at in one moment each.
     *
     * @param runs how many
     */
    double missedAt(double[] worth, double total, double runs) {
        double[] weight = new double[chance.length];
        double[] entries = new double[chance.length];
        double missed = total;
        for (int i = 0; i < weight.length; i++) {
            weight[i] = chance[i] * worth[i];
            entries[i] = runs * chance[i];
            missed -= weight[i];
        }
        missed = Math.max(0, missed);
        double expected = 0;
        for (int i : byWorth(weight, entries)) {
            if (weight[i] > 0 && expected + entries[i] <= MAY_BE_MISSED) {
                expected += entries[i];
                missed += weight[i];
            }
        }
        return total > 0 ? Math.min(1, missed / total) : 0;
    }

    private static Integer[] byWorth(double[] weight, double[] entries) {
        Integer[] order = new Integer[weight.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(perEntry(weight, entries, b), perEntry(weight, entries, a)));
        return order;
    }

    private static double perEntry(double[] weight, double[] entries, int i) {
        return weight[i] == 0 ? 0 : weight[i] / entries[i];
    }

    /**
     * A state of each state's group: what is nearly always entered from a rare and likelier state goes with it. What is
     * likeliest of all is not rare, however seldom one comes to it from anywhere else.
     */
    private int[] groups(double seconds) {
        int n = chance.length;
        int usual = 0;
        for (int i = 1; i < n; i++) {
            usual = chance[i] > chance[usual] ? i : usual;
        }
        int[] group = new int[n];
        Arrays.setAll(group, i -> i);
        for (int pass = 0; pass < PASSES; pass++) {
            Map<Long, Double> times = new HashMap<>();
            double[] entries = new double[n];
            for (Behaviour.Flow flow : flows) {
                int one = group[flow.from()];
                int other = group[flow.to()];
                if (one != other) {
                    entries[other] += flow.perSecond() * seconds;
                    times.merge((long) one << 32 | other, flow.perSecond() * seconds, Double::sum);
                }
            }
            int[] goesWith = new int[n];
            Arrays.fill(goesWith, -1);
            double[] net = entries.clone();
            times.forEach((pair, often) -> {
                int one = (int) (pair >> 32);
                int other = (int) (long) pair;
                boolean likelier = chance[one] > chance[other] || chance[one] == chance[other] && one < other;
                if (likelier && often > GOES_WITH * entries[other]) {
                    goesWith[other] = one;
                    net[one] -= times.getOrDefault((long) other << 32 | one, 0.0);
                }
            });
            int[] next = group.clone();
            for (int i = 0; i < n; i++) {
                int before = goesWith[group[i]];
                boolean rare = before >= 0 && net[before] <= MAY_BE_MISSED && before != group[usual];
                next[i] = rare ? before : group[i];
            }
            // Who goes with one that goes with another goes with that; each is likelier than the one before.
            for (int i = 0; i < n; i++) {
                while (next[i] != next[next[i]]) {
                    next[i] = next[next[i]];
                }
            }
            group = next;
        }
        return group;
    }
}
