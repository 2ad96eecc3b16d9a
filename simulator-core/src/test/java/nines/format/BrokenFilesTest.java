package nines.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A hundred broken files, one mistake each: the code and the place of every mistake are as written down. */
class BrokenFilesTest {

    static final Path BROKEN = Path.of("src/test/resources/broken");

    @TestFactory
    Stream<DynamicTest> eachMistakeIsToldWhereItStands() throws IOException {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        for (String line : Files.readAllLines(BROKEN.resolve("expected.txt"))) {
            if (!line.startsWith("#")) {
                String[] words = line.split(" ");
                expected.computeIfAbsent(words[0], file -> new ArrayList<>()).add(words[1] + " " + words[2]);
            }
        }
        assertThat(expected).hasSizeGreaterThan(100);
        return expected.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    Reading reading = ScenarioReader.read(BROKEN.resolve(file.getKey()));
                    assertThat(reading.scenario() == null)
                            .isEqualTo(!file.getKey().startsWith("doubtful/")
                                    && !file.getKey().startsWith("refused/"));
                    assertThat(reading.hasErrors()).isEqualTo(!file.getKey().startsWith("doubtful/"));
                    assertThat(reading.problems().stream()
                                    .filter(p -> p.severity() != Severity.NOTICE)
                                    .map(p -> p.code() + " " + p.line() + ":" + p.column()))
                            .isEqualTo(file.getValue());
                }));
    }

    @Test
    void everyFileIsExpected() throws IOException {
        String expected = Files.readString(BROKEN.resolve("expected.txt"));
        try (Stream<Path> files = Files.walk(BROKEN)) {
            assertThat(files.filter(f -> f.toString().endsWith(".yaml"))
                            .map(f -> f.getParent().getFileName() + "/" + f.getFileName()))
                    .allMatch(expected::contains);
        }
    }

    @Test
    void allMistakesOfOneFileAreToldAtOnceInItsOrder() {
        Reading reading = ScenarioReader.parse("""
                nines: 1
                name: Many mistakes
                places:
                  zone-a: { kind: zone, in: rack-1 }
                  rack: { kind: rack, in: zone-a }
                components:
                  lb: { kind: balancer }
                  web: { kind: server, instance: 2 }
                  db: { kind: database, needed: 3, instances: 2 }
                journeys:
                  shop: { through: [lb, web, data-base, { to: db, soft: yes }] }
                traffic:
                  users: { rate: $laod, timeout: 2, mix: { shop: 110% } }
                targets: { availability: 0.9995 }
                events:
                  work: { every: 7d, deploy: web, maintain: web }
                """, "shop.yaml");

        assertThat(reading.problems().stream()
                        .filter(p -> p.severity() == Severity.ERROR)
                        .map(Problem::text))
                .containsExactly(
                        "shop.yaml:4:29  N109 places form a circle: zone-a in rack in zone-a.",
                        "shop.yaml:8:24  N101 unknown key `instance` in component web. Did you mean `instances`?",
                        "shop.yaml:9:33  N108 `needed: 3` of `instances: 2`: can never work. Lower `needed` or raise"
                                + " `instances`.",
                        "shop.yaml:11:30  N102 nothing here is called `data-base`. In `shop.through.3.to`: components are"
                                + " lb, web, db. Did you mean `db`?",
                        "shop.yaml:11:57  N115 `soft: yes` is a text in YAML 1.2. Write `true` or `false`.",
                        "shop.yaml:13:18  N112 `$laod`: no such parameter. Add it to `parameters`. (In `rate`.)",
                        "shop.yaml:13:34  N103 `timeout: 2` has no unit. Write `2s` or `2ms`.",
                        "shop.yaml:13:50  N126 `mix: 110%`: a share is at most 100%.",
                        "shop.yaml:14:26  N106 availability `0.9995` is a bare number. Shares are percentages: `99.95%`.",
                        "shop.yaml:16:35  N111 event `work` has two verbs: `deploy` and `maintain`. Split it into two"
                                + " events.");
    }
}
