package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import nines.blueprint.Blueprint;
import nines.format.ScenarioReader;
import nines.layout.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alike impairments in crowds: nothing kept from event to event goes stale, and shares are what they are one by one. */
class CrowdsTest {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final double YEAR = 365 * 86_400.0;

    /** At every explanation all leaves are looked at anew and compared with what was kept. */
    @Test
    void nothingGoesStale() {
        int structures = 0;
        for (long seed = 0; seed < 80; seed++) {
            for (int large = 1; large <= 2; large++) {
                structures += check(RandomStructure.of(seed), large, 5_000 * 3600.0, 1e-3);
                structures += check(RandomStructure.withMore(seed), large, 5_000 * 3600.0, 1e-3);
            }
        }
        assertThat(structures).isGreaterThan(150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "tiers", "common", "loaded"})
    void nothingGoesStaleInSystemsAsPeopleBuildThem(String name) {
        assertThat(check(system(name, 12), 3, 12 * YEAR, 0.01)).isOne();
        // With so many at once neither rule is exact, and they differ; sums and losses are compared all the same.
        assertThat(check(system(name, 60), Leaves.LARGE, YEAR, 1)).isOne();
    }

    /**
     * Thirteen of which seven are needed: whoever is down when too many are has the same part, whatever the rule. Where some
     * are still trusted and cases are many, the small rule is within 0.003 of the large one.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "needs: app",
                "through: app",
                "through: [lb, app]",
            })
    void smallQuorumsShareAsLargeOnesDo(String journey) {
        Blueprint quorum = Layout.of(
                ScenarioReader.parse("""
                        nines: 1
                        name: quorum
                        defaults: textbook
                        components:
                          lb: { kind: balancer, health-check: { interval: 10min, timeout: 1s, fall: 3 } }
                          app:
                            kind: server
                            instances: 13
                            needed: 7
                            fails:
                              crash: { time-to-failure: exponential mean 20h, repair: exponential mean 10h }
                              node: { time-to-failure: exponential mean 60h, repair: exponential mean 15h }
                              disk: { time-to-failure: exponential mean 90h, repair: exponential mean 40h }
                        journeys:
                          page: { %s }
                        """.formatted(journey), "quorum.yaml").scenarioOrThrow());
        assertThat(check(quorum, 3, 4 * YEAR, journey.contains("lb") ? 0.003 : 1e-9))
                .isOne();
    }

    /** Loses the same as without crowds, to the bit, and shares it nearly the same; returns 1 where there were crowds. */
    private static int check(Blueprint blueprint, int large, double horizon, double close) {
        Replicator crowded = new Replicator(blueprint, Options.plain(), large);
        if (crowded.leaves() == 0) {
            return 0;
        }
        crowded.audit();
        Replicator single = new Replicator(blueprint, Options.plain(), NEVER);
        Journal together = crowded.newJournal(horizon);
        Journal apart = single.newJournal(horizon);
        for (int i = 0; i < 2; i++) {
            crowded.run(5, i, horizon, together, Replicator.Stop.never());
            single.run(5, i, horizon, apart, Replicator.Stop.never());
            assertThat(together.lost).containsExactly(apart.lost);
            assertThat(together.down).containsExactly(apart.down);
            assertThat(together.events).isEqualTo(apart.events);
            for (int j = 0; j < together.lost.length; j++) {
                near(together.causeLost[j], apart.causeLost[j], together.lost[j], close);
                near(together.causeDown[j], apart.causeDown[j], together.down[j], close);
            }
        }
        return 1;
    }

    private static void near(double[] shares, double[] others, double whole, double close) {
        assertThat(Arrays.stream(shares).sum()).isCloseTo(whole, within(1e-9 * whole + 1e-6));
        assertThat(Arrays.stream(others).sum()).isCloseTo(whole, within(1e-9 * whole + 1e-6));
        for (int cell = 0; cell < shares.length; cell++) {
            assertThat(shares[cell]).isCloseTo(others[cell], within(close * whole + 1e-6));
        }
    }

    private static Blueprint system(String name, int servers) {
        String mode = name.equals("common") ? ", common-cause: 20%" : "";
        // Two senders who trust different servers, and few to spare.
        String work = name.equals("loaded") ? ", workers: 1, service-time: " + servers * 15 + "ms" : "";
        String inner = name.equals("tiers") ? "inner, app" : "";
        return Layout.of(ScenarioReader.parse(
                        """
            nines: 1
            name: crowds
            defaults: textbook
            places:
              eu:     { kind: region }
              zone-1: { kind: zone, in: eu, fails: { outage: { time-to-failure: exponential mean 1y, repair: 2h } } }
              zone-2: { like: zone-1 }
              zone-3: { like: zone-1 }
            crews:
              ops: { people: 2 }
            templates:
              box:
                in: [zone-1, zone-2, zone-3]
                fails:
                  crash: { time-to-failure: exponential mean 3d, repair: 1min%s }
                  node: { time-to-failure: exponential mean 30d, repair: { crew: ops, fix: 4h } }
            components:
              lb:
                like: box
                kind: balancer
                instances: 2
                active: all
                health-check: { interval: 5s, timeout: 2s, fall: 3, rise: 2 }
              web: { like: box, kind: server, instances: %d, restart: 20s%s }
              inner:
                like: box
                kind: balancer
                instances: 2
                active: 1
                failover: { detection: 3s }
                health-check: { interval: 2s, timeout: 1s, fall: 2, rise: 2 }
              app: { like: box, kind: server, instances: %d, needed: 75%% }
            journeys:
              browse: { through: [lb, web%s] }
              grid: { through: app }
            traffic:
              shoppers: { rate: 100/s, mix: { browse: 50%%, grid: 50%% }, retry: { attempts: 2 } }
            """.formatted(mode, servers, work, servers, inner.isEmpty() ? "" : ", " + inner), "crowds.yaml")
                .scenarioOrThrow());
    }

