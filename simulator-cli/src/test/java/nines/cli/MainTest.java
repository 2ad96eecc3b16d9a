package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void withoutArgumentsTheFrontPageTeachesByExample() {
        Said said = Said.by();
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("nines run three-tier-shop").contains("Exit codes");
        assertThat(Said.by("--help")).isEqualTo(said);
        assertThat(Said.by("help")).isEqualTo(said);
        assertThat(said.out().lines()).allMatch(line -> line.length() <= 107);
    }

    @Test
    void theFrontPageNamesEveryCommand() {
        String page = Said.by("--help").out();
        assertThat(CommandLines.names())
                .allSatisfy(name -> assertThat(page).containsPattern("(?m)^  " + name + "( |$)"));
    }

    @Test
    void everyCommandTeachesByExample() {
        for (String name : CommandLines.names()) {
            Said said = Said.by(name, "--help");
            assertThat(said.code()).as(name).isZero();
            assertThat(said.out()).as(name).contains("Usage: nines " + name).contains("Examples:");
            assertThat(Said.by("help", name)).isEqualTo(said);
        }
    }

    @Test
    void anUnknownCommandIsMisuseAndTheNearestIsSuggested() {
        Said said = Said.by("lst");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("nines: there is no command 'lst'. Did you mean 'list'?");
    }

    @Test
    void anUnknownOptionIsMisuseAndTheNearestIsSuggested() {
        Said said = Said.by("list", "--nams");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("'--nams'")
                .contains("Did you mean '--names'?")
                .contains("nines list --help");
        assertThat(Said.by("--no-such-option", "x  y").code()).isEqualTo(2);
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(Said.by("--version")).isEqualTo(new Said(0, "Nines 0.1.0\n", ""));
    }

    @Test
    void completionIsAScriptForTheShell() {
        assertThat(Said.by("generate-completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("--names");
    }

    @Test
    void aFullDiskBehindTheOutputIsNoticed() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Terminal terminal = Terminal.plain(
                new PrintStream(new Outlet(full), false), new PrintStream(OutputStream.nullOutputStream()));
        assertThat(Main.run(new String[] {"--help"}, terminal)).isEqualTo(74);
    }

    @Test
    void aReaderWhoHasLeftIsNoFailure() {
        OutputStream left = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        Terminal terminal = Terminal.plain(
                new PrintStream(new Outlet(left), false), new PrintStream(OutputStream.nullOutputStream()));
        assertThat(Main.run(new String[] {"--help"}, terminal)).isZero();
    }

    @Test
    void aMistakeOfTheProgramIsASentenceAndNoStackTrace() {
        OutputStream wrong = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("the sun is green");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.plain(new PrintStream(wrong, true), new PrintStream(err, true));
        assertThat(OwnMistake.tell(new IllegalStateException("the sun is green"), terminal))
                .isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("a mistake in Nines itself")
                .contains("the sun is green")
                .contains("report")
                .doesNotContain("\tat ")
                .doesNotContain("    at ");
    }
}
