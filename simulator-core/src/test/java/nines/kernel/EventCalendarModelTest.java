package nines.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The calendar against a sorted map, step by step. Seeds are fixed: a right calendar never fails.
 */
class EventCalendarModelTest {

    /** How far ahead events are scheduled. */
    private enum Delay {
        EXPONENTIAL {
            @Override
            double next(SplittableRandom random) {
                return random.nextExponential();
            }
        },
        /** Microseconds beside decades. */
        NINE_DECADES {
            @Override
            double next(SplittableRandom random) {
                return Math.pow(10, random.nextInt(10)) * random.nextDouble();
            }
        },
        MOSTLY_TIES {
            @Override
            double next(SplittableRandom random) {
                return random.nextInt(4) == 0 ? random.nextInt(3) : 5;
            }
        },
        AT_ONCE {
            @Override
            double next(SplittableRandom random) {
                return random.nextInt(50) == 0 ? 1 : 0;
            }
        },
        CONSTANT {
            @Override
            double next(SplittableRandom random) {
                return 10;
            }
        },
        /** Two crowds far apart. */
        CAMEL {
            @Override
            double next(SplittableRandom random) {
                return random.nextInt(1000) == 0 ? random.nextDouble() : 1e6 + random.nextDouble();
            }
        },
        /** As fine and as coarse as doubles get. */
        EXTREME {
            @Override
            double next(SplittableRandom random) {
                return switch (random.nextInt(6)) {
                    case 0 -> Double.MIN_VALUE;
                    case 1 -> 1e-310 * random.nextDouble();
                    case 2 -> 1e-100 * random.nextDouble();
                    case 3 -> random.nextDouble();
                    case 4 -> 1e100 * random.nextDouble();
                    default -> 1e300 * random.nextDouble();
                };
            }
        };

        abstract double next(SplittableRandom random);
    }

    private record Key(double time, long number) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTime = Double.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    @TestFactory
    Stream<DynamicTest> agreesWithASortedMap() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Delay delay : Delay.values()) {
            for (int size : new int[] {1, 5, 23, 25, 47, 60, 200, 1000, 10_000}) {
                for (double cancelled : new double[] {0, 0.3, 0.9}) {
                    String name = delay + " about " + size + " pending, " + cancelled + " cancelled";
                    tests.add(DynamicTest.dynamicTest(name, () -> {
                        var walk = new Walk(
                                new SplittableRandom(size + delay.name().hashCode()));
                        walk.phase(delay, size, cancelled, 4 * size + 2000);
                        walk.drain();
                    }));
                }
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> survivesGrowthShrinkageSleepAndClearing() {
        return Stream.iterate(1, seed -> seed + 1)
                .limit(40)
                .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    var random = new SplittableRandom(seed);
                    var walk = new Walk(random);
                    for (int phase = 0; phase < 12; phase++) {
                        Delay delay = Delay.values()[random.nextInt(Delay.values().length)];
                        int size = (int) Math.exp(random.nextDouble() * Math.log(5000));
                        walk.phase(delay, size, random.nextDouble(), 3 * size);
                        switch (random.nextInt(5)) {
                            case 0 -> walk.drain();
                            case 1 -> walk.clear();
                            case 2 -> walk.shrink(random.nextInt(50));
                            default -> {}
                        }
                    }
                    walk.drain();
                }));
    }

    /** A calendar and its model, which do the same and must look the same. */
    private static final class Walk {

        private final SplittableRandom random;
        private final EventCalendar calendar = new EventCalendar();
        private final TreeMap<Key, Integer> model = new TreeMap<>();
        private final List<Key> keys = new ArrayList<>();
        private final List<Long> handles = new ArrayList<>();
        private long scheduled;
        private double now;

        Walk(SplittableRandom random) {
            this.random = random;
        }

        void phase(Delay delay, int size, double cancelled, int steps) {
            for (int step = 0; step < steps; step++) {
                if (model.size() < size || random.nextInt(8) == 0) {
                    schedule(delay);
                    if (random.nextDouble() < cancelled) {
                        cancelAny();
                    }
                } else {
                    advance();
                }
                if (random.nextInt(4) == 0) {
                    look();
                }
            }
        }

        void drain() {
            shrink(0);
            assertThat(calendar.advance()).isFalse();
            look();
        }

        void shrink(int size) {
            while (model.size() > size) {
                advance();
            }
        }

        void clear() {
            calendar.clear();
            model.clear();
            now = 0;
            look();
        }

        private void schedule(Delay delay) {
            double time = now + delay.next(random);
            if (time == Double.POSITIVE_INFINITY) {
                clear();
                return;
            }
            var key = new Key(time, scheduled++);
            int event = random.nextInt();
            handles.add(calendar.schedule(time, event));
            keys.add(key);
            model.put(key, event);
        }

        /** Pending or gone: mostly a young one, sometimes any. */
        private void cancelAny() {
            int last = keys.size() - 1;
            int i = random.nextInt(3) == 0 ? random.nextInt(last + 1) : last - random.nextInt(Math.min(last + 1, 40));
            boolean pending = model.remove(keys.get(i)) != null;
            assertThat(calendar.cancel(handles.get(i))).isEqualTo(pending);
        }

        private void advance() {
            var first = model.pollFirstEntry();
            assertThat(calendar.advance()).isTrue();
            now = first.getKey().time();
            assertThat(calendar.time()).isEqualTo(now);
            assertThat(calendar.event()).isEqualTo(first.getValue());
        }

        private void look() {
            assertThat(calendar.size()).isEqualTo(model.size());
            assertThat(calendar.nextTime())
                    .isEqualTo(
                            model.isEmpty()
                                    ? Double.POSITIVE_INFINITY
                                    : model.firstKey().time());
        }
    }
}
