package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Releases, good and bad: whom they reach when, how long they do harm, and what that costs. */
class ReleasesTest {
    private static final double MINUTE = 60;
    private static final double DAY = Trial.DAY;

    /** Twenty servers behind a balancer that sees the truth; a bad release answers 30 % wrongly. */
    private static String release(int servers, String more) {
        return """
                components:
                  lb: { kind: balancer, fails: never }
                  web: { kind: server, instances: %d, fails: never }
                journeys:
                  page: { through: [lb, web] }
                events:
                  release:
                    at: 1h
                    deploy: web
                    detection: 10min
                    harm: { errors: 30%% }
                    repair: { acknowledgement: 7min, fix: 40min, restart: 10min }
                %s
                """.formatted(servers, more.indent(4));
    }

    /** Seconds of full outage that the losses of a run amount to. */
    private static double lost(String body) {
        return Trial.of(body).mean(2 * DAY, journal -> journal.lost[0]).value();
    }

    @Test
    void allAtOnceHarmsEverybodyUntilItIsTakenBack() {
        for (int n : new int[] {1, 2, 20}) {
            assertThat(lost(release(n, "strategy: all-at-once\nbad: 100%")))
                    .isCloseTo(0.3 * (10 + 57) * MINUTE, within(1e-6));
        }
        assertThat(lost(release(20, "strategy: all-at-once\nbad: 0%"))).isZero();
    }

    /** Share x harm x (time to notice + time to roll back), where noticing waits at most for the comparison. */
    @Test
    void aCanaryHarmsItsShare() {
        String canary = "strategy: canary\nbad: 100%\ncanary: { share: 10%, bake: ";
        assertThat(lost(release(20, canary + "15min }"))).isCloseTo(0.1 * 0.3 * (10 + 10) * MINUTE, within(1e-6));
        assertThat(lost(release(20, canary + "4min }"))).isCloseTo(0.1 * 0.3 * (4 + 10) * MINUTE, within(1e-6));
        assertThat(lost(release(20, canary + "4min, rollback: by-hand }")))
                .isCloseTo(0.1 * 0.3 * (4 + 57) * MINUTE, within(1e-6));
        // At least one instance; all of them when there is only one.
        assertThat(lost(release(4, canary + "15min }"))).isCloseTo(0.25 * 0.3 * 20 * MINUTE, within(1e-6));
        assertThat(lost(release(1, canary + "15min }"))).isCloseTo(0.3 * 20 * MINUTE, within(1e-6));
        // Compared at once.
        assertThat(lost(release(20, canary + "0min }"))).isCloseTo(0.1 * 0.3 * 10 * MINUTE, within(1e-6));
    }

    /** Harm that shows only after the comparison has reached everybody by then, each step for itself. */
    @Test
    void aLeakEscapesTheCanary() {
        String leak = "strategy: canary\nbad: 100%\ncanary: { share: 10%, bake: 15min }\n"
                + "harm: { errors: 30%, after: LATE }";
        // The canary leaks after 6 h, the others 15 min later, when it has been noticed for 5 min: they are rolled back
        // too.
        assertThat(lost(release(20, leak).replace("LATE", "6h").replace("    harm: { errors: 30% }\n", "")))
                .isCloseTo(0.3 * 0.1 * 67 * MINUTE, within(1e-6));
        // Found at the comparison if it shows 5 min before.
        assertThat(lost(release(20, leak).replace("LATE", "10min").replace("    harm: { errors: 30% }\n", "")))
                .isCloseTo(0.3 * 0.1 * (5 + 10) * MINUTE, within(1e-6));
        // Noticing takes longer than the way to the others.
        String slow = release(20, leak)
                .replace("LATE", "6h")
                .replace("    harm: { errors: 30% }\n", "")
                .replace("detection: 10min", "detection: 1h");
        assertThat(lost(slow)).isCloseTo(0.3 * (0.1 * (60 + 57) + 0.9 * (45 + 57)) * MINUTE, within(1e-6));
    }

    /** The next release replaces one whose harm has not shown. */
    @Test
    void aNewReleaseTakesThePlaceOfALatentOne() {
        String weekly = release(2, "strategy: all-at-once\nbad: 100%\nharm: { errors: 30%, after: 30h }")
                .replace("    harm: { errors: 30% }\n", "")
                .replace("at: 1h", "every: 1d");
        assertThat(lost(weekly)).isZero();
    }

    /** Step after step until it is noticed: 25 % at a time, with 4 min between two steps. */
    @Test
    void rollingStopsWhenTheHarmIsNoticed() {
        String rolling = "strategy: rolling\nbad: 100%\nmax-unavailable: 25%\nbake: 4min";
        double exposure = 0.25 * (67 + 63 + 59);
        assertThat(lost(release(20, rolling))).isCloseTo(0.3 * exposure * MINUTE, within(1e-6));
        // Two: a quarter of them is one at a time.
        assertThat(lost(release(2, rolling))).isCloseTo(0.3 * 0.5 * (67 + 63) * MINUTE, within(1e-6));
    }

    /** Of blue and green nothing is interrupted, and the old one is still warm when it must go back. */
    @Test
    void blueGreenNeedsNoRestart() {
        assertThat(lost(release(20, "strategy: blue-green\nbad: 100%\nstop: 5min")))
                .isCloseTo(0.3 * (10 + 47) * MINUTE, within(1e-6));
    }

