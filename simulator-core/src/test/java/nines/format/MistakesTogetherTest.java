package nines.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two broken files made into one have the mistakes of both and no other: nothing holds a mistake back, and no mistake has
 * followers. Every pair of the broken files that can stand in one file is tried.
 */
class MistakesTogetherTest {

    /** Mistakes of a file as a whole, after which nothing of it can be read, or which another file would mend. */
    private static final Set<String> OF_THE_WHOLE = Set.of(
            "reader/a-list.yaml",
            "reader/a-text.yaml",
            "reader/bad-indentation.yaml",
            "reader/empty-file.yaml",
            "reader/only-comments.yaml",
            "reader/open-bracket.yaml",
            "reader/tab.yaml",
            "reader/tag.yaml",
            "reader/two-documents.yaml",
            "schema/components-as-list.yaml",
            "schema/empty-components.yaml",
            "schema/newer-version.yaml",
            "schema/no-components.yaml",
            "schema/no-name.yaml",
            "schema/no-version.yaml",
            "refused/no-traffic.yaml");

    /** Told once everything else is right: whoever looks at whom cannot be said of half a scenario. */
    private static final Set<String> ONCE_LAID_OUT = Set.of(
            "refused/nobody-probes.yaml", "refused/cells-that-are-not-there.yaml", "refused/number-one-by-one.yaml");

    /** Its mistake is in how its own entries differ from each other, which those of others change. */
    private static final String OF_ALL_TRAFFIC = "refused/two-days.yaml";

    /** A part that nobody uses is doubtful only while nothing that cannot be read might use it. */
    private static final Set<String> MIGHT_USE_ANY = Set.of(
            "reader/dangling-need.yaml",
            "reader/dangling-event.yaml",
            "reader/dangling-journey.yaml",
            "reader/like-nothing.yaml",
            "reader/like-circle.yaml",
            "reader/merge-key.yaml",
            "reader/name-of-another-section.yaml",
            "reader/no-such-parameter.yaml",
            "reader/no-value.yaml",
            "schema/at-least-without-of.yaml",
            "schema/condition-with-two-ways.yaml",
            "schema/journeys-as-list.yaml",
            "schema/parallel-as-flag.yaml",
            "schema/unknown-section.yaml");

    private static final Pattern TOP = Pattern.compile("([a-z][a-z-]*):(.*)");
    private static final Pattern NAME = Pattern.compile("  ([a-z][a-z0-9-]*):.*");
    private static final Pattern NAMED = Pattern.compile(
            "places|groups|components|journeys|traffic|crews|spares|events|parameters|templates|variants");

    /** A line of a file, and the line of a broken file that it was. */
    private record Line(String text, int number) {}

    /** The lines of a top-level section, its head first. */
    private record Section(Line head, List<Line> body) {
        boolean isBlock() {
            return head.text().endsWith(":");
        }
    }

    private record Broken(String name, Map<String, Section> sections, Set<String> mistakes) {
        /** What is refused depends on what is simulated. */
        boolean simulatesRequests() {
            Section run = sections.get("run");
            return run != null && run.head().text().contains("fidelity: requests");
        }
    }

