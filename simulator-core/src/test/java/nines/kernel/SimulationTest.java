package nines.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private final Simulation simulation = new Simulation();
    private final List<String> happened = new ArrayList<>();

    private EventHandler recorder(String name) {
        return (kind, argument) -> happened.add(simulation.time() + " " + name + " " + kind + " " + argument);
    }

    @Test
    void eventsHappenToTheirTargets() {
        EventHandler a = recorder("a");
        EventHandler b = recorder("b");
        simulation.schedule(2, a, 1, Integer.MIN_VALUE);
        simulation.schedule(1, b, Simulation.LAST_KIND, -1);
        simulation.schedule(2, b, 0, Integer.MAX_VALUE);
        simulation.run();

        assertThat(happened).containsExactly("1.0 b 63 -1", "2.0 a 1 -2147483648", "2.0 b 0 2147483647");
        assertThat(simulation.size()).isZero();
    }

    @Test
    void anEventMayScheduleAnotherOfTheSameMomentAndCancelOne() {
        long doomed = simulation.schedule(1, recorder("doomed"), 0, 0);
        simulation.schedule(
                0.5,
                (kind, argument) -> {
                    simulation.schedule(0, recorder("at once"), 0, 0);
                    assertThat(simulation.cancel(doomed)).isTrue();
                },
                0,
                0);
        simulation.schedule(0.5, recorder("before"), 0, 0);
        simulation.run();

        assertThat(happened).containsExactly("0.5 before 0 0", "0.5 at once 0 0");
        assertThat(simulation.cancel(doomed)).isFalse();
    }

    @Test
    void aRunUntilATimeEndsThere() {
        EventHandler a = recorder("a");
        simulation.schedule(1, a, 0, 1);
        simulation.schedule(2, a, 0, 2);
        simulation.schedule(3, a, 0, 3);
        simulation.runUntil(2);

        assertThat(happened).containsExactly("1.0 a 0 1", "2.0 a 0 2");
        simulation.runUntil(2.5);
        assertThat(simulation.time()).isEqualTo(2.5);
        simulation.schedule(0.25, a, 0, 4);
        simulation.runUntil(10);
        assertThat(happened).containsExactly("1.0 a 0 1", "2.0 a 0 2", "2.75 a 0 4", "3.0 a 0 3");
        assertThat(simulation.time()).isEqualTo(10);
    }

    @Test
    void aStopEndsTheRunAndKeepsWhatIsPending() {
        simulation.schedule(1, (kind, argument) -> simulation.stop(), 0, 0);
        simulation.schedule(2, recorder("later"), 0, 0);
        simulation.runUntil(5);

        assertThat(simulation.time()).isEqualTo(1);
        assertThat(simulation.size()).isEqualTo(1);
        simulation.run();
        assertThat(happened).containsExactly("2.0 later 0 0");
    }

    @Test
    void manyEventsFindTheirTargets() {
        int[] sums = new int[7];
        EventHandler[] handlers = new EventHandler[sums.length];
        for (int i = 0; i < handlers.length; i++) {
            int own = i;
            handlers[i] = (kind, argument) -> {
                assertThat(argument % sums.length).isEqualTo(own);
                sums[own]++;
            };
        }
        for (int i = 0; i < 70_000; i++) {
            simulation.schedule(i * 7919.0 % 1009, handlers[i % sums.length], 3, i);
        }
        simulation.run();

        assertThat(sums).containsOnly(10_000);
    }

    @Test
    void clearingStartsAgain() {
        long handle = simulation.schedule(1, recorder("forgotten"), 0, 0);
        simulation.runUntil(0.5);
        simulation.clear();
        simulation.schedule(0.25, recorder("kept"), 0, 0);
        assertThat(simulation.cancel(handle)).isFalse();
        simulation.run();

        assertThat(happened).containsExactly("0.25 kept 0 0");
    }

    @Test
    void whatCannotBeIsRefusedByNameRuleAndValue() {
        EventHandler a = recorder("a");
        assertThatThrownBy(() -> simulation.schedule(Double.NaN, a, 0, 0))
                .hasMessage("delay must be zero or positive, and finite: NaN");
        assertThatThrownBy(() -> simulation.schedule(-1e-300, a, 0, 0))
                .hasMessage("delay must be zero or positive, and finite: -1.0E-300");
        assertThatThrownBy(() -> simulation.schedule(Double.POSITIVE_INFINITY, a, 0, 0))
                .hasMessage("delay must be zero or positive, and finite: Infinity");
        assertThatThrownBy(() -> simulation.schedule(1, a, 64, 0)).hasMessage("kind must be between 0 and 63: 64");
        simulation.runUntil(Double.MAX_VALUE);
        assertThatThrownBy(() -> simulation.schedule(Double.MAX_VALUE, a, 0, 0))
                .hasMessage("delay must end at a finite time: 1.7976931348623157E308");
        assertThatThrownBy(() -> simulation.runUntil(1))
                .hasMessage("end must be finite and at least the present, 1.7976931348623157E308: 1.0");
        assertThat(simulation.size()).isZero();
    }
}
