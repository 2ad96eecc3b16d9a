package nines.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nines.model.Type;
import org.junit.jupiter.api.Test;

class PropertyFormTest {
    private final ScenarioText text = ScenarioText.of("""
            nines: 1
            name: x
            templates: { box: { kind: database } }
            components:
              web: { kind: server }
              db: { like: box }
              copy: { like: db }
            events: { patch: { every: 30d, maintain: db, for: 20min } }
            """);

    @Test
    void aComponentHasTheKeysOfItsKindAlsoWhenItIsLikeAnother() {
        PropertyForm web = PropertyForm.of(text, List.of("components", "web"));
        assertThat(web.keys())
                .extracting(PropertyForm.Key::name)
                .contains("instances", "workers", "fails")
                .doesNotContain("shards");
        assertThat(PropertyForm.of(text, List.of("components", "copy"))
                        .key("shards")
                        .type())
                .isEqualTo(Type.COUNT);
        assertThat(PropertyForm.kind(text, "copy")).isEqualTo("database");
    }

    @Test
    void blocksInBlocksHaveFormsToo() {
        PropertyForm mode = PropertyForm.of(text, List.of("components", "web", "fails", "crash"));
        assertThat(mode.key("time-to-failure").required()).isTrue();
        assertThat(mode.key("effect").words()).containsExactly("down", "hang", "degraded", "isolated");
        assertThat(PropertyForm.of(text, List.of("components", "web", "fails", "crash", "repair"))
                        .shortFor())
                .isEqualTo("fix");
        assertThat(PropertyForm.of(text, List.of("components", "web", "fails")).keys())
                .isEmpty();
        assertThat(PropertyForm.of(text, List.of("run")).key("horizon").silent())
                .isNotEmpty();
        assertThat(PropertyForm.of(text, List.of("events", "patch"))
                        .key("maintain")
                        .required())
                .isTrue();
    }

    @Test
    void everyKindOfComponentHasAForm() {
        assertThat(PropertyForm.kinds()).hasSizeGreaterThan(20);
        for (String kind : PropertyForm.kinds()) {
            ScenarioText one = ScenarioText.of("components: { it: { kind: " + kind + " } }");
            assertThat(PropertyForm.of(one, List.of("components", "it")).keys())
                    .as(kind)
                    .isNotEmpty();
            assertThat(PropertyForm.says(kind)).as(kind).isNotEmpty();
        }
    }

    @Test
    void whatSilenceMeansIsWrittenOutWithItsSource() {
        String entry = ScenarioWriter.entry(
                ScenarioReader.parse(text.text(), "x.yaml").scenarioOrThrow(), "components", "web");
        ScenarioText silent = ScenarioText.of(entry);
        assertThat(silent.plain(List.of("components", "web", "workers"))).contains("32");
        assertThat(silent.comment(List.of("components", "web", "workers"))).isEqualTo("default (field)");
        assertThat(silent.keys(List.of("components"))).containsExactly("web");
    }
}
