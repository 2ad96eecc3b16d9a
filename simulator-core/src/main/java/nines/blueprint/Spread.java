package nines.blueprint;

import java.util.function.IntPredicate;

/**
 * Where the chunks of objects lie: each object has one chunk in each of {@code width} domains, on any of their members, all
 * choices of domains and of members within them being equally likely.
 *
 * @param members nodes that tell whether each instance answers
 * @param domains for each member the number of its domain, counted from 0
 * @param width chunks of an object, at most as many as there are domains
 * @param enough how many of them must answer, at least 1
 */
public record Spread(int[] members, int[] domains, int width, int enough) {

    /** How many domains there are. */
    public int domainCount() {
        int most = -1;
        for (int domain : domains) {
            most = Math.max(most, domain);
        }
        return most + 1;
    }

    /**
     * Share of the objects of which enough chunks answer, in [0, 1].
     *
     * <p>Over a random choice of domains the number of chunks that answer has the generating function
     * e(x) = Σ over choices Π (1 − a + a x), a being the living share of a domain; equal domains are counted together, and
     * what is dead is counted instead of what lives, so that a store in which nearly all lives costs little.
     */
    public double share(IntPredicate works) {
        int count = domainCount();
        int[] size = new int[count];
        int[] dead = new int[count];
        int touched = 0;
        for (int i = 0; i < members.length; i++) {
            size[domains[i]]++;
            if (!works.test(members[i])) {
                touched += dead[domains[i]]++ == 0 ? 1 : 0;
            }
        }
        int mayMiss = width - enough;
        if (touched <= mayMiss) {
            return 1;
        }
        // chosen[t][m]: sum over choices of t touched domains of the chance that m of those chunks are dead; from
        // mayMiss + 1
        // on they are not needed.
        int most = Math.min(touched, width);
        double[][] chosen = new double[most + 1][mayMiss + 1];
        chosen[0][0] = 1;
        for (int d = 0; d < count; d++) {
            if (dead[d] == 0) {
                continue;
            }
            double gone = (double) dead[d] / size[d];
            for (int t = most; t > 0; t--) {
                for (int m = mayMiss; m >= 0; m--) {
                    chosen[t][m] += chosen[t - 1][m] * (1 - gone) + (m > 0 ? chosen[t - 1][m - 1] * gone : 0);
                }
            }
        }
        double served = 0;
        for (int t = 0; t <= most; t++) {
            double here = 0;
            for (int m = 0; m <= mayMiss; m++) {
                here += chosen[t][m];
            }
            // The other width - t domains are whole: so many ways of all ways to choose, in ratios that stay small.
            served += here * ways(count - touched, width - t, count);
        }
        return Math.min(1, served);
    }

    /** Ways to choose {@code k} of {@code whole} domains, divided by the ways to choose all {@code width} of {@code all}. */
    private double ways(int whole, int k, int all) {
        if (k > whole) {
            return 0;
        }
        double ways = 1;
        for (int i = 0; i < k; i++) {
            ways *= (double) (whole - i) / (i + 1);
        }
        for (int i = 0; i < width; i++) {
            ways *= (double) (i + 1) / (all - i);
        }
        return ways;
    }
}
