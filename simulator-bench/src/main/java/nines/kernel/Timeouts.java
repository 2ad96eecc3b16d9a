package nines.kernel;

import java.util.Arrays;
import nines.random.RandomStream;

/**
 * Work C: Poisson arrivals at rate 64, dealt in turn to 20 servers of 4 slots each with service times
 * Exp(1), after a hop of Exp(0.05); a timeout 10 after the arrival is cancelled at completion. The
 * mean response is 1.347. Written on a bare {@link EventCalendar}, so that what a cancelled event
 * costs can be told from the cost of the handlers.
 *
 * <p>As a yardstick the timeouts can be kept in a lane instead: as all are equally long they form a
 * queue, a ring beside the calendar in which nothing is ever moved.
 */
public final class Timeouts {

    private static final int SERVERS = 20;
    private static final int SLOTS = 4;
    private static final double ARRIVAL_RATE = 64;
    private static final double HOP_MEAN = 0.05;
    private static final double TIMEOUT = 10;

    private static final int ARRIVAL = 0;
    private static final int DELIVERY = 1;
    private static final int DEPARTURE = 2;
    private static final int EXPIRY = 3;

    private static final int REQUESTS = 1 << 14;
    private static final int LANE_MASK = (1 << 13) - 1;

    private final EventCalendar calendar = new EventCalendar();
    private final RandomStream random;
    private final boolean lane;

    /** By request in flight. */
    private final double[] arrived = new double[REQUESTS];

    private final int[] server = new int[REQUESTS];
    private final int[] next = new int[REQUESTS];
    private final long[] timeout = new long[REQUESTS];
    private final boolean[] expired = new boolean[REQUESTS];
    private int free;

    /** By server. */
    private final int[] busy = new int[SERVERS];

    private final int[] queueHead = new int[SERVERS];
    private final int[] queueTail = new int[SERVERS];
    private int turn;

    private final double[] laneTime = new double[LANE_MASK + 1];
    private final int[] laneRequest = new int[LANE_MASK + 1];
    private final long[] laneTicket = new long[LANE_MASK + 1];
    private long laneHead;
    private long laneTail;

    private double responses;
    private long done;
    private long expiries;
    private double now;

    /** @param lane whether timeouts wait in the lane instead of the calendar */
    public Timeouts(boolean lane, long seed) {
        this.lane = lane;
        random = new RandomStream(seed);
        Arrays.fill(queueHead, -1);
        Arrays.setAll(next, i -> i + 1);
        calendar.schedule(random.nextExponential() / ARRIVAL_RATE, ARRIVAL);
    }

    /** Goes on until so many more requests are answered or given up; returns the mean response. */
    public double run(long requests) {
        long target = done + expiries + requests;
        while (done + expiries < target) {
            int event = takeNext();
            int request = event >>> 2;
            switch (event & 3) {
                case ARRIVAL -> arrive();
                case DELIVERY -> deliver(request);
                case DEPARTURE -> depart(request);
                default -> {
                    expired[request] = true;
                    timeout[request] = 0;
                    expiries++;
                }
            }
        }
        return responses / done;
    }

    private int takeNext() {
        if (lane) {
            while (laneHead != laneTail) {
                int at = (int) laneHead & LANE_MASK;
                int request = laneRequest[at];
                if (laneTicket[at] == timeout[request]) {
                    if (laneTime[at] < calendar.nextTime()) {
                        now = laneTime[at];
                        laneHead++;
                        return request << 2 | EXPIRY;
                    }
                    break;
                }
                laneHead++;
            }
        }
        calendar.advance();
        now = calendar.time();
        return calendar.event();
    }

    private void arrive() {
        calendar.schedule(now + random.nextExponential() / ARRIVAL_RATE, ARRIVAL);
        int chosen = turn;
        turn = turn + 1 == SERVERS ? 0 : turn + 1;
        int request = free;
        free = next[request];
        arrived[request] = now;
        server[request] = chosen;
        expired[request] = false;
        if (lane) {
            int at = (int) ++laneTail - 1 & LANE_MASK;
            laneTime[at] = now + TIMEOUT;
            laneRequest[at] = request;
            laneTicket[at] = laneTail;
            timeout[request] = laneTail;
        } else {
            timeout[request] = calendar.schedule(now + TIMEOUT, request << 2 | EXPIRY);
        }
        calendar.schedule(now + HOP_MEAN * random.nextExponential(), request << 2 | DELIVERY);
    }

    private void deliver(int request) {
        int at = server[request];
        if (busy[at] < SLOTS) {
            busy[at]++;
            serve(request);
            return;
        }
        next[request] = -1;
        if (queueHead[at] < 0) {
            queueHead[at] = request;
        } else {
            next[queueTail[at]] = request;
        }
        queueTail[at] = request;
    }

    private void serve(int request) {
        calendar.schedule(now + random.nextExponential(), request << 2 | DEPARTURE);
    }

    private void depart(int request) {
        int at = server[request];
        if (!expired[request]) {
            if (!lane) {
                calendar.cancel(timeout[request]);
            }
            timeout[request] = 0;
            responses += now - arrived[request];
            done++;
        }
        release(request);
        while (queueHead[at] >= 0) {
            int waiting = queueHead[at];
            queueHead[at] = next[waiting];
            if (!expired[waiting]) {
                serve(waiting);
                return;
            }
            release(waiting);
        }
        busy[at]--;
    }

    private void release(int request) {
        next[request] = free;
        free = request;
    }
}
