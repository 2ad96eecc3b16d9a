package nines.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final byte[] NEW = "new".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void replacesAFileAndLeavesNoDraft() throws IOException {
        Path file = folder.resolve("out.html");
        Files.writeString(file, "an older and longer page");
        WholeFile.write(file, NEW);
        assertThat(Files.readString(file)).isEqualTo("new");
        assertThat(names()).containsExactly("out.html");
    }

    @Test
    void replacesWhatALinkLeadsTo() throws IOException {
        Path file = folder.resolve("out.html");
        Files.writeString(file, "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.html"), Path.of("out.html"));
        WholeFile.write(link, NEW);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(file)).isEqualTo("new");
    }

    @Test
    void saysThatTheFolderDoesNotExist() throws IOException {
        Path file = folder.resolve("nowhere").resolve("out.html");
        assertThatThrownBy(() -> WholeFile.write(file, NEW))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write '" + file + "': its folder does not exist");
        assertThat(names()).isEmpty();
    }

    @Test
    void saysThatTheFolderIsAFile() throws IOException {
        Files.writeString(folder.resolve("file"), "old");
        Path file = folder.resolve("file").resolve("out.html");
        assertThatThrownBy(() -> WholeFile.write(file, NEW))
                .hasMessage("cannot write '" + file + "': its folder is a file");
        assertThat(Files.readString(folder.resolve("file"))).isEqualTo("old");
    }

    @Test
    void doesNotReplaceAFolder() throws IOException {
        Path file = Files.createDirectory(folder.resolve("out.html"));
        assertThatThrownBy(() -> WholeFile.write(file, NEW)).hasMessage("cannot write '" + file + "': it is a folder");
        assertThat(names()).containsExactly("out.html");
    }
}