    /** A good release interrupts its instances, step by step, as planned work. */
    @Test
    void stepsAreInterruptedAsPlannedWork() {
        String body = release(
                        4,
                        "strategy: canary\nbad: 0%\nstop: 5min\nmax-unavailable: 50%\n"
                                + "canary: { share: 25%, bake: 15min }")
                .replace("through: [lb, web]", "needs: { at-least: 4, of: [web] }");
        // One, fifteen minutes later two, then the last one.
        Trial trial = Trial.of(body);
        assertThat(trial.mean(2 * DAY, journal -> journal.down[0]).value()).isCloseTo(15 * MINUTE, within(1e-6));
        assertThat(trial.mean(2 * DAY, journal -> journal.outages[0]).value()).isCloseTo(2, within(1e-9));
        // Bad: the first one is down for 5 min, then until noticed for 10 and for the 10 of going back. The
        // interruptions of
        // the others at 20 and 25 min are counted all the same.
        String bad = body.replace("bad: 0%", "bad: 100%").replace("harm: { errors: 30% }", "harm: { effect: down }");
        assertThat(Trial.of(bad).mean(2 * DAY, journal -> journal.down[0]).value())
                .isCloseTo(30 * MINUTE, within(1e-6));
    }

    /** Hung instances answer nothing and are alive all the same. */
    @Test
    void harmMayBeAHang() {
        String body = release(2, "strategy: all-at-once\nbad: 100%\nharm: { effect: hang }")
                .replace("    harm: { errors: 30% }\n", "");
        assertThat(lost(body)).isCloseTo(67 * MINUTE, within(1e-6));
        Trial trial = Trial.of(body);
        assertThat(trial.mean(
                                2 * DAY,
                                journal -> journal.nodeDown[trial.blueprint().node("web-1")])
                        .value())
                .isZero();
    }

    /** Cell by cell, an hour apart; the first is noticed before the second. Places or copies make the cells. */
    @Test
    void cellByCellHarmsOneCell() {
        String body = """
                places:
                  cells: { kind: cell, instances: 8 }
                components:
                  router: { kind: balancer, fails: never, keep-in: cell }
                  app: { kind: server, instances: 8, per: cell, fails: never }
                journeys:
                  page: { through: [router, app] }
                events:
                  release: { at: 1h, deploy: app, strategy: cell-by-cell, bake: 1h, bad: 100%, detection: TIME,
                             harm: { errors: 30% }, repair: { fix: 57min } }
                """;
        assertThat(lost(body.replace("TIME", "10min"))).isCloseTo(0.3 * 67 * MINUTE / 8, within(1e-6));
        // Two and a half hours: three cells.
        assertThat(lost(body.replace("TIME", "150min"))).isCloseTo(0.3 * (207 + 147 + 87) * MINUTE / 8, within(1e-6));
        Trial.isRefused(release(4, "strategy: cell-by-cell\nbad: 10%"), "release", "cell-by-cell", "per:");
    }

    /** S24: weekly, one in ten bad, 30 % errors: 105 lost request-minutes a year at once, 1.6 with a canary of 5 %. */
    @Test
    void theCanaryIsWorthWhatTheReferenceSays() {
        String weekly = "bad: 10%\ncanary: { share: 5%, bake: 15min }\nstrategy: ";
        double years = 40;
        for (String strategy : new String[] {"all-at-once", "canary"}) {
            String body = release(20, weekly + strategy).replace("at: 1h", "every: 7d");
            double right = strategy.equals("canary") ? 0.05 * 0.3 * 20 : 0.3 * 67;
            Trial.of(body)
                    .mean(years * Trial.YEAR, journal -> journal.lost[0] / MINUTE / years)
                    .meets(0.1 * Math.floor(years * 365 / 7) / years * right, 0.02);
        }
    }

    /** Released at random times: the harm of a bad one follows its own stop, so that each release is one outage. */
    @Test
    void randomReleasesStopAndDoHarmTogether() {
        String body = release(1, "strategy: all-at-once\nbad: 100%\nstop: 60min")
                .replace("at: 1h", "every: uniform 5d to 10d")
                .replace("harm: { errors: 30% }", "harm: { effect: down }");
        Trial.of(body).mean(3 * Trial.YEAR, journal -> {
            double each = (60 + 10 + 57) * MINUTE;
            double open = journal.open[0] ? each : 0;
            assertThat(journal.outages[0]).isGreaterThan(100);
            assertThat(journal.down[0])
                    .isBetween(journal.outages[0] * each - open - 1e-3, journal.outages[0] * each + 1e-3);
            return journal.down[0];
        });
    }

    /** At one instant: the harm is noticed when the next step is due, which had been scheduled before and comes first. */
    @Test
    void noticedWhenTheNextStepIsDue() {
        String rolling = "strategy: rolling\nbad: 100%\nmax-unavailable: 50%\nbake: 10min";
        double lost = lost(release(4, rolling));
        assertThat(lost).isCloseTo(0.3 * (0.5 * 67 + 0.5 * 57) * MINUTE, within(1e-6));
        // Noticed at once, nobody else gets it.
        assertThat(lost(release(4, rolling).replace("detection: 10min", "detection: 0s")))
                .isCloseTo(0.3 * 0.5 * 57 * MINUTE, within(1e-6));
    }
}
