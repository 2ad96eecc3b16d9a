package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsWhole() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFiles.write(file, "one");
        WholeFiles.write(file, "two");
        assertThat(file).hasContent("two");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void whenTheLastCannotBeWrittenNoneIs() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "old");
        Map<Path, WholeFiles.Content> files = new LinkedHashMap<>();
        files.put(folder.resolve("a.txt"), draft -> Files.writeString(draft, "new"));
        files.put(folder.resolve("b.txt"), draft -> {
            Files.writeString(draft, "half");
            throw new IOException("No space left on device");
        });
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> WholeFiles.write(files))
                .withMessageContaining("b.txt")
                .withMessageContaining("the disk is full")
                .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(74));
        assertThat(names()).containsExactly("a.txt");
        assertThat(folder.resolve("a.txt")).hasContent("old");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> WholeFiles.write(folder.resolve("no/such/file"), "x"))
                .withMessageContaining("its folder does not exist");
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> WholeFiles.checkWritable(folder))
                .withMessageContaining("it is a directory");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList().stream();
        }
    }

    @Test
    void aLinkStaysALinkAndItsFileIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("real"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        WholeFiles.write(link, "after");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("after");
    }

    @Test
    void aDeviceStaysADevice() {
        Path device = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.isWritable(device));

        WholeFiles.write(device, "gone");

        assertThat(Files.isRegularFile(device)).isFalse();
    }
}
