package nines.kernel;

import nines.random.RandomStream;

/**
 * Work B, the hold model: so many pending events; the earliest is taken and scheduled again, Exp(1)
 * later. When skewed, one delay in eight is a million times longer: timers of requests beside clocks
 * of failures.
 */
public final class Hold {

    private final EventCalendar calendar = new EventCalendar();
    private final RandomStream random = new RandomStream(7);
    private final boolean skewed;

    /** The last handle, so that handing one out is part of the work. */
    private long handle;

    public Hold(int pending, boolean skewed) {
        this.skewed = skewed;
        for (int i = 0; i < pending; i++) {
            calendar.schedule(delay(), i);
        }
    }

    /** Holds so many times and returns the time reached. */
    public double run(long holds) {
        for (long i = 0; i < holds; i++) {
            calendar.advance();
            handle = calendar.schedule(calendar.time() + delay(), calendar.event());
        }
        return calendar.time();
    }

    public long handle() {
        return handle;
    }

    private double delay() {
        double delay = random.nextExponential();
        return skewed && (random.nextLong() & 7) == 0 ? delay * 1e6 : delay;
    }
}
