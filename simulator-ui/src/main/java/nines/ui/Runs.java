package nines.ui;

import java.util.List;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.model.Scenario;
import nines.ui.run.RunJob;
import nines.ui.shell.Document;

/** The way from an open document to a run of it. */
final class Runs {
    private Runs() {}

    /** A run of the document's scenario, on all cores but the one that draws. */
    static RunJob of(Document document) {
        Scenario scenario = document.variant().isEmpty()
                ? document.reading().scenarioOrThrow()
                : document.source().read(document.text(), document.variant()).scenarioOrThrow();
        String file = document.source().name();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return (listener, stopped) -> {
            Settings settings = Study.settings(scenario).withThreads(threads);
            return Study.of(scenario, settings, Study.origin(scenario, file, "", document.variant(), List.of(), ""))
                    .run(listener, stopped);
        };
    }
}
