package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nines.format.ResultJson;
import nines.result.Result;
import org.junit.jupiter.api.Test;

class CsvTest {
    private static Result named(String name) throws IOException {
        String json = Files.readString(Path.of("../docs/result-example.json"));
        return ResultJson.read(json.replace("\"order\"", "\"" + name + "\"")
                .replace("zone-a outage", name)
                .replace("\"6\"", "\"" + name + "\"")
                .replace("db: node (common cause)", name));
    }

    private static List<String> tables(Result result) {
        return List.of(
                Csv.estimates(result),
                Csv.causes(result),
                Csv.contributions(result),
                Csv.provenance(result),
                Csv.windows(result),
                Csv.outages(result),
                Csv.cutSets(result),
                Csv.importance(result));
    }

    @Test
    void aNameThatASpreadsheetWouldRunStaysText() throws IOException {
        for (String name : List.of("=cmd()", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\\t=1")) {
            for (String table : tables(named(name))) {
                assertThat(table.lines())
                        .as(name)
                        .allSatisfy(line -> assertThat(line.split("(,|^)\"?"))
                                .allMatch(cell -> cell.isEmpty()
                                        || "=+@\t".indexOf(cell.charAt(0)) < 0
                                                && (cell.charAt(0) != '-'
                                                        || cell.matches("-[0-9.]+(E-?[0-9]+)?|-inf"))));
            }
            assertThat(Csv.causes(named(name))).contains("'" + name.replace("\\t", "\t"));
        }
        assertThat(Csv.estimates(named("order"))).doesNotContain("'");
    }

    @Test
    void everyTableHasAsManyCellsInEachLineAsInItsHead() throws IOException {
        for (String table : tables(named("order"))) {
            List<String> lines = table.lines().toList();
            assertThat(lines).hasSizeGreaterThan(1);
            int columns = lines.get(0).split(",", -1).length;
            assertThat(lines)
                    .allSatisfy(
                            line -> assertThat(line.replaceAll("\"[^\"]*\"", "").split(",", -1))
                                    .hasSize(columns));
        }
    }
}
