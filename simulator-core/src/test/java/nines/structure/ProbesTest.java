package nines.structure;

import org.junit.jupiter.api.Test;

/** Faults that only a probe finds: when they are found, and what is said of those that never would be. */
class ProbesTest {
    private static final String WEB = """
            components:
              lb: { kind: balancer, health-check: { interval: 10s, fall: 3, rise: 2, timeout: 2s, jitter: 0%% } %s }
              web: { kind: server, fails: { crash: { time-to-failure: fixed 100h, %s repair: 1h } } }
            journeys:
              page: { through: [lb, web] }
            """;

    @Test
    void aProbeFindsWhatItCanSee() {
        Trial trial = Trial.of(WEB.formatted("", "found: by-probe,"));

        // Found after 20 to 30 s, mended after an hour, trusted again after 10 to 20 s; nobody else serves meanwhile.
        trial.mean(102 * Trial.HOUR, journal -> journal.down[0]).meets(25 + 3600 + 15, 0.001);
    }

    /** Each interval differs by up to a half: one that is hit is longer than the mean, in the mean by j²/3 of it. */
    @Test
    void jitterMovesTheMomentOfNoticing() {
        Trial trial = Trial.of("""
                components:
                  lb: { kind: balancer, health-check: { interval: 10s, fall: 3, rise: 2, timeout: 2s, jitter: 50% } }
                  web: { kind: server, fails: { crash: { time-to-failure: fixed 1h, found: by-probe, repair: 60s } } }
                journeys:
                  page: { through: [lb, web] }
                """);
        double longer = 0.5 * 0.5 / 6;
        double outage = 10 * (2.5 + longer) + 60 + 10 * (1.5 + longer);

        trial.mean(2000 * Trial.HOUR, journal -> journal.down[0] - outage * journal.outages[0])
                .meets(0);
        trial.mean(2000 * Trial.HOUR, journal -> journal.down[0])
                .meets(outage * 2000 / (1 + (outage - 15) / 3600), 0.001);
    }

    /** The observer comes back by itself and finds then what broke meanwhile. */
    @Test
    void whatBreaksWhileTheObserverIsDownIsFoundOnceItIsBack() {
        Trial trial = Trial.of(
                WEB.formatted(", fails: { crash: { time-to-failure: fixed 99h, repair: 90min } }", "found: by-probe,"));

        // Observer down from 99 h to 100.5 h; from then on as above.
        trial.mean(103 * Trial.HOUR, journal -> journal.down[0]).meets(5400 + 25 + 3600 + 15, 0.001);
    }

    @Test
    void aFaultThatNobodyProbesIsRefused() {
        Trial.isRefused("""
                components:
                  db: { kind: database, fails: { crash: { time-to-failure: exponential mean 100h, found: by-probe, repair: 1h } } }
                """, "db crash", "nobody probes it", "found: at-once");
    }

    @Test
    void aProbeThatIsTooShallowIsNoProbe() {
        Trial.isRefused("""
                components:
                  lb: { kind: balancer, health-check: { probe: tcp } }
                  web: { kind: server, fails: { hang: { time-to-failure: exponential mean 100h, effect: hang, found: by-probe, repair: 1h } } }
                journeys:
                  page: { through: [lb, web] }
                """, "web hang", "no probe sees this effect", "probe: http");
    }

    /** An observer that is dead as long as what it should find is not found. */
    @Test
    void anObserverCannotFindItsOwnDeath() {
        Trial.isRefused("""
                components:
                  edge: { kind: balancer, health-check: { interval: 5s }, needs: inner }
                  inner: { kind: balancer, fails: { crash: { time-to-failure: exponential mean 100h, found: by-probe, repair: 1h } } }
                journeys:
                  page: { through: [edge, inner] }
                """, "inner crash", "dead with it");
    }

    @Test
    void anInspectionFindsItToo() {
        Trial trial = Trial.of("""
                components:
                  db: { kind: database, fails: { crash: { time-to-failure: fixed 100h, found: by-probe, repair: 1h } } }
                events:
                  look: { every: 30h, inspect: db }
                """);

        // Broken at 100 h, found by the look at 120 h.
        trial.mean(125 * Trial.HOUR, journal -> journal.down[0]).meets(21 * 3600);
    }
}
