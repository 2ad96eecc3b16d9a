package nines.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nines.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every algorithm promises, and what each is known for. */
class BalancingContractTest {
    private static final int TARGETS = 7;

    /** One example of each algorithm. */
    static List<Balancing> examples() {
        return List.of(
                new AtRandom(),
                new LeastConnections(),
                new Maglev(251),
                new PeakEwma(10, 0),
                new PowerOfChoices(2),
                new PowerOfChoices(3),
                new RingHash(160, Double.POSITIVE_INFINITY),
                new RingHash(20, 1.25),
                new RoundRobin(),
                new SmoothWeighted(List.of(1.0, 1.0, 2.0, 1.0, 5.0, 1.0, 1.0)),
                new SourceHash());
    }

    /** A balancer with its targets, driven as the traffic drives it. */
    private static final class Bench {
        final Targets targets = new Targets(TARGETS);
        final Picker picker;
        final RandomStream random;
        double now;

        Bench(Balancing balancing, long seed) {
            picker = balancing.picker(TARGETS);
            random = new RandomStream(seed);
            picker.begin(targets);
        }

        int send() {
            int target = picker.pick(targets, random, random.nextLong(), now);
            targets.send(target);
            picker.sent(target, targets);
            return target;
        }

        void end(int target) {
            now += 0.001;
            picker.learned(target, 0.01 + 0.001 * target, true, false, now);
            targets.end(target);
            picker.done(target, targets);
        }

        void trust(boolean... trusted) {
            targets.trust(trusted);
            picker.trustChanged(targets);
        }
    }

    @Test
    void everyAlgorithmHasAnExample() {
        var shown = examples().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(shown).containsExactlyInAnyOrder(Balancing.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void onlyTrustedTargetsArePicked(Balancing balancing) {
        Bench bench = new Bench(balancing, 1);
        RandomStream script = new RandomStream(2);
        boolean[] trusted = new boolean[TARGETS];
        Arrays.fill(trusted, true);
        int[] out = new int[TARGETS];
        for (int i = 0; i < 20_000; i++) {
            int what = script.nextInt(10);
            if (what == 0) {
                trusted[script.nextInt(TARGETS)] ^= true;
                trusted[i % TARGETS] = true;
                bench.trust(trusted);
            } else if (what < 6) {
                int target = bench.send();
                assertThat(trusted[target]).isTrue();
                out[target]++;
            } else {
                int target = script.nextInt(TARGETS);
                if (out[target] > 0) {
                    out[target]--;
                    bench.end(target);
                }
            }
        }
        for (int target = 0; target < TARGETS; target++) {
            assertThat(bench.targets.inFlight(target)).isEqualTo(out[target]);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theSameSeedPicksTheSame(Balancing balancing) {
        int[] one = picks(new Bench(balancing, 7));
        int[] other = picks(new Bench(balancing, 7));
        assertThat(one).isEqualTo(other);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void beginningAnewForgetsEverything(Balancing balancing) {
        Bench bench = new Bench(balancing, 7);
        int[] first = picks(bench);
        bench.targets.begin();
        bench.random.reseed(7);
        bench.picker.begin(bench.targets);
        assertThat(picks(bench)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyTrustedTargetGetsWork(Balancing balancing) {
        assertThat(IntStream.of(picks(new Bench(balancing, 3))).distinct().count())
                .isEqualTo(TARGETS);
    }

    private static int[] picks(Bench bench) {
        return IntStream.range(0, 500)
                .map(i -> {
                    int target = bench.send();
                    if (i % 3 != 0) {
                        bench.end(target);
                    }
                    return target;
                })
                .toArray();
    }

    @Test
    void roundRobinPassesDistrustedTargetsBy() {
        Bench bench = new Bench(new RoundRobin(), 1);
        bench.trust(true, false, true, false, false, true, true);
        assertThat(IntStream.range(0, 6).map(i -> bench.send()).toArray()).containsExactly(0, 2, 5, 6, 0, 2);
    }

    /** The published sequence of nginx's smooth weighted round robin. */
    @Test
    void weightsFiveOneOneGiveAABACAA() {
        var targets = new Targets(3);
        Picker picker = new SmoothWeighted(List.of(5.0, 1.0, 1.0)).picker(3);
        picker.begin(targets);
        var random = new RandomStream(1);
        String picks = IntStream.range(0, 14)
                .mapToObj(
                        i -> "abc".substring(picker.pick(targets, random, 0, 0)).substring(0, 1))
                .collect(Collectors.joining());
        assertThat(picks).isEqualTo("aabacaaaabacaa");
    }

    @Test
    void aWeightIsNeededForEachTarget() {
        assertThatThrownBy(() -> new SmoothWeighted(List.of(1.0)).picker(2)).hasMessageContaining("weights");
    }

    /** Against a plain search, through sends, ends and changes of trust. */
    @Test
    void leastConnectionsPicksOneOfTheLeastBusy() {
        Bench bench = new Bench(new LeastConnections(), 5);
        RandomStream script = new RandomStream(6);
        boolean[] trusted = new boolean[TARGETS];
        Arrays.fill(trusted, true);
        for (int i = 0; i < 50_000; i++) {
            if (script.nextInt(50) == 0) {
                trusted[script.nextInt(TARGETS)] ^= true;
                trusted[i % TARGETS] = true;
                bench.trust(trusted);
            }
            if (script.nextInt(100) < 52) {
                int least = IntStream.range(0, TARGETS)
                        .filter(t -> trusted[t])
                        .map(bench.targets::inFlight)
                        .min()
                        .orElseThrow();
                int target = bench.picker.pick(bench.targets, bench.random, 0, 0);
                assertThat(bench.targets.inFlight(target)).isEqualTo(least);
                bench.targets.send(target);
                bench.picker.sent(target, bench.targets);
            } else {
                int target = script.nextInt(TARGETS);
                if (bench.targets.inFlight(target) > 0) {
                    bench.end(target);
                }
            }
        }
    }

    /** Each of seven equals should get a seventh of 7000 picks: 1000 ± 29; five of these miss once in two million. */
    @Test
    void tiesAreBrokenAtRandom() {
        for (Balancing balancing : List.of(new LeastConnections(), new PowerOfChoices(2), new PowerOfChoices(3))) {
            Bench bench = new Bench(balancing, 11);
            int[] count = new int[TARGETS];
            for (int i = 0; i < 7000; i++) {
                int target = bench.send();
                count[target]++;
                bench.end(target);
            }
            assertThat(Arrays.stream(count)).allMatch(picks -> Math.abs(picks - 1000) < 146);
        }
    }
}
