package nines.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The source tree of the module under test and of the project around it. */
final class Sources {
    private Sources() {}

    /** The directory of the module whose tests run: builds and editors start them there. */
    static Path module() {
        return Path.of("").toAbsolutePath();
    }

    static String moduleName() {
        return module().getFileName().toString();
    }

    /** The project's directory: the nearest one above that holds the law. */
    static Path project() {
        for (Path at = module(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("ARCHITECTURE.md"))) {
                return at;
            }
        }
        throw new IllegalStateException("no ARCHITECTURE.md at or above " + module());
    }

    /** The Java files below a folder of the module, in the order of their names; none where there is no such folder. */
    static List<Path> javaFiles(String folder) {
        Path root = module().resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The module's packages by name, each with its files, from {@code src/main/java}. */
    static Map<String, List<Path>> packages() {
        Path root = module().resolve("src/main/java");
        var packages = new TreeMap<String, List<Path>>();
        for (Path file : javaFiles("src/main/java")) {
            String name = root.relativize(file.getParent()).toString().replace('\\', '/');
            packages.computeIfAbsent(name.replace('/', '.'), key -> new ArrayList<>())
                    .add(file);
        }
        return packages;
    }

    /** A program's text with comments, strings and characters blanked out; line breaks stay where they were. */
    static String code(String text) {
        var code = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = endOfNonCode(text, at);
            if (end == at) {
                code.append(text.charAt(at++));
            }
            for (; at < end; at++) {
                code.append(text.charAt(at) == '\n' ? '\n' : ' ');
            }
        }
        return code.toString();
    }

    /** The index after the comment or literal that starts at {@code at}, or {@code at} where none does. */
    private static int endOfNonCode(String text, int at) {
        if (text.startsWith("//", at)) {
            return endOr(text.indexOf('\n', at), text, 0);
        }
        if (text.startsWith("/*", at)) {
            return endOr(text.indexOf("*/", at + 2), text, 2);
        }
        if (text.startsWith("\"\"\"", at)) {
            return endOr(text.indexOf("\"\"\"", at + 3), text, 3);
        }
        char quote = text.charAt(at);
        if (quote != '"' && quote != '\'') {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, text.length());
    }

    private static int endOr(int found, String text, int length) {
        return found < 0 ? text.length() : found + length;
    }
}
