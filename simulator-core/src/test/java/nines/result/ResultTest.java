package nines.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
    private final Result sample = SampleResult.result();

    @Test
    void theHeadlineIsAJourney() {
        assertEquals("order", sample.answer().name());
        assertEquals(Outcome.MET, sample.outcome());
    }

    @Test
    void causesSumToTheTotalInTheTableAndInEachMargin() {
        for (Journey journey : sample.journeys()) {
            Causes causes = journey.lostBy();
            double total = causes.total();
            assertEquals(
                    total,
                    causes.cells().stream().mapToDouble(Cause::secondsPerYear).sum(),
                    1e-9 * total);
            for (List<Share> margin : List.of(causes.byRoot(), causes.byStage(), causes.byComponent())) {
                assertEquals(1, margin.stream().mapToDouble(Share::share).sum(), 1e-12);
            }
        }
    }

    @Test
    void theFingerprintSeesEstimatesAndNothingElse() {
        Effort quick =
                new Effort(640, 6400, 1, 0.1, 0.1, 64, StoppedBecause.REPLICATIONS, Double.NaN, Double.NaN, "", "25");
        Result elsewhere = Result.of(
                sample.scenario(),
                quick,
                sample.headline(),
                sample.journeys(),
                sample.parts(),
                sample.branches(),
                List.of(),
                List.of("another warning"),
                sample.traffic(),
                sample.data(),
                sample.durability());
        assertEquals(sample.fingerprint(), elsewhere.fingerprint());

        Result fewer = Result.of(
                sample.scenario(),
                sample.effort(),
                sample.headline(),
                sample.journeys().subList(1, 2),
                sample.parts(),
                sample.branches(),
                List.of(),
                List.of());
        assertNotEquals(sample.fingerprint(), fewer.fingerprint());
    }

    @Test
    void aVerdictOnlyGetsWorse() {
        Estimate good = new Estimate(1, 0.9, 1.1, 0.95, "m", Evidence.NONE, Verdict.GOOD, "", null);
        Estimate thin = good.atMost(Verdict.THIN, "few");
        assertEquals(Verdict.THIN, thin.verdict());
        assertEquals("few", thin.reason());
        assertEquals("few; fewer", thin.atMost(Verdict.NOT_TRUSTED, "fewer").reason());
        assertEquals(
                Verdict.NOT_TRUSTED, thin.atMost(Verdict.NOT_TRUSTED, "fewer").verdict());
        assertEquals(0.1, good.relativeHalfWidth(), 1e-12);
    }
}
