package nines.ui.compare;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, by their longest common subsequence of lines. */
final class TextDifference {
    private static final int MOST_LINES = 3000;
    private static final int MOST_SHOWN = 60;

    /**
     * A line that only one of the two has.
     *
     * @param isNew whether the second has it
     * @param number in its text, from 1
     * @param words of it
     */
    record Line(boolean isNew, int number, String words) {}

    private TextDifference() {}

    /** What is gone and what is new, in the order of the texts; the first sixty lines of it. */
    static List<Line> between(String first, String second) {
        List<String> was = first.lines().limit(MOST_LINES).toList();
        List<String> is = second.lines().limit(MOST_LINES).toList();
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var lines = new ArrayList<Line>();
        int i = 0;
        int j = 0;
        while ((i < was.size() || j < is.size()) && lines.size() < MOST_SHOWN) {
            if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
                i++;
                j++;
            } else if (j == is.size() || i < was.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(false, i + 1, was.get(i++)));
            } else {
                lines.add(new Line(true, j + 1, is.get(j++)));
            }
        }
        lines.removeIf(line -> line.words().isBlank());
        return List.copyOf(lines);
    }
}
