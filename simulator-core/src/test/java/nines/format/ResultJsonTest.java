package nines.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nines.result.Estimate;
import nines.result.Result;
import nines.result.SampleResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultJsonTest {
    private static final Path EXAMPLE = Path.of("..", "docs", "result-example.json");
    private static final Path RESOURCES = Path.of("src/test/resources/nines/format");

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
        String newer = ResultJson.write(SampleResult.result()).replace("\"nines-result\": 2", "\"nines-result\": 3");
        UnreadableResult refused = assertThrows(UnreadableResult.class, () -> ResultJson.read(newer));
        assertEquals(
                "1:1: this program reads \"nines-result\": 1 to 2, found 3. Maybe it was written by a newer version?",
                refused.getMessage());
    }

    @Test
    void otherDocumentsAndBrokenOnesAreRefused() {
        for (String broken : List.of("", "[]", "{}", "nines: 1", "{\"nines-result\": 2}", "{\"nines-result\": 2,")) {
            UnreadableResult refused = assertThrows(UnreadableResult.class, () -> ResultJson.read(broken), broken);
            assertTrue(refused.getMessage().startsWith("1:"), refused.getMessage());
        }
    }

    /** Written before `taken-down-per-year`, stories, beginnings and traffic were told, and when effort had `outages`. */
    @Test
    void theFirstFileOfVersionOneIsStillRead() throws IOException {
        Result read = ResultJson.read(RESOURCES.resolve("result-first-of-version-1.json"));
        assertEquals(1, read.ninesResult());
        assertEquals("0de1c65cdf8f6780", read.fingerprint());
        assertEquals(640, read.effort().replications());
        assertEquals("Three-tier shop in two zones", read.scenario().name());
        assertEquals(2, read.journeys().size());
        assertTrue(read.answer().requests().unavailability().isKnown());
        assertEquals(false, read.answer().worst().get(0).open());
        assertEquals(null, read.traffic());
        Estimate taken = read.parts().get(0).takenDownPerYear();
        assertTrue(!taken.isKnown(), taken.toString());
        assertEquals("the file does not say; it was written before this was told", taken.reason());
    }

    /**
     * What a file must say to be read. A field that is added must have a value for files written before it: a number that
     * is not known, false, an empty text or list, an estimate not known, or null. If this test fails, see docs/result.md, Versions.
     */
    @Test
    void onlyTheFieldsOfTheFirstFileMustBeThere() throws IOException {
        SortedSet<String> required = new TreeSet<>();
        required(Result.class, required, new HashSet<>());
        Path file = RESOURCES.resolve("result-required-fields.txt");
        if (Boolean.getBoolean("nines.approve")) {
            Files.writeString(file, String.join("\n", required) + "\n");
        }
        assertEquals(Files.readAllLines(file), List.copyOf(required));
    }

    private static void required(Class<?> type, SortedSet<String> required, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Type of = component.getGenericType();
            Class<?> raw = of instanceof ParameterizedType list
                    ? (Class<?>) list.getActualTypeArguments()[0]
                    : component.getType();
            boolean optional = of instanceof ParameterizedType
                    || raw == double.class
                    || raw == boolean.class
                    || raw == String.class
                    || raw == Estimate.class
                    || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!optional) {
                required.add(type.getSimpleName() + "." + component.getName());
            }
            if (raw.isRecord()) {
                required(raw, required, seen);
            }
        }
    }

    @Test
    void keysOfLaterAdditionsArePassedOver() {
        String json = ResultJson.write(SampleResult.result());
        String later = json.replaceFirst("\\{", "{ \"mood\": [1, {\"x\": null}],");
        assertEquals(SampleResult.result(), ResultJson.read(later));
    }
}
