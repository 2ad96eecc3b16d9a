package nines.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntConsumer;
import nines.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In steady state nothing is allocated, whatever the number of pending events. An array may grow
 * when a record number of them is pending, ever more rarely: so most blocks of events must allocate
 * nothing, not all.
 */
class KernelAllocationTest {

    private static final int BLOCKS = 9;
    private static final int EVENTS = 50_000;

    private final RandomStream random = new RandomStream(1);
    private final EventCalendar calendar = new EventCalendar();
    private final Simulation simulation = new Simulation();
    private final EventHandler handler = this::happen;
    private int happenings;

    @ParameterizedTest
    @ValueSource(ints = {2, 40, 100, 5000})
    void holdsAndCancellationsAllocateNothing(int pending) {
        for (int i = 0; i < pending; i++) {
            calendar.schedule(delay(), i);
        }
        hold(20 * pending + 100_000);
        assertThat(medianBytes(this::hold)).isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40, 100, 5000})
    void eventsOfHandlersAllocateNothing(int pending) {
        for (int i = 0; i < pending; i++) {
            simulation.schedule(delay(), handler, 1, i);
        }
        happen(20 * pending + 100_000);
        assertThat(medianBytes(this::happen)).isLessThan(100);
    }

    /** A clock that is set anew a million times before it rings. */
    @Test
    void cancelledEventsDoNotPileUp() {
        for (int i = 0; i < 100; i++) {
            calendar.schedule(1e9 + i, i);
        }
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000_000; i++) {
            calendar.cancel(calendar.schedule(2e9, -1));
        }
        // If they were kept they would take 24 MB.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
        assertThat(calendar.size()).isEqualTo(100);
    }

    private static long medianBytes(IntConsumer work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] bytes = new long[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.accept(EVENTS);
            bytes[i] = threads.getCurrentThreadAllocatedBytes() - before;
        }
        Arrays.sort(bytes);
        return bytes[BLOCKS / 2];
    }

    private void hold(int events) {
        for (int i = 0; i < events; i++) {
            calendar.advance();
            long doomed = calendar.schedule(calendar.time() + 10, -1);
            calendar.schedule(calendar.time() + delay(), calendar.event());
            calendar.cancel(doomed);
        }
    }

    private void happen(int events) {
        happenings = events;
        simulation.run();
        if (happenings != 0) {
            throw new AssertionError("events left: " + happenings);
        }
    }

    private void happen(int kind, int argument) {
        simulation.schedule(delay(), handler, kind, argument);
        if (--happenings == 0) {
            simulation.stop();
        }
    }

    /** Now and then far ahead, so that rungs come and go. */
    private double delay() {
        double delay = random.nextExponential();
        return random.nextInt(8) == 0 ? 10 * delay : delay;
    }
}
