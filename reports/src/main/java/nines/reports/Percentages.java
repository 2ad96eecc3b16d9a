package nines.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shares of one total as percentages with one decimal that sum to exactly 100.0: each is rounded down, and the tenths left
 * go to the largest remainders (Hamilton's method).
 */
final class Percentages {
    private static final int ALL = 1000;

    private Percentages() {}

    /** Tenths of a percent, in the order of the amounts, none of which is negative; all 0 when the total is 0. */
    static long[] tenths(double[] amounts) {
        double total = 0;
        for (double amount : amounts) {
            total += amount;
        }
        long[] tenths = new long[amounts.length];
        if (!(total > 0)) {
            return tenths;
        }
        long left = ALL;
        double[] remainders = new double[amounts.length];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            // So that 41 % of a total, a few bits below, is not 40.9 % and a remainder.
            double exact = Math.rint(amounts[i] / total * ALL * 1e9) / 1e9;
            tenths[i] = (long) Math.floor(exact);
            remainders[i] = exact - tenths[i];
            left -= tenths[i];
            order.add(i);
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -remainders[i]));
        for (int i = 0; i < left; i++) {
            tenths[order.get(i % order.size())]++;
        }
        return tenths;
    }

    /** {@code 41.0 %} for 410 tenths. */
    static String text(long tenths) {
        return tenths / 10 + "." + tenths % 10 + " %";
    }
}
