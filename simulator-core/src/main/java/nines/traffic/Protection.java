package nines.traffic;

import java.util.Arrays;
import java.util.List;
import nines.blueprint.Call;
import nines.blueprint.Guards;
import nines.kernel.EventCalendar;
import nines.random.RandomStream;
import nines.random.StreamKey;
import org.jspecify.annotations.Nullable;

/**
 * Bulkheads, circuit breakers, throttles and the budgets of second copies. Every instance of a caller has its own: they are
 * numbered by call and by the caller's station.
 */
final class Protection {
    /** Second copies that a budget can save up. */
    private static final double SAVINGS = 10;

    private final Frames frames;
    private final EventCalendar calendar;
    private final Guards[] guards;
    private final @Nullable Draw[] after;
    private final double[] savings;
    /** First key of each call, or -1 where nothing is counted. */
    private final int[] base;

    private final int callers;
    private final @Nullable Throttle[] throttles;
    private final RandomStream[] chance;
    private final long[] chanceNames;
    private final int[] out;
    private final @Nullable Breaker[] breakers;

    Protection(List<Call> calls, int stations, Frames frames, EventCalendar calendar) {
        this.frames = frames;
        this.calendar = calendar;
        callers = stations + 1;
        int n = calls.size();
        guards = new Guards[n];
        after = new Draw[n];
        savings = new double[n];
        base = new int[n];
        chance = new RandomStream[n];
        chanceNames = new long[n];
        int keys = 0;
        for (int c = 0; c < n; c++) {
            Guards written = calls.get(c).guards();
            guards[c] = written;
            Guards.Hedge hedge = written.hedge();
            after[c] =
                    hedge == null ? null : new Draw(hedge.after(), calls.get(c).name(), "second copies");
            boolean counts = written.atOnce() < Integer.MAX_VALUE || written.breaker() != null || written.throttles();
            chance[c] = new RandomStream(0);
            chanceNames[c] = StreamKey.of(calls.get(c).name(), "throttling");
            base[c] = counts ? keys : -1;
            keys += counts ? callers : 0;
        }
        out = new int[keys];
        breakers = new Breaker[keys];
        throttles = new Throttle[keys];
        for (int c = 0; c < n; c++) {
            Guards.Breaker rule = guards[c].breaker();
            for (int k = 0; k < callers && rule != null; k++) {
                breakers[base[c] + k] = new Breaker(rule);
            }
            for (int k = 0; k < callers && guards[c].throttles(); k++) {
                throttles[base[c] + k] = new Throttle();
            }
        }
    }

    void begin(long seed, long replication) {
        Arrays.fill(out, 0);
        java.util.Arrays.fill(savings, SAVINGS);
        for (Breaker each : breakers) {
            if (each != null) {
                each.begin();
            }
        }
        for (Throttle each : throttles) {
            if (each != null) {
                each.begin();
            }
        }
        for (int c = 0; c < chance.length; c++) {
            chance[c].reseed(StreamKey.of(chanceNames[c], seed, replication));
        }
        for (Draw each : after) {
            if (each != null) {
                each.begin(seed, replication);
            }
        }
    }

    /** An attempt wants to begin: {@link Flow#OK}, or why it may not. */
    int enter(int f) {
        int c = frames.call[f];
        if (base[c] < 0) {
            return Flow.OK;
        }
        int p = frames.parent[f];
        int key = base[c] + (p >= 0 ? frames.station[p] + 1 : 0);
        if (out[key] >= guards[c].atOnce()) {
            return Flow.LIMITED;
        }
        Breaker breaker = breakers[key];
        if (breaker != null && !breaker.lets(calendar.time())) {
            return Flow.CUT_OFF;
        }
        Throttle throttle = throttles[key];
        if (throttle != null && !throttle.lets(calendar.time(), chance[c])) {
            return Flow.SHED;
        }
        out[key]++;
        frames.guard[f] = key;
        frames.begun[f] = calendar.time();
        return Flow.OK;
    }

    /** An attempt that had begun has ended; with {@link Flow#PENDING} its caller left before. */
    void leave(int f, int outcome) {
        int key = frames.guard[f];
        if (key < 0) {
            return;
        }
        frames.guard[f] = -1;
        out[key]--;
        Breaker breaker = breakers[key];
        if (breaker != null) {
            breaker.hears(outcome, calendar.time() - frames.begun[f], calendar.time());
        }
        Throttle throttle = throttles[key];
        if (throttle != null && (outcome == Flow.OK || outcome == Flow.WRONG)) {
            throttle.accepted(calendar.time());
        }
    }

