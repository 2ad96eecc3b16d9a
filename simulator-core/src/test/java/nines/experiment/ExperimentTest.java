package nines.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import nines.blueprint.Blueprint;
import nines.distribution.Lognormal;
import nines.result.Cause;
import nines.result.Causes;
import nines.result.Estimate;
import nines.result.Exact;
import nines.result.Journey;
import nines.result.Outcome;
import nines.result.Result;
import nines.result.Share;
import nines.result.StoppedBecause;
import nines.result.Verdict;
import org.junit.jupiter.api.Test;

/** Seeds are fixed; a bound of five standard errors (a factor 2.5 on the half-width) is missed by a right program less than once in 100,000. */
class ExperimentTest {
    private static final Settings SETTINGS =
            Settings.standard().withReplications(80).withThreads(2);

    private static Result run(Blueprint blueprint, Settings settings, Promise... promises) {
        return new Experiment(blueprint, settings, List.of(promises), Origin.named("test")).run();
    }

    private static void assertNear(double truth, Estimate estimate) {
        double five = 2.5 * (estimate.high() - estimate.low()) / 2;
        assertEquals(truth, estimate.value(), five, estimate.toString());
    }

    private static final Blueprint PAIR =
            Cases.failover(Cases.exponential(30 * Cases.DAY), Lognormal.ofMeanAndCv(Cases.HOUR, 1.5));

    @Test
    void everyMeasureOfATwoStateUnitIsNearItsExactValue() {
        double life = 30 * Cases.DAY;
        double repair = 4 * Cases.HOUR;
        Result result = run(
                Cases.twoState(Cases.exponential(life), Cases.exponential(repair)),
                SETTINGS.withStart(Settings.Start.STEADY));
        Journey journey = result.answer();
        double unavailability = repair / (life + repair);
        assertNear(unavailability, journey.requests().unavailability());
        assertNear(unavailability, journey.time().unavailability());
        assertNear(Settings.YEAR / (life + repair), journey.outages().perYear());
        assertNear(life + repair, journey.outages().mtbf());
        assertNear(life, journey.outages().mttf());
        assertNear(life, journey.first().mttff());
        assertEquals(repair, journey.outages().mttr().value(), 0.01 * repair);
        assertNear(
                -repair * StrictMath.log(0.05),
                journey.outages().durations().get(1).value());
        assertNear(
                StrictMath.exp(-Settings.MONTH / life),
                journey.first().reliability().get(0).probability());
        assertNear(
                unavailability * Settings.MONTH, journey.windows().get(0).time().mean());
        assertEquals(journey.limiting(), journey.requests().availability());
        assertNear(1 - unavailability, result.part("unit").orElseThrow().availability());
        assertNear(
                Settings.YEAR / (life + repair),
                result.part("unit").orElseThrow().failuresPerYear());
    }

    /** The unit's clock stands still while the power is out, its repair does not: four states. */
    @Test
    void aPartsFailuresAreItsOwnAndWhatTakesItDownIsToldApart() {
        double fails = 1 / (30 * Cases.DAY);
        double mends = 1 / (50 * Cases.HOUR);
        double cut = 1 / (20 * Cases.DAY);
        double back = 1 / (30 * Cases.HOUR);
        Result result = run(
                Cases.needy(
                        Cases.exponential(1 / fails),
                        Cases.exponential(1 / mends),
                        Cases.exponential(1 / cut),
                        Cases.exponential(1 / back)),
                SETTINGS.withStart(Settings.Start.STEADY));
        double powered = back / (cut + back);
        double brokenAndPowered = fails * powered / (fails + mends + cut - cut * back / (mends + back));
        double up = powered - brokenAndPowered;
        var unit = result.part("unit").orElseThrow();
        var power = result.part("power").orElseThrow();
        assertNear(up * fails * Settings.YEAR, unit.failuresPerYear());
        assertNear(up * cut * Settings.YEAR, unit.takenDownPerYear());
        assertNear(powered * cut * Settings.YEAR, power.failuresPerYear());
        assertEquals(0, power.takenDownPerYear().value());
        assertNear(1 - up, result.answer().time().unavailability());
    }

