package nines.structure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is seen of the states of a world that is explored, noted state by state. */
final class Seen {
    private final World world;
    private final Wiring wiring;
    private final Sight sight;
    private final double[][] lost;
    private final BitSet[] up;
    private final BitSet[] works;
    private final byte[][] post;
    private final Map<Sight.Look, Integer> looks = new LinkedHashMap<>();
    private int[] look = new int[1024];

    Seen(World world, Sight sight) {
        this.world = world;
        this.sight = sight;
        wiring = world.wiring;
        int journeys = wiring.journeys.length;
        lost = new double[journeys][1024];
        up = sets(journeys);
        works = sets(wiring.blueprint.parts().size());
        post = new byte[wiring.posts][1024];
    }

    private static BitSet[] sets(int n) {
        BitSet[] sets = new BitSet[n];
        Arrays.setAll(sets, i -> new BitSet());
        return sets;
    }

    /** Notes the present state of the world; the journey that is up at some hours only, or -1. */
    int note(int state) {
        if (state == look.length) {
            look = Arrays.copyOf(look, 2 * state);
            for (int j = 0; j < lost.length; j++) {
                lost[j] = Arrays.copyOf(lost[j], 2 * state);
            }
            for (int q = 0; q < post.length; q++) {
                post[q] = Arrays.copyOf(post[q], 2 * state);
            }
        }
        look[state] = looks.computeIfAbsent(look(), unseen -> looks.size());
        for (int j = 0; j < lost.length; j++) {
            double[] ofADay = world.scores.lossOfADay(j);
            if (ofADay[1] > 0 && ofADay[1] < 1) {
                return j;
            }
            lost[j][state] = ofADay[0];
            up[j].set(state, ofADay[1] == 0);
        }
        for (int p = 0; p < works.length; p++) {
            int node = wiring.blueprint.parts().get(p).works();
            works[p].set(state, node < 0 || world.isTrue(node));
        }
        for (int q = 0; q < post.length; q++) {
            post[q][state] = (byte) world.postPhase[q];
        }
        return -1;
    }

    private Sight.Look look() {
        int[] bad = new int[sight.nodes().length];
        for (int i = 0; i < bad.length; i++) {
            int node = sight.nodes()[i];
            bad[i] = world.bad[node] + wiring.slack[node];
            for (int input : sight.apart()[i]) {
                bad[i] -= world.isTrue(input) ? 0 : 1;
            }
        }
        int members = Sight.members(wiring.blueprint);
        double[] errors = new double[members];
        long[] trusts = new long[members];
        for (int t = 0, at = 0; t < wiring.tiers.length; t++) {
            int[] watches = wiring.tiers[t].watches();
            for (int i = 0; i < wiring.tiers[t].members().length; i++, at++) {
                errors[at] = world.errors[world.unitBehind(wiring.tiers[t].members()[i])];
                for (int k = 0; k < watches.length; k++) {
                    trusts[at] |= world.trusted[wiring.beliefBase[watches[k]] + i] ? 1L << k : 0;
                }
            }
        }
        return new Sight.Look(bad, errors, trusts);
    }

    /** What was seen of so many states. */
    StateSpace.Views found(int states) {
        int[] itself = new int[states];
        Arrays.setAll(itself, state -> state);
        return new StateSpace.Views(itself, lost, up, works, look, List.copyOf(looks.keySet()));
    }

    /** The phase of each post, by state. */
    byte[][] posts() {
        return post;
    }
}
