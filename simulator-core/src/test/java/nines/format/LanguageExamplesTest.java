package nines.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nines.model.Scenario;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of the language page is read without an error and survives writing and reading. */
class LanguageExamplesTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/language-examples");

    @TestFactory
    Stream<DynamicTest> everyExampleIsAScenario() throws IOException {
        return examples()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Reading reading = ScenarioReader.read(file);
                    assertThat(reading.problems().stream().filter(p -> p.severity() == Severity.ERROR))
                            .isEmpty();
                    assertThat(reading.scenario()).isNotNull();
                }));
    }

    @TestFactory
    Stream<DynamicTest> writingAndReadingChangesNothing() throws IOException {
        return examples()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Scenario scenario = ScenarioReader.read(file).scenarioOrThrow();
                    for (ScenarioWriter.Form form : ScenarioWriter.Form.values()) {
                        String yaml = ScenarioWriter.yaml(scenario, form);
                        String json = ScenarioWriter.json(scenario, form);
                        assertThat(meaning(ScenarioReader.parse(yaml, form + ".yaml")
                                        .scenarioOrThrow()))
                                .isEqualTo(meaning(scenario));
                        assertThat(meaning(ScenarioReader.parse(json, form + ".json")
                                        .scenarioOrThrow()))
                                .isEqualTo(meaning(scenario));
                    }
                }));
    }

    /** The scenario without the places where its values stood. */
    static Scenario meaning(Scenario s) {
        return new Scenario(
                s.name(),
                s.about(),
                s.defaults(),
                s.parameters(),
                s.catalogue(),
                s.places(),
                s.groups(),
                s.components(),
                s.journeys(),
                s.traffic(),
                s.crews(),
                s.spares(),
                s.events(),
                s.targets(),
                s.measure(),
                s.variants(),
                s.sweep(),
                s.run(),
                Map.of());
    }

    private static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<Path> sorted = files.sorted().toList();
            assertThat(sorted).hasSize(33);
            return sorted.stream();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
