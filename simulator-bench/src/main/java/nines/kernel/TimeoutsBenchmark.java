package nines.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time per request of {@link Timeouts}: three events that happen and one that is cancelled. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TimeoutsBenchmark {

    private static final int REQUESTS = 10_000;

    @Param({"false", "true"})
    private boolean lane;

    private Timeouts timeouts = new Timeouts(false, 1);

    @Setup
    public void start() {
        timeouts = new Timeouts(lane, 1);
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public double request() {
        return timeouts.run(REQUESTS);
    }
}
