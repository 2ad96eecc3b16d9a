package nines.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.format.ScenarioReader;
import nines.result.Estimate;
import nines.result.Outcome;
import nines.result.Result;
import nines.result.Target;
import org.junit.jupiter.api.Test;

/**
 * Promises about what may be lost and how long it may take, against closed forms. What breaks a promise comes as a Poisson process
 * of rate r, so that a year is kept with the chance e^(−r). Bounds are four standard deviations of the binomial of that many
 * years: a right program fails less than once in 10,000 runs, and the seeds are fixed.
 */
class DataPromisesTest {
    private static final String PAIR = """
            nines: 1
            name: pair
            defaults: textbook
            components:
              db:
                kind: database
                instances: 2
                replication: { mode: asynchronous, lag: exponential mean 2s }
                fails: { crash: { time-to-failure: exponential mean 60d, repair: 10min } }
                failover: { detection: 10s, promotion: 10s }
            journeys: { store: { through: [{ to: db, as: write }] } }
            targets: %s
            run: { horizon: 100y, replications: 40, seed: 5 }
            """;

    private static Result run(String file) {
        return Study.of(ScenarioReader.parse(file, "promise.yaml").scenarioOrThrow())
                .run();
    }

    private static Target only(Result result) {
        assertThat(result.answer().targets()).hasSize(1);
        return result.answer().targets().get(0);
    }

    private static Estimate measured(Target target) {
        Estimate measured = target.measured();
        assertThat(measured).isNotNull();
        return measured;
    }

    private static void near(Target target, double chance, double years) {
        double bound = 4 * Math.sqrt(chance * (1 - chance) / years);
        assertThat(measured(target).value()).isCloseTo(chance, within(bound));
        assertThat(measured(target).covers(chance)).isTrue();
    }

    /** The holder fails every 60 d and 20 s; one take-over in e^5 loses more than five mean lags. */
    @Test
    void dataLossIsBrokenByTheTailOfTheLag() {
        double perYear = 365 / (60 + 20 / 86_400.0) * Math.exp(-5);
        Target target = only(run(PAIR.formatted("{ data-loss: 10s }")));

        near(target, Math.exp(-perYear), 4000);
        assertThat(target.outcome()).isEqualTo(Outcome.MISSED);
        assertThat(target.window()).isEqualTo(Settings.YEAR);
        assertThat(target.sentence())
                .contains("never loses more than 10 s of writing", "most often broken by db: crash (100 %");
    }

