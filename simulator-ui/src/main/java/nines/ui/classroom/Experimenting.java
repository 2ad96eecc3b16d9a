package nines.ui.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import nines.experiment.ProgressListener;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.model.Scenario;
import nines.result.Result;

/** Runs the alternatives of a lesson, as every run is run: the same engine, the same luck for all of them. */
final class Experimenting {
    private Experimenting() {}

    /** Runs them one after the other; fewer when told to stop. */
    static List<Finding> run(Lesson lesson, BooleanSupplier stop) {
        var findings = new ArrayList<Finding>();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        for (Lesson.Arm arm : lesson.arms()) {
            if (stop.getAsBoolean()) {
                break;
            }
            Scenario scenario = lesson.scenario(arm);
            Settings settings = Study.settings(scenario).withThreads(threads);
            String variant = arm.variant().equals(Lesson.AS_WRITTEN) ? "" : arm.variant();
            Result result = Study.of(
                            scenario,
                            settings,
                            Study.origin(scenario, lesson.name() + ".yaml", "", variant, List.of(), ""))
                    .run(ProgressListener.NONE, stop);
            findings.add(new Finding(arm, lesson.measure().of(result, lesson.journey()), result));
        }
        return findings;
    }
}
