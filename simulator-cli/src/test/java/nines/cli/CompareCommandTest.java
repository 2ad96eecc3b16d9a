package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import nines.format.ComparisonJson;
import nines.result.Comparison;
import nines.result.Difference;
import nines.result.Shift;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir
    private Path folder;

    private String pair = "";
    private String other = "";

    @BeforeEach
    void write() throws IOException {
        pair = Files.writeString(folder.resolve("pair.yaml"), Examples.PAIR).toString();
        other = Files.writeString(
                        folder.resolve("other.yaml"),
                        Examples.PAIR.replace("success: 95%", "success: 40%").replace("seed: 7", "seed: 9"))
                .toString();
    }

    private static Difference difference(Comparison comparison, int design, int journey) {
        return Objects.requireNonNull(
                comparison.designs().get(design).journeys().get(journey).difference());
    }

    @Test
    void filesMeetTheSameLuckAndTheDifferenceIsExplained() {
        Said said = Said.by("compare", pair, other, "--format", "json");
        assertThat(said.err()).contains("is run with the seed of");
        Comparison comparison = ComparisonJson.read(said.out());
        assertThat(comparison.kind()).isEqualTo("files");
        assertThat(comparison.seed()).isEqualTo(7);
        assertThat(comparison.designs()).extracting(design -> design.file()).containsExactly(pair, other);
        assertThat(comparison.designs().get(0).sha256())
                .isNotEqualTo(comparison.designs().get(1).sha256());
        Difference ask = difference(comparison, 1, 0);
        assertThat(ask.verdict()).isEqualTo(Difference.Rank.WORSE);
        assertThat(ask.pairs()).isEqualTo(40);
        assertThat(ask.varianceRatio()).isGreaterThan(1);
        // Only the take-over differs: what it costs more is charged to the pair, and nothing to the disk or the fire.
        assertThat(ask.shifts().get(0).root()).startsWith("pair");
        double sum = ask.shifts().stream().mapToDouble(Shift::secondsPerYear).sum();
        assertThat(sum).isCloseTo(ask.lostPerYear().value(), org.assertj.core.data.Percentage.withPercentage(0.1));
    }

    @Test
    void oneScenarioIsComparedWithItsVariantsAndAVariantCanBeNamed() {
        String all = Said.by("compare", pair, "--format", "json").out();
        assertThat(all)
                .isEqualTo(Said.by("run", pair, "--variant", "all", "--format", "json")
                        .out());
        Comparison named = ComparisonJson.read(
                Said.by("compare", pair, pair + "@alone", "--format", "json").out());
        assertThat(difference(named, 1, 0).lostPerYear().value())
                .isEqualTo(
                        difference(ComparisonJson.read(all), 1, 0).lostPerYear().value());
    }

    @Test
    void theSameFileTwiceIsIdentical() {
        Comparison twice = ComparisonJson.read(
                Said.by("compare", pair, pair, "--format", "json").out());
        assertThat(difference(twice, 1, 0).verdict()).isEqualTo(Difference.Rank.IDENTICAL);
    }

    @Test
    void theTableTellsCausesAndWhatTheSharedLuckIsWorth() {
        Said said = Said.by("compare", pair, other);
        assertThat(said.out()).contains("more", "worse", "the shared luck is worth", "times the replications");
        assertThat(said.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void whatCannotBeComparedIsSaid() throws IOException {
        assertThat(Said.by("compare", other + "@alone"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("nothing to compare"));
        String strange = Files.writeString(
                        folder.resolve("strange.yaml"),
                        Examples.PAIR.replace("ask:", "buy:").replace("look:", "see:"))
                .toString();
        assertThat(Said.by("compare", pair, strange))
                .satisfies(said -> assertThat(said.code()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("no journey of the same name", "ask", "buy"));
        assertThat(Said.by("compare", pair, folder.resolve("none.yaml").toString())
                        .code())
                .isEqualTo(66);
        assertThat(Said.by("compare", pair, pair + "@nobody").code()).isEqualTo(2);
    }

    @Test
    void aPageIsWrittenAndNamesStayText() throws IOException {
        Path page = folder.resolve("out.html");
        String hostile = Files.writeString(
                        folder.resolve("hostile.yaml"),
                        Examples.PAIR.replace("name: A pair and its disk", "name: \"<script>alert(1)</script>\""))
                .toString();
        Said said = Said.by("compare", hostile, other, "--report", page.toString());
        assertThat(said.err()).contains("Wrote " + page);
        assertThat(Files.readString(page))
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;: designs side by side",
                        "▲ worse",
                        "What makes the difference")
                .doesNotContain("<script", "NaN", "Infinity");
        byte[] first = Files.readAllBytes(page);
        Said.by("compare", hostile, other, "--report", page.toString());
        assertThat(page).hasBinaryContent(first);
    }
}
