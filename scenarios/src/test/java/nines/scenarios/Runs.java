package nines.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.format.Change;
import nines.format.ScenarioReader;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.result.Estimate;
import nines.result.Result;
import nines.result.Share;

/** Short runs of bundled scenarios and of texts, with fixed seeds. */
final class Runs {
    static final double YEAR = Settings.YEAR;
    static final double HOUR = 3600;

    /** Chance that a right estimate of {@link #sure} misses. */
    static final double ERROR_RATE = 1e-4;

    private Runs() {}

    /** The bundled scenarios that follow failures over years; the others follow single requests. */
    static List<String> ofYears() {
        return ScenarioLibrary.names().stream()
                .filter(name -> bundled(name, "").run().fidelity() != RunSettings.Fidelity.REQUESTS)
                .toList();
    }

    /** A bundled scenario, in a variant unless that is empty, with changes {@code path=value}. */
    static Scenario bundled(String name, String variant, String... sets) {
        String text = ScenarioLibrary.find(name).orElseThrow().text();
        return read(text, name, variant, sets);
    }

    static Scenario read(String text, String name, String variant, String... sets) {
        List<Change> changes = Arrays.stream(sets).map(Change::parse).toList();
        return ScenarioReader.parse(text, name + ".yaml", changes, variant.isEmpty() ? null : variant)
                .scenarioOrThrow();
    }

    static Result run(Scenario scenario, double years, int replications) {
        return run(scenario, years, replications, 2);
    }

    /** A run whose intervals a right program misses once in 10,000 times; {@code measure.at} is asked for too. */
    static Result sure(Scenario scenario, double years, int replications) {
        Settings written = Study.settings(scenario);
        Settings settings = new Settings(
                years * YEAR,
                written.start(),
                replications,
                written.precision(),
                1 - ERROR_RATE,
                Double.POSITIVE_INFINITY,
                11,
                2,
                written.at(),
                List.of(),
                List.of(0.5, 0.95, 0.99));
        return Study.of(scenario, settings, Study.origin(scenario, "", "", "", List.of(), ""))
                .run();
    }

    /** The scenarios that follow single requests. */
    static List<String> ofRequests() {
        List<String> ofYears = ofYears();
        return ScenarioLibrary.names().stream()
                .filter(name -> !ofYears.contains(name))
                .toList();
    }

    /** So many replications of single requests, whose intervals a right program misses once in 10,000 times. */
    static Result requests(Scenario scenario, int replications, int threads) {
        Settings written = Study.settings(scenario);
        Settings settings = new Settings(
                written.horizon(),
                written.start(),
                replications,
                written.precision(),
                1 - ERROR_RATE,
                Double.POSITIVE_INFINITY,
                11,
                threads,
                written.at(),
                List.of(),
                List.of(0.5, 0.95, 0.99));
        return Study.of(scenario, settings, Study.origin(scenario, "", "", "", List.of(), ""))
                .run();
    }

    /**
     * The interval of an estimate, times a factor, contains the right value and none of the naive ones. With {@link #sure} a
     * right program misses the right value once in 10,000 times.
     */
    static void meets(Estimate estimate, double factor, double right, double... naive) {
        assertThat(right).as("right, %s", estimate).isBetween(estimate.low() * factor, estimate.high() * factor);
        for (double wrong : naive) {
            assertThat(wrong < estimate.low() * factor || wrong > estimate.high() * factor)
                    .as("naive %s, %s times %s", wrong, estimate, factor)
                    .isTrue();
        }
    }

    static Result run(Scenario scenario, double years, int replications, int threads) {
        Settings settings = Study.settings(scenario)
                .withHorizon(years * YEAR)
                .withReplications(replications)
                .withSeed(11)
                .withThreads(threads)
                .withWallClock(Double.POSITIVE_INFINITY);
        return Study.of(scenario, settings, Study.origin(scenario, "", "", "", List.of(), ""))
                .run();
    }

    /** Share of requests lost, of the journey to show first. */
    static double lost(Result result) {
        return result.answer().requests().unavailability().value();
    }

    static double minutesPerYear(Result result) {
        return result.answer().requests().downtimePerYear().value() / 60;
    }

    static double outagesPerYear(Result result) {
        return result.answer().outages().perYear().value();
    }

    /** What a stage has of the loss of the journey to show first. */
    static double ofStage(Result result, String stage) {
        return sum(result.answer().lostBy().byStage(), stage);
    }

    /** What the faults of one component have of that loss. */
    static double ofComponent(Result result, String component) {
        return sum(result.answer().lostBy().byComponent(), component);
    }

    private static double sum(List<Share> shares, String name) {
        return shares.stream()
                .filter(share -> share.name().equals(name))
                .mapToDouble(Share::share)
                .sum();
    }
}
