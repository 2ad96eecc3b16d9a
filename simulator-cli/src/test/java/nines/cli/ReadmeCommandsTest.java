package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the first page shows are run as they stand, in little time: one after the other, in one folder. */
class ReadmeCommandsTest {
    @Test
    void theCommandsOfTheFirstPageDoWhatTheySay(@TempDir Path folder) throws IOException {
        List<String> commands = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("..", "README.md"))) {
            if (line.startsWith("./nines ") && line.contains("#")) {
                commands.add(
                        line.substring("./nines ".length(), line.indexOf('#')).strip());
            }
        }
        assertThat(commands).hasSizeGreaterThanOrEqualTo(6);

        for (String command : commands) {
            Said said = Said.by(quickly(command, folder));
            assertThat(said.code()).as("%s: %s", command, said.err()).isIn(ExitCode.FINE, ExitCode.TARGET_MISSED);
            assertThat(said.out() + said.err()).as(command).isNotBlank();
        }

        for (String written : List.of("designs.html", "answer/result.json", "answer/estimates.csv", "answer.pdf")) {
            assertThat(folder.resolve(written)).isNotEmptyFile();
        }
    }

    /** The same, with little to simulate, and with every file in the folder. */
    private static String[] quickly(String command, Path folder) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" +")) {
            boolean file = word.startsWith("answer") || word.endsWith(".html");
            words.add(file ? folder.resolve(word).toString() : word);
        }
        if (words.contains("requests")) {
            words.addAll(List.of("--horizon", "2min", "--replications", "2"));
        } else if (words.contains("run") || words.contains("compare")) {
            words.addAll(List.of("--replications", "2"));
        }
        return words.toArray(String[]::new);
    }
}
