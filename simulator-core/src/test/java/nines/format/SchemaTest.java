package nines.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Under the schema every example is valid and each of fifty broken files is not. */
class SchemaTest {

    private static final com.networknt.schema.Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12)
            .getSchema(Schema.json());

    @TestFactory
    Stream<DynamicTest> examplesAreValid() throws IOException {
        return files(Path.of("src/test/resources/language-examples"))
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(errors(file)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> brokenFilesAreNot() throws IOException {
        List<Path> broken = files(BrokenFilesTest.BROKEN.resolve("schema")).toList();
        assertThat(broken).hasSizeGreaterThanOrEqualTo(50);
        return broken.stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(errors(file)).isNotEmpty()));
    }

    @Test
    void whatTheWriterWritesIsValid() throws IOException {
        for (Path file : files(Path.of("src/test/resources/language-examples")).toList()) {
            String json =
                    ScenarioWriter.json(ScenarioReader.read(file).scenarioOrThrow(), ScenarioWriter.Form.WITH_DEFAULTS);
            assertThat(SCHEMA.validate(json, InputFormat.JSON))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    private static List<String> errors(Path file) throws Exception {
        Node tree = YamlTree.read(Files.readString(file), new Problems(file.toString()));
        return SCHEMA.validate(json(tree), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    /** A file as an editor sees it: plain numbers and flags of the YAML core schema have types. */
    private static String json(Node node) {
        if (node instanceof Node.Plain plain) {
            boolean typed = !plain.quoted() && plain.text().matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?|true|false");
            String text =
                    plain.text().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            return typed ? plain.text() : '"' + text + '"';
        }
        if (node instanceof Node.Items list) {
            return list.items().stream().map(SchemaTest::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (node instanceof Node.Entries block) {
            return block.entries().entrySet().stream()
                    .map(e -> '"' + e.getKey() + "\":" + json(e.getValue().value()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return "null";
    }
}
