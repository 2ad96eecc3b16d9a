package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways in which independent subsystems look together, as far as these are not too rare, with how often one follows
 * another.
 */
final class Looking {
    /** More ways than this are not listed; the rarest are left out. */
    private static final int WAYS_MAX = 2_000;

    /** What comes so seldom in all the time that is simulated is not listed. */
    private static final double SELDOM = 0.01;

    private final Diagram diagram;
    private final double[][] chances;
    private final List<List<Behaviour.Flow>> flows;
    /** Of each level and look, how often a second it is entered while its subsystem is in it. */
    private final double[][] changing;

    private final List<int[]> ways = new ArrayList<>();
    private double seldom;

    private Looking(Diagram diagram, double[][] chances, List<List<Behaviour.Flow>> flows) {
        this.diagram = diagram;
        this.chances = chances;
        this.flows = flows;
        changing = new double[chances.length][];
        for (int l = 0; l < chances.length; l++) {
            changing[l] = new double[chances[l].length];
            for (Behaviour.Flow flow : flows.get(l)) {
                changing[l][flow.to()] += flow.perSecond() / chances[l][flow.to()];
            }
        }
    }

    /**
     * All that a journey makes of them.
     *
     * @param totals share lost, share of time down and outages a second, in the long run
     * @param seconds what is to be simulated
     */
    static Rarity of(
            Diagram diagram, double[][] chances, List<List<Behaviour.Flow>> flows, double[] totals, double seconds) {
        Looking looking = new Looking(diagram, chances, flows);
        looking.seldom = SELDOM / seconds;
        do {
            looking.ways.clear();
            looking.list(new int[chances.length], 0, 1);
            looking.seldom *= 10;
        } while (looking.ways.size() > WAYS_MAX);
        return looking.rarity(totals);
    }

    private void list(int[] way, int level, double chance) {
        if (ways.size() > WAYS_MAX) {
            return;
        }
        if (level == way.length) {
            double often = 0;
            for (int l = 0; l < way.length; l++) {
                often += changing[l][way[l]];
            }
            if (often * chance >= seldom || ways.isEmpty()) {
                ways.add(way.clone());
            }
            return;
        }
        for (int look = 0; look < chances[level].length; look++) {
            double here = chance * chances[level][look];
            if (here * most(way, level, look) >= seldom) {
                way[level] = look;
                list(way, level + 1, here);
            }
        }
    }

    /** A bound on how often a second the looks chosen so far and any others change. */
    private double most(int[] way, int level, int look) {
        double most = changing[level][look];
        for (int l = 0; l < level; l++) {
            most += changing[l][way[l]];
        }
        for (int l = level + 1; l < chances.length; l++) {
            most += Arrays.stream(changing[l]).max().orElse(0);
        }
        return most;
    }

    private Rarity rarity(double[] totals) {
        int n = ways.size();
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        double[] chance = new double[n];
        double[] lost = new double[n];
        double[] down = new double[n];
        double[] outages = new double[n];
        for (int i = 0; i < n; i++) {
            int[] way = ways.get(i);
            numbers.put(Arrays.stream(way).boxed().toList(), i);
            chance[i] = 1;
            for (int l = 0; l < way.length; l++) {
                chance[i] *= chances[l][way[l]];
            }
            lost[i] = diagram.lostAt(way);
            down[i] = diagram.isUpAt(way) ? 0 : 1;
        }
        List<Behaviour.Flow> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int[] way = ways.get(i).clone();
            boolean up = down[i] == 0;
            for (int l = 0; l < way.length; l++) {
                int look = way[l];
                for (Behaviour.Flow flow : flows.get(l)) {
                    if (flow.from() != look) {
                        continue;
                    }
                    double rate = flow.perSecond() / chances[l][look];
                    way[l] = flow.to();
                    Integer other = numbers.get(Arrays.stream(way).boxed().toList());
                    if (other != null) {
                        all.add(new Behaviour.Flow(i, other, chance[i] * rate));
                    }
                    outages[i] += up && !diagram.isUpAt(way) ? rate : 0;
                }
                way[l] = look;
            }
        }
        return new Rarity(
                new Visits(chance, all),
                new Rarity.Worth(lost, totals[0]),
                new Rarity.Worth(down, totals[1]),
                new Rarity.Worth(outages, totals[2]));
    }
}
