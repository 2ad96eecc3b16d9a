package nines.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of texts in columns of equal width, two blanks apart; numbers to the right, words to the left. */
final class Table {
    private static final String GAP = "  ";

    private final boolean[] toTheRight;
    private final List<String[]> rows = new ArrayList<>();

    /** One letter a column: {@code l} to the left, {@code r} to the right. */
    Table(String columns) {
        toTheRight = new boolean[columns.length()];
        for (int i = 0; i < toTheRight.length; i++) {
            toTheRight[i] = columns.charAt(i) == 'r';
        }
    }

    Table row(String... cells) {
        if (cells.length != toTheRight.length) {
            throw new IllegalArgumentException("a row has " + toTheRight.length + " cells: " + Arrays.toString(cells));
        }
        rows.add(cells.clone());
        return this;
    }

    Table row(List<String> cells) {
        return row(cells.toArray(new String[0]));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, each indented by two blanks, without blanks at their ends. Columns without any text are left out. */
    List<String> lines() {
        int[] widths = new int[toTheRight.length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Paint.width(row[i]));
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > 0) {
                    String blanks = " ".repeat(widths[i] - Paint.width(row[i]));
                    line.append(GAP).append(toTheRight[i] ? blanks + row[i] : row[i] + blanks);
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
