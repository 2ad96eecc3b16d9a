package nines.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The decision records: each has a number of its own, and whoever names one names one that is there. */
class DecisionsTest {
    private static final Pattern FILE = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
    private static final Pattern HEADING = Pattern.compile("# 0*(\\d+)\\.? .+");
    private static final Pattern NUMBER = Pattern.compile("\\bdecisions? 0*([1-9]\\d*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("\\bdecisions/(" + FILE.pattern() + ")");

    @Test
    void eachRecordHasANumberOfItsOwn() throws IOException {
        var byNumber = new TreeMap<Integer, List<String>>();
        for (Path record : records()) {
            String name = record.getFileName().toString();
            Matcher file = FILE.matcher(name);
            assertThat(file.matches()).as(name).isTrue();
            int number = Integer.parseInt(file.group(1));
            byNumber.computeIfAbsent(number, key -> new ArrayList<>()).add(name);
            Matcher heading =
                    HEADING.matcher(Sources.text(record).lines().findFirst().orElse(""));
            assertThat(heading.matches()).as(name + " starts with its number").isTrue();
            assertThat(Integer.parseInt(heading.group(1))).as(name).isEqualTo(number);
        }
        assertThat(byNumber).isNotEmpty();
        assertThat(byNumber.values()).allMatch(names -> names.size() == 1);
    }

    @Test
    void aDecisionThatIsNamedIsThere() throws IOException {
        var texts = new ArrayList<Path>(Sources.javaFiles("src/main/java"));
        texts.addAll(Sources.javaFiles("src/test/java"));
        texts.addAll(pages(Sources.project()));
        texts.addAll(pages(Sources.project().resolve("docs")));
        texts.addAll(records());
        var found = new ArrayList<String>();
        for (Path file : texts) {
            found.addAll(missing(file.toString(), Sources.text(file), numbers()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aDecisionThatIsNotThereIsReportedWithItsPlace() {
        var numbers = Map.of(20, "0020-words.md");
        assertThat(missing("A.java", "decision 20, Decision 0020, decision 0s\n[x](decisions/0020-words.md)", numbers))
                .isEmpty();
        assertThat(missing("A.java", "see decision 21,\n(docs/decisions/0020-word.md)", numbers))
                .containsExactly("A.java: decision 21 is not there", "A.java: 0020-word.md is not there");
    }

    private static List<String> missing(String path, String text, Map<Integer, String> numbers) {
        var found = new ArrayList<String>();
        for (Matcher hit = NUMBER.matcher(text); hit.find(); ) {
            if (!numbers.containsKey(Integer.valueOf(hit.group(1)))) {
                found.add(path + ": " + hit.group() + " is not there");
            }
        }
        for (Matcher hit = LINK.matcher(text); hit.find(); ) {
            if (!numbers.containsValue(hit.group(1))) {
                found.add(path + ": " + hit.group(1) + " is not there");
            }
        }
        return found;
    }

    /** The records' file names by their numbers. */
    private static Map<Integer, String> numbers() throws IOException {
        var numbers = new TreeMap<Integer, String>();
        for (Path record : records()) {
            String name = record.getFileName().toString();
            numbers.put(Integer.valueOf(name.substring(0, 4)), name);
        }
        return numbers;
    }

    private static List<Path> records() throws IOException {
        return pages(Sources.project().resolve("docs/decisions"));
    }

    /** The pages in a folder, in the order of their names; not those below it. */
    private static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
