package nines.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nines.format.ScenarioReader;
import nines.model.Scenario;
import nines.result.Estimate;
import nines.result.Result;
import org.junit.jupiter.api.Test;

/** The lines of the README run, and are the lines below. */
class ReadmeTest {
    private static String answer() {
        // README:start
        Scenario scenario = ScenarioReader.parse("""
                        nines: 1
                        name: Two web servers
                        components: { web: { kind: server, instances: 2 } }
                        journeys: { shop: { through: [web] } }
                        """, "shop.yaml").scenarioOrThrow();
        Result result = Study.of(scenario).run();
        Estimate lost = result.journeys().get(0).requests().unavailability();
        return lost.value() + " lost, between " + lost.low() + " and " + lost.high();
        // README:end
    }

    @Test
    void theLinesOfTheReadmeGiveAnAnswer() {
        assertThat(answer()).matches("[0-9.E-]+ lost, between [0-9.E-]+ and [0-9.E-]+");
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("README.md"))) {
            root = root.getParent();
        }
        String readme = Files.readString(root.resolve("README.md"));
        String source = Files.readString(root.resolve("simulator-core/src/test/java/nines/experiment/ReadmeTest.java"));
        String lines = source.substring(
                source.indexOf("// README:start") + "// README:start".length(), source.indexOf("// README:end"));

        assertThat(readme).contains(lines.stripIndent().strip());
    }
}
