package nines.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioDiagramTest {
    @Test
    void placesAreNested() {
        Area eu = Shop.diagram().root().areas().get(0);
        assertThat(eu.kind()).isEqualTo("region");
        assertThat(eu.areas()).extracting(Area::name).containsExactly("zone-a", "zone-b");
        assertThat(eu.cards()).isEmpty();
    }

    @Test
    void aComponentInSeveralZonesIsShownInEachWithItsCount() {
        List<Card> cards = Shop.diagram().cards();
        assertThat(cards)
                .extracting(Card::name, Card::count)
                .containsExactly(
                        tuple("lb", 1),
                        tuple("web", 3),
                        tuple("db", 1),
                        tuple("lb", 1),
                        tuple("web", 3),
                        tuple("db", 1));
        assertThat(cards).extracting(Card::id).doesNotHaveDuplicates();
    }

    @Test
    void journeysLinkWhatTheyGoThrough() {
        assertThat(Shop.diagram().links())
                .extracting(Link::from, Link::to, Link::way, Link::journeys)
                .containsExactly(
                        tuple("journey browse", "lb", Link.Way.CALL, List.of("browse")),
                        tuple("lb", "web", Link.Way.CALL, List.of("browse", "order")),
                        tuple("web", "db", Link.Way.CALL, List.of("browse", "order")),
                        tuple("journey order", "lb", Link.Way.CALL, List.of("order")));
    }

    @Test
    void theLastOfTheWayMakesTheCalls() {
        Diagram diagram = Shop.diagram("""
                components:
                  web:   { kind: server }
                  cache: { kind: cache }
                  db:    { kind: database }
                  ads:   { kind: server }
                journeys:
                  page:
                    through: [web]
                    calls: [{ to: cache, on-miss: { to: db, as: read } }, { to: ads, soft: true }]
                """);
        assertThat(diagram.links())
                .extracting(Link::from, Link::to, Link::way)
                .containsExactly(
                        tuple("journey page", "web", Link.Way.CALL),
                        tuple("web", "cache", Link.Way.CALL),
                        tuple("web", "db", Link.Way.CALL),
                        tuple("web", "ads", Link.Way.SOFT));
    }

    @Test
    void whatIsOnlyNeededIsLinkedAsANeed() {
        Diagram diagram = Shop.diagram("""
                components:
                  web: { kind: server, needs: { any: [feed-a, feed-b] } }
                  feed-a: { kind: utility }
                  feed-b: { kind: utility }
                journeys: { page: { needs: [web] } }
                """);
        assertThat(diagram.links())
                .extracting(Link::from, Link::to, Link::way)
                .containsExactly(
                        tuple("journey page", "web", Link.Way.NEED),
                        tuple("web", "feed-a", Link.Way.NEED),
                        tuple("web", "feed-b", Link.Way.NEED));
        assertThat(diagram.cards()).extracting(Card::rank).containsExactly(1, 2, 2);
    }

    @Test
    void countsAndSinglePlacesAreKept() {
        Diagram diagram = Shop.diagram("""
                places:
                  east: { kind: region }
                  west: { kind: region }
                  rack: { kind: rack, in: [east, west], instances: 3 }
                components:
                  web: { kind: server, in: { east: 6, west: 2 } }
                  app: { kind: server, in: rack, instances: 6 }
                  one: { kind: server, in: rack-2 }
                  edge: { kind: server, per: region }
                  out: { kind: server, instances: 2 }
                """);
        assertThat(diagram.cards())
                .extracting(Card::id, Card::count)
                .containsExactlyInAnyOrder(
                        tuple("#out", 2),
                        tuple("/east#web", 6),
                        tuple("/west#web", 2),
                        tuple("/east#edge", 1),
                        tuple("/west#edge", 1),
                        tuple("/east/rack#app", 4),
                        tuple("/west/rack#app", 2),
                        tuple("/west/rack#one", 1));
    }

    @Test
    void whatNoJourneyReachesStandsInTheLastRow() {
        Diagram diagram = Shop.diagram("""
                components:
                  alone: { kind: monitor }
                  a: { kind: server }
                  b: { kind: server }
                journeys: { page: { through: [a, b] } }
                """);
        assertThat(diagram.cards())
                .extracting(Card::name, Card::rank)
                .containsExactly(tuple("alone", 3), tuple("a", 1), tuple("b", 2));
    }
}
