package nines.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import nines.ui.shell.Choices;
import nines.ui.shell.Shell;
import nines.ui.shell.WindowViewModel;

/**
 * A real window with a user in front of it: mouse and keys go through the platform's robot. One toolkit a virtual
 * machine, a new stage for each window; to wait means to let the toolkit draw, never to sleep.
 */
final class Window implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final Path SHOTS = Path.of("target", "shots");
    private static final List<Throwable> BROKEN = Collections.synchronizedList(new ArrayList<>());
    private static boolean started;

    private final Stage stage;
    private final Robot robot;

    private Window(Stage stage, Robot robot) {
        this.stage = stage;
        this.robot = robot;
    }

    /** Opens a window of 1280 × 800 at the corner of the screen. */
    static Window open(Supplier<WindowViewModel> model) {
        return open(model, Choices.NONE, 1280, 800);
    }

    /** Opens a window of that size at the corner of the screen. */
    static Window open(Supplier<WindowViewModel> model, Choices choices, double width, double height) {
        start();
        Window window = onFx(() -> {
            var stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            new Shell(stage, model.get(), choices).show();
            stage.requestFocus();
            return new Window(stage, new Robot());
        });
        window.settle();
        return window;
    }

    private static synchronized void start() {
        if (!started) {
            var up = new CountDownLatch(1);
            Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> {
                problem.printStackTrace();
                BROKEN.add(problem);
            });
            Platform.startup(up::countDown);
            Platform.setImplicitExit(false);
            await(up);
            started = true;
        }
    }

    @Override
    public void close() {
        onFx(() -> {
            stage.close();
            return true;
        });
        if (!BROKEN.isEmpty()) {
            Throwable first = BROKEN.get(0);
            BROKEN.clear();
            throw new AssertionError("something broke on the interface thread", first);
        }
    }

    /** Lets the toolkit lay out and draw twice. */
    void settle() {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            var frames = new AtomicInteger();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (frames.incrementAndGet() > 2) {
                        stop();
                        done.countDown();
                    }
                }
            }.start();
            Platform.requestNextPulse();
        });
        await(done);
    }

    /** Lets the toolkit draw until something is so. */
    void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within a minute: " + what);
            }
            settle();
        }
        settle();
    }

    /** Clicks on the middle of what has this id or style. */
    void click(String selector) {
        click(node(selector));
    }

    void click(Node node) {
        move(node);
        onFx(() -> {
            robot.mousePress(MouseButton.PRIMARY);
            return true;
        });
        settle();
        onFx(() -> {
            robot.mouseRelease(MouseButton.PRIMARY);
            return true;
        });
        settle();
    }

    void move(Node node) {
        onFx(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            robot.mouseMove(
                    new Point2D((bounds.getMinX() + bounds.getMaxX()) / 2, (bounds.getMinY() + bounds.getMaxY()) / 2));
            return true;
        });
        settle();
    }

    /** Presses at one place of the window, moves in steps and lets go at another. */
    void drag(Point2D from, Point2D to) {
        onFx(() -> {
            robot.mouseMove(onScreen(from));
            return true;
        });
        settle();
        onFx(() -> {
            robot.mousePress(MouseButton.PRIMARY);
            return true;
        });
        settle();
        for (int i = 1; i <= 6; i++) {
            Point2D at = from.interpolate(to, i / 6.0);
            onFx(() -> {
                robot.mouseMove(onScreen(at));
                return true;
            });
            settle();
        }
        onFx(() -> {
            robot.mouseRelease(MouseButton.PRIMARY);
            return true;
        });
        settle();
    }

    private Point2D onScreen(Point2D inScene) {
        return new Point2D(
                inScene.getX() + scene().getX() + stage.getX(), inScene.getY() + scene().getY() + stage.getY());
    }

    /** The middle of a node, in the window. */
    Point2D middle(Node node) {
        return onFx(() -> {
            Bounds bounds = node.localToScene(node.getBoundsInLocal());
            return new Point2D((bounds.getMinX() + bounds.getMaxX()) / 2, (bounds.getMinY() + bounds.getMaxY()) / 2);
        });
    }

    /** Types a text into what has the focus. */
    void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            onFx(() -> {
                Node owner = scene().getFocusOwner();
                javafx.event.Event.fireEvent(
                        owner,
                        new javafx.scene.input.KeyEvent(
                                javafx.scene.input.KeyEvent.KEY_TYPED,
                                String.valueOf(c),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false));
                return true;
            });
        }
        settle();
    }

    boolean isOpen() {
        return onFx(stage::isShowing);
    }

    String title() {
        return onFx(stage::getTitle);
    }

    /** The user closes the window by its frame. */
    void askToClose() {
        onFx(() -> {
            javafx.event.Event.fireEvent(
                    stage, new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
        settle();
    }

    void scroll(int amount) {
        onFx(() -> {
            robot.mouseWheel(amount);
            return true;
        });
        settle();
    }

    /** Presses keys together, and lets go of them. */
    void press(KeyCode... keys) {
        onFx(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
            return true;
        });
        settle();
    }

    Scene scene() {
        return stage.getScene();
    }

    boolean has(String selector) {
        return onFx(() -> scene().lookup(selector) != null);
    }

    Node node(String selector) {
        Node node = onFx(() -> scene().lookup(selector));
        if (node == null) {
            throw new AssertionError("not in the window: " + selector);
        }
        return node;
    }

    String text(String selector) {
        return onFx(() -> node(selector) instanceof Labeled label ? label.getText() : "");
    }

    /** All nodes in the window for which something holds. */
    List<Node> nodes(Function<Node, Boolean> which) {
        return onFx(() -> {
            var found = new ArrayList<Node>();
            collect(scene().getRoot(), which, found);
            return found;
        });
    }

    private static void collect(Node node, Function<Node, Boolean> which, List<Node> found) {
        if (which.apply(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, which, found));
        }
    }

    /** Writes a picture of the window for somebody to look at. */
    void shoot(String name) {
        settle();
        WritableImage image = onFx(() -> scene().snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(SHOTS);
            ImageIO.write(picture, "png", SHOTS.resolve(name + ".png").toFile());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static <T> T onFx(Supplier<T> work) {
        if (Platform.isFxApplicationThread()) {
            return work.get();
        }
        var outcome = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                outcome.complete(work.get());
            } catch (Throwable problem) {
                outcome.completeExceptionally(problem);
            }
        });
        return outcome.orTimeout(PATIENCE_NANOS, TimeUnit.NANOSECONDS).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
                throw new AssertionError("the toolkit does not answer");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