    @Test
    void pointAndIntervalAvailabilityFromAFreshStart() {
        double life = 100 * Cases.HOUR;
        double repair = 10 * Cases.HOUR;
        double time = 8 * Cases.HOUR;
        Result result = run(
                Cases.twoState(Cases.exponential(life), Cases.exponential(repair)), SETTINGS.withTimes(List.of(time)));
        double speed = 1 / life + 1 / repair;
        double limit = repair / (life + repair);
        double point = limit * -StrictMath.expm1(-speed * time);
        double interval = limit * (1 + StrictMath.expm1(-speed * time) / (speed * time));
        var moment = result.answer().moments().get(0);
        assertNear(1 - point, moment.up());
        assertNear(1 - point, moment.served());
        assertNear(1 - interval, moment.upUntil());
        assertNear(1 - interval, moment.servedUntil());
        assertNear(StrictMath.exp(-time / life), moment.reliability());
    }

    @Test
    void theExactColumnIsAboutTheSameQuantityFromTheSameStart() {
        double life = 100 * Cases.HOUR;
        double repair = 10 * Cases.HOUR;
        double horizon = 30 * Cases.HOUR;
        Blueprint unit = Cases.twoState(Cases.exponential(life), Cases.exponential(repair));
        double speed = 1 / life + 1 / repair;
        double limit = repair / (life + repair);
        double interval = limit * (1 + StrictMath.expm1(-speed * horizon) / (speed * horizon));
        Settings settings = SETTINGS.withHorizon(horizon).withWindows(List.of());
        Journey fresh = run(unit, settings).answer();
        Journey steady = run(unit, settings.withStart(Settings.Start.STEADY)).answer();
        assertEquals(interval, exact(fresh.requests().unavailability()), 1e-9);
        assertEquals(limit, exact(steady.requests().unavailability()), 1e-9);
        assertEquals(limit, exact(steady.time().unavailability()), 1e-9);
        assertEquals(life, exact(fresh.first().mttff()), 1e-6 * life);
        assertEquals(repair, exact(steady.outages().mttr()), 1e-6 * repair);

        Journey lognormal = run(PAIR, SETTINGS).answer();
        Exact none = lognormal.requests().unavailability().exact();
        assertTrue(none != null && !none.isKnown() && none.whyNot().contains("lognormal"), String.valueOf(none));
    }

    private static double exact(Estimate estimate) {
        Exact exact = estimate.exact();
        return exact == null ? Double.NaN : exact.value();
    }

    @Test
    void oneAndManyThreadsGiveTheSameBits() {
        Result one = run(PAIR, SETTINGS.withThreads(1));
        for (int threads : new int[] {2, 5}) {
            assertEquals(
                    one.fingerprint(), run(PAIR, SETTINGS.withThreads(threads)).fingerprint());
        }
        assertEquals(one.journeys(), run(PAIR, SETTINGS.withThreads(3)).journeys());
        assertNotEquals(one.fingerprint(), run(PAIR, SETTINGS.withSeed(2)).fingerprint());
    }

    @Test
    void stopsAtTheFirstLookThatIsPreciseAndTheSameNumberOfReplicationsGivesTheSameBits() {
        Result precise = run(PAIR, Settings.standard().withPrecision(0.03));
        int replications = precise.effort().replications();
        assertEquals(StoppedBecause.PRECISION, precise.effort().stoppedBecause());
        assertTrue(Experiment.isLook(replications), "looked at " + replications);
        assertTrue(precise.effort().precisionReached() <= 0.03);
        Result same = run(PAIR, Settings.standard().withReplications(replications));
        assertEquals(precise.fingerprint(), same.fingerprint());
        assertEquals(StoppedBecause.REPLICATIONS, same.effort().stoppedBecause());
    }

    @Test
    void cancellingKeepsACompletePrefixAndSaysSo() {
        AtomicBoolean cancelled = new AtomicBoolean();
        List<Progress> told = new ArrayList<>();
        Result cut = new Experiment(PAIR, Settings.standard().withPrecision(1e-6), List.of(), Origin.named("test"))
                .run(
                        progress -> {
                            told.add(progress);
                            cancelled.set(progress.replications() >= 80);
                        },
                        cancelled::get);
        assertEquals(StoppedBecause.INTERRUPTED, cut.effort().stoppedBecause());
        assertTrue(
                cut.warnings().get(0).startsWith("Interrupted"), cut.warnings().toString());
        assertTrue(told.stream().anyMatch(progress -> progress.replications() == 40), told.toString());
        int replications = cut.effort().replications();
        Result same = run(PAIR, Settings.standard().withReplications(replications));
        assertEquals(
                same.answer().requests().unavailability(),
                cut.answer().requests().unavailability());
    }

