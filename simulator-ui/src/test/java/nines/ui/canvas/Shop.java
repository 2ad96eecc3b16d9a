package nines.ui.canvas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nines.format.ScenarioReader;
import nines.model.Scenario;

/** Scenarios that drawings are tried on. */
final class Shop {
    private Shop() {}

    static Scenario scenario() {
        try (InputStream file = Shop.class.getResourceAsStream("/nines/ui/shop.yaml")) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static Diagram diagram() {
        return ScenarioDiagram.of(scenario());
    }

    /** The diagram of a scenario that is written without its first lines. */
    static Diagram diagram(String text) {
        return ScenarioDiagram.of(read("nines: 1\nname: test\ndefaults: textbook\n" + text));
    }

    private static Scenario read(String text) {
        return ScenarioReader.parse(text, "test.yaml").scenarioOrThrow();
    }
}
