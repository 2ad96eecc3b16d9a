package nines.random;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time per draw from a named stream, and per stream started. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RandomStreamBenchmark {

    private static final int DRAWS = 10_000;

    private final long name = StreamKey.of("db-1", "failure");
    private final RandomStream random = new RandomStream(StreamKey.of(name, 42, 0));
    private long replication;

    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double uniform() {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double exponential() {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += random.nextExponential();
        }
        return sum;
    }

    /** The state stays in registers, as it does where a stream is made and used up in one method. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double exponentialOfAFreshStream() {
        var fresh = new RandomStream(StreamKey.of(name, 42, ++replication));
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += fresh.nextExponential();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double hazard() {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += random.nextHazard();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public double gaussian() {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += random.nextGaussian();
        }
        return sum;
    }

    @Benchmark
    public long start() {
        random.reseed(StreamKey.of(name, 42, ++replication));
        return random.nextLong();
    }
}
