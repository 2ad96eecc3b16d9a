package nines.structure;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of an event in systems that grow: see the counter for how many there were, and divide. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class GrowthBenchmark {

    @Param({"scaled", "pool", "common", "quorum", "tiers"})
    private String family = "scaled";

    @Param({"10", "100", "1000", "10000"})
    private int instances = 10;

    private Events work = new Events("hard");

    @Setup
    public void layOut() {
        work = new Events(family + "-" + instances);
    }

    @Benchmark
    public void replications(StructureBenchmark.Count count) {
        count.events += work.run(1);
    }
}
