package nines.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventCalendarTest {

    private final EventCalendar calendar = new EventCalendar();

    @Test
    void eventsHappenInTheOrderOfTheirTimes() {
        calendar.schedule(3, 30);
        calendar.schedule(1, 10);
        calendar.schedule(2, 20);

        assertThat(calendar.nextTime()).isEqualTo(1);
        assertNext(1, 10);
        assertNext(2, 20);
        assertNext(3, 30);
        assertThat(calendar.advance()).isFalse();
        assertThat(calendar.time()).isEqualTo(3);
        assertThat(calendar.nextTime()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void eventsOfOneTimeHappenInTheOrderOfScheduling() {
        calendar.schedule(1, 7);
        for (int i = 0; i < 1000; i++) {
            calendar.schedule(2, i);
        }
        assertNext(1, 7);
        for (int i = 0; i < 1000; i++) {
            assertNext(2, i);
            if (i % 10 == 0) {
                calendar.schedule(2, 1000 + i / 10);
            }
        }
        for (int i = 0; i < 100; i++) {
            assertNext(2, 1000 + i);
        }
        assertThat(calendar.size()).isZero();
    }

    @Test
    void aMillionEventsOfOneTimeThatScheduleMoreOfItAreNoBurden() {
        int events = 1_000_000;
        for (int i = 0; i < events; i++) {
            calendar.schedule(5, i);
        }
        for (int i = 0; i < 2 * events; i++) {
            assertThat(calendar.advance()).isTrue();
            if (calendar.event() != i) {
                assertThat(calendar.event()).isEqualTo(i);
            }
            if (i < events) {
                calendar.schedule(5, events + i);
            }
        }
        assertThat(calendar.advance()).isFalse();
    }

    /** As above, with other events before and after: the tie then lies in a rung. */
    @Test
    void aTieAmongOtherEventsIsNoBurden() {
        int events = 300_000;
        for (int i = 0; i < 1000; i++) {
            calendar.schedule(4 + i / 500.0, -1 - i);
        }
        for (int i = 0; i < events; i++) {
            calendar.schedule(4.999, i);
        }
        int expected = 0;
        while (calendar.advance()) {
            if (calendar.event() >= 0) {
                if (calendar.event() != expected) {
                    assertThat(calendar.event()).isEqualTo(expected);
                }
                if (expected++ < events) {
                    calendar.schedule(4.999, calendar.event() + events);
                }
            }
        }
        assertThat(expected).isEqualTo(2 * events);
    }

    @Test
    void anyNumberIsAnEvent() {
        calendar.schedule(0, Integer.MIN_VALUE);
        calendar.schedule(0, -1);
        calendar.schedule(0, Integer.MAX_VALUE);

        assertNext(0, Integer.MIN_VALUE);
        assertNext(0, -1);
        assertNext(0, Integer.MAX_VALUE);
    }

    @Test
    void aCancelledEventDoesNotHappen() {
        calendar.schedule(1, 1);
        long second = calendar.schedule(2, 2);
        calendar.schedule(3, 3);

        assertThat(calendar.cancel(second)).isTrue();
        assertThat(calendar.size()).isEqualTo(2);
        assertNext(1, 1);
        assertNext(3, 3);
    }

    @Test
    void aHandleIsStaleOnceItsEventIsGone() {
        long cancelled = calendar.schedule(1, 1);
        long happened = calendar.schedule(2, 2);
        calendar.cancel(cancelled);
        calendar.advance();
        long pending = calendar.schedule(4, 4);
        calendar.schedule(5, 5);

        assertThat(calendar.cancel(cancelled)).isFalse();
        assertThat(calendar.cancel(happened)).isFalse();
        assertThat(calendar.cancel(0)).isFalse();
        assertThat(calendar.cancel(-1)).isFalse();
        assertThat(calendar.cancel(Long.MAX_VALUE)).isFalse();
        assertThat(calendar.size()).isEqualTo(2);
        assertThat(calendar.cancel(pending)).isTrue();
        assertThat(calendar.cancel(pending)).isFalse();
    }

    @Test
    void clearingForgetsEverythingAndStartsAtZero() {
        long[] handles = new long[500];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = calendar.schedule(i * i, i);
        }
        for (int i = 0; i < 100; i++) {
            calendar.advance();
        }
        calendar.clear();

        assertThat(calendar.size()).isZero();
        assertThat(calendar.time()).isZero();
        assertThat(calendar.nextTime()).isEqualTo(Double.POSITIVE_INFINITY);
        calendar.schedule(1, 1);
        for (long handle : handles) {
            assertThat(calendar.cancel(handle)).isFalse();
        }
        assertNext(1, 1);
        assertThat(calendar.advance()).isFalse();
    }

    @Test
    void minusZeroIsZero() {
        calendar.schedule(0.0, 1);
        calendar.schedule(-0.0, 2);

        assertNext(0, 1);
        assertNext(0, 2);
    }

    @Test
    void aTimeThatCannotBeIsRefusedByNameRuleAndValue() {
        calendar.schedule(10, 1);
        calendar.advance();

        assertThatThrownBy(() -> calendar.schedule(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time must be finite: NaN");
        assertThatThrownBy(() -> calendar.schedule(Double.POSITIVE_INFINITY, 1))
                .hasMessage("time must be finite: Infinity");
        assertThatThrownBy(() -> calendar.schedule(Math.nextDown(10.0), 1))
                .hasMessage("time must not lie before the present, 10.0: 9.999999999999998");
        assertThat(calendar.size()).isZero();
        calendar.schedule(10, 2);
        assertNext(10, 2);
    }

    private void assertNext(double time, int event) {
        assertThat(calendar.nextTime()).isEqualTo(time);
        assertThat(calendar.advance()).isTrue();
        assertThat(calendar.time()).isEqualTo(time);
        assertThat(calendar.event()).isEqualTo(event);
    }
}
