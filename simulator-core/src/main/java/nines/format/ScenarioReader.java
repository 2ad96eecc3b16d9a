package nines.format;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenario files, YAML or JSON. Every mistake is told at once, with its place in the file, the
 * rule and what was probably meant.
 */
public final class ScenarioReader {

    private static final Pattern INCOMPLETE = Pattern.compile("[\\uFFFD]");

    private ScenarioReader() {}

    public static Reading read(Path file) {
        return read(file, List.of(), null);
    }

    /**
     * Reads a file with changes.
     *
     * @param sets changes written {@code path=value}, applied in order after the variant
     * @param variant the name of a variant of the file; null: as written
     */
    public static Reading read(Path file, List<String> sets, @Nullable String variant) {
        String name = file.toString();
        Problems problems = new Problems(name);
        String text = content(file, problems);
        if (text == null) {
            return new Reading(null, problems.inOrder());
        }
        Path home = file.toAbsolutePath().getParent();
        return parse(
                text, name, new Folder(home), sets.stream().map(Change::parse).toList(), variant);
    }

    /** Reads a text in place of a file's own, as if it stood in the file: with the tables beside it. */
    public static Reading parse(String text, Path file, @Nullable String variant) {
        return parse(text, file.toString(), new Folder(file.toAbsolutePath().getParent()), List.of(), variant);
    }

    /** Reads a text in place of a file's own, with the tables beside that file and with changes. */
    public static Reading parse(String text, Path file, List<Change> changes, @Nullable String variant) {
        return parse(text, file.toString(), new Folder(file.toAbsolutePath().getParent()), changes, variant);
    }

    /** Reads a text that stands for a file as written. */
    public static Reading parse(String text, String name) {
        return parse(text, name, List.of(), null);
    }

    /** Reads a text that stands for a file, with changes; it cannot refer to tables in other files. */
    public static Reading parse(String text, String name, List<Change> changes, @Nullable String variant) {
        return parse(text, name, new Folder(null), changes, variant);
    }

    private static Reading parse(
            String text, String name, Folder folder, List<Change> changes, @Nullable String variant) {
        Problems problems = new Problems(name);
        if (text.length() > Limits.BYTES) {
            problems.add(Code.N119, Spot.of(1, 1), "", "the file has more than 1 MB. A scenario has a few kB.");
            return new Reading(null, problems.inOrder());
        }
        Matcher strange = INCOMPLETE.matcher(text);
        if (strange.find() || text.indexOf('\0') >= 0) {
            problems.add(Code.N100, Spot.of(1, 1), "", "this is not a text in UTF-8. Is it a scenario file?");
            return new Reading(null, problems.inOrder());
        }
        try {
            Node root = isJson(text, name) ? JsonTree.read(text, problems) : YamlTree.read(text, problems);
            return new Meaning(root, folder, problems).read(changes, variant);
        } catch (Unreadable e) {
            problems.add(e.code(), e.spot(), "", e.rule());
            return new Reading(null, problems.inOrder());
        }
    }

    private static boolean isJson(String text, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return false;
        }
        return lower.endsWith(".json") || text.stripLeading().startsWith("{");
    }

    private static @Nullable String content(Path file, Problems problems) {
        String why;
        try {
            if (Files.isDirectory(file)) {
                why = "this is a directory. Name a scenario file in it.";
            } else if (Files.exists(file) && Files.size(file) > Limits.BYTES) {
                problems.add(
                        Code.N119,
                        Spot.NOWHERE,
                        "",
                        "the file has " + Files.size(file) / 1_000_000.0 + " MB; a scenario has at most 1 MB.");
                return null;
            } else {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (NoSuchFileException e) {
            why = "there is no such file.";
        } catch (AccessDeniedException e) {
            why = "no permission to read this file.";
        } catch (CharacterCodingException e) {
            why = "this is not a text in UTF-8.";
        } catch (IOException e) {
            why = "cannot be read: " + e.getMessage() + ".";
        }
        problems.add(Code.N140, Spot.NOWHERE, "", why);
        return null;
    }
}
