package nines.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScenarioLibraryTest {
    @Test
    void everyFileInTheFolderIsListed() throws Exception {
        Path folder = Path.of("src/main/resources/nines/scenarios");
        if (!Files.isDirectory(folder)) {
            assertThat(ScenarioLibrary.names()).isEmpty();
            return;
        }
        try (var files = Files.list(folder)) {
            assertThat(ScenarioLibrary.names())
                    .isEqualTo(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml"))
                            .map(name -> name.replace(".yaml", ""))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void everyScenarioSaysWhatItIsAndWhatItTeaches() {
        assertThat(ScenarioLibrary.all()).allSatisfy(scenario -> {
            assertThat(scenario.title()).as(scenario.name()).isNotBlank().isNotEqualTo(scenario.name());
            assertThat(scenario.about()).as(scenario.name()).isNotBlank();
        });
    }

    @Test
    void titleAndAboutAreReadFromTheText() {
        LibraryScenario scenario = new LibraryScenario(
                "x",
                "nines: 1\nname: \"One: two\"\nabout: |\n  First line.\n\n  Second.\nplaces:\n  a: { kind: zone }\n");
        assertThat(scenario.title()).isEqualTo("One: two");
        assertThat(scenario.about()).isEqualTo("First line. Second.");
        assertThat(new LibraryScenario("x", "name: One\nabout: short\n").about())
                .isEqualTo("short");
        assertThat(new LibraryScenario("x", "nines: 1\n").title()).isEqualTo("x");
    }

    @Test
    void whatIsNoNameIsNotFound() {
        assertThat(ScenarioLibrary.find("../secret")).isEmpty();
        assertThat(ScenarioLibrary.find("no-such-scenario")).isEmpty();
    }
}
