package nines.analytic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.structure.Sight;
import nines.structure.StateSpace;
import org.jspecify.annotations.Nullable;

/** A subsystem that is a Markov chain. */
record ChainBehaviour(MarkovModel model) implements Behaviour {
    @Override
    public List<Sight.Look> looks() {
        return model.space().looks();
    }

    @Override
    public String method() {
        return model.method();
    }

    @Override
    public boolean isChain() {
        return true;
    }

    @Override
    public double @Nullable [] inTheLongRun() {
        double[] p = model.stationary();
        return p == null ? null : byLook(p);
    }

    private double[] byLook(double[] p) {
        double[] chances = new double[looks().size()];
        for (int i = 0; i < p.length; i++) {
            chances[model.space().look(i)] += p[i];
        }
        return chances;
    }

    @Override
    public List<Flow> flows() {
        double[] p = model.stationary();
        if (p == null) {
            return List.of();
        }
        StateSpace space = model.space();
        Map<Long, Double> sums = new HashMap<>();
        for (int i = 0; i < p.length; i++) {
            for (int k = space.from(i); k < space.from(i + 1); k++) {
                int one = space.look(i);
                int other = space.look(space.to(k));
                if (one != other && p[i] > 0) {
                    sums.merge((long) one << 32 | other, p[i] * space.rate(k), Double::sum);
                }
            }
        }
        List<Flow> flows = new ArrayList<>();
        sums.forEach((pair, sum) -> flows.add(new Flow((int) (pair >> 32), (int) (long) pair, sum)));
        return flows;
    }

    @Override
    public @Nullable Chances at(double time) {
        Chances states = model.at(time);
        return states == null ? null : new Chances(byLook(states.chance()), states.error());
    }

    /** The chances in the order of other looks, which are the same ones. */
    @Nullable
    Chances at(double time, List<Sight.Look> order) {
        Chances mine = at(time);
        if (mine == null) {
            return null;
        }
        double[] chance = new double[order.size()];
        for (int i = 0; i < mine.chance().length; i++) {
            int at = order.indexOf(looks().get(i));
            if (at < 0) {
                throw new IllegalStateException("a unit looks as nobody expected: " + looks().get(i));
            }
            chance[at] += mine.chance()[i];
        }
        return new Chances(chance, mine.error());
    }

    @Override
    public String whyNot(double time) {
        return Double.isNaN(time) ? model.whyNotInTheLongRun() : model.whyNotAt(time);
    }
}
