package nines.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the package table cannot say: banned calls, a package-info in every package, no test switched off. */
class TidyTest {
    /** What feeds draws, times and sums: the same bits on every machine, so no intrinsic mathematics. */
    private static final Set<String> EXACT = Set.of(
            "nines.random",
            "nines.distribution",
            "nines.kernel",
            "nines.blueprint",
            "nines.structure",
            "nines.traffic",
            "nines.statistics",
            "nines.experiment");

    private static final String INEXACT =
            "log|log10|log1p|exp|expm1|pow|sin|cos|tan|asin|acos|atan|atan2|cbrt|sinh|cosh|tanh|hypot";

    /** A call that is banned in some packages, and what to use. */
    private record Ban(Pattern pattern, String use, Predicate<String> where) {
        static Ban of(String pattern, String use, Predicate<String> where) {
            return new Ban(Pattern.compile(pattern), use, where);
        }
    }

    private static final Predicate<String> EVERYWHERE = name -> true;
    private static final Predicate<String> CORE = name -> Sources.moduleName().equals("simulator-core");

    private static final List<Ban> BANS = List.of(
            Ban.of("(?<![\\w.])(?:java\\.lang\\.)?Math(?:\\.|::)(?:" + INEXACT + ")\\b", "StrictMath", EXACT::contains),
            Ban.of("import static java\\.lang\\.Math\\.(?:\\*|" + INEXACT + ")", "StrictMath", EXACT::contains),
            Ban.of("\\bjava\\.util\\.Random\\b", "nines.random.RandomStream", EVERYWHERE),
            Ban.of("(?<!\\w)Math(?:\\.|::)random\\b", "nines.random.RandomStream", EVERYWHERE),
            Ban.of(
                    "\\b(?:ThreadLocalRandom|SplittableRandom|SecureRandom)\\b",
                    "nines.random.RandomStream",
                    EVERYWHERE),
            Ban.of("\\bSystem\\.(?:out|err)\\b", "a return value, an exception or a listener", CORE),
            Ban.of("\\bString\\.format\\((?!\\s*Locale\\b)|\\.formatted\\b", "String.format with Locale.ROOT", CORE),
            Ban.of("\\.to(?:Lower|Upper)Case\\(\\)", "it with Locale.ROOT", CORE),
            Ban.of("\\bprintStackTrace\\b", "an exception with its cause", EVERYWHERE),
            Ban.of(
                    "\\bSystem(?:\\.|::)(?:currentTimeMillis|nanoTime)\\b|\\b(?:Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\b",
                    "simulated time, or the clock of nines.experiment",
                    CORE.and(name -> !name.equals("nines.experiment"))),
            Ban.of(
                    "\\bnew Thread\\b|\\bExecutors\\.",
                    "nines.experiment",
                    CORE.and(name -> !name.equals("nines.experiment"))));

    private static final Ban DISABLED = Ban.of("@Disabled\\w*", "a test that passes, or none", EVERYWHERE);

    private static final Pattern EMPTY_NAME = Pattern.compile(".*(?:Manager|Helper|Utils?|Impl)\\.java");

    @Test
    void noBannedCalls() {
        var found = new ArrayList<String>();
        Sources.packages().forEach((name, files) -> {
            for (Path file : files) {
                found.addAll(offences(name, file.toString(), Sources.text(file), BANS));
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void noTestIsSwitchedOff() {
        var found = new ArrayList<String>();
        for (Path file : Sources.javaFiles("src/test/java")) {
            found.addAll(offences("", file.toString(), Sources.text(file), List.of(DISABLED)));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        var packages = Sources.packages();
        packages.values().removeIf(files -> Files.exists(files.get(0).resolveSibling("package-info.java")));
        assertThat(packages.keySet()).as("packages without package-info.java").isEmpty();
    }

    @Test
    void namesSayWhatAClassIs() {
        assertThat(Sources.javaFiles("src/main/java"))
                .noneMatch(file -> EMPTY_NAME.matcher(file.toString()).matches());
    }

    @Test
    void aBannedCallIsReportedWithItsPlaceAndTheRemedy() {
        String text =
                "/** Math.log is not used. */\nString a = \"Math.exp\"; // Math.sin\ndouble b = Math.log(2) + StrictMath.log(3);\n";
        assertThat(offences("nines.random", "A.java", text, BANS))
                .containsExactly("A.java:3: Math.log is banned, use StrictMath");
        assertThat(offences("nines.quantity", "A.java", text, BANS)).isEmpty();
    }

    @Test
    void everyWayToDrawOutsideTheStreamsIsReported() {
        String text =
                "import java.util.Random;\ndouble a = Math.random();\nint b = ThreadLocalRandom.current().nextInt();\n";
        assertThat(offences("nines.model", "A.java", text, BANS)).hasSize(3);
        assertThat(offences("", "A.java", "@Test\n@Disabled\nvoid a() {}", List.of(DISABLED)))
                .containsExactly("A.java:2: @Disabled is banned, use a test that passes, or none");
    }

    private static List<String> offences(String packageName, String path, String text, List<Ban> bans) {
        String code = Sources.code(text);
        var offences = new ArrayList<String>();
        for (Ban ban : bans) {
            if (!ban.where().test(packageName)) {
                continue;
            }
            for (Matcher hit = ban.pattern().matcher(code); hit.find(); ) {
                long line = 1
                        + code.substring(0, hit.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                offences.add(path + ":" + line + ": " + hit.group() + " is banned, use " + ban.use());
            }
        }
        return offences;
    }
}
