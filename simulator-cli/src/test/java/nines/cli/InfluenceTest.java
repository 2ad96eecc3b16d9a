package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file says and what changes nothing is found by taking it out, for reasons that nobody thought of too. */
class InfluenceTest {
    private static final String FILE = """
            nines: 1
            name: Without influence
            defaults: textbook
            components:
              pair:
                kind: server
                instances: 2
                active: 1
                standby: warm
                dormancy: 30%
                fails:
                  crash: { time-to-failure: exponential mean 30d, after-repair: as-before, repair: 8h, found: at-once }
                  rust: { time-to-failure: weibull shape 2 mean 90d, after-repair: as-before, repair: 8h }
                failover: { detection: 30s, success: 95%, otherwise: 40min, shows: at-end }
            variants:
              hot: { pair.standby: hot }
            """;

    @TempDir
    private Path folder;

    private String check(String text, String... more) throws IOException {
        String file = Files.writeString(folder.resolve("file.yaml"), text).toString();
        String[] words = new String[more.length + 2];
        words[0] = "check";
        words[1] = file;
        System.arraycopy(more, 0, words, 2, more.length);
        Said said = Said.by(words);
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        return said.out();
    }

    @Test
    void aWordThatAnotherKeyRulesOutIsFound() throws IOException {
        assertThat(check(FILE))
                .contains("Taken out one by one, these change nothing about the system:")
                .contains("  standby of pair (9:5)")
                // A default that is written out, and what acts, is left alone.
                .doesNotContain("found of pair")
                .doesNotContain("shows of pair")
                .doesNotContain("success of pair")
                .doesNotContain("dormancy of pair (");
        assertThat(check(FILE.replace("    dormancy: 30%\n", ""))).doesNotContain("standby of pair (");
        assertThat(check(FILE, "--set", "pair.dormancy=null")).doesNotContain("standby of pair (");
    }

    @Test
    void whatHasBeenToldIsNotToldAgain() throws IOException {
        String idle = FILE.replace("    dormancy: 30%\n", "    discipline: processor-sharing\n")
                .replace("active: 1", "active: 2");
        assertThat(check(idle))
                .contains("W205", "`standby` of `pair` does nothing", "discipline")
                .doesNotContain("standby of pair (")
                .doesNotContain("discipline of pair (");
    }

    /** Repairs and gaps from a table beside the file are read by every command. */
    @Test
    void tablesBesideTheFileAreRead() throws IOException {
        Files.writeString(folder.resolve("repairs.csv"), "minutes\n30\n60\n90\n");
        String text = """
                nines: 1
                name: From a table
                defaults: textbook
                components:
                  web: { kind: server, fails: { f: { time-to-failure: exponential mean 1000h, repair: data repairs.csv column minutes unit min } } }
                """;
        assertThat(check(text)).contains("No mistakes.");
        String file = folder.resolve("file.yaml").toString();
        Said solved = Said.by("solve", file, "--format", "json");
        assertThat(solved.code()).as(solved.err()).isZero();
        // Alternating renewal: 1 h of 1001 h.
        assertThat(solved.out()).contains("0.000999000999000999");
        assertThat(Said.by("run", file, "--replications", "4").code()).isZero();
    }
}
