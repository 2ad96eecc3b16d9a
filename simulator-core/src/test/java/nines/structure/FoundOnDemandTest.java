package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Faults that nobody learns of until the unit is called upon: who works is called all the time, who waits is not. */
class FoundOnDemandTest {
    private static final double LIFE = 1.0 / 100;
    private static final double MEND = 1.0 / 10;

    private static Trial pair(String found, String detection) {
        return Trial.of("""
                components:
                  pump:
                    kind: server
                    instances: 2
                    active: 1
                    standby: warm
                    failover: { %s }
                    fails: { stuck: { time-to-failure: exponential mean 100h, found: %s, repair: exponential mean 10h } }
                journeys:
                  flow: { needs: pump }
                """.formatted(detection, found));
    }

    /**
     * Without a detection: both well; the standby dead and nobody knows; one under repair; both under repair. The one
     * that works fails into its repair, the other at half the rate into hiding, and when both are down both are found.
     */
    @Test
    void ofAWarmStandby() {
        double hidden = 0.5;
        double mending = (LIFE + hidden * LIFE) / MEND;
        double none = (hidden + mending) * LIFE / (2 * MEND);
        double right = none / (1 + hidden + mending + none);
        Trial trial = pair("on-demand", "success: 100%");
        assertThat(trial.solve().requestUnavailability(0).value()).isCloseTo(right, within(1e-12));
        trial.mean(20_000 * Trial.DAY, Trial::lostShare).meets(right, 0.02);
    }

    /** As above with an exponential detection of 2 h, in which the first may come back and the standby may die unseen. */
    @Test
    void ofAWarmStandbyAfterADetection() {
        double notice = 1.0 / 2;
        double noticing = LIFE / (notice + MEND + LIFE / 2);
        double hidden = 0.5;
        double mending = (noticing * (notice + LIFE / 2) + hidden * LIFE) / MEND;
        double none = (noticing * LIFE / 2 + (mending + hidden) * LIFE) / (2 * MEND);
        double right = (noticing + none) / (1 + noticing + hidden + mending + none);
        Trial trial = pair("on-demand", "detection: exponential mean 2h");
        assertThat(trial.solve().requestUnavailability(0).value()).isCloseTo(right, within(1e-12));
        trial.mean(20_000 * Trial.DAY, Trial::lostShare).meets(right, 0.02);
    }

    /** What is called upon all the time is found at once: the same chain, figure for figure, as without the word. */
    @Test
    void ofWhatWorks() {
        String alone = """
                components:
                  pump: { kind: server, instances: 2, needed: 1, fails: { stuck: { time-to-failure: exponential mean 100h,
                    found: %s, repair: exponential mean 10h } } }
                journeys:
                  flow: { needs: pump }
                """;
        double right = 1.0 / 121;
        assertThat(Trial.of(alone.formatted("on-demand"))
                        .solve()
                        .requestUnavailability(0)
                        .value())
                .isCloseTo(right, within(1e-12));
    }

    /** A stand-in that is dead when it is called begins its repair at that moment; one that runs is found at once. */
    @Test
    void ofAStandIn() {
        Trial trial = Trial.of("""
                components:
                  grid: { kind: server, fails: { cut: { time-to-failure: exponential mean 50h, repair: exponential mean 5h } } }
                  engine: { kind: server, stands-by-for: grid, standby: warm,
                    fails: { stuck: { time-to-failure: exponential mean 100h, found: on-demand, repair: exponential mean 10h } } }
                journeys:
                  light: { needs: { any: [grid, engine] } }
                """);
        // g: grid up or down, e: engine well, hidden or under repair. Waiting it fails at half its rate.
        double cut = 1.0 / 50;
        double back = 1.0 / 5;
        double[][] rates = new double[5][5];
        int well = 0;
        int hidden = 1;
        int mending = 2;
        int runs = 3;
        int dark = 4;
        rates[well][hidden] = LIFE / 2;
        rates[well][runs] = cut;
        rates[hidden][dark] = cut;
        rates[mending][well] = MEND;
        rates[mending][dark] = cut;
        rates[runs][well] = back;
        rates[runs][dark] = LIFE;
        rates[dark][mending] = back;
        rates[dark][runs] = MEND;
        double right = stationary(rates)[dark];
        assertThat(trial.solve().requestUnavailability(0).value()).isCloseTo(right, within(1e-10));
        trial.mean(20_000 * Trial.DAY, Trial::lostShare).meets(right, 0.02);
    }

    /** Long-run shares of the states of a chain, by many small steps of its uniformised form. */
    private static double[] stationary(double[][] rates) {
        int n = rates.length;
        double[] share = new double[n];
        share[0] = 1;
        for (int step = 0; step < 100_000; step++) {
            double[] next = share.clone();
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    next[i] -= share[i] * rates[i][k];
                    next[k] += share[i] * rates[i][k];
                }
            }
            share = next;
        }
        return share;
    }
}
