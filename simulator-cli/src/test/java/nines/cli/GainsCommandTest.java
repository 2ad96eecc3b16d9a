package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import nines.format.ComparisonJson;
import nines.result.Comparison;
import nines.result.Design;
import nines.result.Difference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GainsCommandTest {
    @TempDir
    private Path folder;

    private String pair = "";

    @BeforeEach
    void write() throws IOException {
        pair = Files.writeString(folder.resolve("pair.yaml"), Examples.PAIR).toString();
    }

    @Test
    void everyPartIsTakenAwayOnceAndTheLargestGainComesFirst() {
        Said said = Said.by("gains", pair, "--format", "json");
        Comparison gains = ComparisonJson.read(said.out());
        assertThat(gains.kind()).isEqualTo("gains");
        assertThat(gains.designs())
                .extracting(Design::name)
                .startsWith("as written")
                .containsExactlyInAnyOrder("as written", "hall never fails", "pair never fails", "disk never fails");
        assertThat(gains.designs()).extracting(Design::replications).containsOnly(40);
        double before = Double.NEGATIVE_INFINITY;
        for (Design design : gains.designs().subList(1, 4)) {
            Difference difference =
                    Objects.requireNonNull(design.journeys().get(0).difference());
            assertThat(difference.lostPerYear().value()).isBetween(before, 0.0);
            before = difference.lostPerYear().value();
        }
    }

    @Test
    void whatAJourneyDoesNotUseGainsItNothing() throws IOException {
        String apart = Files.writeString(
                        folder.resolve("apart.yaml"),
                        Examples.PAIR.replace("{ crew: hands, fix: exponential mean 4h }", "exponential mean 4h"))
                .toString();
        Comparison gains = ComparisonJson.read(
                Said.by("gains", apart, "--of", "disk", "--format", "json").out());
        assertThat(gains.designs()).hasSize(2);
        Difference ask =
                Objects.requireNonNull(gains.designs().get(1).journeys().get(0).difference());
        assertThat(ask.lostPerYear().value()).isNegative();
        Difference look =
                Objects.requireNonNull(gains.designs().get(1).journeys().get(1).difference());
        assertThat(look.lostPerYear().value()).isZero();
    }

    @Test
    void theTableReadsAsAnswersAndAPageAndAPdfCanBeWritten() throws IOException {
        Path page = folder.resolve("gains.html");
        Path pdf = folder.resolve("gains.pdf");
        Said said = Said.by("gains", pair, "--report", page.toString());
        assertThat(said.out()).contains("If this never failed", "pair never fails", "less");
        assertThat(page).content().contains("./nines gains", "pair never fails");
        Said.by("gains", pair, "--report", pdf.toString());
        assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1.4")
                .contains("pair never fails");
    }

    /** A comparison of the same file has prices; a part that never fails cannot be bought. */
    @Test
    void gainsHaveNoPrice() {
        assertThat(designs("compare", "first", "first", "--replications", "3", "--format", "json"))
                .extracting(Design::tradeOff)
                .doesNotContainNull();
        assertThat(designs("gains", "first", "--of", "db", "--replications", "3", "--format", "json"))
                .extracting(Design::tradeOff)
                .containsOnlyNulls();
    }

    private static List<Design> designs(String... arguments) {
        return ComparisonJson.read(Said.by(arguments).out()).designs();
    }

    @Test
    void whatDoesNotFailIsNamedWithWhatDoes() {
        assertThat(Said.by("gains", pair, "--of", "dsik"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("dsik", "disk", "hall"));
    }
}
