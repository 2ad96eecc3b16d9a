package nines.structure;

import java.util.Arrays;
import nines.blueprint.Blueprint;

/**
 * What is seen of a state from outside: for some nodes, how many reasons hold them down; for every member of every tier,
 * its errors and who trusts it.
 *
 * @param nodes the nodes looked at
 * @param apart for each of them, inputs that are looked at for themselves and are not counted here; one entry a use
 */
public record Sight(int[] nodes, int[][] apart) {
    /** Nothing but tiers. */
    public static Sight none() {
        return new Sight(new int[0], new int[0][]);
    }

    /**
     * A state as it looks: equal looks are equal arrays.
     *
     * @param bad reasons that hold each node down, in the order of the sight's nodes
     * @param errors share of wrong answers of each member, tier after tier
     * @param trusts for each member one bit a watch of its tier, tier after tier
     */
    public record Look(int[] bad, double[] errors, long[] trusts) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Look look
                    && Arrays.equals(bad, look.bad)
                    && Arrays.equals(errors, look.errors)
                    && Arrays.equals(trusts, look.trusts);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Arrays.hashCode(bad) + Arrays.hashCode(errors)) + Arrays.hashCode(trusts);
        }
    }

    static int members(Blueprint blueprint) {
        return blueprint.tiers().stream()
                .mapToInt(tier -> tier.members().length)
                .sum();
    }
}
