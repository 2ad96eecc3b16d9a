package nines.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import nines.result.Result;
import nines.ui.control.BackgroundRun;
import nines.ui.run.KeptRun;
import nines.ui.shell.Desk;
import nines.ui.shell.Lesson;
import nines.ui.shell.WindowViewModel;
import nines.ui.shell.WindowViewModel.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs with settings of their own, kept, named, shown again and compared, by mouse and keys in a real window. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ComparisonTest {
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool();

    @TempDir
    Path home;

    private WindowViewModel model;
    private Window window;

    @BeforeEach
    void openTheShop() {
        window = Window.open(() -> model = new WindowViewModel(
                new BackgroundRun(WORKERS, Platform::runLater),
                List.of(new Lesson("Shop", "", Examples.source("shop.yaml"))),
                Runs::of,
                new Desk(home)));
        window.click("#lesson-1");
        window.until("the shop is drawn", () -> model.pageProperty().get() == Page.WORK);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @AfterAll
    static void goHome() {
        WORKERS.shutdownNow();
    }

    private void run() {
        int before = Window.onFx(() -> model.kept().runs().size());
        window.press(KeyCode.CONTROL, KeyCode.R);
        window.until("it has run", () -> model.kept().runs().size() > before);
    }

    private void ask(String key, String value) {
        TextField field = (TextField) window.node("#run-" + key);
        Window.onFx(() -> {
            field.requestFocus();
            field.selectAll();
            return true;
        });
        window.type(value);
        window.press(KeyCode.ENTER);
    }

    /** As a click, wherever a tooltip may hang at that moment. */
    private void fire(String selector) {
        window.node(selector);
        Window.onFx(() -> {
            ((javafx.scene.control.ButtonBase) window.node(selector)).fire();
            return true;
        });
        window.settle();
    }

    private Result shown() {
        return Window.onFx(() -> model.result().resultProperty().get());
    }

    @Test
    void runsAreOrderedKeptNamedShownAgainAndCompared() {
        window.click("#show-result");
        Window.onFx(() -> {
            ((TitledPane) window.node("#how-to-run")).setExpanded(true);
            return true;
        });
        window.settle();
        window.shoot("how-to-run");
        ask("replications", "40");
        ask("horizon", "5y");
        run();
        assertThat(shown().effort().replications()).isEqualTo(40);
        assertThat(shown().scenario().horizon()).isEqualTo(5 * 365 * 86_400.0);
        Result first = shown();

        // The same, with one web server in place of six.
        Window.onFx(() ->
                model.editor().edit("Fewer", text -> text.set(List.of("components", "web", "instances"), "2")));
        window.settle();
        assertThat(Window.onFx(() -> model.staleProperty().get())).isTrue();
        run();
        assertThat(Window.onFx(() -> model.staleProperty().get())).isFalse();
        Result second = shown();
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
        window.shoot("kept-runs");

        window.click("#rename-run-2");
        window.type("two web servers");
        window.press(KeyCode.ENTER);
        assertThat(window.text("#run-2")).isEqualTo("two web servers");
        window.click("#run-1");
        assertThat(shown()).isSameAs(first);
        assertThat(Window.onFx(() -> model.staleProperty().get())).isTrue();

        window.click("#copy-command");
        assertThat(Window.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("nines run shop.yaml --horizon 5y --replications 40");

        fire("#compare-1");
        fire("#compare-2");
        fire("#compare");
        assertThat(Window.onFx(() -> model.pageProperty().get())).isEqualTo(Page.COMPARE);
        assertThat(window.text("#versus-1")).startsWith("loses ").endsWith(" more a year");
        window.shoot("compare");
        window.click("#theme");
        window.shoot("compare-dark");
        window.click("#theme");
        window.click("#back-to-work");
        assertThat(Window.onFx(() -> model.pageProperty().get())).isEqualTo(Page.WORK);
        window.click("#drop-run-1");
        assertThat(Window.onFx(() -> model.kept().runs()))
                .extracting(KeptRun::number)
                .containsExactly(2);
    }

    @Test
    void anotherSeedCannotBeComparedAndTheSameRunIsTheSame() {
        Window.onFx(() -> {
            model.wishesProperty()
                    .set(model.wishesProperty().get().with("replications", "20").with("horizon", "1y"));
            return true;
        });
        run();
        run();
        Window.onFx(() -> {
            model.wishesProperty().set(model.wishesProperty().get().with("seed", "2"));
            return true;
        });
        run();
        Window.onFx(() -> {
            List.of(1, 2, 3).forEach(number -> model.kept().compare(number, true));
            model.compare();
            return true;
        });
        window.settle();
        assertThat(window.text("#versus-1")).contains("the same system");
        assertThat(window.text("#versus-2")).isEqualTo("no difference can be told");
        List<Node> why = window.nodes(node -> node instanceof javafx.scene.control.Label label
                && label.getText() != null
                && label.getText().contains("another seed"));
        assertThat(why).hasSize(1);
    }

    @Test
    void nonsenseInAFieldIsToldInWords() {
        Window.onFx(() -> {
            model.wishesProperty().set(model.wishesProperty().get().with("horizon", "ten"));
            return true;
        });
        window.press(KeyCode.CONTROL, KeyCode.R);
        window.until(
                "it is refused",
                () -> !model.run().isRunning()
                        && !model.run().failureProperty().get().isEmpty());
        assertThat(window.text("#failure")).contains("`ten` is not a duration");
        window.shoot("refused");
    }
}
