package nines.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables of the language page are those of the records; {@code -Dnines.update=true} writes them anew. */
class ReferencePageTest {

    private static final Path PAGE = Path.of("../docs/language.md");

    @Test
    void theTablesAreThoseOfTheRecords() throws IOException {
        String page = Files.readString(PAGE);
        String fresh = page;
        fresh = with(fresh, "silence", ReferencePage.silence());
        fresh = with(fresh, "blocks", ReferencePage.blocks());
        fresh = with(fresh, "kinds", ReferencePage.kinds());
        if (Boolean.getBoolean("nines.update")) {
            Files.writeString(PAGE, fresh);
        }
        List<String> written = Files.readAllLines(PAGE);
        List<String> made = fresh.lines().toList();
        for (int i = 0; i < Math.min(written.size(), made.size()); i++) {
            assertThat(written.get(i)).as("line %d of the page", i + 1).isEqualTo(made.get(i));
        }
        assertThat(written).hasSameSizeAs(made);
    }

    @Test
    void everyCodeIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Code.values())
                .filteredOn(code -> !page.contains(code.name()))
                .isEmpty();
    }

    private static String with(String page, String name, String table) {
        String start = "<!-- generated: " + name + " -->\n";
        int from = page.indexOf(start);
        int to = page.indexOf("<!-- end -->", from);
        assertThat(from).as(name).isPositive();
        return page.substring(0, from + start.length()) + "\n" + table.strip() + "\n\n" + page.substring(to);
    }
}
