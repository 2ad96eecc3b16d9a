package nines.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Shares of one total as percentages with one decimal that sum to exactly 100.0: each is rounded down, and the tenths left
 * go to the largest remainders (Hamilton's method).
 */
final class Percentages {
    private static final long ALL = 1000;

    private Percentages() {}

    /** Tenths of a percent, in the order of the amounts, none of which is negative; all 0 when the total is 0. */
    static long[] tenths(double[] amounts) {
        return tenths(amounts, ALL);
    }

    private static long[] tenths(double[] amounts, long all) {
        double total = 0;
        for (double amount : amounts) {
            total += amount;
        }
        long[] tenths = new long[amounts.length];
        if (!(total > 0)) {
            return tenths;
        }
        long left = all;
        double[] remainders = new double[amounts.length];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            // So that 41 % of a total, a few bits below, is not 40.9 % and a remainder.
            double exact = Math.rint(amounts[i] / total * all * 1e9) / 1e9;
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

    /**
     * The same for a table: its rows sum to 1000, and the cells of each row to the row, so that larger rows never get
     * less.
     *
     * @param amounts row after row
     */
    static long[] tenths(double[] amounts, int columns) {
        double[] rows = new double[amounts.length / columns];
        for (int i = 0; i < amounts.length; i++) {
            rows[i / columns] += amounts[i];
        }
        long[] ofRows = tenths(rows, ALL);
        long[] tenths = new long[amounts.length];
        for (int row = 0; row < rows.length; row++) {
            double[] cells = Arrays.copyOfRange(amounts, row * columns, (row + 1) * columns);
            System.arraycopy(tenths(cells, ofRows[row]), 0, tenths, row * columns, columns);
        }
        return tenths;
    }

    /** {@code 41.0 %} for 410 tenths. */
    static String text(long tenths) {
        return tenths / 10 + "." + tenths % 10 + " %";
    }
}