    @Test
    void aBudgetOfTimeKeepsACompletePrefixAndSaysSo() {
        Result cut = run(PAIR, Settings.standard().withPrecision(1e-6).withWallClock(2));
        assertEquals(StoppedBecause.WALL_CLOCK, cut.effort().stoppedBecause());
        assertTrue(cut.effort().replications() > 0);
        assertTrue(
                cut.warnings().get(0).startsWith("Out of time after"),
                cut.warnings().toString());
    }

    @Test
    void causesSumToTheDowntimeInTableAndMargins() {
        Journey journey = run(PAIR, SETTINGS).answer();
        for (Causes causes : List.of(journey.lostBy(), journey.downBy())) {
            double total = journey.requests().downtimePerYear().value();
            assertEquals(total, causes.total(), 1e-9 * total);
            assertEquals(
                    total,
                    causes.cells().stream().mapToDouble(Cause::secondsPerYear).sum(),
                    1e-9 * total);
            for (List<Share> margin : List.of(causes.byRoot(), causes.byStage(), causes.byComponent())) {
                assertEquals(1, margin.stream().mapToDouble(Share::share).sum(), 1e-9);
            }
        }
    }

    @Test
    void noOutageGivesABoundAndNotAHundredPercent() {
        Result result = run(
                Cases.kOfN(1, 2, Cases.exponential(1000 * Cases.YEAR), Cases.exponential(Cases.HOUR)),
                SETTINGS.withReplications(120).withHorizon(100 * Cases.YEAR),
                Promise.onTheMean("service", Promise.Measure.AVAILABILITY, 0.9999));
        Estimate lost = result.answer().requests().unavailability();
        assertEquals(0, lost.value());
        assertEquals(2.9957 / 12_000 / 8760, lost.high(), 1e-12);
        assertEquals(Verdict.THIN, lost.verdict());
        assertEquals(
                "no outage in 12,000 simulated years: less than one outage in 4,006 years with 95 % confidence;"
                        + " with a mean outage of 1 h, the mean repair of 'unit: failure', unavailability is below 2.8e-08",
                lost.reason());
        assertEquals(Outcome.MET, result.outcome());
        assertTrue(result.answer().requests().nines().low() > 7.5);
    }

    @Test
    void aRareBranchIsScoredByItsProbabilityAndAudited() {
        // 20 failures of the primary: the manual branch is expected once.
        Result result = run(
                Cases.failover(Cases.exponential(Cases.YEAR), Cases.exponential(Cases.HOUR)),
                Settings.standard().withReplications(40).withHorizon(Cases.YEAR / 2));
        var branch = result.branches().get(0);
        assertEquals(0.05, branch.probability(), 1e-12);
        assertEquals(Verdict.NOT_TRUSTED, branch.verdict());
        Journey journey = result.answer();
        assertTrue(journey.requests().unavailability().verdict() != Verdict.NOT_TRUSTED);
        assertEquals(45 + 0.05 * 2400, journey.outages().mttr().value(), 10);
        assertEquals(
                Verdict.NOT_TRUSTED,
                journey.outages().durations().get(0).value().verdict());
    }

    @Test
    void aCauseExpectedHardlyEverMakesTheResultUntrusted() {
        Result result = run(
                Cases.commonCause(
                        Cases.exponential(30 * Cases.DAY),
                        Cases.exponential(3000 * Cases.YEAR),
                        Cases.exponential(600)),
                SETTINGS.withReplications(40));
        Estimate lost = result.answer().requests().unavailability();
        assertEquals(Verdict.NOT_TRUSTED, lost.verdict(), lost.toString());
        assertTrue(lost.reason().contains("'common: event' was expected only 0.1 times"), lost.reason());
    }

    @Test
    void promisesAreJudgedByTheWholeInterval() {
        Blueprint unit = Cases.twoState(Cases.exponential(99 * Cases.HOUR), Cases.exponential(Cases.HOUR));
        Result result = run(
                unit,
                SETTINGS,
                Promise.onTheMean("service", Promise.Measure.AVAILABILITY, 0.95),
                Promise.onTheMean("service", Promise.Measure.TIME_AVAILABILITY, 0.999),
                Promise.onTheMean("service", Promise.Measure.AVAILABILITY, 0.99),
                new Promise("service", Promise.Measure.AVAILABILITY, 0.99, Settings.MONTH, 0.99));
        var targets = result.answer().targets();
        assertEquals(Outcome.MET, targets.get(0).outcome());
        assertEquals(Outcome.MISSED, targets.get(1).outcome());
        assertEquals(Outcome.NOT_DECIDED, targets.get(2).outcome());
        assertEquals(Outcome.MISSED, targets.get(3).outcome());
        assertEquals(Outcome.MISSED, result.outcome());
    }
}
