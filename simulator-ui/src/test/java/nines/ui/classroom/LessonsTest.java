package nines.ui.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nines.experiment.Study;
import nines.format.Problem;
import nines.format.Reading;
import nines.format.ScenarioReader;
import nines.format.Severity;
import nines.model.Scenario;
import nines.result.Result;
import nines.ui.classroom.ClassroomViewModel.State;
import nines.ui.control.BackgroundRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson is run; what it shows is what a batch run says, and what it claims is so. */
class LessonsTest {
    /** What the prediction that comes true says of the values, by alternative: seeds are fixed, so it cannot fail by chance. */
    private interface Claim {
        boolean holds(Map<String, Double> values);
    }

    private static final Map<String, Claim> CLAIMS = Map.of(
            "slow-server",
            found -> found.get("as-written") > 2.2 * found.get("two-choices")
                    && found.get("two-choices") < 1.6 * found.get("least-connections"),
            "health-check",
            found -> ratio(found, "seldom", "as-written") > 4.5
                    && ratio(found, "seldom", "as-written") < 6.5
                    && ratio(found, "as-written", "often") > 3,
            "synchronous",
            found -> ratio(found, "synchronous", "as-written") > 50 && ratio(found, "synchronous", "two-standbys") > 50,
            "four-voters",
            found -> ratio(found, "four", "as-written") > 1.7
                    && ratio(found, "four", "as-written") < 2.4
                    && ratio(found, "as-written", "five") > 20,
            "retry-storm",
            found -> found.get("as-written") > 0.95 && found.get("no-retry") < 1e-3 && found.get("newest-first") < 1e-3,
            "cold-cache",
            found -> found.get("as-written") > 0.5 && found.get("no-flush") < 1e-3 && found.get("short-queue") < 1e-3,
            "zone-headroom",
            found -> found.get("overfull") > 5400 && found.get("full") < 60 && found.get("as-written") < 60,
            "failed-failover",
            found -> ratio(found, "usual", "slow") > 1.8 && ratio(found, "untested", "usual") > 3);

    private static double ratio(Map<String, Double> found, String one, String other) {
        return found.get(one) / found.get(other);
    }

    static List<Lesson> lessons() {
        return Lesson.all();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whatIsShownIsWhatABatchRunSays(Lesson lesson) {
        var classroom = new ClassroomViewModel(BackgroundRun.inPlace(), List.of(lesson));
        classroom.open(lesson);
        classroom.run();
        assertThat(classroom.stateProperty().get().findings())
                .as("nothing runs before there is a prediction")
                .isEmpty();
        classroom.predict(lesson.right());
        classroom.run();
        State over = classroom.stateProperty().get();
        assertThat(over.failure()).isEmpty();
        assertThat(over.isOver()).isTrue();
        assertThat(over.verdict()).isEqualTo("As you said.");
        var values = new HashMap<String, Double>();
        over.findings()
                .forEach(finding ->
                        values.put(finding.arm().variant(), finding.estimate().value()));
        assertThat(CLAIMS.get(lesson.name()).holds(values))
                .as(lesson.name() + " claims what is not so: " + values)
                .isTrue();

        // The batch run of the last alternative, on more threads, has the same bits.
        Finding last = over.findings().get(over.findings().size() - 1);
        String variant = last.arm().variant().equals(Lesson.AS_WRITTEN)
                ? null
                : last.arm().variant();
        Scenario scenario = ScenarioReader.parse(lesson.text(), "batch.yaml", List.of(), variant)
                .scenarioOrThrow();
        Result batch = Study.of(
                        scenario,
                        Study.settings(scenario).withThreads(2),
                        Study.origin(scenario, "", "", "", List.of(), ""))
                .run();
        assertThat(batch.fingerprint()).isEqualTo(last.result().fingerprint());
        assertThat(lesson.measure().of(batch, lesson.journey())).isEqualTo(last.estimate());

        String explained = over.explanation();
        assertThat(explained).doesNotContain("{").doesNotContain("}").doesNotContain("not known");
        over.findings()
                .forEach(finding ->
                        assertThat(explained).contains(ClassroomViewModel.value(lesson.measure(), finding.estimate())));
        Locale was = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(over.explanation())
                    .as("numbers are written alike in every country")
                    .isEqualTo(explained);
        } finally {
            Locale.setDefault(was);
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyLessonIsWholeAndItsFilesAreSound(Lesson lesson) {
        assertThat(lesson.choices()).hasSizeBetween(2, 4);
        assertThat(lesson.right()).isBetween(0, lesson.choices().size() - 1);
        assertThat(lesson.arms()).hasSizeBetween(2, 4);
        assertThat(lesson.question()).endsWith("?");
        assertThat(lesson.explanation().split("\\s+")).hasSizeBetween(40, 130);
        for (Lesson.Arm arm : lesson.arms()) {
            assertThat(lesson.explanation()).contains("{" + arm.variant() + "}");
            Reading reading = ScenarioReader.parse(
                    lesson.text(),
                    "lesson.yaml",
                    List.of(),
                    arm.variant().equals(Lesson.AS_WRITTEN) ? null : arm.variant());
            assertThat(reading.problems().stream().filter(problem -> problem.severity() == Severity.ERROR))
                    .extracting(Problem::text)
                    .isEmpty();
            assertThat(lesson.scenario(arm).journeys()).containsKey(lesson.journey());
        }
    }

    @Test
    void thereAreEightAndTheRightOneIsNotAlwaysTheLast() {
        assertThat(Lesson.all()).hasSize(8);
        assertThat(Lesson.all().stream().map(Lesson::right).distinct()).hasSizeGreaterThan(1);
        assertThat(CLAIMS).hasSize(8);
    }

    @Test
    void aWrongPredictionIsToldAndCannotBeChangedAfterwards() {
        Lesson lesson = Lesson.all().get(7);
        var classroom = new ClassroomViewModel(BackgroundRun.inPlace(), List.of(lesson));
        classroom.open(lesson);
        classroom.predict(0);
        classroom.run();
        assertThat(classroom.stateProperty().get().verdict())
                .isEqualTo("Not what you said. It is: " + lesson.choices().get(lesson.right()));
        classroom.predict(lesson.right());
        assertThat(classroom.stateProperty().get().predicted()).isZero();
        classroom.open(lesson);
        assertThat(classroom.stateProperty().get().verdict()).isEmpty();
    }
}
