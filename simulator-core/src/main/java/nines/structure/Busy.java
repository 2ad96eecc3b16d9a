package nines.structure;

/** The hours in which the load is above a level: how many seconds and how much load fall in them, and when they begin and end. */
final class Busy {
    private final LoadShape shape;
    /** Starts and ends in turn; the first {@code count} are valid. */
    private final double[] edges;

    private int count;
    /** Whether the hours go on over the end of a period: its last end and its first start are no edges then. */
    private boolean goesOn;

    private double secondsOfPeriod;
    private double loadOfPeriod;
    private boolean begins;

    Busy(LoadShape shape) {
        this.shape = shape;
        edges = new double[Math.max(2, shape.edgesMost())];
    }

    /** Becomes the hours above a level. */
    void set(double level) {
        if (level < shape.least()) {
            edges[0] = 0;
            edges[1] = shape.period();
            count = 2;
        } else {
            count = level >= shape.most() ? 0 : shape.busy(level, edges);
        }
        goesOn = count > 0 && edges[0] == 0 && edges[count - 1] == shape.period();
        double seconds = 0;
        double load = 0;
        for (int i = 0; i < count; i += 2) {
            seconds += edges[i + 1] - edges[i];
            load += shape.between(shape.origin() + edges[i], shape.origin() + edges[i + 1]);
        }
        secondsOfPeriod = seconds;
        loadOfPeriod = load;
    }

    /** Share of all time. */
    double timeShare() {
        return secondsOfPeriod / shape.period();
    }

    /** Share of all load. */
    double loadShare() {
        return loadOfPeriod / shape.period();
    }

    /** Seconds of these hours between two times. */
    double seconds(double from, double to) {
        double periods = number(to) - number(from);
        return periods * secondsOfPeriod + seconds(to) - seconds(from);
    }

    /** Load in these hours between two times, in seconds of mean load. */
    double load(double from, double to) {
        double periods = number(to) - number(from);
        return periods * loadOfPeriod + load(to) - load(from);
    }

    private double number(double time) {
        return Math.floor((time - shape.origin()) / shape.period());
    }

    private double inside(double time) {
        return time - shape.origin() - number(time) * shape.period();
    }

    private double seconds(double time) {
        double inside = inside(time);
        double sum = 0;
        for (int i = 0; i < count && edges[i] < inside; i += 2) {
            sum += Math.min(inside, edges[i + 1]) - edges[i];
        }
        return sum;
    }

    private double load(double time) {
        double inside = inside(time);
        double sum = 0;
        for (int i = 0; i < count && edges[i] < inside; i += 2) {
            sum += shape.between(shape.origin() + edges[i], shape.origin() + Math.min(inside, edges[i + 1]));
        }
        return sum;
    }

    /** Whether the load is above the level at a time; the first instant of such hours belongs to them, the last does not. */
    boolean isOn(double time) {
        boolean on = goesOn;
        double number = number(time) - 1;
        for (int period = 0; period < 3; period++) {
            for (int i = 0; i < count; i++) {
                if (isEdge(i) && edge(number + period, i) <= time) {
                    on = i % 2 == 0;
                }
            }
        }
        return on;
    }

    /** The first time after {@code time} at which such hours begin or end, +infinity if they never do. */
    double next(double time) {
        double number = number(time) - 1;
        for (int period = 0; period < 4; period++) {
            for (int i = 0; i < count; i++) {
                if (isEdge(i) && edge(number + period, i) > time) {
                    begins = i % 2 == 0;
                    return edge(number + period, i);
                }
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Whether such hours begin at the time that {@link #next} has returned. */
    boolean begins() {
        return begins;
    }

    private boolean isEdge(int i) {
        return !goesOn || i > 0 && i < count - 1;
    }

    private double edge(double period, int i) {
        return shape.origin() + (period * shape.period() + edges[i]);
    }
}