    /** A first attempt earns a part of a second copy. */
    void deposit(int f) {
        Guards.Hedge hedge = guards[frames.call[f]].hedge();
        if (hedge != null) {
            savings[frames.call[f]] = Math.min(SAVINGS, savings[frames.call[f]] + hedge.atMost());
        }
    }

    /** When a second copy of an attempt that has just begun is due; +infinity for never. */
    double secondCopyAt(int f) {
        Draw wait = after[frames.call[f]];
        return wait == null ? Double.POSITIVE_INFINITY : calendar.time() + wait.next();
    }

    /** Whether there is money for a second copy; if so it is spent. */
    boolean affordsSecondCopy(int f) {
        int c = frames.call[f];
        if (savings[c] < 1) {
            return false;
        }
        savings[c]--;
        return true;
    }

    boolean tellsDeadline(int f) {
        return guards[frames.call[f]].tellsDeadline();
    }

    /** Attempts counted, for checks. */
    int out() {
        int all = 0;
        for (int each : out) {
            all += each;
        }
        return all;
    }

    /**
     * Turns calls away by itself when the callee turns many away: with probability (asked − 2 accepted) / (asked + 1) over two
     * minutes (Beyer and others, Site Reliability Engineering, 2016, chapter 21).
     */
    private static final class Throttle {
        private static final double TIMES = 2;
        private static final int BUCKETS = 12;
        private static final double BUCKET = 10;

        private final long[] asked = new long[BUCKETS];
        private final long[] accepted = new long[BUCKETS];
        private long askedInAll;
        private long acceptedInAll;
        private long latest;

        void begin() {
            Arrays.fill(asked, 0);
            Arrays.fill(accepted, 0);
            askedInAll = 0;
            acceptedInAll = 0;
            latest = 0;
        }

        private int bucket(double now) {
            long number = (long) (now / BUCKET);
            for (long old = Math.max(latest + 1, number - BUCKETS + 1); old <= number; old++) {
                int bucket = (int) (old % BUCKETS);
                askedInAll -= asked[bucket];
                acceptedInAll -= accepted[bucket];
                asked[bucket] = 0;
                accepted[bucket] = 0;
            }
            latest = Math.max(latest, number);
            return (int) (number % BUCKETS);
        }

        boolean lets(double now, RandomStream random) {
            int bucket = bucket(now);
            double refused = (askedInAll - TIMES * acceptedInAll) / (askedInAll + 1.0);
            asked[bucket]++;
            askedInAll++;
            return refused <= 0 || random.nextDouble() >= refused;
        }

        void accepted(double now) {
            accepted[bucket(now)]++;
            acceptedInAll++;
        }
    }

    /** The three states of a circuit breaker, over a ring of the latest outcomes (resilience4j, count-based window). */
    private static final class Breaker {
        private static final int CLOSED = 0;
        private static final int OPEN = 1;
        private static final int HALF_OPEN = 2;

        private final Guards.Breaker rule;
        private final boolean[] ring;
        private int state;
        private int at;
        private int known;
        private int bad;
        private double openUntil;
        private int let;

        Breaker(Guards.Breaker rule) {
            this.rule = rule;
            ring = new boolean[Math.max(rule.window(), rule.trials())];
        }

        void begin() {
            enter(CLOSED);
        }

        private void enter(int next) {
            state = next;
            at = 0;
            known = 0;
            bad = 0;
            let = 0;
        }

        boolean lets(double now) {
            if (state == OPEN && now >= openUntil) {
                enter(HALF_OPEN);
            }
            return state == CLOSED || state == HALF_OPEN && let++ < rule.trials();
        }

        void hears(int outcome, double seconds, double now) {
            if (state == OPEN || outcome == Flow.PENDING) {
                // Of a trial whose caller left nothing is known: another may try.
                let -= state == HALF_OPEN ? 1 : 0;
                return;
            }
            int length = state == CLOSED ? rule.window() : rule.trials();
            boolean failed = outcome != Flow.OK || seconds >= rule.slowerThan();
            if (known == length) {
                bad -= ring[at] ? 1 : 0;
            } else {
                known++;
            }
            ring[at] = failed;
            bad += failed ? 1 : 0;
            at = at + 1 == length ? 0 : at + 1;
            if (known == length) {
                if (bad >= rule.errors() * length) {
                    enter(OPEN);
                    openUntil = now + rule.openFor();
                } else if (state == HALF_OPEN) {
                    enter(CLOSED);
                }
            }
        }
    }
}
