package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nines.format.ComparisonJson;
import nines.format.ResultJson;
import nines.result.Comparison;
import nines.result.Design;
import nines.result.Difference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Designs side by side: the variants of a file, and the points of a sweep. */
class ComparisonTest {
    @TempDir
    private Path folder;

    private String pair = "";
    private String swept = "";

    @BeforeEach
    void write() throws IOException {
        pair = Files.writeString(folder.resolve("pair.yaml"), Examples.PAIR).toString();
        swept = Files.writeString(folder.resolve("swept.yaml"), Examples.PAIR + """
                        sweep:
                          pair.instances: 1 to 3
                          pair.failover.success: [90%, 100%]
                        """)
                .toString();
    }

    @Test
    void allVariantsStandSideBySideAndAreComparedWithTheFile() {
        Said said = Said.by("run", pair, "--variant", "all");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .containsSubsequence(
                        "A pair and its disk",
                        "  as written",
                        "  alone",
                        "missed",
                        "Beside 'as written', under the same luck, a year of 'ask' loses",
                        "  alone",
                        "more",
                        "worse",
                        "  alone: without the spare");
    }

    @Test
    void variantsAsJsonAreADocumentOfTheirOwn() {
        Comparison comparison = ComparisonJson.read(
                Said.by("run", pair, "--variant", "all", "--format", "json").out());
        assertThat(comparison.kind()).isEqualTo("variants");
        assertThat(comparison.designs()).extracting(Design::name).containsExactly("as written", "alone");
        assertThat(comparison.designs().get(0).journeys().get(0).difference()).isNull();
        Difference difference = comparison.designs().get(1).journeys().get(0).difference();
        assertThat(difference).isNotNull();
        assertThat(difference.pairs()).isEqualTo(40);
        assertThat(difference.verdict()).isEqualTo(Difference.Rank.WORSE);
        assertThat(difference.lostPerYear().low()).isPositive();
    }

    /** Also where runs stop by precision, each after another number of replications. */
    @Test
    void variantsThatChangeNothingAreIdenticalAndTheOthersAreAsLong() throws IOException {
        String variants = "  written-out: { pair.failover.success: 95% }\n  spare: { pair.instances: 3 }\n  alone:";
        String idle = Files.writeString(folder.resolve("idle.yaml"), Examples.PAIR.replace("  alone:", variants))
                .toString();
        String[] command = {"run", idle, "--variant", "all", "--set", "run.replications=null", "--precision", "8%"};
        Said said = Said.by(command);
        List<String> lines = said.out().lines().toList();
        assertThat(lines).filteredOn(line -> line.contains("written-out")).hasSize(4);
        String written = lines.stream()
                .filter(line -> line.contains("  as written"))
                .findFirst()
                .orElseThrow();
        assertThat(lines).contains(written.replace("as written ", "written-out"));
        assertThat(lines).anyMatch(line -> line.matches(" +written-out +the same +identical: nothing in it acts"));

        String[] json = java.util.Arrays.copyOf(command, command.length + 2);
        json[command.length] = "--format";
        json[command.length + 1] = "json";
        List<Design> designs = ComparisonJson.read(Said.by(json).out()).designs();
        assertThat(designs)
                .extracting(Design::replications)
                .containsOnly(designs.get(0).replications());
        assertThat(designs.get(1).fingerprint()).isEqualTo(designs.get(0).fingerprint());
        assertThat(designs.get(1).journeys().get(0).difference())
                .satisfies(difference -> assertThat(difference).isNotNull())
                .returns(Difference.Rank.IDENTICAL, difference -> difference.verdict());
        assertThat(designs.get(3).journeys().get(0).difference())
                .returns(Difference.Rank.WORSE, difference -> difference.verdict());
        double shown = designs.get(3)
                        .journeys()
                        .get(0)
                        .requests()
                        .downtimePerYear()
                        .value()
                - designs.get(0).journeys().get(0).requests().downtimePerYear().value();
        assertThat(designs.get(3).journeys().get(0).difference().lostPerYear().value())
                .isCloseTo(shown, org.assertj.core.api.Assertions.withinPercentage(0.001));
    }

