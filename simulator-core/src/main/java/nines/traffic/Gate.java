package nines.traffic;

import nines.blueprint.Shed;
import nines.blueprint.Station;
import org.jspecify.annotations.Nullable;

/** How one station protects itself: a rate limit, and shedding under overload. */
final class Gate {
    /** Where the limit of requests at once begins (Netflix's default). */
    private static final double FIRST_LIMIT = 20;
    /** Seconds between two looks at response times, and the least number of them. */
    private static final double WINDOW = 1;

    private static final int ENOUGH = 10;
    /** Seconds after which the response time without a queue is found anew. */
    private static final double RENEWED = 60;

    private static final double MOST = 10_000;

    private final double rate;
    private final double burst;
    private final int workers;
    private final double cost;
    private final Shed.@Nullable Method method;
    private final double target;
    private final double over;

    private double tokens;
    private double filled;
    /** Work of turning away that is still to be done, in seconds. */
    private double debt;

    private boolean dropping;
    private double tooLongSince;
    private double nextDrop;
    private int drops;

    private double limit;
    private double least;
    private double sum;
    private int count;
    private double windowEnds;
    private double renewedAt;

    Gate(Station station) {
        rate = station.rateLimit();
        burst = Math.max(1, rate);
        workers = station.workers();
        Shed shed = station.shed();
        method = shed == null ? null : shed.method();
        target = shed == null ? 0 : shed.target();
        over = shed == null ? 0 : shed.over();
        cost = shed == null ? 0 : shed.cost() * station.writeTime().mean();
    }

    /** Whether a station needs one. */
    static boolean isNeeded(Station station) {
        return station.shed() != null || station.rateLimit() < Double.POSITIVE_INFINITY;
    }

    void begin() {
        tokens = burst;
        filled = 0;
        debt = 0;
        dropping = false;
        tooLongSince = Double.POSITIVE_INFINITY;
        nextDrop = 0;
        drops = 0;
        limit = FIRST_LIMIT;
        least = Double.POSITIVE_INFINITY;
        sum = 0;
        count = 0;
        windowEnds = WINDOW;
        renewedAt = RENEWED;
    }

    /** Whether one more is let in where so many are: {@link Flow#OK}, or why not. */
    int letsIn(int present, double now) {
        if (rate < Double.POSITIVE_INFINITY) {
            tokens = Math.min(burst, tokens + (now - filled) * rate);
            filled = now;
            if (tokens < 1) {
                return Flow.LIMITED;
            }
            tokens--;
        }
        if (method == Shed.Method.ADAPTIVE_CONCURRENCY && present >= limit) {
            turnedAway();
            return Flow.SHED;
        }
        return Flow.OK;
    }

    /** Whether the least important leave when the queue is full. */
    boolean prefersImportant() {
        return method == Shed.Method.PRIORITY;
    }

    /** Somebody has been turned away: that is work too. */
    void turnedAway() {
        debt += cost;
    }

    /** The work of turning others away, which delays the next service. */
    double takeDebt() {
        double due = debt;
        debt = 0;
        return due;
    }

    /** Whether the one who is next is dropped instead, having waited so long; the pseudo-code of CoDel (RFC 8289). */
    boolean drops(double waited, int othersWaiting, double now) {
        if (method != Shed.Method.CODEL) {
            return false;
        }
        boolean tooLong = false;
        if (waited < target || othersWaiting == 0) {
            tooLongSince = Double.POSITIVE_INFINITY;
        } else if (tooLongSince == Double.POSITIVE_INFINITY) {
            tooLongSince = now;
        } else {
            tooLong = now >= tooLongSince + over;
        }
        if (!tooLong) {
            dropping = false;
            return false;
        }
        if (!dropping) {
            dropping = true;
            drops = now - nextDrop < over && drops > 2 ? drops - 2 : 1;
            nextDrop = now + over / Math.sqrt(drops);
        } else if (now >= nextDrop) {
            drops++;
            nextDrop += over / Math.sqrt(drops);
        } else {
            return false;
        }
        turnedAway();
        return true;
    }

    /** Somebody leaves who was here for so long: the gradient rule adapts how many may be here at once. */
    void left(double seconds, double now) {
        if (method != Shed.Method.ADAPTIVE_CONCURRENCY) {
            return;
        }
        sum += seconds;
        count++;
        if (now < windowEnds || count < ENOUGH) {
            return;
        }
        double mean = sum / count;
        least = Math.min(least, mean);
        double gradient = Math.max(0.5, Math.min(1, least / mean));
        limit = Math.min(MOST, Math.max(workers, limit * gradient + Math.sqrt(limit)));
        if (now >= renewedAt) {
            // For one window nobody waits, and the next look shows the response time without a queue.
            least = Double.POSITIVE_INFINITY;
            limit = workers;
            renewedAt = now + RENEWED;
        }
        sum = 0;
        count = 0;
        windowEnds = now + WINDOW;
    }
}
