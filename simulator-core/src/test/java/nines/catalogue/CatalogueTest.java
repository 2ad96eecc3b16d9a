package nines.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nines.distribution.Bathtub;
import nines.distribution.Deterministic;
import nines.distribution.DistributionText;
import nines.distribution.Lognormal;
import nines.distribution.PercentileExponential;
import nines.distribution.Surroundings;
import nines.distribution.Weibull;
import nines.quantity.Dimension;
import nines.quantity.Money;
import nines.quantity.TextProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    static Stream<Entry> entries() {
        return CATALOGUE.entries().stream();
    }

    static Stream<Entry> laws() {
        return entries().filter(entry -> entry.content() instanceof Content.Law);
    }

    @Test
    void everyEntryOfTheFileIsThere() throws IOException {
        String file;
        try (var stream = Catalogue.class.getResourceAsStream("catalogue.json")) {
            assertThat(stream).isNotNull();
            file = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        Matcher count = Pattern.compile("\"entry_count\": (\\d+)").matcher(file);
        assertThat(count.find()).isTrue();
        assertThat(CATALOGUE.entries())
                .hasSize(Integer.parseInt(count.group(1)))
                .hasSize(223);
        assertThat(CATALOGUE.edition()).isEqualTo("2026-11-21");
        Map<String, Long> kinds = entries()
                .collect(Collectors.groupingBy(e -> e.content().getClass().getSimpleName(), Collectors.counting()));
        assertThat(kinds).containsOnlyKeys("Law", "Chance", "Settings", "Weights", "Table", "Partial");
        assertThat(kinds.get("Partial")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryHasASourceAGradeAndSomethingToSay(Entry entry) {
        assertThat(entry.sources()).isNotEmpty();
        assertThat(entry.sources())
                .allSatisfy(source -> assertThat(source.title()).isNotBlank());
        assertThat(entry.name()).isNotBlank();
        assertThat(entry.text()).isNotBlank();
        assertThat(entry.id()).startsWith(entry.category() + ".");
        if (entry.content() instanceof Content.Weights weights) {
            double sum = weights.weights().values().stream().mapToDouble(w -> w).sum();
            assertThat(sum).isCloseTo(1, within(0.011));
        }
        if (entry.content() instanceof Content.Settings settings) {
            assertThat(settings.values()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aLawIsWrittenInTheLanguageAndHasTheFiguresOfTheFile(Entry entry) throws IOException {
        var law = (Content.Law) entry.content();
        assertThat(DistributionText.parse(entry.text(), law.dimension(), Surroundings.NONE))
                .isEqualTo(law.law());
        assertThat(CATALOGUE.law(entry.id(), law.dimension())).isEqualTo(law.law());
        String line = line(entry.id());
        double unit = unit(line, law.dimension());
        if (law.law() instanceof Lognormal lognormal) {
            // The file gives five digits.
            assertThat(lognormal.mean()).isCloseTo(number(line, "mean") * unit, within(lognormal.mean() * 2e-4));
            assertThat(lognormal.quantile(0.9)).isCloseTo(number(line, "p90") * unit, within(lognormal.mean() * 2e-3));
            assertThat(StrictMath.log(lognormal.median() / unit)).isCloseTo(number(line, "mu"), within(1e-4));
        } else if (!(law.law() instanceof Bathtub
                || law.law() instanceof Deterministic
                || entry.text().contains(" or "))) {
            double mean = number(line, "mean") * unit;
            assertThat(law.law().mean()).isCloseTo(mean, within(mean * 2e-4));
        }
    }

    /** The entry's distribution as it stands in the file. */
    private static String line(String id) throws IOException {
        try (var stream = Catalogue.class.getResourceAsStream("catalogue.json")) {
            assertThat(stream).isNotNull();
            String file = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            int start = file.indexOf("\"id\": \"" + id + "\"");
            return file.substring(start, file.indexOf("\"sources\"", start)).replaceAll("\\s+", " ");
        }
    }

    private static double number(String line, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\": (-?[\\d.e+]+)").matcher(line);
        assertThat(matcher.find()).as(key + " in " + line).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static double unit(String line, Dimension dimension) {
        Matcher matcher = Pattern.compile("\"unit\": \"(\\S+)\"").matcher(line);
        return dimension == Dimension.DURATION && matcher.find()
                ? Dimension.DURATION.read("1" + matcher.group(1))
                : dimension == Dimension.BANDWIDTH ? 1e6 : 1;
    }

    @Test
    void referencesBringTheEntryOrOneOfItsValues() {
        assertThat(CATALOGUE.law("server.node.outage", Dimension.DURATION)).isEqualTo(new Weibull(0.8, 2772.3 * 3600));
        assertThat(CATALOGUE.law("server.node.outage.duration", Dimension.DURATION))
                .isEqualTo(new Lognormal(132, 1.5));
        assertThat(CATALOGUE.amount("sw.deploy.failure.medium", Dimension.SHARE))
                .isEqualTo(0.1);
        assertThat(CATALOGUE.amount("domain.beta.default", Dimension.SHARE)).isEqualTo(0.05);
        assertThat(CATALOGUE.amount("check.haproxy.inter_s", Dimension.DURATION))
                .isEqualTo(2);
        assertThat(CATALOGUE.amount("check.haproxy.fall", Dimension.COUNT)).isEqualTo(3);
        assertThat(CATALOGUE.amount("policy.rollout.max_surge", Dimension.SHARE))
                .isEqualTo(0.25);
        assertThat(CATALOGUE.amount("disk.poweron_loss", Dimension.SHARE)).isEqualTo(0.0075);
        assertThat(CATALOGUE.amount("vm.start.micro", Dimension.DURATION)).isEqualTo(0.125);
        assertThat(CATALOGUE.amount("disk.hdd.model_spread.p90", Dimension.RATE) * 31_536_000)
                .isCloseTo(0.0531, within(1e-12));
        assertThat(CATALOGUE.amount("net.incident.cause.maintenance", Dimension.SHARE))
                .isEqualTo(0.17);
        assertThat(CATALOGUE.law("ddos.size", Dimension.FACTOR)).isInstanceOf(Lognormal.class);
        assertThat(CATALOGUE.law("net.edge.mtbf", Dimension.DURATION)).isInstanceOf(PercentileExponential.class);
        assertThat(CATALOGUE.law("power.gen.start", Dimension.SHARE)).isEqualTo(new Deterministic(0.01));
        assertThat(CATALOGUE.money("cost.vm.large")).isEqualTo(new Money(0.096, "USD", "h"));
        assertThat(CATALOGUE.find("check.haproxy.nonsense")).isEmpty();
        assertThat(CATALOGUE.reference("check.haproxy.fall").id()).isEqualTo("check.haproxy.fall");
    }

    @Test
    void allPricesReadAsMoney() {
        entries()
                .filter(entry -> entry.category().equals("cost") && !entry.id().equals("cost.outage"))
                .forEach(entry -> assertThat(
                                Money.read(CATALOGUE.money(entry.id()).text()))
                        .isEqualTo(CATALOGUE.money(entry.id())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lat.app | SHARE | N117 | catalogue:lat.app is a latency; here a share such as",
                "check.haproxy | DURATION | N117 | Its values are check.haproxy.inter_s, check.haproxy.fall",
                "check.haproxy.inter_s | SHARE | N117 | here a share",
                "server.node.outag | DURATION | N102 | Did you mean `server.node.outage`?",
                "xyzzy | DURATION | N102 | `nines catalogue WORD` searches it",
                "disk.cluster_gap | DURATION | N117 | here a duration",
            })
    void whatDoesNotFitIsSaid(String id, Dimension dimension, String code, String part) {
        assertThatThrownBy(() -> CATALOGUE.law(id, dimension)).isInstanceOfSatisfying(TextProblem.class, problem -> {
            assertThat(problem.message()).contains(part);
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    @Test
    void timesToFailureAreToldFromOtherTimes() {
        List<String> yes =
                List.of("server.node.outage", "sw.process.crash", "disk.hdd.age", "net.edge.mtbf", "sec.rate");
        List<String> no = List.of("lat.app", "repair.parts.4h", "server.node.outage.duration", "vm.start.micro");
        assertThat(yes).allMatch(id -> CATALOGUE.reference(id).entry().isTimeToFailure());
        assertThat(no).noneMatch(id -> CATALOGUE.reference(id).entry().isTimeToFailure());
    }

    @Test
    void searchPutsTheIdFirst() {
        assertThat(CATALOGUE.search("haproxy").get(0).id()).isEqualTo("check.haproxy");
        assertThat(CATALOGUE.search("node outage")).extracting(Entry::id).startsWith("server.node.outage");
        assertThat(CATALOGUE.search("ford")).extracting(Entry::id).contains("server.node.outage");
        assertThat(CATALOGUE.search("xyzzy")).isEmpty();
        assertThat(CATALOGUE.search("")).hasSize(223);
    }
}
