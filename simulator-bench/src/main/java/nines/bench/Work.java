package nines.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nines.kernel.Hold;
import nines.kernel.Mm1;
import nines.kernel.Timeouts;
import nines.random.RandomStream;
import nines.random.StreamKey;
import nines.structure.Events;

/**
 * One work in one JVM: {@code mm1 N}, {@code hold PENDING N}, {@code skewed PENDING N},
 * {@code cancel N}, {@code lane N}, {@code exponential N} from a stream that lives in the loop's
 * registers, {@code shared N} from one that lives in memory, or {@code structure NAME N} events of a structure. It is done nine times, the first three
 * for warming up. Prints the median of thread CPU time in ns and of bytes allocated per unit, the
 * peak of resident memory in MB, and a figure to check the work by.
 */
public final class Work {

    private static final int ROUNDS = 9;
    private static final int WARM = 3;

    private interface Round {
        double run(long units);
    }

    private Work() {}

    public static void main(String[] arguments) throws IOException {
        long units = Long.parseLong(arguments[arguments.length - 1]);
        Round round = round(arguments);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] nanos = new double[ROUNDS];
        double[] bytes = new double[ROUNDS];
        double check = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long start = threads.getCurrentThreadCpuTime();
            check = round.run(units);
            nanos[i] = (threads.getCurrentThreadCpuTime() - start) / (double) units;
            bytes[i] = (threads.getCurrentThreadAllocatedBytes() - allocated) / (double) units;
        }
        System.out.printf("%.3f %.6f %.1f %.5f%n", warmMedian(nanos), warmMedian(bytes), peakMegabytes(), check);
    }

    private static Round round(String[] arguments) {
        boolean isHold = arguments[0].equals("hold") || arguments[0].equals("skewed");
        int pending = isHold ? Integer.parseInt(arguments[1]) : 0;
        switch (arguments[0]) {
            case "mm1" -> {
                long[] seed = {0};
                return units -> new Mm1(units, ++seed[0]).run();
            }
            case "hold" -> {
                return new Hold(pending, false)::run;
            }
            case "skewed" -> {
                return new Hold(pending, true)::run;
            }
            case "cancel" -> {
                return new Timeouts(false, 1)::run;
            }
            case "lane" -> {
                return new Timeouts(true, 1)::run;
            }
            case "structure" -> {
                Events events = new Events(arguments[1]);
                return units -> {
                    long done = events.run(units);
                    return (double) done / units;
                };
            }
            case "exponential" -> {
                return units -> {
                    var random = new RandomStream(StreamKey.of(StreamKey.of("db-1", "failure"), 42, 0));
                    double sum = 0;
                    for (long i = 0; i < units; i++) {
                        sum += random.nextExponential();
                    }
                    return sum / units;
                };
            }
            case "shared" -> {
                var random = new RandomStream(StreamKey.of(StreamKey.of("db-1", "failure"), 42, 0));
                return units -> exponentials(random, units);
            }
            default -> throw new IllegalArgumentException("unknown work: " + arguments[0]);
        }
    }

    private static double exponentials(RandomStream random, long draws) {
        double sum = 0;
        for (long i = 0; i < draws; i++) {
            sum += random.nextExponential();
        }
        return sum / draws;
    }

    private static double warmMedian(double[] values) {
        double[] warm = Arrays.copyOfRange(values, WARM, values.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    /** From Linux; zero elsewhere. */
    private static double peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                return Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return 0;
    }
}
