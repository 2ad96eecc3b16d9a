package nines.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nines.blueprint.Blueprint;
import nines.blueprint.Mode;
import nines.blueprint.Shock;
import nines.distribution.Distribution;
import nines.distribution.Never;
import nines.layout.Layout;
import nines.model.Scenario;
import nines.result.Cause;
import nines.result.Causes;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold in every scenario of the library, whatever its numbers. */
class LawsTest {
    /** Downtime and causes are summed in different orders, and known means correct both: rounding only. */
    private static final double ROUNDING = 1e-9;

    static List<String> names() {
        return Runs.ofYears();
    }

    // ---------------------------------------------------------------- sums and bits

    @ParameterizedTest
    @MethodSource("names")
    void causesSumToTheTotalAndThreadsChangeNoBit(String name) {
        Scenario written = Runs.bundled(name, "");
        List<String> variants = new ArrayList<>(written.variants().keySet());
        variants.add("");
        for (String variant : variants) {
            Scenario scenario = Runs.bundled(name, variant);
            Result one = Runs.run(scenario, 5, 40, 1);
            Result four = Runs.run(scenario, 5, 40, 4);
            assertThat(four.fingerprint()).as(variant).isEqualTo(one.fingerprint());
            for (Journey journey : one.journeys()) {
                sumsUp(
                        variant + " lost",
                        journey.lostBy(),
                        journey.requests().downtimePerYear().value());
                sumsUp(
                        variant + " down",
                        journey.downBy(),
                        journey.time().downtimePerYear().value());
            }
        }
    }

    private static void sumsUp(String what, Causes causes, double total) {
        double close = ROUNDING * Math.max(total, 1);
        assertThat(causes.total()).as(what).isCloseTo(total, within(close));
        double cells =
                causes.cells().stream().mapToDouble(Cause::secondsPerYear).sum();
        assertThat(cells).as(what + " in cells").isCloseTo(total, within(close));
        for (List<Share> margin : List.of(causes.byRoot(), causes.byStage(), causes.byComponent())) {
            double sum =
                    margin.stream().mapToDouble(s -> s.secondsPerYear().value()).sum();
            assertThat(sum).as(what + " in a margin").isCloseTo(total, within(close));
        }
    }

    // ---------------------------------------------------------------- counts

    private static final double YEARS = 10;
    private static final int REPLICATIONS = 40;

    /** Of a hundred instances in all one is further off than this once in 20,000 times. */
    private static final double STANDARD_ERRORS = 5;

    /**
     * With places, planned work and needs taken away, an instance fails as often as its own clocks ring: renewals from a
     * fresh start in operating time, and its share of common causes.
     */
    @ParameterizedTest
    @MethodSource("names")
    void instancesFailAsOftenAsRenewalTheoryExpects(String name) {
        Scenario written = Runs.bundled(name, "");
        List<String> changes = new ArrayList<>();
        written.events().keySet().forEach(event -> changes.add("events." + event + "=null"));
        written.components().values().stream()
                .filter(each -> each.common().needs() != null)
                .forEach(each -> changes.add(each.name() + ".needs=null"));
        if (!name.equals("single-server")) {
            // There the place is what breaks; it is an instance of its own in the result.
            written.places().values().stream()
                    .filter(place -> !place.fails().isEmpty())
                    .forEach(place -> changes.add("places." + place.name() + ".fails=never"));
        }
        Scenario scenario = Runs.bundled(name, "", changes.toArray(String[]::new));
        Blueprint blueprint = Layout.of(scenario);
        Result result = Runs.run(scenario, YEARS, REPLICATIONS);
        Renewals renewals = new Renewals(YEARS * Runs.YEAR);

        Map<String, double[]> expected = new HashMap<>();
        blueprint.modes().stream()
                .filter(mode -> !(mode.timeToFailure() instanceof Never))
                .forEach(mode -> add(expected, blueprint, mode, renewals.of(mode.timeToFailure())));
        for (Shock shock : blueprint.shocks()) {
            double shocks = renewals.of(shock.law());
            double hit = hit(shock);
            Arrays.stream(shock.modes())
                    .mapToObj(blueprint.modes()::get)
                    .forEach(mode -> add(expected, blueprint, mode, hit * shocks));
        }
        Set<String> idle = standbysThatDoNotAge(scenario);
        expected.forEach((unit, numbers) -> {
            var part = result.part(unit).orElseThrow();
            if (!part.level().equals("component") && !idle.contains(part.within())) {
                double right = numbers[0] * REPLICATIONS * part.availability().value();
                double counted = part.failuresPerYear().value() * YEARS * REPLICATIONS;
                double error = Math.sqrt(numbers[1] * REPLICATIONS) + 1;
                assertThat(counted).as(unit).isCloseTo(right, within(STANDARD_ERRORS * error));
            }
        });
        boolean someFail = written.components().values().stream()
                .anyMatch(each -> !each.common().fails().isEmpty());
        assertThat(expected.isEmpty()).as("no instance can fail").isEqualTo(!someFail);
    }

