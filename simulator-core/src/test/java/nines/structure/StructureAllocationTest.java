package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import nines.blueprint.Blueprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In steady state a replication allocates nothing, however many events it has: not for what happens, nor for sharing a
 * loss among many impairments. An array may grow when a record number of events is pending: so most replications must
 * allocate nothing, not all.
 */
class StructureAllocationTest {
    private static final int REPLICATIONS = 15;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theHardCaseAllocatesNothing(boolean twin) {
        assertThat(medianBytes(HardCase.blueprint(twin, 2), 200 * HardCase.YEAR))
                .isLessThan(200);
    }

    /** The random structures have all kinds of elements, often many impairments at once, some of them loads by the hour. */
    @Test
    void structuresPutTogetherAtRandomAllocateNothing() {
        for (long seed = 0; seed < 40; seed++) {
            assertThat(medianBytes(RandomStructure.withMore(seed), 20_000 * 3600.0))
                    .as("seed %d", seed)
                    .isLessThan(200);
        }
    }

    private static long medianBytes(Blueprint blueprint, double horizon) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Replicator replicator = new Replicator(blueprint, new Options(0, new double[0], new double[0], false, false));
        Journal journal = replicator.newJournal(horizon);
        long[] bytes = new long[REPLICATIONS];
        for (int i = 0; i < REPLICATIONS; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            replicator.run(1, i, horizon, journal, Replicator.Stop.never());
            bytes[i] = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(journal.events).isPositive();
        }
        Arrays.sort(bytes);
        return bytes[REPLICATIONS / 2];
    }
}
