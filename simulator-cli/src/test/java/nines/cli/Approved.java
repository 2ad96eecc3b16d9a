package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that somebody has read and approved. {@code -Dnines.approve=true} writes them anew: read them before they are committed. */
final class Approved {
    private static final Path FOLDER = Path.of("src/test/resources/nines/cli");

    private Approved() {}

    static void reads(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("nines.approve")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