    /**
     * Twenty lags are lost once in 80 million years. A replica that was away is 30 s behind at most: repaired in 10 min it would
     * be staler and take over first, once in 1,400 years.
     */
    @Test
    void whatIsNeverBrokenIsBounded() {
        String quick = PAIR.replace("repair: 10min", "repair: 30s");
        Target target = only(run(quick.formatted("{ data-loss: 40s, chance: 99%, window: 30d }")));

        // 40 times 1,216 whole windows of 30 d, none of them broken: at most 2.996 expected with 95 % confidence.
        assertThat(measured(target).value()).isEqualTo(1);
        assertThat(measured(target).low()).isCloseTo(1 - 2.9957 / (40 * 1216), within(1e-7));
        assertThat(target.outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void synchronousLosesNothing() {
        Target target = only(run(PAIR.replace("asynchronous", "synchronous").formatted("{ data-loss: 1ms }")));
        assertThat(target.outcome()).isEqualTo(Outcome.MET);
    }

    /** Failures every half year, repaired in exp(4 h): one in e² takes longer than 8 h. */
    @Test
    void recoveryIsBrokenByTheTailOfTheRepair() {
        String file = """
                nines: 1
                name: single
                defaults: textbook
                components:
                  web: { kind: server, fails: { crash: { time-to-failure: exponential mean 182.5d, repair: exponential mean 4h } } }
                journeys: { browse: { through: [web] } }
                targets: { recovery: 8h }
                run: { horizon: 100y, replications: 40, seed: 5 }
                """;
        double perYear = 365 / (182.5 + 4 / 24.0) * Math.exp(-2);
        Target target = only(run(file));

        near(target, Math.exp(-perYear), 4000);
        assertThat(target.outcome()).isEqualTo(Outcome.MISSED);
    }

    /** A disk without a copy fails once in 20 years: then everything is gone, and that is never made good. */
    @Test
    void whatIsGoneBreaksAllThree() {
        String file = """
                nines: 1
                name: alone
                defaults: textbook
                components:
                  db:
                    kind: database
                    fails: { disk: { time-to-failure: exponential mean 20y, repair: 1h, loses-data: true } }
                journeys: { store: { through: [{ to: db, as: write }] } }
                targets: { data-loss: 1y, recovery: 1d, durability: 99% }
                run: { horizon: 100y, replications: 40, seed: 5 }
                """;
        Result result = run(file);

        assertThat(result.answer().targets()).hasSize(3);
        for (Target target : result.answer().targets()) {
            near(target, Math.exp(-1 / 20.0), 4000);
            assertThat(target.outcome()).as(target.measure()).isEqualTo(Outcome.MISSED);
        }
        assertThat(result.outcome()).isEqualTo(Outcome.MISSED);
    }

    /** Two copies in a store, one of them always there: no loss seen, and the bound decides. */
    @Test
    void durabilityWithoutALossIsJudgedByItsBound() {
        String file = """
                nines: 1
                name: shelf
                defaults: textbook
                components:
                  shelf:
                    kind: storage
                    instances: 6
                    scheme: 3 copies
                    stripes: 1000
                    placement: random
                    rebuild: { delay: 0s }
                    size: 1GB
                    fails: { disk: { time-to-failure: exponential mean 50y, repair: 1h, loses-data: true } }
                journeys: { get: { through: [{ to: shelf, as: read }] } }
                targets: { durability: %s }
                run: { horizon: 100y, replications: 40, seed: 5 }
                """;
        Target modest = only(run(file.formatted("99.9%")));
        Target proud = only(run(file.formatted("99.9999999%")));

        // 4,000 years without a loss: at most 2.9957 expected in them, each of which might have taken everything.
        assertThat(measured(modest).low()).isCloseTo(1 - 2.9957 / 4000, within(1e-7));
        assertThat(modest.outcome()).isEqualTo(Outcome.MET);
        assertThat(proud.outcome()).isEqualTo(Outcome.NOT_DECIDED);
    }

    @Test
    void whatHasNoDataIsNotDecided() {
        String file = """
                nines: 1
                name: none
                components: { web: { kind: server } }
                journeys: { browse: { through: [web] } }
                targets: { data-loss: 1min }
                run: { horizon: 1y, replications: 4 }
                """;
        Target target = only(run(file));
        assertThat(target.outcome()).isEqualTo(Outcome.NOT_DECIDED);
        assertThat(target.sentence()).contains("goes through no database that can lose any");
    }

    /**
     * Nobody fences: cut off for exp(1 h) once in 1000 d, noticed after 10 s and replaced 10 s later. Both take writes for what is left
     * of the cut and 10 s more: longer than 10 min when the cut is longer than 610 s.
     */
    @Test
    void twoHoldersAtOnceBreakAPromiseOfDataLoss() {
        String file = PAIR.replace("promotion: 10s", "promotion: 10s, fencing: none")
                .replace("fails: { crash: { time-to-failure: exponential mean 60d, repair: 10min } }", "fails: never")
                .formatted("{ data-loss: 10min }")
                .replace("targets:", """
                        events: { cut: { every: exponential mean 1000d, isolate: db.primary, for: exponential mean 1h } }
                        targets:""");
        Result result = run(file);
        double perYear = 365 / (1000 + 1 / 24.0) * Math.exp(-610 / 3600.0);

        near(only(result), Math.exp(-perYear), 4000);
        assertThat(only(result).outcome()).isEqualTo(Outcome.MISSED);
        assertThat(result.data().get(0).split()).isNotNull();
        assertThat(run(file.replace("fencing: none", "fencing: lease")).outcome())
                .isEqualTo(Outcome.MET);
    }

    /** The pair dies once at a known time in both fidelities: 30 s of an hour are lost, with single requests as without. */
    @Test
    void bothFidelitiesServeTheSameWrites() {
        String file = """
                nines: 1
                name: both
                defaults: textbook
                components:
                  db:
                    kind: database
                    instances: 2
                    service-time: exponential mean 1ms
                    replication: { mode: asynchronous, lag: 1s }
                    fails: never
                    failover: { detection: 10s, promotion: 20s }
                journeys: { store: { through: [{ to: db, as: write }] } }
                traffic: { users: { rate: 50/s, timeout: 1s } }
                events: { primary-dies: { at: 40min, fail: db-1, for: 60min } }
                run: { fidelity: %s, horizon: 1h, replications: 8, seed: 3 }
                """;
        assertThat(run(file.formatted("structural"))
                        .answer()
                        .requests()
                        .unavailability()
                        .value())
                .isCloseTo(30 / 3600.0, within(1e-9));
        // 8 × 1,500 requests come in these times: four standard deviations are 3.7 % of the loss.
        assertThat(run(file.formatted("requests"))
                        .answer()
                        .requests()
                        .unavailability()
                        .value())
                .isCloseTo(30 / 3600.0, within(0.037 * 30 / 3600));
    }
}
