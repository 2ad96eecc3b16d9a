package nines.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nines.scenarios.LibraryScenario;
import nines.scenarios.ScenarioLibrary;
import nines.ui.shell.Lesson;
import nines.ui.shell.Source;

/** The bundled scenarios, as the start page offers them: the showpiece first, the rest by name. */
final class Library {
    private static final String FIRST = "three-tier-shop";

    private Library() {}

    static List<Lesson> lessons() {
        var lessons = ScenarioLibrary.all().stream()
                .sorted((one, other) ->
                        Boolean.compare(other.name().equals(FIRST), one.name().equals(FIRST)))
                .map(Library::lesson)
                .toList();
        return List.copyOf(lessons);
    }

    /** What a user means by a name on the command line: a file, or else a scenario of the library. */
    static Source source(String name) {
        String bare = name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name;
        Path file = Path.of(name);
        return Files.exists(file)
                ? Source.file(file)
                : ScenarioLibrary.find(bare)
                        .map(found -> lesson(found).source())
                        .orElseGet(() -> Source.file(file));
    }

    private static Lesson lesson(LibraryScenario scenario) {
        return new Lesson(
                scenario.title(), scenario.about(), new Source.BundledSource(scenario.fileName(), scenario.text()));
    }
}
