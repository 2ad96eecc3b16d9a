package nines.ui;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.experiment.Experiment;
import nines.experiment.Origin;
import nines.experiment.Promise;
import nines.experiment.Settings;
import nines.layout.Layout;
import nines.model.Journey;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.ui.run.RunJob;
import nines.ui.shell.Document;

/** The way from an open document to a run of it. */
final class Runs {
    private Runs() {}

    /** A run of the document's scenario, on all cores but the one that draws. */
    static RunJob of(Document document) {
        Scenario scenario = document.reading().scenarioOrThrow();
        return (listener, stopped) -> {
            Blueprint blueprint = Layout.of(scenario);
            Origin origin = Origin.named(scenario.name());
            Settings settings = settings(scenario.run());
            Experiment experiment = scenario.traffic().isEmpty()
                    ? Experiment.withoutTraffic(blueprint, settings, promises(scenario), origin)
                    : new Experiment(blueprint, settings, promises(scenario), origin);
            return experiment.run(listener, stopped);
        };
    }

    private static Settings settings(RunSettings run) {
        return new Settings(
                run.horizon(),
                run.start() == RunSettings.Start.STEADY ? Settings.Start.STEADY : Settings.Start.FRESH,
                run.replications() == null ? 0 : run.replications(),
                run.precision(),
                run.confidence(),
                run.wallClock(),
                run.seed(),
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                List.of(),
                List.of(Settings.MONTH, Settings.YEAR),
                List.of(0.5, 0.95, 0.99, 0.999));
    }

    private static List<Promise> promises(Scenario scenario) {
        var promises = new ArrayList<Promise>();
        for (Journey journey : scenario.journeys().values()) {
            Double wanted = journey.targets().availability();
            if (wanted != null) {
                promises.add(Promise.onTheMean(journey.name(), Promise.Measure.AVAILABILITY, wanted));
            }
        }
        return promises;
    }
}
