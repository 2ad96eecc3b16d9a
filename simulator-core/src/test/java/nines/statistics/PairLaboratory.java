package nines.statistics;

import java.util.Locale;
import nines.random.RandomStream;
import nines.random.StreamKey;
import nines.statistics.IntervalLaboratory.Outage;

/**
 * Two designs under the same luck, whose expected difference is known: some outages hit both, some only one of them. Run
 * {@link #main} for the table of {@code docs/intervals.md}.
 */
final class PairLaboratory {
    private static final double LEVEL = 0.95;

    /** Shares of runs whose interval covers, among those in which any replication differs. */
    record Coverage(double student, double paired, double width, int runs) {}

    private PairLaboratory() {}

    /**
     * Many runs.
     *
     * @param both expected outages that hit both designs, the second for half as long
     * @param onlyFirst expected outages that the second design does not have
     * @param onlySecond expected outages that the first design does not have
     */
    static Coverage study(Outage outage, double both, double onlyFirst, double onlySecond, int replications, int runs) {
        RandomStream random = new RandomStream(0);
        double truth = (onlySecond - onlyFirst - both / 2) * outage.mean();
        int student = 0;
        int paired = 0;
        int seen = 0;
        double width = 0;
        for (int run = 0; run < runs; run++) {
            random.reseed(StreamKey.of(StreamKey.of(outage.name(), "pairs"), run, replications));
            double[] first = new double[replications];
            double[] second = new double[replications];
            fill(first, second, outage, both, 1, 0.5, random);
            fill(first, second, outage, onlyFirst, 1, 0, random);
            fill(first, second, outage, onlySecond, 0, 1, random);
            PairedDifference found = PairedDifference.of(first, second, LEVEL);
            if (!found.interval().exists()) {
                continue;
            }
            double[] differences = new double[replications];
            for (int i = 0; i < replications; i++) {
                differences[i] = second[i] - first[i];
            }
            seen++;
            student += Tally.of(differences).mean(LEVEL).times(replications).covers(truth) ? 1 : 0;
            paired += found.interval().covers(truth) ? 1 : 0;
            width += found.interval().high() - found.interval().low();
        }
        double all = Math.max(1, seen);
        return new Coverage(student / all, paired / all, width / all, seen);
    }

    private static void fill(
            double[] first,
            double[] second,
            Outage outage,
            double expected,
            double inFirst,
            double inSecond,
            RandomStream random) {
        double length = expected / first.length;
        double time = random.nextExponential();
        while (time < expected) {
            int at = (int) Math.min(first.length - 1, time / length);
            double lasts = outage.draw(random);
            first[at] += inFirst * lasts;
            second[at] += inSecond * lasts;
            time += random.nextExponential();
        }
    }

    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
        double[][] cases = {
            {0, 1, 0},
            {0, 3, 0},
            {0, 10, 0},
            {0, 30, 0},
            {0, 100, 0},
            {0, 3, 3},
            {0, 10, 10},
            {0, 100, 100},
            {0, 10, 1},
            {0, 30, 3},
            {0, 100, 3},
            {0, 300, 3},
            {0, 30, 0.5},
            {0, 300, 30},
            {0, 1000, 1000},
            {100, 0, 0},
            {1000, 10, 0}
        };
        for (Outage outage : new Outage[] {Outage.EQUAL, Outage.EXPONENTIAL, Outage.LOGNORMAL}) {
            for (double[] each : cases) {
                Coverage found = study(outage, each[0], each[1], each[2], 40, runs);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f | %.0f | %.1f | %.1f | %d |%n",
                        outage,
                        each[0],
                        each[1],
                        each[2],
                        100 * found.student(),
                        100 * found.paired(),
                        found.runs());
            }
        }
    }
}
