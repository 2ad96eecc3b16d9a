package nines.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(Files.readString(PAGE)).isEqualTo(fresh);
    }

    @Test
    void everyCodeIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Code.values()).allSatisfy(code -> assertThat(page).contains(code.name()));
    }

    private static String with(String page, String name, String table) {
        String start = "<!-- generated: " + name + " -->\n";
        int from = page.indexOf(start);
        int to = page.indexOf("<!-- end -->", from);
        assertThat(from).as(name).isPositive();
        return page.substring(0, from + start.length()) + "\n" + table.strip() + "\n\n" + page.substring(to);
    }
}
