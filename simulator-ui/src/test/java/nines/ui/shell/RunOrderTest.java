package nines.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nines.format.Problem;
import nines.format.ScenarioReader;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.ui.Examples;
import nines.ui.run.Wishes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOrderTest {
    @TempDir
    Path folder;

    private static RunOrder order(Source source, String variant, Wishes wishes) {
        return new RunOrder(new Document(source, source.read(), source.text(), variant), wishes);
    }

    /** What the command line makes of the same options is the same scenario, so that both give the same result. */
    @Test
    void theCommandLineAsksForTheSame() throws Exception {
        Path file = folder.resolve("my shop.yaml");
        Files.writeString(file, Examples.source("shop.yaml").text());
        Wishes wishes = Wishes.NONE.with("horizon", "20y").with("seed", "7").with("precision", "3%");
        RunOrder order = order(Source.file(file), "", wishes);
        assertThat(order.command()).isEqualTo("nines run \"" + file + "\" --horizon 20y --precision 3% --seed 7");
        Scenario wanted = ScenarioReader.read(file, List.of("run.horizon=20y", "run.precision=3%", "run.seed=7"), null)
                .scenarioOrThrow();
        Scenario got = order.reading().scenarioOrThrow();
        assertThat(got.run()).isEqualTo(wanted.run());
        assertThat(got.components()).isEqualTo(wanted.components());
        assertThat(order.about()).isEqualTo("horizon 20y, precision 3%, seed 7");
    }

    @Test
    void yearsOfFailuresBecomeAnHourOfRequests() {
        RunSettings run = order(Examples.source("shop.yaml"), "", Wishes.NONE.with("fidelity", "requests"))
                .reading()
                .scenarioOrThrow()
                .run();
        assertThat(run.fidelity()).isEqualTo(RunSettings.Fidelity.REQUESTS);
        assertThat(run.horizon()).isEqualTo(3600);
    }

    @Test
    void nonsenseIsAProblemThatNamesTheField() {
        List<Problem> problems = order(Examples.source("shop.yaml"), "", Wishes.NONE.with("horizon", "ten"))
                .reading()
                .problems();
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.path()).isEqualTo("run.horizon");
            assertThat(problem.by()).contains("How to run");
        });
    }

    @Test
    void aTableBesideTheFileIsFoundInEveryReading() throws Exception {
        Files.writeString(folder.resolve("repairs.csv"), "repair\n10\n20\n60\n");
        Path file = folder.resolve("tables.yaml");
        String text = """
                nines: 1
                name: Tables
                defaults: textbook
                components:
                  web:
                    kind: server
                    fails: { crash: { time-to-failure: exponential mean 30d, repair: data repairs.csv unit min } }
                journeys:
                  page: { through: web }
                """;
        Files.writeString(file, text);
        Source source = Source.file(file);
        assertThat(source.read().problems()).noneMatch(RunOrderTest::isError);
        assertThat(source.read(text + "# edited\n", "").problems()).noneMatch(RunOrderTest::isError);
        RunOrder order = order(source, "", Wishes.NONE.with("seed", "3"));
        assertThat(order.reading().problems()).noneMatch(RunOrderTest::isError);
    }

    private static boolean isError(Problem problem) {
        return problem.severity() == nines.format.Severity.ERROR;
    }
}
