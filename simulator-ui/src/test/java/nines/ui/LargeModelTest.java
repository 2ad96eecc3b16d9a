package nines.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import nines.format.Change;
import nines.format.Reading;
import nines.ui.control.BackgroundRun;
import nines.ui.shell.Desk;
import nines.ui.shell.Lesson;
import nines.ui.shell.Source;
import nines.ui.shell.WindowViewModel;
import nines.ui.shell.WindowViewModel.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three hundred components, and files that want to do harm. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LargeModelTest {
    private static final ExecutorService WORKERS = Executors.newCachedThreadPool();

    @TempDir
    Path home;

    private WindowViewModel model;

    @AfterAll
    static void goHome() {
        WORKERS.shutdownNow();
    }

    /** A text that must never be read on the interface thread. */
    private record Elsewhere(Source of) implements Source {
        @Override
        public String name() {
            return of.name();
        }

        @Override
        public Reading read() {
            assertThat(Platform.isFxApplicationThread()).isFalse();
            return of.read();
        }

        @Override
        public Reading read(String text, String variant, List<Change> changes) {
            return of.read(text, variant, changes);
        }

        @Override
        public String text() {
            assertThat(Platform.isFxApplicationThread()).isFalse();
            return of.text();
        }
    }

    private static String large() {
        var text = new StringBuilder("nines: 1\nname: Large\nplaces:\n");
        for (int zone = 0; zone < 10; zone++) {
            text.append("  zone-").append((char) ('a' + zone)).append(": { kind: zone }\n");
        }
        text.append("components:\n");
        for (int i = 0; i < 300; i++) {
            text.append("  s").append((char) ('a' + i / 26)).append((char) ('a' + i % 26));
            text.append(": { kind: server, in: zone-")
                    .append((char) ('a' + i % 10))
                    .append(" }\n");
        }
        text.append("journeys:\n");
        for (int j = 0; j < 10; j++) {
            text.append("  j").append((char) ('a' + j)).append(": { through: [");
            for (int i = 0; i < 30; i++) {
                int at = 30 * j + i;
                text.append(i == 0 ? "" : ", ")
                        .append('s')
                        .append((char) ('a' + at / 26))
                        .append((char) ('a' + at % 26));
            }
            text.append("] }\n");
        }
        return text.toString();
    }

    private Window open(Source source) {
        return Window.open(() -> model = new WindowViewModel(
                new BackgroundRun(WORKERS, Platform::runLater),
                List.of(new Lesson("Large", "", new Elsewhere(source))),
                Runs::of,
                new Desk(home)));
    }

    @Test
    void threeHundredComponentsAreReadAndLaidOutElsewhere() {
        try (Window window = open(new Source.BundledSource("large.yaml", large()))) {
            window.click("#lesson-1");
            window.until("it is drawn", () -> model.pageProperty().get() == Page.WORK);
            assertThat(window.nodes(node -> node.getStyleClass().contains("card")))
                    .hasSize(300);
            window.shoot("large");
            for (int i = 2; i < 14; i++) {
                String instances = Integer.toString(i);
                Window.onFx(() -> model.editor()
                        .edit("Instances", text -> text.set(List.of("components", "sab", "instances"), instances)));
            }
            window.until(
                    "it is drawn again",
                    () -> model.diagram().diagramProperty().get().cards().stream()
                            .anyMatch(card -> card.name().equals("sab") && card.count() == 13));
        }
    }

    /** A heap full of nested brackets, bytes that are no text, and a name that is none. */
    @Test
    void aHostileFileIsAListOfProblems() throws Exception {
        Path deep = home.resolve("deep.yaml");
        Files.writeString(deep, "nines: 1\nname: " + "[".repeat(200_000));
        Path bytes = home.resolve("bytes.yaml");
        Files.write(bytes, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2, (byte) 0x80});
        Path bomb = home.resolve("bomb.yaml");
        Files.writeString(bomb, """
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
                e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
                nines: 1
                """);
        Path huge = home.resolve("huge.yaml");
        Files.writeString(huge, "#".repeat(3_000_000));
        for (Path file : List.of(deep, bytes, bomb, huge)) {
            try (Window window = open(Source.file(file))) {
                window.click("#lesson-1");
                window.until(file + " is told", () -> model.pageProperty().get() == Page.PROBLEMS);
                assertThat(model.problems()).isNotEmpty();
            }
        }
    }

    @Test
    void whatBreaksTheReaderIsAProblemToo() {
        Source broken = new Source() {
            @Override
            public String name() {
                return "broken.yaml";
            }

            @Override
            public Reading read() {
                throw new IllegalStateException("the disk is on fire");
            }

            @Override
            public Reading read(String text, String variant, List<Change> changes) {
                throw new IllegalStateException("the disk is on fire");
            }

            @Override
            public String text() {
                return "";
            }
        };
        try (Window window = open(broken)) {
            window.click("#lesson-1");
            window.until("it is told", () -> model.pageProperty().get() == Page.PROBLEMS);
            assertThat(model.problems().get(0).message()).contains("the disk is on fire");
            window.shoot("cannot-open");
        }
    }
}
