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

/** Time per hold of {@link Hold}: one event taken and one scheduled. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HoldBenchmark {

    private static final int HOLDS = 10_000;

    @Param({"10", "1000", "100000", "1000000"})
    private int pending;

    @Param({"false", "true"})
    private boolean skewed;

    private Hold hold = new Hold(1, false);

    @Setup
    public void fill() {
        hold = new Hold(pending, skewed);
    }

    @Benchmark
    @OperationsPerInvocation(HOLDS)
    public double hold() {
        return hold.run(HOLDS);
    }
}
