package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nines.format.ResultJson;
import nines.result.Result;
import org.junit.jupiter.api.Test;

class ResultTextTest {
    private static final Path EXAMPLE = Path.of("../docs/result-example.json");

    @Test
    void theExampleReadsAsApproved() throws IOException {
        Result example = ResultJson.read(EXAMPLE);
        String text = String.join("\n", new ResultText(example, Paint.NONE, 100).lines()) + "\n";
        Approved.reads("result-example.txt", text);
    }

    @Test
    void linesFitTheTerminal() throws IOException {
        Result example = ResultJson.read(EXAMPLE);
        for (int columns : List.of(80, 100)) {
            assertThat(new ResultText(example, Paint.NONE, columns).lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void colourAddsNothingButColour() throws IOException {
        Result example = ResultJson.read(EXAMPLE);
        List<String> coloured = new ResultText(example, Paint.ANSI, 100).lines();
        assertThat(coloured).anyMatch(line -> line.contains("\u001b[32m"));
        assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9]*m", "")))
                .isEqualTo(new ResultText(example, Paint.NONE, 100).lines());
    }
}
