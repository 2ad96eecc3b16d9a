package nines.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nines.ui.canvas.Diagram;
import nines.ui.canvas.DiagramLayout;
import nines.ui.canvas.ScenarioDiagram;
import nines.ui.shell.Lesson;
import nines.ui.shell.Source;
import org.junit.jupiter.api.Test;

class LibraryTest {
    @Test
    void beginsWithTheShopAndSaysWhatEachTeaches() {
        List<Lesson> lessons = Library.lessons();
        assertThat(lessons).hasSizeGreaterThan(5);
        assertThat(lessons.get(0).title()).isEqualTo("Three-tier shop in two zones");
        assertThat(lessons).allMatch(lesson -> !lesson.about().isEmpty());
    }

    @Test
    void aNameIsAFileOrElseAScenarioOfTheLibrary() {
        assertThat(Library.source("three-tier-shop").read().hasErrors()).isFalse();
        assertThat(Library.source("three-tier-shop.yaml").name()).isEqualTo("three-tier-shop.yaml");
        assertThat(Library.source("pom.xml")).isEqualTo(Source.file(Path.of("pom.xml")));
        assertThat(Library.source("no-such-thing").read().hasErrors()).isTrue();
    }

    @Test
    void everyScenarioIsDrawnWhole() {
        for (Lesson lesson : Library.lessons()) {
            Diagram diagram = ScenarioDiagram.of(lesson.source().read().scenarioOrThrow());
            DiagramLayout layout = DiagramLayout.of(diagram);
            assertThat(layout.boxes())
                    .as(lesson.title())
                    .hasSize(diagram.cards().size()
                            + diagram.areas().size()
                            + diagram.journeys().size());
            assertThat(layout.arrows()).as(lesson.title()).isNotEmpty();
        }
    }
}
