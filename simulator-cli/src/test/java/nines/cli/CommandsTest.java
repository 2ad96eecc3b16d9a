package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nines.format.ResultJson;
import nines.format.ScenarioReader;
import nines.result.Outcome;
import nines.result.Result;
import nines.scenarios.ScenarioLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    private Path folder;

    private String pair = "";

    @BeforeEach
    void write() throws IOException {
        pair = Files.writeString(folder.resolve("pair.yaml"), Examples.PAIR).toString();
    }

    @Test
    void runAnswersFirstAndAMissedTargetIsAGate() {
        Said said = Said.by("run", pair);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(said.out().lines().toList())
                .startsWith("A pair and its disk", "")
                .element(3)
                .asString()
                .startsWith("  ask ")
                .endsWith("99.99 % missed");
        assertThat(said.out())
                .containsSubsequence("'ask' fails", "Why 'ask' loses requests", "Components and places", "How sure");
        assertThat(said.out()).contains("--variant all").doesNotContain("\u001b");
        assertThat(said.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void aKeptTargetIsFine() {
        assertThat(Said.by("run", pair, "--set", "ask.targets.availability=90%").code())
                .isZero();
    }

    @Test
    void jsonIsTheResultDocumentAndNothingElse() {
        Said said = Said.by("run", pair, "--format", "json", "--threads", "2");
        Result result = ResultJson.read(said.out());
        assertThat(result.outcome()).isEqualTo(Outcome.MISSED);
        assertThat(result.effort().replications()).isEqualTo(40);
        assertThat(result.scenario().seed()).isEqualTo(7);
        assertThat(result.scenario().file()).isEqualTo(pair);
        assertThat(result.scenario().sha256()).hasSize(64);
        assertThat(result.provenance()).anySatisfy(number -> {
            assertThat(number.path()).isEqualTo("pair.failover.detection");
            assertThat(number.text()).isEqualTo("30s");
            assertThat(number.source()).isEqualTo("user");
        });
        Result again = ResultJson.read(
                Said.by("run", pair, "--format", "json", "--threads", "1").out());
        assertThat(again.fingerprint()).isEqualTo(result.fingerprint());
    }

    @Test
    void optionsChangeTheRunAndAreOnRecord() {
        Said said = Said.by(
                "run",
                pair,
                "--format",
                "json",
                "--seed",
                "8",
                "--replications",
                "3",
                "--horizon",
                "2y",
                "--set",
                "pair.failover.success=100%",
                "--variant",
                "alone");
        Result result = ResultJson.read(said.out());
        assertThat(result.scenario().seed()).isEqualTo(8);
        assertThat(result.scenario().horizon()).isEqualTo(2 * 365 * 86_400.0);
        assertThat(result.effort().replications()).isEqualTo(3);
        assertThat(result.scenario().variant()).isEqualTo("alone");
        assertThat(result.scenario().sets()).hasSize(1).first().satisfies(set -> {
            assertThat(set.path()).isEqualTo("pair.failover.success");
            assertThat(set.value()).isEqualTo("100%");
        });
    }

    @Test
    void csvHasOneLineForEachEstimate() {
        String csv = Said.by("run", pair, "--format", "csv").out();
        assertThat(csv)
                .startsWith(
                        "level-of,name,measure,value,low,high,level,verdict\njourney,ask,requests-availability,0.99");
        assertThat(csv.lines()).allMatch(line -> line.split(",", -1).length == 8);
    }

    @Test
    void outWritesAllOfItAndNothingElse() throws IOException {
        Path out = folder.resolve("new/results");
        Said said = Said.by("run", pair, "--out", out.toString());
        assertThat(said.code()).isEqualTo(1);
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "result.json",
                            "estimates.csv",
                            "causes.csv",
                            "contributions.csv",
                            "provenance.csv",
                            "windows.csv",
                            "outages.csv",
                            "cut-sets.csv",
                            "importance.csv");
        }
        assertThat(ResultJson.read(out.resolve("result.json")).headline()).isEqualTo("ask");
    }

    @Test
    void showDrawsTheArchitectureForOtherPrograms() throws IOException {
        assertThat(Said.by("show", pair, "--format", "mermaid").out())
                .startsWith("flowchart TD\n  n1([\"ask\"])\n")
                .contains("subgraph", "hall (room)", "pair × 2, server", "-.-");
        assertThat(Said.by("show", pair, "--format", "dot").out())
                .startsWith("digraph architecture {")
                .contains("cluster_", "pair × 2\\nserver", "[style=dotted]")
                .endsWith("}\n");
        assertThat(Said.by("show", pair, "--format", "svg").out())
                .startsWith("<?xml")
                .contains(">pair × 2<", ">server, 1 of 2 active<");
    }

    @Test
    void checkFindsSinglePointsOfFailure() throws IOException {
        Said said = Said.by("check", pair);
        assertThat(said.code()).isZero();
        Approved.reads("check-pair.txt", said.out());
        assertThat(Said.by("check", pair, "--variant", "alone").out()).containsPattern("(?m)^  pair(-1)? +server");
    }

    /** What SparesTest and the pitfalls show to lower the availability is said before anybody runs it. */
    @Test
    void checkTellsWhereASpareHarms() throws IOException {
        String file = Files.writeString(folder.resolve("spares.yaml"), """
                        nines: 1
                        name: Spares
                        defaults: textbook
                        components:
                          servers:
                            kind: server
                            instances: 3
                            fails: { crash: { time-to-failure: exponential mean 2000h, repair: 4h } }
                            failover: { success: 98%, otherwise: 5min }
                          voters: { kind: consensus, instances: 3, fails: { crash: { time-to-failure: exponential mean 1000h, repair: 1h } } }
                        """).toString();
        assertThat(Said.by("check", file).out().replaceAll("\\s+", " "))
                .contains("2.0 % of the failures of 'servers' stop all 3")
                .contains("'voters' works with 2 of 3. With one more instance it would need 3 of 4");
        assertThat(Said.by("check", file, "--set", "servers.failover.success=100%", "--set", "voters.instances=4")
                        .out())
                .doesNotContain("stop all")
                .doesNotContain("one more instance");
    }

    @Test
    void checkTellsEveryMistakeAndWhatDoesNotAct() throws IOException {
        String wrong =
                Files.writeString(folder.resolve("wrong.yaml"), Examples.WRONG).toString();
        Approved.reads(
                "check-wrong.txt", Said.by("check", wrong).out().replace(folder.toString() + File.separator, ""));
    }

    @Test
    void showPrintsTheFileAsItStands() {
        assertThat(Said.by("show", pair)).isEqualTo(new Said(0, Examples.PAIR, ""));
    }

    @Test
    void showWithDefaultsIsAScenarioToo() {
        Said said = Said.by("show", pair, "--defaults");
        assertThat(said.code()).isZero();
        assertThat(ScenarioReader.parse(said.out(), "shown.yaml").problems())
                .noneMatch(problem -> problem.text().contains(" N1"));
        assertThat(Said.by("show", pair, "--format", "json").out()).startsWith("{");
        assertThat(Said.by("show", pair, "--set", "pair.instances=4").out()).contains("instances: 4");
    }

    @Test
    void newWritesAScenarioThatHasNoMistakesAndRuns() {
        String file = folder.resolve("mine.yaml").toString();
        assertThat(Said.by("new", file))
                .isEqualTo(new Said(0, "Wrote " + file + ". Next: nines run " + file + "\n", ""));
        Said check = Said.by("check", file);
        assertThat(check.code()).as(check.out()).isZero();
        assertThat(check.out()).doesNotContain("N3").doesNotContain("W2");
        Said run = Said.by("run", file, "--replications", "4");
        assertThat(run.code()).as(run.err()).isIn(0, 1);
        assertThat(run.out()).startsWith("My service\n");
    }

    @Test
    void catalogueFindsByWordsAndTellsAllAboutOne() {
        assertThat(Said.by("catalogue").out()).contains("server").contains("entries");
        assertThat(Said.by("catalogue", "zone", "outage").out())
                .contains("domain.zone.outage")
                .contains("grade");
        assertThat(Said.by("catalogue", "server.node.outage").out())
                .contains("weibull")
                .contains("Ford")
                .contains("catalogue:server.node.outage");
        assertThat(Said.by("catalogue", "unobtainium").code()).isEqualTo(66);
        assertThat(Said.by("catalogue", "--all").out().lines()).hasSizeGreaterThan(200);
    }

    @Test
    void schemaIsOneJsonDocument() {
        Said said = Said.by("schema");
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("{").contains("\"$schema\"").endsWith("}\n");
    }

    @Test
    void explainTellsTheRuleBehindACode() {
        assertThat(Said.by("explain", "n103").out())
                .startsWith("N103, an error")
                .contains("carries its unit");
        assertThat(Said.by("explain").out().lines()).hasSizeGreaterThan(30);
        assertThat(Said.by("explain", "N999").code()).isEqualTo(2);
    }

    @Test
    void everyBundledScenarioIsListedAndHasNoMistakes() {
        assertThat(Said.by("list").out()).contains("three-tier-shop").contains("Three-tier shop in two zones");
        assertThat(ScenarioLibrary.names()).contains("three-tier-shop").allSatisfy(name -> {
            Said said = Said.by("check", name);
            assertThat(said.code()).as(said.out()).isZero();
        });
        assertThat(Said.by("list", "--names").out().lines()).isEqualTo(ScenarioLibrary.names());
    }

    @Test
    void onlyATerminalSeesProgress() {
        assertThat(Said.by("run", pair, "--wall-clock", "5s").err()).isEmpty();
    }
}
