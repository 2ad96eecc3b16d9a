package nines.scenarios;

import java.util.Arrays;
import java.util.List;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.format.Change;
import nines.format.ScenarioReader;
import nines.model.Scenario;
import nines.result.Result;
import nines.result.Share;

/** Short runs of bundled scenarios and of texts, with fixed seeds. */
final class Runs {
    static final double YEAR = Settings.YEAR;

    private Runs() {}

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
