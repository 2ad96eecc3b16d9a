package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InterruptTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            true,
            100,
            Paint.NONE,
            Paint.NONE,
            false);

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void ctrlCWhileDesignsAreComparedSaysWhichOneIsNotWhole() throws IOException {
        String pair =
                Files.writeString(folder.resolve("pair.yaml"), Examples.PAIR).toString();
        Interrupt interrupt = Interrupt.none();
        RunCommand command = new RunCommand(terminal, () -> interrupt);
        new CommandLine(command)
                .parseArgs(pair, "--variant", "all", "--replications", "100000000", "--wall-clock", "1000h");
        CompletableFuture<Void> person = CompletableFuture.runAsync(
                () -> interrupt.ask(terminal), CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS));
        int code = command.call();
        person.join();
        assertThat(code).isEqualTo(130);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Interrupted: 'as written' rests on the ")
                .contains("replications that were complete")
                .doesNotContain("alone");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("1 of 2 designs were not run");
    }

    @Test
    @Timeout(120)
    void ctrlCShowsWhatIsThereAndSaysSo() throws IOException {
        String pair =
                Files.writeString(folder.resolve("pair.yaml"), Examples.PAIR).toString();
        Interrupt interrupt = Interrupt.none();
        RunCommand command = new RunCommand(terminal, () -> interrupt);
        new CommandLine(command).parseArgs(pair, "--replications", "100000000", "--wall-clock", "1000h");
        CompletableFuture<Void> person = CompletableFuture.runAsync(
                () -> interrupt.ask(terminal), CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS));
        int code = command.call();
        person.join();
        assertThat(code).isEqualTo(130);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Interrupted: what follows rests on the ")
                .contains("How sure");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("years simulated")
                .contains("Ctrl-C again ends at once");
    }
}
