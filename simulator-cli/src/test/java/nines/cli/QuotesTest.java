package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the pages quote is what the program prints. A quotation is a block of text below a comment that names the command
 * and the lines: {@code <!-- $ nines run three-tier-shop --replications 80, lines 3-5 18-20 -->}. After a wanted change
 * {@code -Dnines.update=true} writes them anew: read the difference before it is committed.
 */
class QuotesTest {
    private static final Pattern QUOTATION =
            Pattern.compile("<!-- \\$ nines ([^\\n]*?), lines ([0-9 -]+) -->\\n```text\\n(.*?)```\\n", Pattern.DOTALL);
    private static final Path ROOT = Path.of("..");

    @Test
    void thePagesQuoteWhatTheProgramPrints() throws IOException {
        int found = 0;
        for (Path page : pages()) {
            String text = Files.readString(page);
            StringBuilder fresh = new StringBuilder();
            Matcher quotation = QUOTATION.matcher(text);
            while (quotation.find()) {
                found++;
                String said = excerpt(
                        Said.by(quotation.group(1).split(" ")).out().lines().toList(), quotation.group(2));
                quotation.appendReplacement(
                        fresh,
                        Matcher.quoteReplacement("<!-- $ nines " + quotation.group(1) + ", lines " + quotation.group(2)
                                + " -->\n```text\n" + said + "```\n"));
            }
            quotation.appendTail(fresh);
            if (Boolean.getBoolean("nines.update")) {
                Files.writeString(page, fresh);
                continue;
            }
            assertThat(text).as("%s, see QuotesTest", page).isEqualTo(fresh.toString());
        }
        assertThat(found).isGreaterThanOrEqualTo(3);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (var docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    /** Some stretches of lines, counted from 1, with a blank line between them. */
    private static String excerpt(List<String> lines, String stretches) {
        StringBuilder excerpt = new StringBuilder();
        for (String stretch : stretches.split(" ")) {
            String[] ends = stretch.split("-");
            excerpt.append(excerpt.isEmpty() ? "" : "\n");
            lines.subList(Integer.parseInt(ends[0]) - 1, Integer.parseInt(ends[ends.length - 1]))
                    .forEach(line -> excerpt.append(line).append('\n'));
        }
        return excerpt.toString();
    }
}
