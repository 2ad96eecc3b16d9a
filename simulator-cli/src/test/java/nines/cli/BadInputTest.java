package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people get wrong on the command line: each a clear message, the right exit code, nothing half-written. */
class BadInputTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void isRefused(Path file, int code, String... words) {
        for (String command : new String[] {"run", "check"}) {
            Said said = Said.by(command, file.toString());
            assertThat(said.code()).as(command + ": " + said).isEqualTo(code);
            assertThat(said.out() + said.err()).as(command).contains(words).doesNotContain("Exception");
        }
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        isRefused(file("empty.yaml", ""), 65, "empty.yaml", "N100", "empty", "nines new");
    }

    @Test
    void aDirectoryIsRefused() {
        isRefused(folder, 66, "directory");
        assertThat(Said.by("show", folder.toString()).code()).isEqualTo(66);
    }

    @Test
    void aFileWithoutPermissionIsRefused() throws IOException {
        Path secret = file("secret.yaml", "nines: 1");
        secret.toFile().setReadable(false);
        assumeThat(Files.isReadable(secret)).as("who may read everything").isFalse();
        isRefused(secret, 66, "permission");
    }

    @Test
    void aMissingFileIsSaidWithTheNearest() throws IOException {
        file("shop.yaml", "nines: 1");
        Said said = Said.by("run", folder.resolve("shp.yaml").toString());
        assertThat(said.code()).isEqualTo(66);
        assertThat(said.err())
                .contains("there is no file")
                .contains("Did you mean")
                .contains("shop.yaml'");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void anUnknownNameIsSaid() {
        Said said = Said.by("run", "no-such-scenario");
        assertThat(said.code()).isEqualTo(66);
        assertThat(said.err()).contains("neither a file nor a bundled scenario").contains("nines list");
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsPlace() throws IOException {
        Path wrong = file("wrong.yaml", """
            nines: 1
            name: Wrong
            defaults: textbook
            components:
              web: { kind: server, instence: 2 }
              db: { kind: database, needs: databse }
            """);
        isRefused(wrong, 65, "wrong.yaml:5:24", "N101", "Did you mean `instances`?", "wrong.yaml:6:", "N102");
        assertThat(Said.by("check", wrong.toString()).out()).contains("2 errors");
        Said run = Said.by("run", wrong.toString());
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("2 mistakes");
    }

    @Test
    void hostileNestingEndsInAMessage() throws IOException {
        isRefused(file("deep.json", "[".repeat(100_000)), 65, "deep.json");
        isRefused(file("deep.yaml", "nines: " + "[".repeat(10_000)), 65, "deep.yaml");
        isRefused(file("huge.yaml", "a".repeat(2_000_000)), 65, "N119");
    }

    @Test
    void aMillionAliasesEndInAMessage() throws IOException {
        StringBuilder bomb = new StringBuilder("nines: 1\na0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }
        isRefused(file("bomb.yaml", bomb.toString()), 65, "bomb.yaml");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path picture = folder.resolve("picture.yaml");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xff});
        isRefused(picture, 65, "picture.yaml");
    }

    /** What an option says makes no sense: that is no mistake of the file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--replications | -3        | it must be at least 1",
                "--replications | 0         | it must be at least 1",
                "--replications | abc       | a count",
                "--replications | 2.5       | a whole number",
                "--replications | 1e400     | a count",
                "--replications | 99999999999 | too large",
                "--wall-clock   | 0s        | greater than zero",
                "--wall-clock   | -1s       | cannot be negative",
                "--wall-clock   | -0s       | has no sign",
                "--wall-clock   | 5S        | Did you mean `s`?",
                "--wall-clock   | 5         | has no unit",
                "--wall-clock   | NaN       | is not a duration",
                "--precision    | 0%        | greater than zero",
                "--precision    | -5%       | cannot be negative",
                "--precision    | 0.05      | Shares are percentages: `5%`",
                "--precision    | 500%      | at most 100%",
                "--seed         | -1        | it must be at least 0",
                "--horizon      | 0s        | greater than zero",
                "--horizon      | never     | at most 100,000y",
                "--horizon      | 1e400y    | no exponent",
                "--fidelity     | precise   | structural, requests",
                "--threads      | 0         | at least 1",
                "--threads      | many      | is not an int",
                "--worst        | -1        | how many outages",
                "--variant      | no-such   | there is no variant",
                "--variant      | ''        | has an empty value",
                "--out          | ''        | has an empty value",
                "--set          | pair.instances=0 | it must be at least 1",
            })
    void anOptionThatMakesNoSenseIsNoMistakeOfTheFile(String option, String value, String rule) throws IOException {
        Said said = Said.by("run", file("good.yaml", Examples.PAIR).toString(), option, value);
        assertThat(said.code()).as(said.err()).isEqualTo(2);
        assertThat(said.err()).contains(option, value, rule).doesNotContain("mistake", "good.yaml");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aChangeThatLeadsNowhereIsRefused() throws IOException {
        Path good = file("good.yaml", Examples.PAIR);
        Said said = Said.by("run", good.toString(), "--set", "pair.instancs=3");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--set pair.instancs=3", "has `instances`");
        assertThat(Said.by("run", good.toString(), "--set", "nonsense").code()).isEqualTo(2);
        assertThat(Said.by("run", good.toString(), "--horizon", "soon").code()).isEqualTo(2);
        assertThat(Said.by("run", good.toString(), "--variant", "no-such").err())
                .contains("no-such");
        assertThat(Said.by("run", good.toString(), "--threads", "0").code()).isEqualTo(2);
        assertThat(Said.by("run", good.toString(), "--format", "xml").code()).isEqualTo(2);
        assertThat(Said.by("run").code()).isEqualTo(2);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidBeforeTheRun() throws IOException {
        Path good = file("good.yaml", Examples.PAIR);
        Path taken = file("taken", "a file");
        Said said = Said.by("run", good.toString(), "--out", taken.toString());
        assertThat(said.code()).isEqualTo(74);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("taken").contains("it is a file");
        assertThat(Said.by(
                                "run",
                                good.toString(),
                                "--out",
                                taken.resolve("below").toString())
                        .code())
                .isEqualTo(74);
        assertThat(Said.by("run", good.toString(), "--report", folder.toString())
                        .code())
                .isEqualTo(74);
        assertThat(Said.by(
                                "run",
                                good.toString(),
                                "--report",
                                folder.resolve("no/such/page.html").toString())
                        .err())
                .contains("its folder does not exist");
        assertThat(names()).isEqualTo(Set.of("good.yaml", "taken"));
        assertThat(taken).hasContent("a file");
    }

    @Test
    void aFolderWithoutPermissionIsSaidBeforeTheRun() throws IOException {
        Path good = file("good.yaml", Examples.PAIR);
        Path closed = Files.createDirectory(folder.resolve("closed"));
        closed.toFile().setWritable(false);
        assumeThat(Files.isWritable(closed)).as("who may write everywhere").isFalse();
        Said said = Said.by("run", good.toString(), "--out", closed.toString());
        assertThat(said.code()).isEqualTo(74);
        assertThat(said.err()).contains("no permission");
    }

    @Test
    void newNeverOverwritesUnasked() throws IOException {
        Path mine = file("mine.yaml", "mine");
        assertThat(Said.by("new", mine.toString()).code()).isEqualTo(74);
        assertThat(mine).hasContent("mine");
        assertThat(Said.by("new", mine.toString(), "--force").code()).isZero();
        assertThat(mine).hasContent(NewCommand.text());
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> String.valueOf(each.getFileName())).collect(java.util.stream.Collectors.toSet());
        }
    }

    private static final String SMALL = """
        nines: 1
        name: Small
        components:
          lb: { kind: balancer }
          web: { kind: server, instances: 2 }
          db: { kind: database }
        journeys:
          shop: { through: [lb, web, db] }
        """;

    private Path small(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    /** Each of the mistakes that people make first: what is said, and with which code. */
    @Test
    void commonMistakesAreNamed() throws IOException {
        isRefused(small("list", "- a\n- b\n"), 65, "N121", "not a list");
        isRefused(small("type", SMALL.replace("instances: 2", "instances: [a, b]")), 65, "N121", "5:35");
        isRefused(small("key", SMALL.replace("instances", "instence")), 65, "N101", "Did you mean `instances`?");
        isRefused(small("name", SMALL.replace("web, db]", "web, databse]")), 65, "N102", "Did you mean `db`?");
        isRefused(small("more", SMALL.replace("instances: 2", "instances: 2, needed: 3")), 65, "N108");
        isRefused(small("less", SMALL.replace("instances: 2", "instances: 2, restart: -5s")), 65, "N126", "negative");
        isRefused(small("infinite", SMALL.replace("instances: 2", "instances: 2, restart: infinite")), 65, "N127");
        isRefused(small("many", SMALL.replace("instances: 2", "instances: 1000000")), 65, "N119", "1000002");
        isRefused(
                small("circle", SMALL + "places: { a: { kind: zone, in: b }, b: { kind: zone, in: a } }\n"),
                65,
                "N109",
                "a in b in a");
        isRefused(small("tabs", SMALL.replace("  lb", "\tlb")), 65, "N100", "not with tabs");
        isRefused(small("long", SMALL + "run: { horizon: 1000000y }\n"), 65, "N126", "100,000y");
        isRefused(small("pinned", SMALL + "catalogue: edition 2020-01-01\n"), 65, "N132", "2020-01-01");
    }

    @Test
    void tooManyJourneysAreRefusedAtOnce() throws IOException {
        StringBuilder text = new StringBuilder(SMALL);
        for (int i = 0; i < 20_000; i++) {
            text.append("  j").append(i).append(": { through: [lb, web, db] }\n");
        }
        isRefused(small("journeys", text.toString()), 65, "N119", "20001 journeys");
    }

    @Test
    void whatNobodyReachesIsAWarning() throws IOException {
        Path file = small("mailer", SMALL.replace("  lb:", "  mailer: { kind: server }\n  lb:"));
        Said said = Said.by("run", file.toString(), "--replications", "2", "--horizon", "1y");
        assertThat(said.code()).isZero();
        assertThat(said.err()).contains("W201", "`mailer`");
    }

    @Test
    void aTimeoutShorterThanTheAnswerIsAWarning() throws IOException {
        Path file = small(
                "hasty",
                SMALL.replace("instances: 2", "instances: 2, service-time: exponential mean 1s")
                        + "traffic: { users: { rate: 1/s, timeout: 2s } }\n");
        assertThat(Said.by("check", file.toString()).out()).contains("W203", "p99 of `web` alone");
        Path patient = small(
                "patient",
                SMALL.replace("instances: 2", "instances: 2, service-time: exponential mean 1s")
                        + "traffic: { users: { rate: 1/s, timeout: 5s } }\n");
        assertThat(Said.by("check", patient.toString()).out()).doesNotContain("W203");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreNoMistakes() throws IOException {
        for (String text : new String[] {"\uFEFF" + SMALL, SMALL.replace("\n", "\r\n")}) {
            Said said = Said.by("check", small("odd", text).toString());
            assertThat(said.code()).as(said.out()).isZero();
        }
    }

    @Test
    void aFirstReplicationThatTakesTooLongIsGivenUp() throws IOException {
        // Small to build, and years of work: a replication has some 10^11 events.
        Path file = small(
                "long",
                SMALL.replace(
                        "instances: 2",
                        "instances: 50, fails: { crash: {" + " time-to-failure: exponential mean 1s, repair: 1s } }"));
        Said said = Said.by("run", file.toString(), "--horizon", "90000y", "--wall-clock", "3s");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.OUT_OF_TIME);
        assertThat(said.err()).contains("out of time", "before the first replication was complete", "--horizon");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void buildingIsPartOfTheTime() throws IOException {
        Path file = small("huge", SMALL.replace("instances: 2", "instances: 90000"));
        Path out = folder.resolve("nothing");
        Said said = Said.by("run", file.toString(), "--wall-clock", "1ms", "--out", out.toString());
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.OUT_OF_TIME);
        assertThat(said.err())
                .contains("out of time, twice the 1ms of --wall-clock", "was being built", "longer --wall-clock");
        assertThat(said.out()).isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void singleRequestsAreGivenUpInTimeToo() throws IOException {
        Path file = small("busy", SMALL + "traffic: { folk: { rate: 1000000/s } }\n");
        Said said = Said.by("run", file.toString(), "--fidelity", "requests", "--horizon", "10y", "--wall-clock", "1s");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.OUT_OF_TIME);
        assertThat(said.err()).contains("before the first replication was complete");
    }

    @Test
    void aFullDiskLeavesNothingBehind() throws IOException {
        Path full = folder.resolve("full");
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("a.csv", "a");
        texts.put("no-such-folder/b.csv", "b");
        assertThatThrownBy(() -> ResultFolder.write(texts, full)).isInstanceOf(CommandFailure.class);
        assertThat(full).doesNotExist();
    }
}
