package nines.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.result.Architecture;
import org.junit.jupiter.api.Test;

class DiagramsTest {
    private static final String HOSTILE = "a\"]; click <b>\\";

    private static Architecture hostile() {
        return new Architecture(
                List.of(new Architecture.Ground("/g", HOSTILE, "zone", "", 1)),
                List.of(new Architecture.Stand(HOSTILE, "server", "/g", 2, "")),
                List.of(new Architecture.Line("journey " + HOSTILE, HOSTILE, "call", List.of(HOSTILE))));
    }

    @Test
    void namesStayTextInEveryLanguage() {
        assertThat(Diagrams.mermaid(hostile(), List.of(HOSTILE)))
                .contains("n1([\"a#34;#93;#59; click #60;b#62;#92;\"])", "subgraph n2", "  n1 --> n3\n")
                .doesNotContain("<b>");
        assertThat(Diagrams.dot(hostile(), List.of(HOSTILE)))
                .contains("n1 [label=\"a\\\"]; click <b>\\\\\", shape=oval];", "  n1 -> n3;\n");
        assertThat(Diagrams.svg(HOSTILE, hostile(), List.of(HOSTILE)).orElseThrow())
                .contains("&lt;b&gt;")
                .doesNotContain("<b>", "var(");
    }

    @Test
    void nothingOverlapsAndPlacesHoldWhatStandsInThem() {
        List<Architecture.Ground> grounds = new ArrayList<>();
        List<Architecture.Stand> stands = new ArrayList<>();
        for (int region = 0; region < 2; region++) {
            grounds.add(new Architecture.Ground("/r" + region, "r" + region, "region", "", 1));
            for (int zone = 0; zone < 3; zone++) {
                String id = "/r" + region + "/z" + zone;
                grounds.add(new Architecture.Ground(id, "z" + zone, "zone", "/r" + region, 1));
                for (String name : List.of("lb", "web", "db", "cache", "queue")) {
                    stands.add(new Architecture.Stand(name, "server", id, 1 + zone, ""));
                }
            }
        }
        stands.add(new Architecture.Stand("dns", "dns", "", 1, ""));
        List<Architecture.Line> lines = List.of(
                new Architecture.Line("journey ask", "dns", "call", List.of("ask")),
                new Architecture.Line("dns", "lb", "call", List.of("ask")),
                new Architecture.Line("lb", "web", "call", List.of("ask")),
                new Architecture.Line("web", "lb", "soft", List.of("ask")),
                new Architecture.Line("web", "db", "call", List.of("ask")));
        Architecture drawn = new Architecture(grounds, stands, lines);
        Plan plan = Plan.of(drawn, List.of("ask"));
        List<Plan.Box> cards = stands.stream()
                .map(stand -> box(plan, Plan.card(stand.ground(), stand.component())))
                .toList();
        for (int i = 0; i < cards.size(); i++) {
            assertThat(cards.get(i).x()).isGreaterThanOrEqualTo(0);
            assertThat(cards.get(i).bottom()).isLessThanOrEqualTo(plan.height());
            for (int j = 0; j < i; j++) {
                assertThat(overlap(cards.get(i), cards.get(j)))
                        .as(i + " and " + j)
                        .isFalse();
            }
            String ground = stands.get(i).ground();
            if (!ground.isEmpty()) {
                assertThat(holds(box(plan, ground), cards.get(i))).isTrue();
            }
        }
        assertThat(holds(box(plan, "/r0"), box(plan, "/r0/z2"))).isTrue();
        // The same tier is at the same height in every zone, and those who ask stand above those who are asked.
        assertThat(box(plan, "/r0/z0#web").y())
                .isEqualTo(box(plan, "/r0/z2#web").y());
        assertThat(box(plan, "#dns").bottom()).isLessThan(box(plan, "/r0/z0#lb").y());
        assertThat(box(plan, "/r0/z0#lb").bottom())
                .isLessThan(box(plan, "/r0/z0#web").y());
        assertThat(box(plan, "/r0/z0#web").bottom())
                .isLessThan(box(plan, "/r0/z0#db").y());
    }

    private static Plan.Box box(Plan plan, String id) {
        Plan.Box box = plan.boxes().get(id);
        assertThat(box).as(id).isNotNull();
        return java.util.Objects.requireNonNull(box);
    }

    private static boolean overlap(Plan.Box a, Plan.Box b) {
        return a.x() < b.x() + b.width() && b.x() < a.x() + a.width() && a.y() < b.bottom() && b.y() < a.bottom();
    }

    private static boolean holds(Plan.Box outer, Plan.Box inner) {
        return outer.x() <= inner.x()
                && outer.y() <= inner.y()
                && outer.x() + outer.width() >= inner.x() + inner.width()
                && outer.bottom() >= inner.bottom();
    }

    @Test
    void whatIsTooLargeIsNotDrawn() {
        List<Architecture.Stand> stands = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            stands.add(new Architecture.Stand("c" + i, "server", "", 1, ""));
        }
        Architecture drawn = new Architecture(List.of(), stands, List.of());
        assertThat(ArchitectureDrawing.of("large", drawn, List.of(), Map.of(), Set.of()))
                .isEmpty();
        assertThat(Diagrams.dot(drawn, List.of()).lines()).hasSize(505);
    }
}
