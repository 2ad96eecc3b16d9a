package nines.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import nines.ui.control.BackgroundRun;
import nines.ui.edit.Autosave;
import nines.ui.shell.Choices;
import nines.ui.shell.Desk;
import nines.ui.shell.Lesson;
import nines.ui.shell.Source;
import nines.ui.shell.WindowViewModel;
import nines.ui.shell.WindowViewModel.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an architect does with the editor, by mouse and keys, in a real window. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EditorTest {
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool();

    private static final String SHOP = """
            nines: 1
            name: A shop
            places:
              zone-a: { kind: zone }   # the first
              zone-b: { kind: zone }
            components:
              lb: { kind: balancer, in: zone-a }
              web: { kind: server, in: zone-a, instances: 2 }
              db: { kind: database, in: zone-b }
            journeys:
              buy: { through: [lb, web, db] }
            variants:
              large: { web.instances: 8 }
            """;

    @TempDir
    Path home;

    private WindowViewModel model;
    private Window window;
    private Path file;

    private final Choices choices = new Choices() {
        @Override
        public Optional<Path> toOpen() {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> toSave(String name) {
            return Optional.of(home.resolve("saved.yaml"));
        }

        @Override
        public Optional<Path> toExport(String name) {
            return Optional.of(home.resolve(name));
        }
    };

    @BeforeEach
    void open() throws IOException {
        file = home.resolve("shop.yaml");
        Files.writeString(file, SHOP);
        openWindow();
        Window.onFx(() -> {
            model.open(Source.file(file));
            return true;
        });
        window.until("the shop is drawn", () -> model.pageProperty().get() == Page.WORK);
    }

    private void openWindow() {
        window = Window.open(
                () -> model = new WindowViewModel(
                        new BackgroundRun(WORKERS, Platform::runLater),
                        List.of(new Lesson("A shop", "What a shop teaches.", new Examples.Text("shop.yaml", SHOP))),
                        Runs::of,
                        new Desk(home.resolve("desk"))),
                choices,
                1280,
                800);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @AfterAll
    static void goHome() {
        WORKERS.shutdownNow();
    }

    private String text() {
        return Window.onFx(() -> model.editor().text().text());
    }

    private Node card(String spoken) {
        return window.nodes(node -> node.getStyleClass().contains("card")
                        && node.getAccessibleText() != null
                        && node.getAccessibleText().startsWith(spoken))
                .get(0);
    }

    private Node area(String name) {
        return window.nodes(node -> node.getStyleClass().contains("area")
                        && node.getAccessibleText() != null
                        && node.getAccessibleText().contains(name))
                .get(0);
    }

    @Test
    void dragsFromThePaletteIntoAPlace() {
        Point2D zone = window.middle(area("zone-b")).add(0, 60);
        window.drag(window.middle(window.node("#palette-cache")), zone);
        window.until("a cache is there", () -> model.editor().text().text().contains("cache:"));
        assertThat(text()).contains("cache: { kind: cache, in: zone-b }");
        assertThat(window.text("#inspector .title-3")).isEqualTo("cache");
        window.shoot("editor-added");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text()).isEqualTo(SHOP);
    }

    @Test
    void movesACardIntoAnotherPlaceAndBackByUndo() {
        window.drag(window.middle(card("web,")), window.middle(area("zone-b")).add(0, 70));
        assertThat(text())
                .contains("web: { kind: server, in: zone-b, instances: 2 }")
                .contains("# the first");
        assertThat(Window.onFx(() -> window.node("#undo").getAccessibleText())).isEqualTo("Undo: Move web");
        window.click("#undo");
        assertThat(text()).isEqualTo(SHOP);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(text()).contains("in: zone-b, instances: 2");
    }

    @Test
    void putsACardSomewhereByHandAndTidiesUp() {
        Point2D web = window.middle(card("web,"));
        window.drag(web, web.add(30, 20));
        assertThat(text()).contains("x-diagram:").contains("web@zone-a:");
        window.click("#tidy");
        assertThat(text()).doesNotContain("x-diagram");
    }

    @Test
    void connectsByDraggingFromThePortAndSaysWhyNot() {
        Node web = card("web,");
        window.move(web);
        Point2D port = window.middle(window.node("#port"));
        window.drag(port, window.middle(card("lb,")));
        assertThat(text()).contains("calls: [lb]").contains("{ to: web");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.move(card("web,"));
        window.drag(window.middle(window.node("#port")), window.middle(card("db,")));
        assertThat(text()).isEqualTo(SHOP);
        assertThat(window.text("#message")).contains("already");
    }

    @Test
    void changesAPropertyAndRefusesNonsenseAtTheField() {
        window.click(card("web,"));
        TextField instances = (TextField) window.node("#field-components-web-instances");
        window.click(instances);
        Window.onFx(() -> {
            instances.selectAll();
            return true;
        });
        window.type("3");
        window.press(KeyCode.ENTER);
        assertThat(text()).contains("instances: 3 }");
        window.click("#more-field-components-web-instances");
        assertThat(text()).contains("instances: 4 }");
        TextField again = (TextField) window.node("#field-components-web-instances");
        window.click(again);
        Window.onFx(() -> {
            again.selectAll();
            return true;
        });
        window.type("many");
        window.press(KeyCode.ENTER);
        assertThat(text()).contains("instances: 4 }");
        assertThat(window.nodes(node -> node.getStyleClass().contains("field-error") && node.isVisible()))
                .isNotEmpty();
        window.shoot("editor-refused");
    }

    @Test
    void renamesEverywhereFromTheKeyboard() {
        window.click(card("db,"));
        window.press(KeyCode.F2);
        TextField name = (TextField) window.node("#inspector-name");
        assertThat(Window.onFx(() -> name.isFocused())).isTrue();
        window.type("store");
        window.press(KeyCode.ENTER);
        assertThat(text()).contains("store: { kind: database").contains("through: [lb, web, store]");
    }

    @Test
    void deletesCopiesAndPastesByKeys() {
        window.click(card("db,"));
        window.press(KeyCode.CONTROL, KeyCode.D);
        assertThat(text()).contains("db-b: { kind: database, in: zone-b }");
        window.press(KeyCode.DELETE);
        assertThat(text()).isEqualTo(SHOP);
        window.click(card("web,"));
        window.press(KeyCode.CONTROL, KeyCode.C);
        window.press(KeyCode.CONTROL, KeyCode.V);
        assertThat(text()).contains("web-b: { kind: server, in: zone-a, instances: 2 }");
    }

    @Test
    void theTextAndTheDrawingKeepInStep() {
        window.press(KeyCode.CONTROL, KeyCode.T);
        TextArea area = (TextArea) window.node("#text");
        assertThat(Window.onFx(() -> area.getText())).isEqualTo(SHOP);
        Window.onFx(() -> {
            area.requestFocus();
            area.positionCaret(SHOP.indexOf("instances: 2") + "instances: 2".length());
            return true;
        });
        window.type("0");
        window.until(
                "twenty are drawn",
                () -> model.editor().drawn().components().get("web").common().instances() == 20);
        assertThat(card("web,").getAccessibleText()).contains("20 instances");
        window.click(card("db,"));
        assertThat(Window.onFx(() -> area.getSelectedText())).startsWith("db: {");
        window.shoot("editor-text");
        window.press(KeyCode.DELETE);
        assertThat(Window.onFx(() -> area.getText()))
                .contains("through: [lb, web]")
                .contains("# the first");
        Window.onFx(() -> {
            area.requestFocus();
            area.positionCaret(0);
            return true;
        });
        window.type("}");
        window.until("the error is told", () -> model.editor().now().reading().hasErrors());
        assertThat(window.nodes(node -> node.getStyleClass().contains("problem")))
                .isNotEmpty();
        window.shoot("editor-broken");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.until("it is whole again", () -> !model.editor().now().reading().hasErrors());
    }

    @Test
    void asksBeforeUnsavedWorkIsLostAndRemembersTheFile() throws IOException {
        window.click(card("db,"));
        window.press(KeyCode.DELETE);
        assertThat(window.title()).startsWith("• ");
        window.askToClose();
        assertThat(window.isOpen()).isTrue();
        window.shoot("unsaved");
        window.click("#answer-cancel");
        assertThat(window.isOpen()).isTrue();
        window.askToClose();
        window.click("#answer-save");
        window.until("it is closed", () -> !window.isOpen());
        assertThat(Files.readString(file)).doesNotContain("database").contains("# the first");
        openWindow();
        assertThat(window.has("#recent-1")).isTrue();
        window.click("#recent-1");
        window.until("it is open again", () -> model.pageProperty().get() == Page.WORK);
        assertThat(window.nodes(node -> node.getStyleClass().contains("card"))).hasSize(2);
    }

    @Test
    void unsavedWorkOfAWindowThatDiedIsBroughtBack() throws IOException {
        window.close();
        Path folder = home.resolve("desk").resolve("unsaved");
        new Autosave(folder, "window-0").keep(file.toString(), SHOP.replace("instances: 2", "instances: 7"));
        openWindow();
        window.shoot("start-lost");
        window.click("#recover");
        window.until("it is back", () -> model.pageProperty().get() == Page.WORK);
        assertThat(text()).contains("instances: 7");
        assertThat(Window.onFx(() -> model.editor().dirtyProperty().get())).isTrue();
        assertThat(folder.resolve("window-0.unsaved")).doesNotExist();
    }

    @Test
    void whatIsNotSavedIsKeptWithinSeconds() {
        window.click(card("db,"));
        window.press(KeyCode.DELETE);
        Path kept =
                home.resolve("desk/unsaved/window-" + ProcessHandle.current().pid() + ".unsaved");
        window.until("it is kept", () -> Files.exists(kept));
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is saved", () -> !model.editor().dirtyProperty().get() && !Files.exists(kept));
    }

    @Test
    void runsAVariantAndWritesTheResult() {
        Window.onFx(() -> {
            @SuppressWarnings("unchecked")
            var box = (ComboBox<String>) window.node("#variant");
            box.setValue("large");
            return true;
        });
        window.press(KeyCode.CONTROL, KeyCode.R);
        window.until("there is an answer", () -> model.result().resultProperty().get() != null);
        assertThat(model.result().resultProperty().get().scenario().variant()).isEqualTo("large");
        window.press(KeyCode.CONTROL, KeyCode.E);
        window.until("it is written", () -> Files.exists(home.resolve("shop.html")));
        assertThat(Window.onFx(() -> model.staleProperty().get())).isFalse();
        window.click(card("web,"));
        window.press(KeyCode.CONTROL, KeyCode.D);
        assertThat(Window.onFx(() -> model.staleProperty().get())).isTrue();
    }

    @Test
    void selectsByAFrameAndAligns() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        Window.onFx(() -> {
            window.node("#diagram").requestFocus();
            return true;
        });
        window.press(KeyCode.CONTROL, KeyCode.A);
        assertThat(Window.onFx(() -> model.editor().selectionProperty().get())).containsExactly("lb", "web", "db");
        window.click("#align-top");
        assertThat(text()).contains("x-diagram:");
        window.shoot("editor-aligned");
    }

    @Test
    void theKeysAreOnOnePage() {
        window.press(KeyCode.F1);
        assertThat(window.has("#keys")).isTrue();
        window.shoot("keys");
        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#keys")).isFalse();
    }

    @Test
    void everythingThatTakesTheFocusHasAName() {
        window.click(card("web,"));
        List<Node> mute = window.nodes(node -> node.isFocusTraversable()
                && !(node instanceof TextInputControl input
                        && input.getPromptText() != null
                        && !input.getPromptText().isEmpty())
                && (node.getAccessibleText() == null || node.getAccessibleText().isEmpty())
                && !(node instanceof javafx.scene.control.Labeled label
                        && label.getText() != null
                        && !label.getText().isEmpty()));
        assertThat(mute).isEmpty();
    }
}
