package nines.faulttree;

import java.util.Arrays;

/**
 * Chances of the variables of a diagram, by level. Variables are independent, but for blocks of neighbours of which at
 * most one is true at a time: the steps of rolling work.
 */
final class Chances {
    private final double[] chance;
    /** The last level of the block that a level is in. */
    private final int[] last;

    private Chances(double[] chance, int[] last) {
        this.chance = chance;
        this.last = last;
    }

    static Chances independent(double[] chance) {
        int[] last = new int[chance.length];
        Arrays.setAll(last, level -> level);
        return new Chances(chance.clone(), last);
    }

    /**
     * With blocks.
     *
     * @param blockOf number of the block of each level, neighbours only; a block may have one level
     */
    static Chances inBlocks(double[] chance, int[] blockOf) {
        int[] last = new int[chance.length];
        for (int level = chance.length - 1; level >= 0; level--) {
            boolean ends = level == chance.length - 1 || blockOf[level] != blockOf[level + 1];
            last[level] = ends ? level : last[level + 1];
        }
        return new Chances(chance.clone(), last);
    }

    /** The same with another chance at a level. */
    Chances with(int level, double p) {
        double[] changed = chance.clone();
        changed[level] = p;
        return new Chances(changed, last);
    }

    double at(int level) {
        return chance[level];
    }

    int levels() {
        return chance.length;
    }

    /** The last level of the block that a level is in. */
    int last(int level) {
        return last[level];
    }

    /**
     * Expected value of a function. Sums and products of positive numbers only, so that small values keep their digits.
     */
    double expected(Diagram diagram, int function) {
        return values(diagram, function, diagram.reached(function))[function];
    }

    /** Expected values, by node, of the functions that the given one leads to. */
    double[] values(Diagram diagram, int function, int[] reached) {
        double[] value = new double[function + 1];
        for (int node = 0; node <= function; node++) {
            if (diagram.isLeaf(node)) {
                value[node] = diagram.value(node);
            }
        }
        for (int i = reached.length - 1; i >= 0; i--) {
            int node = reached[i];
            int level = diagram.level(node);
            double none = 1;
            double sum = 0;
            for (int one = level; one <= last[level]; one++) {
                sum += chance[one] * value[below(diagram, node, one)];
                none -= chance[one];
            }
            value[node] = sum + none * value[below(diagram, node, Diagram.LEAF)];
        }
        return value;
    }

    /** Where a function goes when, of the node's block, only the variable of one level is true; or none, for LEAF. */
    int below(Diagram diagram, int node, int one) {
        int end = last[diagram.level(node)];
        int at = node;
        while (diagram.level(at) <= end) {
            at = diagram.level(at) == one ? diagram.high(at) : diagram.low(at);
        }
        return at;
    }

    /**
     * For each level the chance that the rest is such that the function is true with its variable, and false without any
     * of its block: the derivative of the chance of the function by that of the variable.
     */
    double[] decided(Diagram diagram, int function, int[] reached, boolean isRising) {
        double[] value = values(diagram, function, reached);
        double[] comes = new double[function + 1];
        comes[function] = 1;
        double[] sum = new double[chance.length];
        for (int node : reached) {
            int level = diagram.level(node);
            if (comes[node] == 0) {
                continue;
            }
            int without = below(diagram, node, Diagram.LEAF);
            double none = 1;
            for (int one = level; one <= last[level]; one++) {
                int with = below(diagram, node, one);
                sum[one] += comes[node] * difference(diagram, with, without, value, isRising);
                comes[with] += comes[node] * chance[one];
                none -= chance[one];
            }
            comes[without] += comes[node] * none;
        }
        return sum;
    }

    /** A difference smaller than this share of its terms is found in another way. */
    private static final double DIGITS_LOST = 1e-3;

    private double difference(Diagram diagram, int with, int without, double[] value, boolean isRising) {
        double difference = value[with] - value[without];
        if (!isRising || difference > DIGITS_LOST * value[with]) {
            return difference;
        }
        try {
            return expected(diagram, diagram.andNot(with, without));
        } catch (TooLarge tooLarge) {
            return difference;
        }
    }
}
