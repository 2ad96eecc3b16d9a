package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nines.format.ResultJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path folder;

    private String pair = "";

    @BeforeEach
    void write() throws IOException {
        pair = Files.writeString(folder.resolve("pair.yaml"), Examples.PAIR).toString();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(each -> String.valueOf(each.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aResultGivesThePageThatItsRunWrote() throws IOException {
        Path page = folder.resolve("run.html");
        Path later = folder.resolve("later.html");
        Said run = Said.by("run", pair, "--format", "json", "--report", page.toString());
        Path result = file("result.json", run.out());

        Said report = Said.by("report", result.toString(), "-o", later.toString());

        assertThat(report.code()).isZero();
        assertThat(report.out()).isEmpty();
        assertThat(report.err()).isEqualTo("Wrote " + later + ".\n");
        assertThat(later).hasSameBinaryContentAs(page);
        Said.by("report", result.toString(), "-o", later.toString());
        assertThat(later).hasSameBinaryContentAs(page);
        assertThat(names()).containsExactly("later.html", "pair.yaml", "result.json", "run.html");
    }

    @Test
    void whatIsNoResultIsRefusedAndNothingIsTouched() throws IOException {
        String out = file("out.html", "before").toString();
        String json = Said.by("run", pair, "--format", "json").out();
        record Bad(String text, String says) {}
        for (Bad bad : List.of(
                new Bad("", "1:1: the document is empty"),
                new Bad("{\"nines-result\": 2,", "not JSON"),
                new Bad(json.substring(0, json.length() / 2), "not JSON"),
                new Bad(json.replace("\"nines-result\": 2", "\"nines-result\": 3"), "written by a newer version"),
                new Bad(json.replace("\"headline\": \"ask\"", "\"headline\": \"nobody\""), "names no journey"),
                new Bad(json.replace("\"verdict\": \"good\"", "\"verdict\": \"fine\""), "fine"),
                new Bad(Examples.PAIR, "It is a scenario: 'nines run … --report out.html'"),
                new Bad("{\"nines-comparison\": 1}", "It is a comparison"),
                new Bad("<html>", "not JSON"))) {
            Said said = Said.by("report", file("bad.json", bad.text()).toString(), "-o", out);
            assertThat(said.code()).as(said.err()).isEqualTo(65);
            assertThat(said.err()).contains("bad.json:", bad.says()).doesNotContain("Exception", "..\n");
            assertThat(said.out()).isEmpty();
        }
        Files.write(folder.resolve("bad.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(Said.by("report", folder.resolve("bad.json").toString(), "-o", out)
                        .code())
                .isEqualTo(65);
        assertThat(folder.resolve("out.html")).hasContent("before");
        assertThat(names()).containsExactly("bad.json", "out.html", "pair.yaml");
    }

    @Test
    void aPageOfSingleRequestsShowsTimeAndChangesNoFigure() throws IOException {
        Path text = file("queue.yaml", """
                        nines: 1
                        name: A queue
                        defaults: textbook
                        components:
                          s: { kind: server, service-time: exponential mean 10ms, queue: { capacity: 3 } }
                        journeys: { visit: { through: s } }
                        traffic: { clients: { rate: 80/s } }
                        run: { fidelity: requests, horizon: 2min, discard: 10s, replications: 3 }
                        """);
        Path page = folder.resolve("queue.html");
        Path figures = folder.resolve("drawn");
        String alone = Said.by("run", text.toString(), "--format", "json").out();
        Said shown = Said.by("run", text.toString(), "--format", "json", "--report", page.toString());
        assertThat(page)
                .content()
                .contains(
                        "over time",
                        "How fast “visit” is answered, and when",
                        "measured from here",
                        "Where the time goes")
                .doesNotContain("NaN", "Infinity");
        assertThat(Files.size(page)).isLessThan(300_000);
        assertThat(ResultJson.read(shown.out()).fingerprint())
                .isEqualTo(ResultJson.read(alone).fingerprint());
        Said.by("report", file("shown.json", shown.out()).toString(), "--figures", figures.toString());
        assertThat(figures).isDirectoryContaining("glob:**heat-1.png").isDirectoryContaining("glob:**times-1.svg");
    }

    /** Ten years with a hundred thousand outages: the page does not grow with them. */
    @Test
    void manyOutagesMakeNoLargePage() throws IOException {
        Path text = file("often.yaml", """
                        nines: 1
                        name: Often
                        defaults: textbook
                        components:
                          s:
                            kind: server
                            fails: { blip: { time-to-failure: exponential mean 50min, repair: lognormal mean 2min cv 2 } }
                        journeys: { visit: { through: s } }
                        run: { horizon: 10y, replications: 2 }
                        """);
        Path page = folder.resolve("often.html");
        Said said = Said.by("run", text.toString(), "--format", "json", "--report", page.toString());
        assertThat(ResultJson.read(said.out()).answer().outages().perYear().value())
                .isGreaterThan(10_000);
        assertThat(Files.size(page)).isLessThan(1_000_000);
    }

    @Test
    void aNameThatEndsInPdfGivesAPdf() throws IOException {
        Path now = folder.resolve("now.pdf");
        Path later = folder.resolve("later.PDF");
        Said run = Said.by("run", pair, "--format", "json", "--report", now.toString());
        Said report = Said.by("report", file("result.json", run.out()).toString(), "-o", later.toString());
        assertThat(report.code()).isZero();
        assertThat(Files.readAllBytes(now)).startsWith('%', 'P', 'D', 'F');
        assertThat(later).hasSameBinaryContentAs(now);
        Path designs = folder.resolve("c.pdf");
        assertThat(Said.by("compare", pair, "--report", designs.toString()).err())
                .contains("Wrote");
        assertThat(Files.readAllBytes(designs)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void everyFigureAndEveryTableCanBeAFileOfItsOwn() throws IOException {
        String result = file(
                        "result.json", Said.by("run", pair, "--format", "json").out())
                .toString();
        Path figures = folder.resolve("figures");
        Path tables = folder.resolve("tables");
        Said said = Said.by("report", result, "--figures", figures.toString(), "--tables", tables.toString());
        assertThat(said.code()).isZero();
        assertThat(said.err()).contains("Wrote the figures", "Wrote the tables");
        assertThat(tables.resolve("cut-sets.csv")).content().contains("ask,disk,1,");
        assertThat(figures.resolve("architecture.svg"))
                .content()
                .contains("<svg", "pair × 2", "alone")
                .doesNotContain("var(");
        assertThat(figures.resolve("architecture.mmd")).content().startsWith("flowchart TD");
        for (String name : List.of("architecture", "year", "month", "outage", "budget", "outage-1", "outage-5")) {
            assertThat(figures.resolve(name + ".svg")).isNotEmptyFile();
            byte[] png = Files.readAllBytes(figures.resolve(name + ".png"));
            assertThat(png).as(name).startsWith(0x89, 'P', 'N', 'G');
            assertThat(javax.imageio.ImageIO.read(figures.resolve(name + ".png").toFile())
                            .getWidth())
                    .isGreaterThan(300);
        }
    }

    @Test
    void whatCannotBeFoundOrWrittenIsSaidWithItsNumber() throws IOException {
        String result = file(
                        "result.json", Said.by("run", pair, "--format", "json").out())
                .toString();
        String out = folder.resolve("out.html").toString();
        assertThat(Said.by("report", folder.resolve("none.json").toString(), "-o", out))
                .satisfies(said -> assertThat(said.code()).isEqualTo(66))
                .satisfies(said -> assertThat(said.err()).contains("there is no file"));
        assertThat(Said.by("report", folder.toString(), "-o", out))
                .satisfies(said -> assertThat(said.code()).isEqualTo(66))
                .satisfies(said -> assertThat(said.err()).contains("Did you mean '" + result + "'?"));
        assertThat(Said.by("report", result, "-o", folder.toString()))
                .satisfies(said -> assertThat(said.code()).isEqualTo(74))
                .satisfies(said -> assertThat(said.err()).contains("it is a directory"));
        assertThat(Said.by("report", result, "-o", folder + "/no/out.html"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(74))
                .satisfies(said -> assertThat(said.err()).contains("its folder does not exist"));
        assertThat(Said.by("report", result).code()).isEqualTo(2);
        assertThat(Said.by("report").code()).isEqualTo(2);
        assertThat(names()).containsExactly("pair.yaml", "result.json");
    }
}
