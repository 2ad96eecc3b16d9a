package nines.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import nines.kernel.Hold;
import nines.kernel.Mm1;
import nines.kernel.Timeouts;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Each benchmark runs once, for a moment; and the works they measure do what they should. */
class BenchmarkSmokeTest {

    @TempDir
    private Path directory;

    @Test
    void everyBenchmarkRuns() throws RunnerException {
        var options = new OptionsBuilder()
                .include("nines\\.(kernel|random|structure)\\..*")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .param("pending", "1000")
                .param("structure", "hard", "three-tier-shop")
                .param("instances", "20")
                .shouldFailOnError(true)
                .output(directory.resolve("jmh.log").toString())
                .build();
        Set<String> run = new Runner(options)
                .run().stream()
                        .map(result -> result.getParams().getBenchmark())
                        .map(name -> name.replaceAll(".*\\.(\\w+)\\.\\w+", "$1"))
                        .collect(Collectors.toSet());

        assertThat(run)
                .containsExactlyInAnyOrder(
                        "KernelMm1Benchmark",
                        "HoldBenchmark",
                        "TimeoutsBenchmark",
                        "RandomStreamBenchmark",
                        "StructureBenchmark",
                        "GrowthBenchmark");
    }

    /** Theory: 10; over 200,000 customers the standard deviation of the mean is about 0.4: six of them. */
    @Test
    void theQueueWaitsAsLongAsTheorySays() {
        assertThat(new Mm1(200_000, 1).run()).isCloseTo(10, Offset.offset(2.4));
    }

    /** 1000 clocks of mean 1 ring 1000 times per unit of time: 100,000 holds take 100, give or take six times 0.33. */
    @Test
    void theHoldModelMovesOnAtItsRate() {
        assertThat(new Hold(1000, false).run(100_000)).isCloseTo(100, Offset.offset(2.0));
    }

    /** 1.347 in the published runs of the same work; both ways of keeping timeouts walk the same path. */
    @Test
    void timeoutsInTheCalendarAndInALaneGiveTheSameResponses() {
        double cancelled = new Timeouts(false, 1).run(100_000);
        assertThat(new Timeouts(true, 1).run(100_000)).isEqualTo(cancelled);
        assertThat(cancelled).isCloseTo(1.347, Offset.offset(0.15));
    }
}
