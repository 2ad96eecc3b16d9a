package nines.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The windows of one length: how their downtime, in seconds, varies. */
final class Windows {
    final Sample values = new Sample();
    /** Mean over the windows of each replication. */
    final Column mean = new Column();
    /** How many windows of each replication have any downtime. */
    final Column some = new Column();
    /** How many have more than each limit. */
    final List<Column> above = new ArrayList<>();

    private final double[] limits;

    Windows(double[] limits) {
        this.limits = limits;
        for (int i = 0; i < limits.length; i++) {
            above.add(new Column());
        }
    }

    /** Adds the windows of the next replication. */
    void add(double[] seconds) {
        values.add(seconds);
        mean.add(Arrays.stream(seconds).average().orElse(0));
        some.add(count(seconds, 0));
        for (int i = 0; i < limits.length; i++) {
            above.get(i).add(count(seconds, limits[i]));
        }
    }

    boolean areNone() {
        return values.count() == 0;
    }

    private static double count(double[] seconds, double limit) {
        int count = 0;
        for (double value : seconds) {
            count += value > limit ? 1 : 0;
        }
        return count;
    }
}
