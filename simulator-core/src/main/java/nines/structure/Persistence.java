package nines.structure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import nines.blueprint.Attempts;
import nines.blueprint.Course;
import nines.blueprint.Patience;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Never;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of client goes on after attempts that failed: it tries so often, gives up each attempt after its time-out,
 * pauses between, and goes for good when its patience is over. An attempt that was refused takes no time, one that hung
 * takes its time-out; a client without a time-out waits for ever.
 */
final class Persistence {
    /** Random pauses are taken at so many equally likely values, sums of them at so many. */
    private static final int VALUES = 128;

    private static final int SUMS = 512;
    private static final int KNOWN_MAX = 4096;

    private final Attempts attempts;
    private final @Nullable Distribution inAll;
    private final boolean isSure;
    private final long patience;
    /** Equally likely sums of the pauses after so many failures, in nanoseconds. */
    private final long[][] pauses;

    private final Map<Long, double[]> known = new HashMap<>();

    Persistence(Patience of) {
        attempts = of.attempts();
        Distribution law = of.inAll();
        inAll = law instanceof Never ? null : law;
        isSure = inAll instanceof Deterministic;
        patience = inAll == null ? Long.MAX_VALUE : Course.nanos(inAll.mean());
        pauses = new long[inAll == null ? 0 : attempts.most()][];
        if (pauses.length > 0) {
            pauses[0] = new long[] {0};
        }
        for (int m = 1; m < pauses.length; m++) {
            pauses[m] = sums(pauses[m - 1], values(Course.pause(attempts, m)));
        }
    }

    private static long[] values(DoubleUnaryOperator pause) {
        double first = pause.applyAsDouble(0.25);
        if (first == pause.applyAsDouble(0.75)) {
            return new long[] {Course.nanos(first)};
        }
        long[] values = new long[VALUES];
        for (int i = 0; i < VALUES; i++) {
            values[i] = Course.nanos(pause.applyAsDouble((i + 0.5) / VALUES));
        }
        return values;
    }

    private static long[] sums(long[] before, long[] next) {
        long[] all = new long[before.length * next.length];
        int at = 0;
        for (long one : before) {
            for (long other : next) {
                all[at++] = Course.later(one, other);
            }
        }
        Arrays.sort(all);
        if (all.length <= SUMS) {
            return all;
        }
        long[] some = new long[SUMS];
        for (int i = 0; i < SUMS; i++) {
            some[i] = all[(int) ((i + 0.5) * all.length / SUMS)];
        }
        return some;
    }

    /** Share of its requests that are served when each attempt takes this course, with all chances anew. */
    double served(Course attempt) {
        Course one = attempt.within(attempts.timeout());
        if (one.wellAtAll() == 0) {
            return 0;
        }
        double served = 0;
        Map<Long, Double> open = new TreeMap<>();
        open.put(0L, 1.0);
        for (int m = 0; m < attempts.most() && !open.isEmpty(); m++) {
            Map<Long, Double> next = new TreeMap<>();
            for (Map.Entry<Long, Double> entry : open.entrySet()) {
                for (int i = 0; i < one.size(); i++) {
                    long lost = Course.later(entry.getKey(), one.time(i));
                    if (one.well(i) > 0) {
                        // Patience decides whether a try is made; whoever is being served by then stays.
                        served += entry.getValue() * one.well(i) * stillThere(m, entry.getKey());
                    }
                    if (one.failed(i) > 0 && lost < patience(lost)) {
                        next.merge(lost, entry.getValue() * one.failed(i), Double::sum);
                    }
                }
            }
            open = next;
        }
        return served;
    }

    /** Nobody waits longer than a patience that is the same for all. */
    private long patience(long time) {
        return isSure ? patience : time == Long.MAX_VALUE ? time : time + 1;
    }

    /** Chance that the patience outlasts the time lost and the pauses after so many failures. */
    private double stillThere(int failures, long lost) {
        if (inAll == null) {
            return 1;
        }
        double[] chances = known.get(lost);
        if (chances == null) {
            if (known.size() >= KNOWN_MAX) {
                known.clear();
            }
            chances = new double[attempts.most()];
            Arrays.fill(chances, -1);
            known.put(lost, chances);
        }
        if (chances[failures] < 0) {
            double sum = 0;
            for (long pause : pauses[failures]) {
                long time = Course.later(lost, pause);
                sum += isSure ? time < patience ? 1 : 0 : inAll.survival(time * 1e-9);
            }
            chances[failures] = sum / pauses[failures].length;
        }
        return chances[failures];
    }
}
