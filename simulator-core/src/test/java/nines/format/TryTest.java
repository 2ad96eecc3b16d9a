package nines.format;

import java.nio.file.*;
import org.junit.jupiter.api.Test;

class TryTest {
    @Test
    void all() throws Exception {
        try (var files = Files.list(Path.of("src/test/resources/language-examples"))) {
            for (Path p : files.sorted().toList()) {
                long t = System.nanoTime();
                Reading r = ScenarioReader.read(p);
                System.out.println("== " + p.getFileName() + " " + (r.scenario() != null) + " "
                        + (System.nanoTime() - t) / 1000000 + "ms");
                r.problems().stream()
                        .filter(x -> x.severity() != Severity.NOTICE || Boolean.getBoolean("all"))
                        .forEach(x -> System.out.println(x.text()));
            }
        }
    }
}
