package nines.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import nines.format.Problem;
import nines.result.Result;
import nines.ui.Examples;
import nines.ui.control.BackgroundRun;
import nines.ui.result.CauseRow;
import nines.ui.run.Ran;
import nines.ui.run.RunViewModel.State;
import nines.ui.shell.WindowViewModel.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowViewModelTest {
    private static final Result RESULT = Examples.result();

    @TempDir
    Path home;

    private final AtomicInteger jobs = new AtomicInteger();
    private WindowViewModel model;

    @BeforeEach
    void begin() {
        model = model(BackgroundRun.inPlace());
    }

    private WindowViewModel model(BackgroundRun background) {
        return new WindowViewModel(
                background,
                List.of(),
                document -> {
                    jobs.incrementAndGet();
                    return (listener, stopped) -> Ran.of(RESULT);
                },
                new Desk(home));
    }

    @Test
    void beginsAtTheStartPageWhereNothingCanBeRun() {
        assertThat(model.pageProperty().get()).isEqualTo(Page.START);
        model.start();
        model.stop();
        model.reload();
        assertThat(jobs).hasValue(0);
    }

    @Test
    void drawsAGoodFile() {
        model.open(Examples.source("shop.yaml"));
        assertThat(model.pageProperty().get()).isEqualTo(Page.WORK);
        assertThat(model.documentProperty().get().title()).isEqualTo("Three-tier shop in two zones");
        assertThat(model.diagram().diagramProperty().get().cards()).hasSize(6);
    }

    @Test
    void listsWhatIsWrongWithABrokenOne() {
        model.open(Examples.source("broken.yaml"));
        assertThat(model.pageProperty().get()).isEqualTo(Page.PROBLEMS);
        assertThat(model.problems()).extracting(Problem::line).contains(5, 6, 7, 9, 10);
        assertThat(ProblemList.count(model.problems()))
                .isEqualTo(model.problems().size() + " errors");
        model.start();
        assertThat(jobs).hasValue(0);
    }

    @Test
    void aMissingFileIsAProblemToo() {
        model.open(Source.file(Path.of("no-such-file.yaml")));
        assertThat(model.pageProperty().get()).isEqualTo(Page.PROBLEMS);
        assertThat(model.documentProperty().get().title()).isEqualTo("no-such-file.yaml");
        assertThat(model.problems()).hasSize(1);
    }

    @Test
    void aRunEndsInAnAnswerAndFlagsOnTheDrawing() {
        model.open(Examples.source("shop.yaml"));
        model.start();
        assertThat(model.result().pageProperty().get().answer().big()).isEqualTo("4.05 nines");
        assertThat(model.diagram().badgesProperty().get())
                .containsEntry("/eu/zone-a#db", "41 %")
                .containsEntry("/eu/zone-b", "25 %");
    }

    @Test
    void pickingACauseMarksIt() {
        model.open(Examples.source("shop.yaml"));
        model.start();
        model.result().pick(model.result().pageProperty().get().causes().get(0));
        assertThat(model.diagram().markedProperty().get()).containsExactlyInAnyOrder("/eu/zone-a#db", "/eu/zone-b#db");
        model.result().pick(model.result().pageProperty().get().causes().get(0));
        assertThat(model.diagram().markedProperty().get()).isEmpty();
    }

    @Test
    void pickingAnEventMarksWhatItHappensTo() {
        model.open(Examples.source("shop.yaml"));
        model.start();
        model.result().causeProperty().set(new CauseRow("patching", "patching", 0.3, "1 h a year", List.of()));
        assertThat(model.diagram().markedProperty().get())
                .containsExactlyInAnyOrder("/eu/zone-a#web", "/eu/zone-b#web");
    }

    @Test
    void pickingOnTheDrawingFindsTheCause() {
        model.open(Examples.source("shop.yaml"));
        model.start();
        model.editor().select(List.of("web"));
        assertThat(model.result().causeProperty().get().title()).isEqualTo("web · crash");
        assertThat(model.diagram().markedProperty().get()).hasSize(2);
        model.editor().select(List.of("lb"));
        assertThat(model.result().causeProperty().get()).isNull();
        assertThat(model.diagram().markedProperty().get()).isEmpty();
    }

    @Test
    void anotherFileLeavesNothingOfTheFormerRun() {
        model.open(Examples.source("shop.yaml"));
        model.start();
        model.open(Examples.source("shop.yaml"));
        assertThat(model.result().resultProperty().get()).isNull();
        assertThat(model.diagram().badgesProperty().get()).isEmpty();
        assertThat(model.run().stateProperty().get()).isEqualTo(State.IDLE);
        model.close();
        assertThat(model.pageProperty().get()).isEqualTo(Page.START);
        assertThat(model.documentProperty().get()).isNull();
    }

    @Test
    void whatWasAskedForLastIsShown() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        WindowViewModel slow = model(new BackgroundRun(waiting::add, Runnable::run));
        slow.open(Examples.source("shop.yaml"));
        slow.open(Examples.source("broken.yaml"));
        Runnable first = waiting.remove();
        waiting.remove().run();
        first.run();
        assertThat(slow.pageProperty().get()).isEqualTo(Page.PROBLEMS);
    }
}
