package nines.ui.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.format.ScenarioReader;
import nines.format.ScenarioText;
import nines.model.Scenario;

/**
 * A lesson: a scenario file with a section {@code x-lesson}, which means nothing to the simulation.
 *
 * @param name of its file, without extension
 * @param title a few words
 * @param question what to think about before anything is run
 * @param choices the predictions that one may make
 * @param right the index of the one that comes true
 * @param journey that is looked at
 * @param measure what is looked at
 * @param arms the alternatives that are run beside each other
 * @param explanation why it is so; {@code {variant}} stands for what was measured of an alternative
 * @param text of the whole file
 */
public record Lesson(
        String name,
        String title,
        String question,
        List<String> choices,
        int right,
        String journey,
        Measure measure,
        List<Arm> arms,
        String explanation,
        String text) {
    /** The word for the scenario without a variant. */
    public static final String AS_WRITTEN = "as-written";

    private static final List<String> SECTION = List.of("x-lesson");
    private static final List<String> NAMES = List.of(
            "slow-server",
            "health-check",
            "synchronous",
            "four-voters",
            "retry-storm",
            "cold-cache",
            "zone-headroom",
            "failed-failover");

    public Lesson {
        choices = List.copyOf(choices);
        arms = List.copyOf(arms);
    }

    /**
     * One alternative of the experiment.
     *
     * @param variant of the scenario, or {@link #AS_WRITTEN}
     * @param label as the picture names it
     */
    public record Arm(String variant, String label) {}

    /** All lessons, in the order in which they build on each other. */
    public static List<Lesson> all() {
        return NAMES.stream().map(Lesson::bundled).toList();
    }

    private static Lesson bundled(String name) {
        try (InputStream file = Lesson.class.getResourceAsStream("/nines/ui/lessons/" + name + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("no lesson '" + name + "'");
            }
            return of(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the lesson " + name, unreadable);
        }
    }

    /** Reads a lesson file. */
    static Lesson of(String name, String file) {
        ScenarioText text = ScenarioText.of(file);
        var choices = new ArrayList<String>();
        text.keys(path("choices")).forEach(number -> choices.add(value(name, text, "choices", number)));
        var arms = new ArrayList<Arm>();
        text.keys(path("arms")).forEach(variant -> arms.add(new Arm(variant, value(name, text, "arms", variant))));
        return new Lesson(
                name,
                text.plain(List.of("name")).orElse(name),
                value(name, text, "question"),
                choices,
                Integer.parseInt(value(name, text, "right")) - 1,
                value(name, text, "journey"),
                Measure.valueOf(value(name, text, "measure").toUpperCase(Locale.ROOT)),
                arms,
                value(name, text, "explanation"),
                file);
    }

    private static List<String> path(String... steps) {
        var path = new ArrayList<>(SECTION);
        path.addAll(List.of(steps));
        return path;
    }

    private static String value(String name, ScenarioText text, String... steps) {
        return text.plain(path(steps))
                .orElseThrow(() -> new IllegalArgumentException(
                        "lesson '" + name + "' has no x-lesson." + String.join(".", steps)))
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** The scenario of one of the alternatives. */
    public Scenario scenario(Arm arm) {
        String variant = arm.variant().equals(AS_WRITTEN) ? null : arm.variant();
        return ScenarioReader.parse(text, name + ".yaml", List.of(), variant).scenarioOrThrow();
    }
}
