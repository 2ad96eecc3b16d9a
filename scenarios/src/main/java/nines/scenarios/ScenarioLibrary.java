package nines.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The scenarios that come with Nines: every {@code .yaml} file beside this class, by the name of the file. To add one, add
 * the file.
 */
public final class ScenarioLibrary {
    private static final String FOLDER = "nines/scenarios/";
    private static final String EXTENSION = ".yaml";

    private ScenarioLibrary() {}

    /** The names of all, in alphabetical order. */
    public static List<String> names() {
        Path home = home();
        try {
            List<String> files = Files.isDirectory(home) ? inFolder(home.resolve(FOLDER)) : inJar(home);
            return files.stream()
                    .filter(file -> file.endsWith(EXTENSION))
                    .map(file -> file.substring(0, file.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list the bundled scenarios in " + home, unreadable);
        }
    }

    /** The scenario of that name, if there is one. */
    public static Optional<LibraryScenario> find(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            return Optional.empty();
        }
        try (InputStream file = ScenarioLibrary.class.getClassLoader().getResourceAsStream(FOLDER + name + EXTENSION)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new LibraryScenario(name, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the bundled scenario " + name, unreadable);
        }
    }

    /** All of them, in the order of {@link #names}. */
    public static List<LibraryScenario> all() {
        return names().stream().flatMap(name -> find(name).stream()).toList();
    }

    /** The jar or the folder of classes that the scenarios lie in. */
    private static Path home() {
        URL place = ScenarioLibrary.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(place.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("cannot find the bundled scenarios: " + place, impossible);
        }
    }

    private static List<String> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private static List<String> inJar(Path jar) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            return opened.stream()
                    .map(entry -> entry.getName())
                    .filter(path -> path.startsWith(FOLDER) && path.indexOf('/', FOLDER.length()) < 0)
                    .map(path -> path.substring(FOLDER.length()))
                    .toList();
        }
    }
}