    /** Chance that a shock hits a certain member: of a number hit it is E min(number, members) / members. */
    private static double hit(Shock shock) {
        var count = shock.count();
        if (shock.hits() == Shock.Hits.ALL || count == null) {
            return shock.hits() == Shock.Hits.ALL ? 1 : shock.share();
        }
        double sum = 0;
        for (int k = 1; k <= shock.modes().length; k++) {
            sum += 1 - count.cdf(k - 0.5);
        }
        return sum / shock.modes().length;
    }

    private static void add(Map<String, double[]> expected, Blueprint blueprint, Mode mode, double failures) {
        Distribution law = mode.timeToFailure();
        double spread = Math.max(1, law.variance() / law.mean() / law.mean());
        double[] numbers =
                expected.computeIfAbsent(blueprint.nodes().get(mode.unit()).name(), none -> new double[2]);
        numbers[0] += failures;
        numbers[1] += spread * failures;
    }

    private static Set<String> standbysThatDoNotAge(Scenario scenario) {
        return scenario.components().values().stream()
                .filter(each -> each.common().standsByFor() != null)
                .map(nines.model.Component::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    // ---------------------------------------------------------------- time and requests

    /** … with instant sight of the truth, constant load and enough capacity. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "first lb.health-check=none",
                "single-server users.day-peak=1x",
                "active-passive-pair",
                "balancer-web-database shoppers.day-peak=1x lb.health-check=none",
                "backup-ladder",
                "synchronous-standby",
                "leaderless-store ring.instances=3",
                "disaster-recovery",
                "object-store objects.instances=3",
                "lock-service",
                "managed-database",
                "three-tier-shop lb.health-check=none",
                "consensus-cluster",
                "dual-wan edge.health-check=none",
                "power-chain",
                "three-zones lb.health-check=none peak.rate=100/s"
            })
    void timeAndRequestsAgreeWhenAllIsServedOrNothing(String nameAndChanges) {
        String[] words = nameAndChanges.split(" ");
        Scenario scenario = Runs.bundled(words[0], "", Arrays.copyOfRange(words, 1, words.length));
        for (Journey journey : Runs.run(scenario, 20, 40).journeys()) {
            double requests = journey.requests().unavailability().value();
            double time = journey.time().unavailability().value();
            assertThat(requests).isPositive().isCloseTo(time, within(ROUNDING * time));
        }
    }

    @Test
    void everyScenarioIsAskedWhetherTimeAndRequestsAgree() throws NoSuchMethodException {
        String[] asked = LawsTest.class
                .getDeclaredMethod("timeAndRequestsAgreeWhenAllIsServedOrNothing", String.class)
                .getAnnotation(ValueSource.class)
                .strings();
        assertThat(Arrays.stream(asked).map(words -> words.split(" ")[0])).hasSameElementsAs(names());
    }
}
