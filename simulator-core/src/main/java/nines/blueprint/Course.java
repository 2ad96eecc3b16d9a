package nines.blueprint;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * What becomes of an attempt, and when: the chances that it is answered well, that it fails, and that it never ends, by
 * the time lost to targets that accept and do not answer. Whatever does not hang takes no time here. Times are whole
 * nanoseconds, so that three time-outs of 100 ms are 300 ms.
 */
public final class Course {
    /** Answered at once. */
    public static final Course DONE = once(1, 0);
    /** Refused at once. */
    public static final Course REFUSED = once(0, 0);
    /** Accepted, and never answered. */
    public static final Course STUCK = once(0, 1);

    private static final double NANOS = 1e9;
    /** More seconds than this are never. */
    private static final double LONGEST = 1e8;
    /** Chances below this are left out; they count as never. */
    private static final double TINY = 1e-18;

    private final long[] times;
    private final double[] well;
    private final double[] failed;
    private final double never;

    private Course(long[] times, double[] well, double[] failed, double never) {
        this.times = times;
        this.well = well;
        this.failed = failed;
        this.never = never;
    }

    /** One try that is answered or stuck with some chance, and refused otherwise. */
    public static Course once(double well, double stuck) {
        return new Course(new long[] {0}, new double[] {well}, new double[] {Math.max(0, 1 - well - stuck)}, stuck);
    }

    /** Seconds as nanoseconds; {@link Long#MAX_VALUE} for never. */
    public static long nanos(double seconds) {
        return seconds < LONGEST ? (long) Math.rint(seconds * NANOS) : Long.MAX_VALUE;
    }

    /** A later time; never stays never. */
    public static long later(long time, long by) {
        long sum = time + by;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** How many different times there are. */
    public int size() {
        return times.length;
    }

    /** When, in nanoseconds. */
    public long time(int i) {
        return times[i];
    }

    /** Chance of a good answer at that time. */
    public double well(int i) {
        return well[i];
    }

    /** Chance of a failure at that time. */
    public double failed(int i) {
        return failed[i];
    }

    /** Chance that it never ends. */
    public double never() {
        return never;
    }

    /** Chance that it is answered well, sooner or later. */
    public double wellAtAll() {
        double sum = 0;
        for (double each : well) {
            sum += each;
        }
        return sum;
    }

    /** After a good answer the next one is asked. */
    public Course then(Course next) {
        Sum sum = new Sum(never);
        for (int i = 0; i < times.length; i++) {
            sum.add(times[i], 0, failed[i]);
            sum.add(next, times[i], well[i]);
        }
        return sum.course();
    }

    /** After a failure the next one is asked. */
    public Course or(Course next) {
        Sum sum = new Sum(never);
        for (int i = 0; i < times.length; i++) {
            sum.add(times[i], well[i], 0);
            sum.add(next, times[i], failed[i]);
        }
        return sum.course();
    }

    /** Both are asked at once; the answer is there when both are. */
    public Course with(Course other) {
        Sum sum = new Sum(1 - (1 - never) * (1 - other.never));
        for (int i = 0; i < times.length; i++) {
            for (int k = 0; k < other.times.length; k++) {
                double both = well[i] * other.well[k];
                double either = (well[i] + failed[i]) * (other.well[k] + other.failed[k]);
                sum.add(Math.max(times[i], other.times[k]), both, either - both);
            }
        }
        return sum.course();
    }

    /** A failure does no harm; waiting does. */
    public Course softly() {
        double[] both = new double[times.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = well[i] + failed[i];
        }
        return new Course(times, both, new double[times.length], never);
    }

    /** A part of the requests goes this way, the others the other way. */
    public Course mix(double share, Course other) {
        Sum sum = new Sum(0);
        sum.add(this, 0, share);
        sum.add(other, 0, 1 - share);
        return sum.course();
    }

    /** Whoever has no answer yet when the time is up has failed by then. */
    public Course within(double seconds) {
        long limit = nanos(seconds);
        if (limit == Long.MAX_VALUE) {
            return this;
        }
        Sum sum = new Sum(0);
        sum.add(limit, 0, never);
        for (int i = 0; i < times.length; i++) {
            boolean isLate = times[i] >= limit;
            sum.add(isLate ? limit : times[i], isLate ? 0 : well[i], isLate ? well[i] + failed[i] : failed[i]);
        }
        return sum.course();
    }

    /** As often as a caller tries, each time with all chances anew; its pauses count with their means. */
    public Course tried(Attempts by) {
        Course one = within(by.timeout());
        Course all = one;
        for (int k = 1; k < by.most() && one.wellAtAll() < 1; k++) {
            all = all.onFailure(nanos(pause(by, k).applyAsDouble(0.5)), one);
        }
        return all;
    }

    private Course onFailure(long pause, Course next) {
        Sum sum = new Sum(never);
        for (int i = 0; i < times.length; i++) {
            sum.add(times[i], well[i], 0);
            sum.add(next, later(times[i], pause), failed[i]);
        }
        return sum.course();
    }

    /**
     * The pause after so many failed attempts, in seconds: the value that a number from 0 to 1 stands for. 0.5 stands for
     * the mean.
     */
    public static DoubleUnaryOperator pause(Attempts by, int failures) {
        var law = by.pause();
        if (law != null) {
            return u -> u == 0.5 ? law.mean() : law.quantile(u);
        }
        double bound = by.base();
        for (int k = 1; k < failures && bound < by.cap(); k++) {
            bound *= 2;
        }
        double most = Math.min(by.cap(), bound);
        return u -> u * most;
    }

    /** Chances by time, being added up. */
    private static final class Sum {
        private final Map<Long, double[]> byTime = new TreeMap<>();
        private double never;

        Sum(double never) {
            this.never = never;
        }

        void add(long time, double well, double failed) {
            if (time == Long.MAX_VALUE || well + failed < TINY) {
                never += well + failed;
                return;
            }
            double[] both = byTime.computeIfAbsent(time, t -> new double[2]);
            both[0] += well;
            both[1] += failed;
        }

        void add(Course course, long after, double chance) {
            if (chance == 0) {
                return;
            }
            for (int i = 0; i < course.times.length; i++) {
                add(later(after, course.times[i]), chance * course.well[i], chance * course.failed[i]);
            }
            never += chance * course.never;
        }

        Course course() {
            long[] times = new long[byTime.size()];
            double[] well = new double[times.length];
            double[] failed = new double[times.length];
            int i = 0;
            for (Map.Entry<Long, double[]> entry : byTime.entrySet()) {
                times[i] = entry.getKey();
                well[i] = entry.getValue()[0];
                failed[i++] = entry.getValue()[1];
            }
            return new Course(times, well, failed, never);
        }
    }
}
