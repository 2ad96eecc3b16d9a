package nines.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import nines.experiment.Progress;
import nines.result.Result;
import nines.ui.canvas.DiagramView;
import nines.ui.control.BackgroundRun;
import nines.ui.run.Ran;
import nines.ui.run.RunJob;
import nines.ui.shell.Desk;
import nines.ui.shell.Lesson;
import nines.ui.shell.RunOrder;
import nines.ui.shell.WindowViewModel;
import nines.ui.shell.WindowViewModel.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user does with mouse and keys, in a real window; pictures of what they see go to {@code target/shots}. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WindowTest {
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool();
    private static final Result RESULT = Examples.result();

    private static final List<Lesson> LIBRARY = List.of(
            new Lesson(
                    "Three-tier shop in two zones",
                    "A balancer pair, six web servers, a database with a replica, spread over two zones.",
                    Examples.source("shop.yaml")),
            new Lesson("Broken shop", "Every mistake is told at once, with its line.", Examples.source("broken.yaml")));

    @TempDir
    Path home;

    private WindowViewModel model;
    private Window window;

    @BeforeEach
    void open() {
        openWith(Runs::of);
    }

    private void openWith(Function<RunOrder, RunJob> jobs) {
        window = Window.open(() -> model =
                new WindowViewModel(new BackgroundRun(WORKERS, Platform::runLater), LIBRARY, jobs, new Desk(home)));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @AfterAll
    static void goHome() {
        WORKERS.shutdownNow();
    }

    private void openShop() {
        window.click("#lesson-1");
        window.until("the shop is drawn", () -> model.pageProperty().get() == Page.WORK);
    }

    @Test
    void fromTheStartPageToTheCauseInTheDark() {
        window.shoot("start");
        openShop();
        assertThat(window.text("#title")).isEqualTo("Three-tier shop in two zones");
        assertThat(cards()).hasSize(6);
        window.shoot("opened");

        window.click("#run");
        window.until("there is an answer", () -> model.result().resultProperty().get() != null);
        assertThat(window.text("#answer")).endsWith(" nines");
        assertThat(window.text("#sentence")).contains("of downtime a year").contains("99.95\u00a0%");
        assertThat(window.text("#verdict")).isIn("Target met", "Target missed", "Not decided");
        assertThat(window.text("#effort-done")).startsWith("80 replications, 800 simulated years");
        window.shoot("answer");

        window.click("#cause-1");
        String part = model.result().causeProperty().get().part();
        List<Node> marked = window.nodes(node -> isMarked(node) && hasStyle(node, "card"));
        assertThat(marked).hasSize(2).allMatch(node -> node.getAccessibleText().startsWith(part + ","));
        window.shoot("cause");

        window.click("#theme");
        assertThat(model.darkProperty().get()).isTrue();
        window.shoot("cause-dark");
        window.click("#theme");
        assertThat(model.darkProperty().get()).isFalse();
    }

    @Test
    void aBrokenFileIsAListOfProblems() {
        window.click("#lesson-2");
        window.until("the problems are listed", () -> model.pageProperty().get() == Page.PROBLEMS);
        assertThat(window.nodes(node -> hasStyle(node, "problem")))
                .extracting(Node::getAccessibleText)
                .anyMatch(text -> text.startsWith("Error in line 5: ") && text.contains("instnaces"));
        window.shoot("problems");
        window.click("#theme");
        window.shoot("problems-dark");
        window.click("#theme");
        window.click("#home");
        assertThat(window.has("#start")).isTrue();
    }

    @Test
    void aRunCanBeWatchedAndStopped() {
        window.close();
        var release = new CountDownLatch(1);
        openWith(document -> (listener, stopped) -> {
            for (int i = 1; !stopped.getAsBoolean(); i++) {
                double narrow = 1 / Math.sqrt(i);
                listener.progress(new Progress(
                        "years",
                        i,
                        i * 10,
                        2.1e6,
                        "order",
                        9e-5,
                        9e-5 * (1 - 0.8 * narrow),
                        9e-5 * (1 + narrow),
                        12.4));
                pause(release);
            }
            return Ran.of(RESULT);
        });
        openShop();
        window.press(KeyCode.F5);
        window.until(
                "the band closes in", () -> model.run().traceProperty().get().size() > 8);
        assertThat(window.text("#live-nines")).isEqualTo("4.05 nines");
        assertThat(window.text("#effort")).contains("simulated years");
        window.shoot("live");
        window.click("#pause");
        assertThat(window.text("#pause")).isEqualTo("Go on");
        window.shoot("paused");
        window.click("#pause");
        window.press(KeyCode.ESCAPE);
        window.until("it has stopped", () -> !model.run().isRunning());
        assertThat(window.text("#answer")).isEqualTo("4.05 nines");
        window.click("#theme");
        window.shoot("answer-dark");
        window.click("#theme");
    }

    /** A little while, so that the watcher sees each step. */
    private static void pause(CountDownLatch release) {
        try {
            release.await(30, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theDrawingZoomsMovesAndFits() {
        openShop();
        DiagramView drawing = (DiagramView) window.node("#diagram");
        double fitted = Window.onFx(drawing::zoom);
        window.move(drawing);
        window.scroll(1);
        assertThat(Window.onFx(drawing::zoom)).isNotEqualTo(fitted);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(Window.onFx(drawing::zoom)).isEqualTo(fitted);
        window.click("#zoom-in");
        assertThat(Window.onFx(drawing::zoom)).isGreaterThan(fitted);
        window.click("#fit");
        assertThat(Window.onFx(drawing::zoom)).isEqualTo(fitted);
    }

    @Test
    void aCardCanBePickedByClickAndByKey() {
        openShop();
        Node card = cards().get(0);
        window.click(card);
        assertThat(model.diagram().pickedProperty().get()).isEqualTo("lb");
        assertThat(window.nodes(node -> isIn(node, "selected") && hasStyle(node, "card")))
                .hasSize(2);
        window.press(KeyCode.ESCAPE);
        assertThat(model.diagram().pickedProperty().get()).isEmpty();
        assertThat(window.nodes(node -> isIn(node, "selected") && hasStyle(node, "card")))
                .isEmpty();
        window.press(KeyCode.SPACE);
        assertThat(model.diagram().pickedProperty().get()).isEqualTo("lb");
    }

    @Test
    void aJourneyShowsItsWay() {
        openShop();
        List<Node> entries = window.nodes(node -> hasStyle(node, "entry"));
        assertThat(entries).hasSize(2);
        window.click(entries.get(1));
        assertThat(model.diagram().journeyProperty().get()).isEqualTo("order");
        assertThat(window.nodes(node -> isMarked(node) && hasStyle(node, "arrow")))
                .isNotEmpty();
        window.shoot("journey");
    }

    @Test
    void everythingThatTakesTheFocusHasAName() {
        openShop();
        window.press(KeyCode.CONTROL, KeyCode.R);
        window.until("there is an answer", () -> model.result().resultProperty().get() != null);
        List<Node> mute = window.nodes(node -> node.isFocusTraversable()
                && (node.getAccessibleText() == null || node.getAccessibleText().isEmpty())
                && !(node instanceof Labeled label
                        && label.getText() != null
                        && !label.getText().isEmpty()));
        assertThat(mute).isEmpty();
        Node first = Window.onFx(() -> window.scene().getFocusOwner());
        window.press(KeyCode.TAB);
        assertThat(Window.onFx(() -> window.scene().getFocusOwner()))
                .isNotNull()
                .isNotSameAs(first);
    }

    private List<Node> cards() {
        return window.nodes(node -> hasStyle(node, "card"));
    }

    private static boolean hasStyle(Node node, String style) {
        return node.getStyleClass().contains(style);
    }

    private static boolean isMarked(Node node) {
        return isIn(node, "marked");
    }

    private static boolean isIn(Node node, String state) {
        return node.getPseudoClassStates().stream()
                .anyMatch(found -> found.getPseudoClassName().equals(state));
    }
}
