package nines.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamedEntriesTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/language-examples");

    /** What cannot go because something that stays makes no sense without it; the reader says what. */
    private static final Set<String> HELD = Set.of(
            // Single requests need somebody who sends them, and a fault found by probes somebody who probes.
            "case-e17-unreliable-queue.yaml arrivals",
            "case-e26-abandonment.yaml callers",
            "s07-slow-server.yaml users",
            "s08-shop.yaml shoppers",
            "s25-retry-storm.yaml clients",
            "s11-kubernetes.yaml ingress",
            "s11-kubernetes.yaml page",
            "s11-kubernetes.yaml nodes",
            "s13-disaster-recovery.yaml db",
            "s13-disaster-recovery.yaml east",
            "s24-bad-deploy.yaml cells",
            "s24-bad-deploy.yaml on-call",
            // A balancer that keeps requests in their region, where there is one no more.
            "s10-three-zones.yaml region");

    @Test
    void anEntryOfAnyExampleCanBeRenamedAndBack() throws IOException {
        for (Path file : examples()) {
            String before = Files.readString(file);
            ScenarioText text = ScenarioText.of(before);
            for (String section : Paths.NAMED) {
                for (String name : entries(text, section)) {
                    ScenarioText renamed = NamedEntries.rename(text, name, "zz-top");
                    assertThat(Mentions.of(renamed, name)).as(file + " " + name).isEmpty();
                    assertThat(errors(renamed, file)).as(file + " " + name).isEmpty();
                    assertThat(NamedEntries.rename(renamed, "zz-top", name).text())
                            .as(file + " " + name)
                            .isEqualTo(before);
                }
            }
        }
    }

    @Test
    void anEntryOfAnyExampleCanBeDeletedWithWhatNamesIt() throws IOException {
        var held = new TreeSet<String>();
        for (Path file : examples()) {
            ScenarioText text = ScenarioText.of(Files.readString(file));
            for (String section : Paths.NAMED) {
                for (String name : entries(text, section)) {
                    ScenarioText less = NamedEntries.delete(text, name);
                    assertThat(Mentions.of(less, name)).as(file + " " + name).isEmpty();
                    boolean nothingLeft = less.keys(List.of("components")).isEmpty();
                    if (!nothingLeft && !errors(less, file).isEmpty()) {
                        held.add(file.getFileName() + " " + name);
                    }
                }
            }
        }
        assertThat(held).isEqualTo(HELD);
    }

    @Test
    void whatStoodInAPlaceStandsInThePlaceAround() {
        ScenarioText text = ScenarioText.of("""
                nines: 1
                name: x
                places:
                  eu: { kind: region }
                  zone-a: { kind: zone, in: eu }
                  zone-b: { like: zone-a }
                components:
                  web: { kind: server, instances: 2, in: [zone-a, zone-b] }
                  db: { kind: database, in: zone-a }
                """);
        assertThat(NamedEntries.delete(text, "zone-a").text())
                .contains("zone-b: { kind: zone, in: eu }")
                .contains("in: [eu, zone-b]")
                .contains("db: { kind: database, in: eu }");
    }

    @Test
    void sharesThatAreLeftAddUpAgain() {
        ScenarioText text = ScenarioText.of("""
                nines: 1
                name: x
                components: { web: { kind: server }, db: { kind: database } }
                journeys:
                  a: { through: web }
                  b: { through: [web, db] }
                  c: { through: db }
                traffic: { all: { rate: 1/s, mix: { a: 50%, b: 30%, c: 20% } } }
                """);
        ScenarioText less = NamedEntries.delete(text, "db");
        assertThat(less.keys(List.of("journeys"))).containsExactly("a", "b");
        assertThat(less.value(List.of("traffic", "all", "mix"))).contains("{ a: 62.5%, b: 37.5% }");
    }

    @Test
    void aNameMustBeOneAndBeFree() {
        ScenarioText text =
                ScenarioText.of("nines: 1\nname: x\ncomponents:\n  web: { kind: server }\n  db: { kind: database }\n");
        assertThatThrownBy(() -> NamedEntries.rename(text, "web", "db")).hasMessageContaining("taken");
        assertThatThrownBy(() -> NamedEntries.rename(text, "web", "My Web")).hasMessageContaining("not a name");
        assertThatThrownBy(() -> NamedEntries.rename(text, "web", "journeys")).hasMessageContaining("taken");
        assertThat(NamedEntries.free(text, "web")).isEqualTo("web-b");
        assertThat(NamedEntries.free(text, "cache")).isEqualTo("cache");
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static List<String> entries(ScenarioText text, String section) {
        return section.equals("parameters")
                ? List.of()
                : text.keys(List.of(section)).stream()
                        .filter(name -> !name.startsWith("x-"))
                        .toList();
    }

    private static List<Problem> errors(ScenarioText text, Path file) {
        return ScenarioReader.parse(text.text(), file.toString()).problems().stream()
                // What cannot be simulated yet is no mistake of the file.
                .filter(problem -> problem.code() != Code.N133)
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }
}
