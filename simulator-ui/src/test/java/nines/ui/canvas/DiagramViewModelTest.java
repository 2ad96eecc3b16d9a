package nines.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiagramViewModelTest {
    private final DiagramViewModel model = new DiagramViewModel();

    @BeforeEach
    void showTheShop() {
        model.show(Shop.diagram());
    }

    @Test
    void marksAComponentInAllItsPlaces() {
        model.mark("db");
        assertThat(model.markedProperty().get()).containsExactlyInAnyOrder("/eu/zone-a#db", "/eu/zone-b#db");
    }

    @Test
    void marksAnInstanceByItsComponentAndAPlaceByItself() {
        model.mark("db-1");
        assertThat(model.markedProperty().get()).hasSize(2);
        model.mark("zone-a");
        assertThat(model.markedProperty().get()).containsExactly("/eu/zone-a");
        model.mark("release");
        assertThat(model.markedProperty().get()).isEmpty();
        assertThat(model.isDrawn("release")).isFalse();
        model.mark("");
        assertThat(model.markedProperty().get()).isEmpty();
    }

    @Test
    void fastensTextsToWhatIsDrawn() {
        model.fasten(Map.of("web", "26 %", "release", "3 %"));
        assertThat(model.badgesProperty().get())
                .containsOnly(Map.entry("/eu/zone-a#web", "26 %"), Map.entry("/eu/zone-b#web", "26 %"));
    }

    @Test
    void aSecondClickLetsGo() {
        model.pick("web");
        assertThat(model.pickedProperty().get()).isEqualTo("web");
        model.pick("web");
        assertThat(model.pickedProperty().get()).isEmpty();
        model.follow("order");
        model.follow("order");
        assertThat(model.journeyProperty().get()).isEmpty();
    }

    @Test
    void anotherDiagramStartsClean() {
        model.mark("db");
        model.pick("db");
        model.fasten(Map.of("web", "26 %"));
        model.show(Diagram.EMPTY);
        assertThat(model.markedProperty().get()).isEmpty();
        assertThat(model.badgesProperty().get()).isEmpty();
        assertThat(model.pickedProperty().get()).isEmpty();
        assertThat(model.layoutProperty().get().boxes()).isEmpty();
    }
}
