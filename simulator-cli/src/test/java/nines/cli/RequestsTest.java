package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nines run --fidelity requests}. */
class RequestsTest {
    @TempDir
    private Path folder;

    private String years = "";

    @BeforeEach
    void write() throws IOException {
        years = Files.writeString(folder.resolve("years.yaml"), """
                        nines: 1
                        name: Years of failures
                        defaults: textbook
                        components:
                          s: { kind: server, service-time: exponential mean 10ms }
                        journeys: { visit: { through: s } }
                        traffic: { clients: { rate: 0.5/s } }
                        run: { horizon: 10y, replications: 2 }
                        """).toString();
    }

    @Test
    void aHorizonOfYearsIsNotMeantForSingleRequests() {
        Said said = Said.by("run", years, "--fidelity", "requests");
        assertThat(said.err()).contains("single requests are simulated for 1h");
        assertThat(said.out()).contains("replications of 60 min");
    }

    @Test
    void aHorizonThatIsAskedForIsKept() {
        Said said = Said.by("run", years, "--fidelity", "requests", "--horizon", "2h");
        assertThat(said.err()).doesNotContain("simulated for 1h");
        assertThat(said.out()).contains("replications of 2 h");
    }

    @Test
    void aFileOfRequestsKeepsItsHorizon() throws IOException {
        Path hours = Files.writeString(
                folder.resolve("hours.yaml"),
                Files.readString(Path.of(years)).replace("horizon: 10y", "fidelity: requests, horizon: 30min"));
        Said said = Said.by("run", hours.toString(), "--fidelity", "requests");
        assertThat(said.err()).doesNotContain("simulated for 1h");
        assertThat(said.out()).contains("replications of 30 min");
    }

    /** Half of ten minutes are lost, and the result says what was asked for. */
    @Test
    void aFaultOfOnesOwnNeedsNoFile() {
        String[] run = {
            "run", years, "--fidelity", "requests", "--horizon", "10min", "--at", "1min", "--fail", "s", "--for", "5min"
        };
        Said said = Said.by(run);
        assertThat(said.out()).contains("nobody to serve it").containsPattern("(4[6-9]|5[0-4]) %");
        assertThat(said.out()).contains("asked-for");
    }

    @Test
    void aTimeWithoutAFaultIsAMistake() {
        assertThat(Said.by("run", years, "--at", "1min").code()).isEqualTo(2);
        assertThat(Said.by("run", years, "--fail", "s", "--pause", "s").code()).isEqualTo(2);
    }

    /** M/M/1 at load 0.005: nearly all of the response is service. */
    @Test
    void whereTimeGoesAndWhatHappensOverTimeIsToldWhenAskedFor() throws IOException {
        Path out = folder.resolve("out");
        String[] run = {
            "run",
            years,
            "--fidelity",
            "requests",
            "--horizon",
            "10min",
            "--hops",
            "--every",
            "1min",
            "--out",
            out.toString()
        };
        Said said = Said.by(run);
        assertThat(said.out()).contains("Where the time goes").containsPattern("s +[0-9.]+ ms +100 %");
        assertThat(Files.readAllLines(out.resolve("series.csv"))).hasSize(11);
        assertThat(Files.readAllLines(out.resolve("queues.csv")))
                .hasSize(11)
                .contains("component,at,queue-length,queue-most");
        assertThat(Files.readString(out.resolve("estimates.csv"))).contains("journey,visit,response in s: service,0.0");
        assertThat(Said.by("run", years, "--fidelity", "requests", "--horizon", "10min")
                        .out())
                .doesNotContain("Where the time goes");
    }

    @Test
    void theStoryOfSomeRequestsIsWrittenAsTextOrForBrowsers() throws IOException {
        Path text = folder.resolve("story.txt");
        Path json = folder.resolve("story.json");
        String[] run = {"run", years, "--fidelity", "requests", "--horizon", "10min", "--trace"};
        String plain = Said.by("run", years, "--fidelity", "requests", "--horizon", "10min", "--format", "csv")
                .out();
        assertThat(Said.by(with(run, text.toString(), "--format", "csv")).out()).isEqualTo(plain);
        assertThat(Files.readString(text)).contains("of visit (sample), asked at", "s: service");
        Said.by(with(run, json.toString()));
        assertThat(Files.readString(json)).contains("\"traceEvents\": [", "\"ph\": \"X\"");
        Said years10 = Said.by("run", years, "--trace", text.toString());
        assertThat(years10.code()).isEqualTo(2);
        assertThat(years10.err()).contains("only --fidelity requests simulates");
    }

    private static String[] with(String[] first, String... more) {
        return java.util.stream.Stream.of(first, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }
}