    @Test
    void aSweepWalksThroughEveryCombination() {
        Said said = Said.by("sweep", swept, "--replications", "10", "--format", "csv");
        List<String> lines = said.out().lines().toList();
        assertThat(lines.get(0)).startsWith("design,pair.instances,pair.failover.success,journey,replications,nines,");
        assertThat(lines).hasSize(1 + 6 * 2).allMatch(line -> line.split(",").length > 10);
        assertThat(lines.get(1)).startsWith("\"pair.instances=1, pair.failover.success=90%\",1,90%,ask,10,");
        assertThat(lines.get(12)).startsWith("\"pair.instances=3, pair.failover.success=100%\",3,100%,look,10,");
    }

    @Test
    void whatIsSweptCanBeSaidOnTheCommandLine() {
        Said said = Said.by(
                "sweep", pair, "--replications", "10", "--over", "pair.instances=[1, 2]", "--set", "run.seed=3");
        assertThat(said.out())
                .containsSubsequence("pair.instances", "Beside 'pair.instances=1', under the same luck", "better");
        assertThat(said.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void eachPointIsTheRunWithItsValuesSet() {
        Path out = folder.resolve("out");
        Said said = Said.by("sweep", swept, "--replications", "10", "--out", out.toString());
        assertThat(said.err()).contains("Wrote ");
        assertThat(out).isDirectoryContaining("glob:**/comparison.json").isDirectoryContaining("glob:**/designs.csv");
        String alone = Said.by(
                        "run",
                        swept,
                        "--replications",
                        "10",
                        "--format",
                        "json",
                        "--set",
                        "pair.instances=3",
                        "--set",
                        "pair.failover.success=90%")
                .out();
        assertThat(out.resolve("result-5.json")).content().satisfies(json -> {
            assertThat(ResultJson.read(json).fingerprint())
                    .isEqualTo(ResultJson.read(alone).fingerprint());
            assertThat(ResultJson.read(json).scenario().sets())
                    .isEqualTo(ResultJson.read(alone).scenario().sets());
        });
    }

    @Test
    void theFirstGoesOnAsLongAsTheLongest() {
        Comparison comparison = ComparisonJson.read(Said.by(
                        "sweep",
                        pair,
                        "--format",
                        "json",
                        "--set",
                        "run.replications=null",
                        "--precision",
                        "8%",
                        "--over",
                        "disk.fails.crash.time-to-failure=[exponential mean 1y, exponential mean 10y]")
                .out());
        assertThat(comparison.designs().get(1).replications()).isGreaterThan(40);
        assertThat(comparison.designs().get(0).replications())
                .isEqualTo(comparison.designs().get(1).replications());
        assertThat(comparison.designs().get(1).journeys().get(0).difference().pairs())
                .isEqualTo(comparison.designs().get(1).replications());
    }

    @Test
    void whatCannotBeSweptIsSaid() {
        assertThat(Said.by("sweep", pair))
                .satisfies(said -> assertThat(said.code()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("has no section 'sweep'"));
        assertThat(Said.by("sweep", pair, "--over", "pair.instances").code()).isEqualTo(2);
        assertThat(Said.by("sweep", pair, "--over", "pair.instances=1 to 999999")
                        .code())
                .isEqualTo(2);
        assertThat(Said.by("sweep", pair, "--over", "pair.instances=1 to 90", "--over", "run.seed=1 to 90")
                        .err())
                .contains("8100 points");
        Said wrong = Said.by("sweep", pair, "--over", "pair.instances=[1, many]");
        assertThat(wrong.code()).isEqualTo(65);
        assertThat(wrong.err()).contains("pair.instances");
    }
}
