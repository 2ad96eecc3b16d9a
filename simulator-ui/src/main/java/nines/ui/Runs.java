package nines.ui;

import java.util.List;
import nines.experiment.Likeness;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.experiment.Trial;
import nines.model.Scenario;
import nines.ui.run.Ran;
import nines.ui.run.RunJob;
import nines.ui.shell.RunOrder;

/** The way from an open document to a run of it. */
final class Runs {
    private Runs() {}

    /** A run as ordered. */
    static RunJob of(RunOrder order) {
        return (listener, stopped) -> {
            Scenario scenario = order.scenario();
            Settings settings = order.settings();
            String file = order.document().source().name();
            Trial trial = Study.of(
                            scenario,
                            settings,
                            Study.origin(scenario, file, "", order.document().variant(), List.of(), ""))
                    .trial(listener, stopped);
            return new Ran(trial.result(), trial, Likeness.of(scenario));
        };
    }
}
