package nines.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nines.format.ResultJson;
import org.junit.jupiter.api.Test;

class PdfReportTest {
    private static String pdf(String json) {
        return new String(PdfReport.bytes(ResultJson.read(json)), StandardCharsets.ISO_8859_1);
    }

    @Test
    void everyObjectIsWhereTheTableSaysAndEveryStreamAsLongAsItSays() {
        String file = pdf(Samples.exampleText());
        assertThat(file).startsWith("%PDF-1.4\n").endsWith("%%EOF\n");
        int start = Integer.parseInt(file.substring(file.indexOf("startxref\n") + 10, file.indexOf("\n%%EOF")));
        assertThat(file.substring(start)).startsWith("xref\n0 ");
        Matcher entry = Pattern.compile("(\\d{10}) 00000 n ").matcher(file.substring(start));
        int number = 0;
        while (entry.find()) {
            number++;
            assertThat(file.substring(Integer.parseInt(entry.group(1)))).startsWith(number + " 0 obj\n");
        }
        assertThat(file).contains("/Size " + (number + 1) + " ", "/Info " + number + " 0 R");
        Matcher stream = Pattern.compile("<< /Length (\\d+) >>\nstream\n").matcher(file);
        int pages = 0;
        while (stream.find()) {
            pages++;
            assertThat(file.substring(stream.end() + Integer.parseInt(stream.group(1))))
                    .startsWith("endstream");
        }
        assertThat(pages).isGreaterThan(3);
        assertThat(file).contains("/Count " + pages + " ");
    }

    @Test
    void tellsWhatThePageTells() {
        String file = pdf(Samples.exampleText());
        assertThat(file)
                .contains("and keeps the promise", "(Why \\223order\\224 loses requests)", "(41.0 %)", "(100.0 %)")
                .contains("(What was simulated)", "(web \\327 3)", "(allows 4.4 h".substring(1))
                .contains("./nines run three-tier-shop.yaml");
        // 8.94 × 10⁻⁵: the exponent is raised.
        assertThat(file).containsPattern("10\\) Tj /F1 [0-9.]+ Tf [0-9.]+ Ts \\(\\\\2265\\) Tj");
    }

    @Test
    void equalResultsGiveEqualBytesWithoutADateInEveryLocale() {
        byte[] first = PdfReport.bytes(Samples.example());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(PdfReport.bytes(Samples.example())).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("CreationDate", "ModDate");
    }

    @Test
    void namesStayTextAndWhatCannotBeWrittenIsSaid() {
        String file = pdf(Samples.exampleText()
                .replace("\"order\"", "\"a) Tj ET (\\\\\"")
                .replace("Three-tier shop in two zones", "Магазин 店"));
        assertThat(file)
                .contains("a\\) Tj ET \\(\\\\")
                .contains("<FEFF041C04300433")
                .contains("are shown as question");
        assertThat(pdf(Samples.exampleText())).doesNotContain("are shown as question");
    }

    @Test
    void oddResultsAreWrittenToo() {
        String file = new String(PdfReport.bytes(Samples.with(Samples::neverDown)), StandardCharsets.ISO_8859_1);
        assertThat(file).contains("No outage was seen.").doesNotContain("NaN", "Infinity");
    }
}
