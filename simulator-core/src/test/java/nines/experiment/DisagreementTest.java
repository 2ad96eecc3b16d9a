package nines.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nines.distribution.Exponential;
import nines.random.RandomStream;
import nines.result.Availability;
import nines.result.Estimate;
import nines.result.Evidence;
import nines.result.Exact;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Verdict;
import org.junit.jupiter.api.Test;

/** A gap between simulation and theory that chance does not explain is told first and loudly; any other is not. */
class DisagreementTest {
    private static Estimate estimate(double value, double half, Verdict verdict) {
        return new Estimate(
                value, value - half, value + half, 0.95, "t", new Evidence(1000, 1e4, 1e4), verdict, "", null);
    }

    @Test
    void threeHalfWidthsAreTooFarAndOneIsNot() {
        Estimate good = estimate(1, 0.1, Verdict.GOOD);

        // Student's quantiles with 999 degrees of freedom: 3.906 / 1.962 = 1.99 half-widths.
        assertThat(Disagreement.isBeyondChance(good, 1.3)).isTrue();
        assertThat(Disagreement.isBeyondChance(good, 0.7)).isTrue();
        assertThat(Disagreement.isBeyondChance(good, 1.19)).isFalse();
        assertThat(Disagreement.isBeyondChance(good, 0.82)).isFalse();
        assertThat(Disagreement.isBeyondChance(estimate(1, 0.1, Verdict.THIN), 2))
                .isFalse();
    }

    @Test
    void aRightProgramIsSeldomAccused() {
        RandomStream random = new RandomStream(5);
        int accused = 0;
        for (int i = 0; i < 20_000; i++) {
            double z = nines.statistics.CriticalValue.normal(random.nextDouble());
            accused += Disagreement.isBeyondChance(estimate(100 + z, 1.962, Verdict.GOOD), 100) ? 1 : 0;
        }
        // 2 expected; more than 12 in fewer than one of 100,000 cases.
        assertThat(accused).isLessThan(13);
    }

    @Test
    void aPlantedWrongValueIsTheFirstWarning() {
        Result right = new Experiment(
                        Cases.twoState(new Exponential(1000 * Cases.HOUR), new Exponential(4 * Cases.HOUR)),
                        Settings.standard().withReplications(80).withThreads(2),
                        List.of(),
                        Origin.named("test"))
                .run();
        assertThat(Disagreement.in(right.journeys())).isEmpty();
        Journey journey = right.journeys().get(0);
        Estimate lost = journey.requests().unavailability();
        assertThat(lost.exact()).isNotNull();
        Estimate planted = lost.withExact(Exact.of(2 * lost.value(), lost.value(), "planted"));
        Availability requests = journey.requests();
        Journey wrong = new Journey(
                journey.name(),
                journey.requestsPerSecond(),
                journey.upAt(),
                new Availability(requests.availability(), planted, requests.nines(), requests.downtimePerYear()),
                journey.time(),
                journey.outages(),
                journey.first(),
                journey.moments(),
                journey.limiting(),
                journey.windows(),
                journey.targets(),
                journey.lostBy(),
                journey.downBy(),
                journey.worst());
        assertThat(Disagreement.in(List.of(wrong)))
                .singleElement()
                .asString()
                .startsWith("SIMULATION AND THEORY DISAGREE")
                .contains("planted", journey.name());
    }
}