    // ---------------------------------------------------------------- the arithmetic of sharing

    /** A random monotone loss of a few crowds, against the definition: the mean over all orders of all members. */
    @Test
    void fewAreSharedExactlyAsOneByOne() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] size = {1 + random.nextInt(6), 1 + random.nextInt(4), 1 + random.nextInt(3)};
            double[] weight = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            double jump = random.nextDouble() * (size[0] * weight[0] + size[1] * weight[1] + size[2] * weight[2]);
            ToDoubleFunction<int[]> loss = present -> {
                double sum = 0;
                for (int i = 0; i < 3; i++) {
                    sum += present[i] * weight[i];
                }
                return 0.01 * sum * sum + (sum > jump ? 0.3 : 0);
            };
            assertThat(shared(size, loss)).containsExactly(oneByOne(size, loss), within(1e-12));
        }
    }

    /** Where a number of failures makes all the difference, each has the same part in it. */
    @Test
    void manyShareAThresholdByTheirNumbers() {
        int[] size = {400, 90, 9, 1};
        double[] shares = shared(size, present -> Arrays.stream(present).sum() > 317 ? 0.5 : 0);

        assertThat(shares).containsExactly(new double[] {0.4, 0.09, 0.009, 0.001}, within(1e-9));
    }

    @Test
    void manyShareWhatAddsUpByWhatEachAdds() {
        int[] size = {1000, 30, 7, 1};
        double[] shares =
                shared(size, present -> 1e-4 * (present[0] + 2 * present[1] + 3 * present[2] + 100 * present[3]));

        assertThat(shares).containsExactly(new double[] {0.1, 0.006, 0.0021, 0.01}, within(1e-12));
    }

    /** Clients who try three times lose the third power: the shares are those of the continuous limit. */
    @Test
    void manyShareALossOfClientsWhoRetry() {
        int[] size = {600, 200, 50};
        double[] shares = shared(size, present -> Math.pow((present[0] + 2.0 * present[1]) / 1000, 3));

        assertThat(shares).containsExactly(new double[] {0.6, 0.4, 0}, within(0.002));
    }

    /** One that is enough by itself takes nearly all: the others matter only where they come before it. */
    @Test
    void oneThatIsEnoughTakesNearlyAll() {
        int[] size = {1, 20, 20};
        double[] shares = shared(size, present -> present[0] > 0 || present[1] + present[2] > 39 ? 1 : 0);

        assertThat(shares[0]).isGreaterThan(0.95);
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
    }

    private static double[] shared(int[] size, ToDoubleFunction<int[]> loss) {
        int[] present = new int[size.length];
        double[] lost = new double[size.length];
        double[] down = new double[size.length];
        double all = loss.applyAsDouble(size);
        AmongCrowds among = new AmongCrowds(size, present, j -> loss.applyAsDouble(present), lost, down);
        among.share(0, size.length, 0, 0, all, all > 0.1 ? 1 : 0, 0.9);
        assertThat(Arrays.stream(down).sum()).isCloseTo(all > 0.1 ? 1 : 0, within(1e-12));
        return lost;
    }

    private static double[] oneByOne(int[] size, ToDoubleFunction<int[]> loss) {
        int total = Arrays.stream(size).sum();
        int[] crowd = new int[total];
        for (int i = 0, k = 0; i < size.length; i++) {
            for (int member = 0; member < size[i]; member++) {
                crowd[k++] = i;
            }
        }
        double[] shares = new double[size.length];
        for (int mask = 0; mask < 1 << total; mask++) {
            int[] present = new int[size.length];
            for (int k = 0; k < total; k++) {
                present[crowd[k]] += mask >> k & 1;
            }
            double before = loss.applyAsDouble(present);
            double weight = 1.0 / total;
            for (int i = 1; i <= Integer.bitCount(mask); i++) {
                weight *= (double) i / (total - i);
            }
            for (int k = 0; k < total; k++) {
                if ((mask >> k & 1) == 0) {
                    present[crowd[k]]++;
                    shares[crowd[k]] += weight * (loss.applyAsDouble(present) - before);
                    present[crowd[k]]--;
                }
            }
        }
        return shares;
    }
}
