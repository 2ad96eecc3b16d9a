package nines.traffic;

import nines.blueprint.Bursts;
import nines.blueprint.Source;
import nines.distribution.Distribution;
import nines.kernel.EventCalendar;
import nines.random.RandomStream;
import nines.random.StreamKey;
import nines.structure.LoadShape;
import nines.structure.Stepper;
import org.jspecify.annotations.Nullable;

/**
 * When the requests of one open loop come. Bursts and surges stretch or shorten what is left of the present gap when they
 * begin and end; the shape of the day takes away a part of the requests of its peak (thinning, Lewis and Shedler 1979).
 */
final class Arrivals {
    private final int source;
    private final EventCalendar calendar;
    private final Draw gap;
    private final @Nullable LoadShape shape;
    private final double most;
    private final @Nullable Bursts bursts;
    private final Source.Surge[] surges;
    private final RandomStream thinning = new RandomStream(0);
    private final RandomStream switching = new RandomStream(0);
    private final long thinningName;
    private final long switchingName;

    private boolean bursting;
    private double surge;
    private double speed;
    /** When the next request is due at the present speed; at speed 0 the gap left at speed 1. */
    private double due;

    private long handle;

    Arrivals(int source, Source written, Distribution law, @Nullable LoadShape shape, EventCalendar calendar) {
        this.source = source;
        this.calendar = calendar;
        this.shape = shape;
        most = shape == null ? 1 : shape.most();
        bursts = written.bursts();
        surges = written.surges().toArray(Source.Surge[]::new);
        gap = new Draw(law, written.stream(), "arrivals");
        thinningName = StreamKey.of(written.stream(), "shape");
        switchingName = StreamKey.of(written.stream(), "bursts");
    }

    /** Draws the first request; bursts are in their long-run state. */
    void begin(long seed, long replication) {
        gap.begin(seed, replication);
        thinning.reseed(StreamKey.of(thinningName, seed, replication));
        surge = 1;
        bursting = false;
        if (bursts != null) {
            switching.reseed(StreamKey.of(switchingName, seed, replication));
            bursting = switching.nextDouble() < bursts.share();
            scheduleSwitch(bursts);
        }
        speed = speed();
        waitFor(gap.next());
    }

    private double speed() {
        double burst = bursts == null ? 1 : bursting ? bursts.load() : bursts.calm();
        return surge * burst * most;
    }

    private void waitFor(double seconds) {
        if (speed > 0) {
            due = calendar.time() + (speed == 1 ? seconds : seconds / speed);
            handle = calendar.schedule(due, source << Happening.KIND_BITS | Happening.ARRIVAL);
        } else {
            due = seconds;
        }
    }

    /** A request is due: draws the next one, and says whether this one comes. */
    boolean comes() {
        waitFor(gap.next());
        return shape == null || thinning.nextDouble() * most < shape.at(calendar.time());
    }

    /** A burst begins or ends. */
    void switchOver() {
        if (bursts != null) {
            bursting = !bursting;
            scheduleSwitch(bursts);
            changeSpeed();
        }
    }

    private void scheduleSwitch(Bursts bursts) {
        double mean = bursting ? bursts.mean() : bursts.meanCalm();
        calendar.schedule(
                calendar.time() + mean * switching.nextExponential(), source << Happening.KIND_BITS | Happening.BURST);
    }

    /** Takes over which surges go on. */
    void refresh(Stepper structure) {
        double now = 1;
        for (Source.Surge each : surges) {
            now *= structure.works(each.calm()) ? 1 : each.load();
        }
        if (now != surge) {
            surge = now;
            changeSpeed();
        }
    }

    private void changeSpeed() {
        double left = speed > 0 ? (due - calendar.time()) * speed : due;
        if (speed > 0) {
            calendar.cancel(handle);
        }
        speed = speed();
        waitFor(left);
    }
}
