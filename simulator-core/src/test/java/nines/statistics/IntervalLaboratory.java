package nines.statistics;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import nines.random.RandomStream;
import nines.random.StreamKey;

/**
 * Synthetic outages whose expected total is known, to see how often an interval from a handful of replications covers it.
 * Run {@link #main} for the tables of {@code docs/intervals.md}.
 */
final class IntervalLaboratory {
    private static final double LEVEL = 0.95;

    /** How long outages last, and what an interval is made from. */
    enum Outage {
        /** All the same: also what remains when known durations and branches are scored by their means. */
        EQUAL(1) {
            @Override
            double draw(RandomStream random) {
                return 1;
            }
        },
        UNIFORM(1) {
            @Override
            double draw(RandomStream random) {
                return 0.5 + random.nextDouble();
            }
        },
        EXPONENTIAL(1) {
            @Override
            double draw(RandomStream random) {
                return random.nextExponential();
            }
        },
        LOGNORMAL(1) {
            @Override
            double draw(RandomStream random) {
                return lognormal(random);
            }
        },
        /** One outage in ten is ten times as long. */
        TWO_CAUSES(1.9) {
            @Override
            double draw(RandomStream random) {
                return random.nextDouble() < 0.1 ? 10 : 1;
            }
        },
        /** Over in 45 s, but 5 % by hand: lognormal, mean 40 min, cv 1.5. */
        FAILOVER(0.95 * 45 + 0.05 * 2400) {
            @Override
            double draw(RandomStream random) {
                return random.nextDouble() < 0.05 ? 2400 * lognormal(random) : 45;
            }
        };

        private final double mean;

        Outage(double mean) {
            this.mean = mean;
        }

        abstract double draw(RandomStream random);

        double mean() {
            return mean;
        }

        private static double lognormal(RandomStream random) {
            double square = StrictMath.log(1 + 1.5 * 1.5);
            return StrictMath.exp(Math.sqrt(square) * random.nextGaussian() - square / 2);
        }
    }

    /** Ways to an interval for the expected total. */
    enum Method {
        STUDENT {
            @Override
            Interval interval(double[] values) {
                return Tally.of(values).mean(LEVEL).times(values.length);
            }
        },
        STUDENT_OR_LOG {
            @Override
            Interval interval(double[] values) {
                double[] ones = new double[values.length];
                java.util.Arrays.fill(ones, 1);
                return Ratio.linearised(values, ones).interval(LEVEL).times(values.length);
            }
        },
        RARE_SUM {
            @Override
            Interval interval(double[] values) {
                return RareSum.interval(values, LEVEL);
            }
        };

        abstract Interval interval(double[] values);
    }

    /** Share of runs that cover, by method, among those that saw an outage; and their mean relative half-width. */
    record Coverage(Map<Method, Double> covered, Map<Method, Double> halfWidth, int runs, int empty) {}

    private IntervalLaboratory() {}

    static Coverage study(Outage outage, double expected, int replications, int runs) {
        Map<Method, Double> covered = new EnumMap<>(Method.class);
        Map<Method, Double> width = new EnumMap<>(Method.class);
        RandomStream random = new RandomStream(0);
        double truth = expected * outage.mean;
        int empty = 0;
        for (int run = 0; run < runs; run++) {
            random.reseed(StreamKey.of(StreamKey.of(outage.name(), "laboratory"), run, replications));
            double[] values = new double[replications];
            if (!fill(values, outage, expected, random)) {
                empty++;
                continue;
            }
            for (Method method : Method.values()) {
                Interval interval = method.interval(values);
                covered.merge(method, interval.covers(truth) ? 1.0 : 0.0, Double::sum);
                width.merge(method, (interval.high() - interval.low()) / 2 / truth, Double::sum);
            }
        }
        int seen = Math.max(1, runs - empty);
        covered.replaceAll((method, count) -> count / seen);
        width.replaceAll((method, sum) -> sum / seen);
        return new Coverage(covered, width, runs, empty);
    }

    /** A Poisson process of outages over all replications; false when it is empty. */
    private static boolean fill(double[] values, Outage outage, double expected, RandomStream random) {
        boolean any = false;
        double length = expected / values.length;
        double time = random.nextExponential();
        while (time < expected) {
            values[(int) Math.min(values.length - 1, time / length)] += outage.draw(random);
            any = true;
            time += random.nextExponential();
        }
        return any;
    }

    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4000;
        for (int replications : new int[] {40, 640}) {
            for (Outage outage : Outage.values()) {
                System.out.printf(Locale.ROOT, "%n%s, %d replications%n", outage, replications);
                for (double expected : new double[] {1, 3, 10, 30, 100, 300, 1000}) {
                    Coverage coverage = study(outage, expected, replications, runs);
                    System.out.printf(Locale.ROOT, "| %4.0f |", expected);
                    for (Method method : Method.values()) {
                        System.out.printf(
                                Locale.ROOT,
                                " %.1f (±%.2f) |",
                                100 * coverage.covered().get(method),
                                coverage.halfWidth().get(method));
                    }
                    System.out.println();
                }
            }
        }
    }
}
