package nines.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nines.format.ComparisonJson;
import nines.format.ResultJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page of each kind, reviewed by eye: one machine in places, single requests, designs side by side. After a wanted change: look at the
 * pages in {@code target} in a browser, then copy them over the golden ones.
 */
class GoldenPagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/nines/reports");

    private static String page(String kind) throws IOException {
        String json = Files.readString(GOLDEN.resolve(kind + ".json"));
        return kind.equals("comparison")
                ? HtmlReport.text(ComparisonJson.read(json))
                : HtmlReport.text(ResultJson.read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"single-server", "requests", "comparison"})
    void thePageLooksAsApproved(String kind) throws IOException {
        Path seen = Path.of("target", kind + ".html");
        Files.createDirectories(Path.of("target"));
        Files.writeString(seen, page(kind));
        assertThat(Files.readString(seen)).isEqualTo(Files.readString(GOLDEN.resolve(kind + ".html")));
    }

    @Test
    void requestsAreToldByTheirOwnFiguresAndNeverAsYears() throws IOException {
        assertThat(page("requests"))
                .contains("none of 227,781 requests of “browse” failed, and 99 of 100 answers took less than 250 ms")
                .contains("About years this says nothing", "How long “browse” takes to answer", ">99.9 %<", "web-4")
                .doesNotContain("lost a year", "NaN", "0 simulated years");
    }

    @Test
    void designsSideBySideAreToldByVerdictsThatNeedNoColour() throws IOException {
        assertThat(page("comparison"))
                .contains("“drilled” helps “browse” most", "▼ better", "▲ worse", "× 9.0", "What makes the difference")
                .contains("./nines compare three-tier-shop.yaml --seed 1 --replications 80")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void aSinglePointOfFailureIsCalledThatOnTheDrawing() throws IOException {
        assertThat(page("single-server")).contains("of the loss, alone<", ">box (host), 44 %, alone<");
        for (String kind : List.of("requests", "single-server")) {
            assertThat(page(kind)).doesNotContain("<td class=\"n\">100 %</td>");
        }
    }
}
