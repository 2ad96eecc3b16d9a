package nines.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagramLayoutTest {
    @Test
    void nothingOverlapsAndEverythingIsInItsPlace() {
        check(Shop.diagram());
        check(crowd(3, 4, 7));
        check(crowd(1, 1, 1));
        check(crowd(5, 12, 2));
    }

    @Test
    void theSameTierIsAtTheSameHeightInEveryZone() {
        Diagram diagram = Shop.diagram();
        DiagramLayout layout = DiagramLayout.of(diagram);
        for (String name : List.of("lb", "web", "db")) {
            assertThat(diagram.cards().stream()
                            .filter(card -> card.name().equals(name))
                            .map(card -> layout.box(card.id()).y())
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void whoAsksStandsAboveWhoAnswers() {
        DiagramLayout layout = DiagramLayout.of(Shop.diagram());
        assertThat(layout.box("journey order").bottom())
                .isLessThan(layout.box("/eu/zone-a#lb").y());
        assertThat(layout.box("/eu/zone-a#lb").bottom())
                .isLessThan(layout.box("/eu/zone-a#web").y());
        assertThat(layout.box("/eu/zone-a#web").bottom())
                .isLessThan(layout.box("/eu/zone-a#db").y());
    }

    @Test
    void theSameDiagramGivesTheSameDrawing() {
        assertThat(DiagramLayout.of(Shop.diagram())).isEqualTo(DiagramLayout.of(Shop.diagram()));
    }

    @Test
    void anEmptyDiagramHasASize() {
        DiagramLayout layout = DiagramLayout.of(Diagram.EMPTY);
        assertThat(layout.boxes()).isEmpty();
        assertThat(layout.width()).isPositive();
    }

    @Test
    void arrowsGoToTheNearCopyAndPaleOnesAcross() {
        List<Arrow> arrows = DiagramLayout.of(Shop.diagram()).arrows().stream()
                .filter(arrow -> arrow.from().equals("/eu/zone-a#lb"))
                .toList();
        assertThat(arrows).extracting(Arrow::to).containsExactly("/eu/zone-a#web", "/eu/zone-b#web");
        assertThat(arrows).extracting(Arrow::across).containsExactly(false, true);
    }

    private static void check(Diagram diagram) {
        DiagramLayout layout = DiagramLayout.of(diagram);
        var whole = new Box(0, 0, layout.width(), layout.height());
        assertThat(layout.boxes().values()).allMatch(whole::contains).allMatch(box -> box.width() > 0);
        noOverlap(diagram.cards().stream().map(card -> layout.box(card.id())).toList());
        inside(diagram.root(), layout);
    }

    private static void inside(Area area, DiagramLayout layout) {
        var boxes = new ArrayList<Box>();
        area.cards().forEach(card -> boxes.add(layout.box(card.id())));
        area.areas().forEach(inner -> boxes.add(layout.box(inner.id())));
        noOverlap(boxes);
        if (!area.id().isEmpty()) {
            assertThat(boxes).allMatch(layout.box(area.id())::contains);
        }
        area.areas().forEach(inner -> inside(inner, layout));
    }

    private static void noOverlap(List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(boxes.get(i).overlaps(boxes.get(j)))
                        .as("%s and %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }

    /** Regions with zones with components, and a few of each outside, unevenly. */
    private static Diagram crowd(int regions, int zones, int components) {
        var areas = new ArrayList<Area>();
        for (int r = 0; r < regions; r++) {
            var inner = new ArrayList<Area>();
            for (int z = 0; z < zones; z++) {
                String id = "/r" + r + "/z" + z;
                inner.add(new Area(id, "zone-" + r + z, "zone", z + 1, List.of(), cards(id, components - z % 3)));
            }
            areas.add(new Area("/r" + r, "region-" + r, "region", 1, inner, cards("/r" + r, r)));
        }
        return new Diagram(new Area("", "", "", 1, areas, cards("", 2)), List.of("browse", "order"), List.of());
    }

    private static List<Card> cards(String place, int count) {
        var cards = new ArrayList<Card>();
        for (int c = 0; c < count; c++) {
            cards.add(new Card(place + "#c" + c, "component-" + c, "server", c + 1, "", 1 + c * c % 4));
        }
        return cards;
    }
}
