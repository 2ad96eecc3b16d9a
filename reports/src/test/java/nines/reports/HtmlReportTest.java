package nines.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import nines.format.ResultJson;
import nines.result.Result;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class HtmlReportTest {
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final Path GOLDEN = Path.of("src/test/resources/nines/reports/example.html");

    private static String page() {
        return HtmlReport.text(Samples.example());
    }

    @Test
    void answersFirstInASentenceForAManagerThenInOneForAStatistician() {
        String page = page();
        assertThat(page)
                .contains("“order” loses about 47 min a year to failures, 4.05 nines, and keeps the promise of 99.95 %")
                .contains("8.94 × 10⁻⁵, 95 % interval 8.55 × 10⁻⁵ to 9.33 × 10⁻⁵ (ratio over replications, Student t)");
        assertThat(page.indexOf("loses about 47 min")).isLessThan(page.indexOf("8.94 × 10⁻⁵"));
        assertThat(page.indexOf("8.94 × 10⁻⁵")).isLessThan(page.indexOf("<h2>"));
    }

    @Test
    void showsTheNumbersWithTheirIntervals() {
        assertThat(page())
                .contains(
                        "4.03 to 4.07",
                        "47.0 min",
                        "44.9 to 49.1 min",
                        "99.99106 %",
                        "6.21",
                        "8.13 min each on average")
                .contains("✓ kept", "50.5 min a year");
    }

    @Test
    void causesAddUpToOneHundredPercentInEveryDirection() {
        CauseTable causes = Page.of(Samples.example()).causes();
        assertThat(causes.rows()).extracting(CauseTable.Row::name).startsWith("db-1 node", "zone-b outage");
        assertThat(causes.rows().stream().mapToLong(row -> tenths(row.share())).sum())
                .isEqualTo(1000);
        for (CauseTable.Row row : causes.rows()) {
            assertThat(row.cells().stream().mapToLong(HtmlReportTest::tenths).sum())
                    .isEqualTo(tenths(row.share()));
        }
        for (int stage = 0; stage < causes.stages().size(); stage++) {
            int column = stage;
            assertThat(causes.rows().stream()
                            .mapToLong(row -> tenths(row.cells().get(column)))
                            .sum())
                    .isEqualTo(tenths(causes.sums().get(stage)));
        }
        assertThat(causes.sums().get(causes.stages().size())).isEqualTo("100.0 %");
    }

    private static long tenths(String percent) {
        return percent.isEmpty() || percent.startsWith("<")
                ? 0
                : Math.round(10 * Double.parseDouble(percent.replace(" %", "")));
    }

    @Test
    void saysHowToTrustAndToRepeatIt() {
        assertThat(page())
                .contains(
                        "<pre>./nines run three-tier-shop.yaml --set components.web.instances=6 --seed 1 --replications 640 --horizon 10y</pre>")
                .contains("640 of 10 y", "9,214,407 events", "Nines 0.1.0 on Java 17.0.15")
                .contains(
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        Samples.example().fingerprint())
                .contains("The failover's manual branch was expected 26.4 times")
                .contains("! thin", "✓ enough");
    }

    @Test
    void separatesWhatTheUserWroteFromWhatWasAssumed() {
        String page = page();
        int user = page.indexOf("Written in the scenario (1)");
        int catalogue = page.indexOf("From the catalogue (1)");
        int defaults = page.indexOf("Defaults (1)");
        assertThat(user).isPositive().isLessThan(catalogue);
        assertThat(catalogue).isLessThan(defaults);
        assertThat(page.substring(catalogue, defaults))
                .contains(
                        "components.db.fails.node.repair", "lognormal mean 1h cv 1.5", "server.node.outage", "2024-03")
                .doesNotContain("! weak");
        assertThat(page.substring(defaults)).contains("components.lb.health-check.interval", "! weak");
    }

    @Test
    void whateverIsWrittenInAScenarioStaysText() {
        String harmless = page();
        String json = Samples.exampleText()
                .replace("Three-tier shop in two zones", HOSTILE)
                .replace("A balancer pair", HOSTILE + "' onload='x() \\\" style=\\\"")
                .replace("\"order\"", "\"" + HOSTILE + "\"")
                .replace("zone-a", HOSTILE)
                .replace("db-1", "'\\\"><img src=x onerror=alert(1)>")
                .replace("\"repair\"", "\"</style>" + HOSTILE + "\"")
                .replace("three-tier-shop.yaml", "a'; rm -rf $HOME <b>.yaml")
                .replace("lognormal mean 1h cv 1.5", "<b>&amp;" + HOSTILE)
                .replace("Field study of cloud servers", "javascript:alert(1)<a href=x>");
        String page = HtmlReport.text(ResultJson.read(json));
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<img", "<b>&", "<a ");
        assertThat(page).contains("'a'\\''; rm -rf $HOME &lt;b&gt;.yaml'");
        assertThat(tags(page)).as("the elements of a harmless page").isEqualTo(tags(harmless));
    }

    /** The sequence of elements, with the names of their attributes; blind to text and to values. */
    private static String tags(String page) {
        StringBuilder tags = new StringBuilder();
        Matcher tag = Pattern.compile("<(/?[a-zA-Z0-9]+)((?:\\s+[a-zA-Z:-]+(?:=\"[^\"]*\")?)*)\\s*/?>")
                .matcher(page.replaceAll("(?s)<svg.*?</svg>", ""));
        while (tag.find()) {
            tags.append(tag.group(1))
                    .append(tag.group(2).replaceAll("=\"[^\"]*\"", ""))
                    .append('\n');
        }
        return tags.toString();
    }

    @Test
    void needsNothingElse() {
        String page = page();
        assertThat(page).doesNotContain("<script", "<link", "<img", "@import", "url(http", "src=");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(200_000);
    }

    @Test
    void picturesAreWellFormedAndTheirTextIsText() throws Exception {
        Matcher pictures = Pattern.compile("(?s)<svg.*?</svg>").matcher(page());
        int found = 0;
        while (pictures.find()) {
            found++;
            var picture = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(pictures.group())));
            assertThat(picture.getElementsByTagName("text").getLength()).isGreaterThan(7);
        }
        // The architecture, a year, a month, outages, the budget, and one worst outage.
        assertThat(found).isEqualTo(6);
        assertThat(page())
                .contains(">99.95 % allows 4.4 h<", ">4 h<", ">10 min<", ">none<")
                .doesNotContain(">14400<");
    }

    @Test
    void equalResultsGiveEqualPagesInEveryLocale() {
        String first = page();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(page()).isEqualTo(first);
            Locale.setDefault(Locale.GERMANY);
            assertThat(page()).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(HtmlReport.bytes(Samples.example())).isEqualTo(first.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void appendsWhatItWrites(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Result result = Samples.example();
        StringBuilder page = new StringBuilder();
        HtmlReport.write(result, page);
        HtmlReport.write(result, folder.resolve("out.html"));
        assertThat(Files.readString(folder.resolve("out.html"))).isEqualTo(page.toString());
    }

    /** Reviewed by eye. After a wanted change: look at target/example.html in a browser, then copy it over the golden page. */
    @Test
    void theExampleLooksAsApproved() throws IOException {
        Path seen = Path.of("target/example.html");
        Files.createDirectories(seen.getParent());
        HtmlReport.write(Samples.example(), seen);
        assertThat(Files.readString(seen)).isEqualTo(Files.readString(GOLDEN));
    }
}
