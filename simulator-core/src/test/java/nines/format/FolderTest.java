package nines.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nines.distribution.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables beside a scenario's file, and those that are none of its business. */
class FolderTest {
    @TempDir
    Path folder;

    private Reading read(String law) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path file = home.resolve("scenario.yaml");
        Files.writeString(file, """
                nines: 1
                name: Table
                defaults: textbook
                components:
                  web: { kind: server, fails: { crash: { time-to-failure: %s, repair: 1h } } }
                """.formatted(law));
        return ScenarioReader.read(file);
    }

    private Distribution law(String text) throws IOException {
        return read(text)
                .scenarioOrThrow()
                .components()
                .get("web")
                .common()
                .fails()
                .get("crash")
                .timeToFailure();
    }

    private void table(String name, String content) throws IOException {
        Path file = folder.resolve("home").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private String problem(String law) throws IOException {
        return String.join(
                "\n", read(law).problems().stream().map(Problem::toString).toList());
    }

    @Test
    void aColumnIsFoundByItsHeadingOrIsTheFirst() throws IOException {
        table("lives.csv", "when,\"hours, alive\",note\n2024,10,a\n2025,30,\"said \"\"no\"\"\"\n\n");
        table("tables/plain.csv", "10h\n20h\n");
        table("headed.csv", "life\r\n1;2\r\n3;4\r\n");

        assertThat(law("replay tables/plain.csv").mean()).isCloseTo(15 * 3600.0, within(1e-6));
        assertThat(law("data headed.csv unit min").mean()).isCloseTo(120.0, within(1e-9));
        assertThat(law("{ distribution: replay, file: lives.csv, column: \"hours, alive\", unit: h }")
                        .mean())
                .isCloseTo(20 * 3600.0, within(1e-6));
        assertThat(problem("{ distribution: replay, file: lives.csv, column: hour, unit: h }"))
                .contains("no column `hour`");
    }

    @Test
    void nothingOutsideTheFolderIsOpened() throws IOException {
        Files.writeString(folder.resolve("secret.csv"), "1h\n2h\n");
        table("inside.csv", "1h\n");
        Path link = folder.resolve("home").resolve("link.csv");
        Files.createSymbolicLink(link, folder.resolve("secret.csv"));
        Path linked = folder.resolve("home").resolve("linked");
        Files.createSymbolicLink(linked, folder);

        for (String name : List.of(
                "../secret.csv",
                "x/../../secret.csv",
                folder.resolve("secret.csv").toString())) {
            assertThat(problem("{ distribution: replay, file: \"" + name + "\" }"))
                    .contains("beside the scenario's file");
            assertThat(problem("replay " + name)).isNotEmpty();
        }
        assertThat(problem("replay link.csv")).contains("leads out");
        assertThat(problem("replay linked/secret.csv")).contains("leads out");
        assertThat(problem("replay missing.csv")).contains("cannot be read");
        assertThat(law("replay inside.csv").mean()).isCloseTo(3600, within(1e-9));
    }

    @Test
    void aTableHasALimit() throws IOException {
        table("huge.csv", "1h\n".repeat(4_000_000));

        assertThat(problem("replay huge.csv")).contains("more than 10 MB");
    }

    @Test
    void aTextWithoutAFileHasNoTables() {
        Reading reading = ScenarioReader.parse("""
                nines: 1
                name: Table
                components:
                  web: { kind: server, fails: { crash: { time-to-failure: replay gaps.csv, repair: 1h } } }
                """, "text");

        assertThat(reading.problems().toString()).contains("it has none");
    }
}