    @Test
    void everyPairOfMistakesIsToldInFullAndAlone() throws IOException {
        List<Broken> all = broken();
        int pairs = 0;
        List<String> wrong = new ArrayList<>();
        for (int a = 0; a < all.size(); a++) {
            for (int b = 0; b < all.size(); b++) {
                if (a != b && independent(all.get(a), all.get(b))) {
                    String difference = difference(all.get(a), renamed(all.get(b)));
                    pairs += difference == null ? 0 : 1;
                    if (difference != null && !difference.isEmpty()) {
                        wrong.add(difference);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(pairs).isGreaterThan(7_500);
    }

    @Test
    void severalMistakesInOneComponentAreAllTold() {
        assertThat(told("""
            nines: 1
            name: One component
            components:
              db:
                kind: database
                instances: 2
                needed: 3
                colour: red
                restart: 5
                replication: { mode: synchronous, acks: 4 }
                failover: { detection: 5s, health-check: { interval: 1s, timeout: 2s }, sucess: 90% }
                fails:
                  crash: { repair: { fix: 1 h 30 }, time-to-failure: exponential mean 30d, common-cause: [60%, 50%] }
                  hang: {}
                needs: { at-least: 3, of: [db, nobody] }
            journeys:
              shop: { through: db }
            """))
                .containsExactly(
                        "N108 7:13",
                        "N101 8:5",
                        "N103 9:14",
                        "N108 10:45",
                        "N130 11:28",
                        "N130 11:71",
                        "N101 11:77",
                        "N127 13:35",
                        "N126 13:94",
                        "N120 14:13",
                        "N120 14:13",
                        "N128 15:12",
                        "N102 15:36");
    }

    @Test
    void whatStandsUnderAMisspeltWordIsReadAsWhatWasMeant() {
        assertThat(told("""
            nines: 1
            name: Misspelt
            componets:
              web:
                kind: server
                fials:
                  crash: { time-to-failure: 30d, repair: { fix: 2 } }
              db: { kind: databse, replication: { lag: 5 } }
              lb: { kind: balancer, helth-check: { interval: 5 } }
            journeys:
              shop: { through: [lb, web, db], cals: [{ to: dbb }] }
            events:
              out: { at: 1h, fial: wbe, for: 5 }
            """))
                .containsExactly(
                        "N101 3:1",
                        "N101 6:5",
                        "N105 7:33",
                        "N103 7:53",
                        "N122 8:15",
                        "N103 8:44",
                        "N101 9:25",
                        "N103 9:50",
                        "N101 11:35",
                        "N102 11:48",
                        "N111 13:3",
                        "N102 13:24",
                        "N103 13:34");
    }

    @Test
    void aMistakeHasNoFollowers() {
        // What was meant to be written would have prevented what could be said of what is there.
        only("N101", "components: { web: { kind: server, instance: 4, needed: 3, active: 3 } }");
        only("N103", "components: { web: { kind: server, restart: 5, instances: 3 } }");
        only("N127", "components: { web: { kind: server, instances: many, needed: 3, load-sharing: [1x, 2x] } }");
        only("N112", "components: { web: { kind: server, instances: $many, needed: 3 } }");
        only("N102", "components: { web: { kind: server, in: { here: 3 }, needed: 3 } }");
        only("N101", "componets: { web: { kind: server } }\njourneys: { shop: { through: web } }");
        only("N101", "components: { web: { kind: server, in: hall } }\nplcaes: { hall: { kind: room } }");
        only("N101", "components: { web: { kind: server, restart: $pause } }\nparamters: { pause: 5s }");
        only("N101", "components: { web: { like: large } }\ntemplats: { large: { kind: server } }");
        only("N101", "components: { web: { kidn: server, workers: 3 } }");
        only("N122", "components: { web: { kind: sever, workers: 3 } }\njourneys: { shop: { through: web } }");
        only("N125", "components: { web: { like: nothing } }");
        only("N121", "components: [web, db]\njourneys: { shop: { through: [web, db] } }");
        only("N123", "components: { web: { kind: server, instances: 2, instances: 4, needed: 4 } }");
        only("N123", "components: { web: { kind: server }, web: { kind: server, instances: 2, needed: 3 } }");
        only("N129", "components: { a: &a { kind: server }, web: { <<: *a, needed: 3 } }");
        only("N124", "components: { Web: { kind: server } }\njourneys: { shop: { through: web } }");
        only(
                "N110",
                "components: { shop: { kind: server } }\njourneys: { shop: { through: shop } }\n"
                        + "traffic: { all-of-them: { mix: { shop: 100% } } }");
        only("N101", "components: { web: { kind: server } }\njourneys: { shop: { trough: web } }");
        only("N101", "components: { web: { kind: server } }\njourneys: { shop: { calls: [{ too: web }] } }");
        only("N103", "components: { web: { kind: server } }\njourneys: { shop: { through: { to: web, timeout: 3 } } }");
        only("N111", "components: { web: { kind: server } }\nevents: { out: { at: 1h, fial: web } }");
        only("N103", "components: { web: { kind: server } }\nevents: { out: { at: 1, fail: web, for: 1h } }");
        only("N101", "components: { web: { kind: server } }\nevents: { out: { att: 1h, fail: web, for: 1h } }");
        only(
                "N102",
                "components: { web: { kind: server, fails: { crash: { time-to-failure: exponential mean 1d, repair: {"
                        + " crew: men } } } } }\ncrews: { team: { fix: 1h } }");
        only(
                "N103",
                "components: { web: { kind: server, fails: { crash: { time-to-failure: exponential mean 1d, repair: {"
                        + " crew: team } } } } }\ncrews: { team: { fix: 1 } }");
        only(
                "N101",
                "components: { web: { kind: server, fails: { crash: { time-to-fail: exponential mean 1d, repair: 1h } }"
                        + " } }");
        only("N125", "components: { a: { like: b }, b: { like: c }, c: { like: a } }");
        only("N103", "components: { lb: { kind: balancer, health-check: { interval: 1, timeout: 3s } } }");
        only(
                "N116",
                "components: { web: { kind: server } }\njourneys: { shop: { through: web } }\n"
                        + "traffic: { folk: { mix: { shop: 90% } } }");
        only(
                "N106",
                "components: { web: { kind: server } }\njourneys: { shop: { through: web } }\n"
                        + "traffic: { folk: { mix: { shop: 0.9 } } }");
    }

    private static void only(String code, String text) {
        assertThat(told("nines: 1\nname: One mistake\n" + text + "\n"))
                .as(text)
                .hasSize(1)
                .first()
                .asString()
                .startsWith(code);
    }

    private static List<String> told(String text) {
        return ScenarioReader.parse(text, "text.yaml").problems().stream()
                .filter(problem -> problem.severity() != Severity.NOTICE)
                .map(problem -> problem.code() + " " + problem.line() + ":" + problem.column())
                .toList();
    }

    private static boolean independent(Broken one, Broken other) {
        return one.simulatesRequests() == other.simulatesRequests()
                && !(one.name().equals(OF_ALL_TRAFFIC) && other.sections().containsKey("traffic"))
                && !(other.name().equals(OF_ALL_TRAFFIC) && one.sections().containsKey("traffic"))
                && !(one.name().startsWith("doubtful/un") && MIGHT_USE_ANY.contains(other.name()))
                && !(other.name().startsWith("doubtful/un") && MIGHT_USE_ANY.contains(one.name()));
    }

    /** What is told of both in one file and should not be, or the other way round; null if they cannot stand in one. */
    private static @Nullable String difference(Broken one, Broken other) {
        Map<String, int[]> places = new LinkedHashMap<>();
        String text = together(one, other, places);
        if (text == null) {
            return null;
        }
        Set<String> expected = new TreeSet<>();
        one.mistakes().forEach(mistake -> expected.add(moved(mistake, places, "one:")));
        other.mistakes().forEach(mistake -> expected.add(moved(mistake, places, "other:")));
        Set<String> told = new TreeSet<>();
        List<Problem> problems = ScenarioReader.parse(text, "both.yaml").problems();
        problems.stream()
                .filter(problem -> problem.severity() != Severity.NOTICE)
                .forEach(problem -> told.add(problem.code() + " " + problem.line() + ":" + problem.column()));
        return told.equals(expected)
                ? ""
                : one.name() + " and " + other.name() + ": expected " + expected + "\n" + text + "\n"
                        + String.join("\n", problems.stream().map(Problem::text).toList());
    }

    /** A mistake at the line where its line has come to stand. */
    private static String moved(String mistake, Map<String, int[]> places, String of) {
        Matcher at = Pattern.compile("(\\S+) (\\d+):(\\d+)").matcher(mistake);
        assertThat(at.matches()).isTrue();
        int[] line = places.get(of + at.group(2));
        return at.group(1) + " " + (line == null ? Integer.parseInt(at.group(2)) : line[0]) + ":" + at.group(3);
    }

    private static @Nullable String together(Broken one, Broken other, Map<String, int[]> places) {
        Map<String, Section> both = new LinkedHashMap<>(one.sections());
        other.sections().forEach(both::putIfAbsent);
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (String key : both.keySet()) {
            Section first = one.sections().get(key);
            Section second = other.sections().get(key);
            boolean merge = first != null && second != null;
            boolean same = merge && first.head().text().equals(second.head().text());
            boolean mended = merge
                    && first.isBlock()
                    && first.body().isEmpty() != second.body().isEmpty();
            boolean once = key.equals("nines") || key.equals("name") || key.equals("run");
            if (mended || merge && !same || merge && !first.isBlock() && !once) {
                return null;
            }
            number++;
            text.append((first == null ? second : first).head().text()).append('\n');
            for (Map.Entry<String, Section> of : parts(first, second).entrySet()) {
                places.put(of.getKey() + of.getValue().head().number(), new int[] {number});
            }
            for (Map.Entry<String, Section> of : parts(first, second).entrySet()) {
                for (Line line : of.getValue().body()) {
                    number++;
                    places.put(of.getKey() + line.number(), new int[] {number});
                    text.append(line.text()).append('\n');
                }
            }
        }
        Section journeys = both.get("journeys");
        Set<String> used = used(one, other);
        if (!used.isEmpty()
                && (journeys == null || journeys.isBlock() && !journeys.body().isEmpty())) {
            String all = "  everything: { needs: [" + String.join(", ", used) + "] }\n";
            int at = journeys == null ? text.length() : text.indexOf("journeys:\n") + "journeys:\n".length();
            text.insert(at, journeys == null ? "journeys:\n" + all : all);
            int line = (int) text.substring(0, at).lines().count();
            places.values().forEach(place -> place[0] += place[0] > line ? 1 : 0);
        }
        return text.toString();
    }

    /** The components that something shall use, so that none is unreached that was not before. */
    private static Set<String> used(Broken one, Broken other) {
        Set<String> used = new TreeSet<>();
        for (Broken broken : List.of(one, other)) {
            Section components = broken.sections().get("components");
            for (Line line : components == null ? List.<Line>of() : components.body()) {
                Matcher name = NAME.matcher(line.text());
                if (name.matches() && !broken.mistakes().contains("W201 " + line.number() + ":3")) {
                    used.add(name.group(1));
                }
            }
        }
        return used;
    }

    private static Map<String, Section> parts(@Nullable Section first, @Nullable Section second) {
        Map<String, Section> parts = new LinkedHashMap<>();
        if (first != null) {
            parts.put("one:", first);
        }
        if (second != null) {
            parts.put("other:", second);
        }
        return parts;
    }

    /** The same with other names of the same length, so that both can stand in one file. */
    private static Broken renamed(Broken broken) {
        Set<String> names = new TreeSet<>();
        broken.sections().forEach((key, section) -> {
            if (NAMED.matcher(key).matches()) {
                section.body().forEach(line -> {
                    Matcher name = NAME.matcher(line.text());
                    if (name.matches() && !name.group(1).equals("all")) {
                        names.add(name.group(1));
                    }
                });
            }
        });
        Map<String, Section> sections = new LinkedHashMap<>();
        broken.sections()
                .forEach((key, section) -> sections.put(
                        key,
                        new Section(
                                new Line(
                                        section.isBlock()
                                                ? section.head().text()
                                                : renamed(section.head().text(), names),
                                        section.head().number()),
                                section.body().stream()
                                        .map(line -> new Line(renamed(line.text(), names), line.number()))
                                        .toList())));
        return new Broken(broken.name(), sections, broken.mistakes());
    }

    private static String renamed(String text, Set<String> names) {
        String changed = text;
        for (String name : names) {
            char first = name.length() > 1 ? 'z' : (char) (name.charAt(0) + 10);
            String other = first + name.substring(1);
            changed = changed.replaceAll("(?<![a-z0-9-])" + name + "(?![a-z0-9]|-[a-z])", other);
        }
        return changed;
    }

    private static List<Broken> broken() throws IOException {
        Map<String, Set<String>> mistakes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(BrokenFilesTest.BROKEN.resolve("expected.txt"))) {
            String[] words = line.split(" ");
            boolean byItself = OF_THE_WHOLE.contains(words[0]) || ONCE_LAID_OUT.contains(words[0]);
            if (!line.startsWith("#") && !byItself) {
                mistakes.computeIfAbsent(words[0], file -> new TreeSet<>()).add(words[1] + " " + words[2]);
            }
        }
        List<Broken> all = new ArrayList<>();
        for (Map.Entry<String, Set<String>> file : mistakes.entrySet()) {
            List<String> lines = Files.readAllLines(BrokenFilesTest.BROKEN.resolve(file.getKey()));
            all.add(new Broken(file.getKey(), sections(lines), file.getValue()));
        }
        return all;
    }

    private static Map<String, Section> sections(List<String> lines) {
        Map<String, Section> sections = new LinkedHashMap<>();
        List<Line> body = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher top = TOP.matcher(lines.get(i));
            if (top.matches()) {
                body = new ArrayList<>();
                String head = top.group(1).equals("name") ? "name: Both" : lines.get(i);
                sections.put(top.group(1), new Section(new Line(head, i + 1), body));
            } else {
                body.add(new Line(lines.get(i), i + 1));
            }
        }
        return sections;
    }
}
