package nines.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nines.result.Estimate;
import nines.result.Result;
import nines.result.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultJsonTest {
    private static final Path EXAMPLE = Path.of("..", "docs", "result-example.json");

    @Test
    void theDocumentedExampleIsWhatTheProgramWrites() throws IOException {
        String written = ResultJson.write(SampleResult.result());
        if (Boolean.getBoolean("nines.approve")) {
            Files.writeString(EXAMPLE, written);
        }
        assertEquals(Files.readString(EXAMPLE), written);
    }

    @Test
    void theDocumentedExampleReadsBackToTheSameResult() throws IOException {
        Result read = ResultJson.read(EXAMPLE);
        assertEquals(SampleResult.result(), read);
        assertEquals(ResultJson.write(SampleResult.result()), ResultJson.write(read));
    }

    @Test
    void aFileIsWrittenWholeAndLeavesNothingElseBehind(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("result.json");
        Files.writeString(file, "old");
        ResultJson.write(SampleResult.result(), file);
        assertEquals(SampleResult.result(), ResultJson.read(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void numbersThatAreNotKnownAndBoundsThatAreNotThereSurvive() {
        Estimate unbounded = new Estimate(
                Double.NaN,
                0.1,
                Double.POSITIVE_INFINITY,
                0.95,
                "m",
                nines.result.Evidence.NONE,
                nines.result.Verdict.THIN,
                "no \"outage\"\n\u0001",
                null);
        String json = RecordWriter.write(unbounded);
        assertTrue(json.contains("\"value\": null, \"low\": 0.1, \"high\": \"infinity\""), json);
        assertEquals(unbounded, RecordReader.read("{ \"v\": 1, " + json.substring(1), Estimate.class, "v", 1));
    }

    @Test
    void anotherVersionIsRefusedWithTheVersionItWants() {
        String newer = ResultJson.write(SampleResult.result()).replace("\"nines-result\": 1", "\"nines-result\": 2");
        UnreadableResult refused = assertThrows(UnreadableResult.class, () -> ResultJson.read(newer));
        assertEquals(
                "1:1: this program reads \"nines-result\": 1, found 2. Maybe it was written by a newer version?",
                refused.getMessage());
    }

    @Test
    void otherDocumentsAndBrokenOnesAreRefused() {
        for (String broken : List.of("", "[]", "{}", "nines: 1", "{\"nines-result\": 1}", "{\"nines-result\": 1,")) {
            UnreadableResult refused = assertThrows(UnreadableResult.class, () -> ResultJson.read(broken), broken);
            assertTrue(refused.getMessage().startsWith("1:"), refused.getMessage());
        }
    }

    @Test
    void keysOfLaterAdditionsArePassedOver() {
        String json = ResultJson.write(SampleResult.result());
        String later = json.replaceFirst("\\{", "{ \"mood\": [1, {\"x\": null}],");
        assertEquals(SampleResult.result(), ResultJson.read(later));
    }
}
