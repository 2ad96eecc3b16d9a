package nines.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing that may be written is silently without effect: what a key says is read by whoever lays scenarios out or runs
 * them, or the key says that it acts later. Looks for the name in the sources; a name that several records share counts for all.
 */
class KeysActTest {
    private static final Path MAIN = Path.of("src", "main", "java", "nines");

    /** Keys that are read by other means. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "Link.between", "drawn; what a link is for is said by who needs it",
            "Common.standby", "gives `dormancy` its default",
            "Scenario.catalogue", "names the edition in the result",
            "Scenario.parameters", "put in while reading",
            "Scenario.variants", "applied while reading",
            "Scenario.sweep", "applied while reading");

    @Test
    void everyKeyOfTheStructureIsRead() throws IOException {
        String readers = sources("layout") + sources("experiment") + sources("format");
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, RecordComponent> entry : keys().entrySet()) {
            String name = entry.getValue().getName();
            Class<?> owner = entry.getValue().getDeclaringRecord();
            boolean isRead =
                    Pattern.compile("(\\.|::)" + name + "\\b").matcher(readers).find()
                            || readsItself(owner, name)
                            || ELSEWHERE.containsKey(entry.getKey());
            if (!isRead) {
                silent.add(entry.getKey());
            }
        }
        assertThat(silent).as("keys that nobody reads and that do not say so").isEmpty();
    }

    /** What the exceptions name exists. */
    @Test
    void theExceptionsAreKeys() throws IOException {
        assertThat(keys().keySet()).containsAll(ELSEWHERE.keySet());
    }

    /** Keys that claim to act in the structure, their blocks and kinds too. */
    private static Map<String, RecordComponent> keys() throws IOException {
        Map<String, RecordComponent> keys = new TreeMap<>();
        try (Stream<Path> files = Files.list(MAIN.resolve("model"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString().replace(".java", "");
                if (!name.equals("package-info")) {
                    collect(type("nines.model." + name), keys);
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(150);
        return keys;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(Class<?> type, Map<String, RecordComponent> keys) {
        if (type.getAnnotation(Later.class) != null || belongsToWhatComesLater(type)) {
            return;
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                Key key = component.getAnnotation(Key.class);
                boolean acts = key != null && key.acts() != Acts.REQUESTS;
                if (acts && component.getAnnotation(Later.class) == null) {
                    String owner =
                            type.getName().substring(type.getPackageName().length() + 1);
                    keys.put(owner.replace('$', '.') + "." + component.getName(), component);
                }
            }
        }
        for (Class<?> inner : type.getDeclaredClasses()) {
            collect(inner, keys);
        }
    }

    /** Blocks that stand only in keys that act later. */
    private static boolean belongsToWhatComesLater(Class<?> type) {
        return List.of("Disk", "BackOff", "Replication", "Rebuild", "WarmUp").contains(type.getSimpleName());
    }

    /** Whether a record's own methods use a component: named once more than where it is declared. */
    private static boolean readsItself(Class<?> owner, String name) throws IOException {
        Class<?> top = owner;
        while (top.getDeclaringClass() != null) {
            top = top.getDeclaringClass();
        }
        String text = Files.readString(MAIN.resolve("model").resolve(top.getSimpleName() + ".java"))
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\"[^\"]*\"", "");
        return Pattern.compile("(return|=|\\(|,|!) ?(this\\.)?" + name + "\\b[^ ,)]")
                        .matcher(text)
                        .find()
                || Pattern.compile("(return |if \\(|\\? )" + name + "\\b")
                        .matcher(text)
                        .find();
    }

    private static String sources(String folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(MAIN.resolve(folder))) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
