package nines.analytic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nines.blueprint.Tier;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * The time to a journey's first outage where it takes several independent parts, each of which it needs: it has had none as
 * long as none of them has failed it, so that the chances multiply. Each part is a unit with a law of life, or a chain.
 */
final class FirstOutages {
    /** Nothing is left of what is rarer. */
    private static final double NOTHING = 1e-18;

    private final List<Part> parts;
    private final String method;

    /** One part: the chance to have failed the journey by a time, and not to have. */
    private record Part(DoubleUnaryOperator gone, DoubleUnaryOperator there, boolean ends, String method) {}

    private FirstOutages(List<Part> parts) {
        this.parts = parts;
        method = parts.size() + " independent parts, each needed: "
                + String.join("; ", parts.stream().map(Part::method).distinct().toList());
    }

    /** The parts of a journey; null when it is one part only, or one of them has no such answer. */
    static @Nullable FirstOutages of(Scene scene, Diagram diagram, Limits limits, int journey) {
        List<List<Integer>> sets = diagram.inSeries();
        if (sets.size() < 2) {
            return null;
        }
        List<Part> parts = new ArrayList<>();
        for (List<Integer> set : sets) {
            Part part = part(scene, diagram, limits, journey, set);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return new FirstOutages(parts);
    }

    private static @Nullable Part part(Scene scene, Diagram diagram, Limits limits, int journey, List<Integer> set) {
        int first = set.get(0);
        if (set.size() == 1 && scene.behaviour(diagram.levels().get(first)) instanceof Unit unit) {
            Distribution life = unit.firstFailure();
            if (life != null && isDown(scene, diagram, first, 1)) {
                return new Part(life::cdf, life::survival, life.mean() < Double.POSITIVE_INFINITY, "closed form");
            }
        }
        Survival survival = null;
        String method = "";
        if (set.size() == 1 && scene.behaviour(diagram.levels().get(first)) instanceof ChainBehaviour chain) {
            boolean[] up = new boolean[chain.looks().size()];
            for (int look = 0; look < up.length; look++) {
                up[look] = !isDown(scene, diagram, first, look);
            }
            survival = chain.model().survival(state -> up[chain.model().space().look(state)]);
            method = chain.method();
        } else {
            BitSet together = new BitSet();
            set.forEach(l -> together.or(scene.subsystem(diagram.levels().get(l))));
            if (isWhole(scene, journey, together)
                    && MarkovModel.of(Excerpt.of(scene.automata, together), limits)
                            instanceof MarkovModel.Found found) {
                MarkovModel model = found.model();
                survival = model.survival(state -> model.space().isUp(journey, state));
                method = model.method();
            }
        }
        return survival == null ? null : new Part(survival::goneBy, survival, survival.ends(), method);
    }

    /** Whether the journey is down with one look of a level, and all others as in a fresh system. */
    private static boolean isDown(Scene scene, Diagram diagram, int level, int look) {
        double[][] chances = new double[diagram.levels().size()][];
        for (int l = 0; l < chances.length; l++) {
            chances[l] =
                    new double[scene.behaviour(diagram.levels().get(l)).looks().size()];
            chances[l][l == level ? look : 0] = 1;
        }
        return diagram.down(chances) > 0.5;
    }

    /** Whether no tier is cut: an excerpt has only those members that its automata have a say in. */
    private static boolean isWhole(Scene scene, int journey, BitSet together) {
        BitSet nodes = new BitSet();
        BitSet tiers = new BitSet();
        Scene.reads(scene.blueprint(), journey, nodes, tiers);
        for (int t = tiers.nextSetBit(0); t >= 0; t = tiers.nextSetBit(t + 1)) {
            Tier tier = scene.blueprint().tiers().get(t);
            boolean some = false;
            boolean all = true;
            for (int i = 0; i < tier.members().length; i++) {
                BitSet say = scene.automata.slot(tier, i);
                say.or(scene.automata.influence[tier.members()[i]]);
                if (!say.isEmpty()) {
                    some |= say.intersects(together);
                    all &= say.intersects(together);
                }
            }
            if (some && !all) {
                return false;
            }
        }
        return true;
    }

    /** Chance that the first outage comes within a time. */
    Answer within(double time) {
        double log = 0;
        for (Part part : parts) {
            log += StrictMath.log1p(-Math.min(1, part.gone.applyAsDouble(time)));
        }
        return new Answer.Exact(-StrictMath.expm1(log), 1e-13, method);
    }

    /** Mean time to it: the integral of the chance that it has not come. */
    Answer mean() {
        if (parts.stream().noneMatch(Part::ends)) {
            return new Answer.NotApplicable("it may be that no outage ever happens");
        }
        double end = 1;
        while (there(end) > NOTHING) {
            end *= 2;
            if (end > 1e300) {
                return new Answer.NotApplicable("it may be that no outage ever happens");
            }
        }
        while (there(end / 2) <= NOTHING) {
            end /= 2;
        }
        Answer mean = Quadrature.mean(end, time -> new Answer.Exact(there(time), 0, method));
        return mean instanceof Answer.Exact exact
                ? new Answer.Exact(exact.value() * end, exact.error() * end, method)
                : mean;
    }

    private double there(double time) {
        double product = 1;
        for (Part part : parts) {
            product *= part.there.applyAsDouble(time);
        }
        return product;
    }
}
