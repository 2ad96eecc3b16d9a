package nines.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenarioTextTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/language-examples");

    private static final String SHOP = """
            # The shop.
            nines: 1
            name: Shop   # a small one
            components:
              # asks the database
              web: { kind: server, instances: 2 }  # two of them
              db:
                kind: database
                failover:                # takes over
                  detection: 30s         # a lease
                  success: 95%
            journeys:
              buy:
                through:
                  - web    # first
                  - db
            traffic:
              all: { mix: { buy: 100% } }
            """;

    private final ScenarioText shop = ScenarioText.of(SHOP);

    @Test
    void changesOneValueAndNothingElse() {
        assertThat(shop.set(List.of("components", "web", "instances"), "4").text())
                .isEqualTo(SHOP.replace("instances: 2", "instances: 4"));
        assertThat(shop.set(List.of("components", "db", "failover", "detection"), "uniform 2s to 3s")
                        .text())
                .isEqualTo(SHOP.replace("detection: 30s  ", "detection: uniform 2s to 3s  "));
    }

    @Test
    void writesNewKeysWhereAPersonWould() {
        assertThat(shop.set(List.of("components", "web", "in"), "zone-a").text())
                .contains("web: { kind: server, instances: 2, in: zone-a }  # two of them");
        assertThat(shop.set(List.of("components", "db", "instances"), "2").text())
                .contains("      success: 95%\n    instances: 2\n");
        assertThat(shop.set(List.of("components", "cache"), "{ kind: cache }").text())
                .contains("      success: 95%\n  cache: { kind: cache }\n");
        assertThat(shop.set(List.of("crews", "ops"), "{ people: 2 }").text())
                .endsWith("  all: { mix: { buy: 100% } }\n\ncrews:\n  ops: { people: 2 }\n");
        assertThat(shop.set(List.of("components", "cache"), "kind: cache  # fast\nfails: never")
                        .text())
                .contains("  cache:\n    kind: cache  # fast\n    fails: never\n");
    }

    @Test
    void keepsTheCommentsOfABlockThatBecomesAValue() {
        assertThat(shop.set(List.of("components", "db", "failover"), "never").text())
                .contains("    failover: never                # takes over\n    # a lease\n");
    }

    @Test
    void removesEntriesAndWhatBecomesEmpty() {
        assertThat(shop.remove(List.of("components", "db", "failover", "success"))
                        .text())
                .isEqualTo(SHOP.replace("      success: 95%\n", ""));
        assertThat(shop.remove(List.of("components", "web", "instances")).text())
                .contains("web: { kind: server }  # two of them");
        assertThat(shop.remove(List.of("journeys", "buy", "through", "1")).text())
                .isEqualTo(SHOP.replace("      - db\n", ""));
        assertThat(shop.remove(List.of("traffic", "all", "mix", "buy")).text()).doesNotContain("traffic");
        assertThat(shop.remove(List.of("components", "web")).text()).contains("# asks the database");
    }

    @Test
    void addsItemsToListsOfAnyForm() {
        assertThat(shop.add(List.of("journeys", "buy", "through"), "{ to: cache, soft: true }")
                        .text())
                .contains("      - db\n      - { to: cache, soft: true }\n");
        ScenarioText one = shop.set(List.of("components", "db", "needs"), "power");
        assertThat(one.add(List.of("components", "db", "needs"), "dns").text()).contains("needs: [power, dns]");
    }

    @Test
    void renamesAKey() {
        assertThat(shop.rename(List.of("components", "web"), "app").text())
                .isEqualTo(SHOP.replace("  web: {", "  app: {"));
        assertThatThrownBy(() -> shop.rename(List.of("components", "web"), "db"))
                .isInstanceOf(EditRefused.class);
    }

    @Test
    void severalLinesBecomeABlockOfLines() {
        assertThat(shop.setText(List.of("about"), "One.\n\nTwo: # no comment").text())
                .endsWith("about: |\n  One.\n\n  Two: # no comment\n");
        assertThat(shop.setText(List.of("name"), "A: shop\nof two").text())
                .contains("name: \"A: shop\\nof two\"   # a small one");
    }

    @Test
    void keepsJsonJsonAndForeignLineBreaks() {
        ScenarioText json = ScenarioText.of("{ \"nines\": 1, \"components\": { \"web\": { \"kind\": \"server\" } } }");
        assertThat(json.set(List.of("components", "web", "in"), "zone-a").text())
                .contains("{ \"kind\": \"server\", \"in\": \"zone-a\" }");
        ScenarioText windows = ScenarioText.of(SHOP.replace("\n", "\r\n"));
        assertThat(windows.set(List.of("components", "cache"), "{ kind: cache }")
                        .text())
                .contains("\r\n  cache: { kind: cache }\r\n")
                .doesNotContainPattern("[^\\r]\\n");
    }

    @Test
    void findsWhatACharacterBelongsTo() {
        List<String> path = shop.pathAt(SHOP.indexOf("30s"));
        assertThat(path).containsExactly("components", "db", "failover", "detection");
        ScenarioText.Range range = shop.range(path).orElseThrow();
        assertThat(SHOP.substring(range.from(), range.to())).isEqualTo("detection: 30s");
        assertThat(shop.comment(path)).isEqualTo("a lease");
    }

    @Test
    void whatIsNoScenarioIsHeldButNotChanged() {
        ScenarioText broken = ScenarioText.of("a: [1\nb: }");
        assertThat(broken.text()).isEqualTo("a: [1\nb: }");
        assertThat(broken.refusal()).isNotEmpty();
        assertThatThrownBy(() -> broken.set(List.of("name"), "x")).isInstanceOf(EditRefused.class);
        assertThatThrownBy(() -> shop.set(List.of("name"), "a: [")).isInstanceOf(EditRefused.class);
    }

    /** Each change is read back by {@link ScenarioText} itself; here only that none is refused and no comment is lost. */
    @Test
    void everyPlaceOfEveryExampleCanBeChanged() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                ScenarioText text = ScenarioText.of(Files.readString(file));
                List<List<String>> all = paths(text, List.of());
                int step = 1 + all.size() / 50;
                for (int i = 0; i < all.size(); i += step) {
                    List<String> path = all.get(i);
                    text.set(path, "zzz 5");
                    text.setText(path, "two\n lines: # x");
                    text.remove(path);
                    if (text.holds(path) == ScenarioText.Holds.BLOCK) {
                        text.set(child(path, "new-key"), "{ a: 1, b: [x, y] }");
                    }
                    if (text.holds(path) == ScenarioText.Holds.LIST) {
                        text.add(path, "{ to: zzz }");
                    }
                }
            }
        }
    }

    @Test
    void manyChangesInARowKeepEveryComment() throws IOException {
        String start = Files.readString(EXAMPLES.resolve("s08-shop.yaml"));
        long comments =
                start.lines().filter(line -> line.matches("(.*\\s)?#.*")).count();
        assertThat(comments).isPositive();
        ScenarioText text = ScenarioText.of(start);
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            List<List<String>> all = paths(text, List.of());
            List<String> path = all.get(random.nextInt(all.size()));
            if (text.holds(path) == ScenarioText.Holds.BLOCK) {
                text = text.set(child(path, "x-" + i), random.nextBoolean() ? "[a, b]" : "{ k: v }");
            } else if (text.holds(path) == ScenarioText.Holds.LIST) {
                text = text.add(path, "item-" + i);
            } else {
                text = text.set(path, "value " + i);
            }
        }
        long left =
                text.text().lines().filter(line -> line.matches("(.*\\s)?#.*")).count();
        assertThat(left).isEqualTo(comments);
    }

    static List<List<String>> paths(ScenarioText text, List<String> from) {
        var all = new ArrayList<List<String>>();
        for (String key : text.keys(from)) {
            List<String> path = child(from, key);
            all.add(path);
            all.addAll(paths(text, path));
        }
        return all;
    }

    private static List<String> child(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
