package nines.experiment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who is asked whether to stop may let the run wait: that is no time of the run. */
class BudgetTest {
    /** Answers after the given time. */
    private static boolean late(long millis) {
        try {
            return new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aPauseIsNotCounted() {
        long begun = System.nanoTime();
        Budget budget = new Budget(60, () -> late(300));
        assertFalse(budget.isCancelled());
        double elapsed = budget.elapsed();
        double wall = (System.nanoTime() - begun) / 1e9;
        assertTrue(wall >= 0.3, "waited " + wall + " s");
        assertTrue(elapsed <= wall - 0.25, elapsed + " of " + wall + " s");
    }

    @Test
    void threadsThatWaitSideBySideWaitOnce() throws InterruptedException {
        Budget budget = new Budget(60, () -> late(300));
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(budget::isCancelled);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(budget.elapsed() >= 0, budget.elapsed() + " s");
    }
}
