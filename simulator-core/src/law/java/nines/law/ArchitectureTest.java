package nines.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The package tables of ARCHITECTURE.md are the law: each package imports only what its row allows. */
class ArchitectureTest {
    private static final Pattern HEADING = Pattern.compile("#+ `?([^`]*)`?\\s*");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final DescribedPredicate<JavaClass> PRIMITIVE = DescribedPredicate.describe(
            "primitive", type -> type.getBaseComponentType().isPrimitive());
    private static final List<Row> ROWS = rows();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPath(Sources.module().resolve(System.getProperty("nines.classes", "target/classes")));

    /** One line of a table: the module it stands under, the package, and the packages and libraries it may import. */
    private record Row(String module, String name, List<String> mayImport, List<String> libraries) {
        boolean isHere() {
            return module.equals(Sources.moduleName());
        }

        String[] allowed() {
            var allowed = new ArrayList<String>(mayImport);
            libraries.forEach(library -> allowed.add(library + ".."));
            allowed.addAll(List.of(name, "java..", "org.jspecify.annotations"));
            return allowed.toArray(String[]::new);
        }
    }

    @TestFactory
    Stream<DynamicTest> importsOnlyWhatTheTableAllows() {
        return ROWS.stream()
                .filter(Row::isHere)
                .map(row -> DynamicTest.dynamicTest(
                        row.name(),
                        () -> classes()
                                .that()
                                .resideInAPackage(row.name())
                                .should()
                                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(row.allowed())
                                        .or(PRIMITIVE))
                                .because("ARCHITECTURE.md allows " + row.name() + " only " + row.mayImport() + " and "
                                        + row.libraries())
                                .check(CLASSES)));
    }

    @Test
    void everyPackageHasARowAndEveryRowAPackage() {
        var here = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(here).as("packages found in the compiled classes").isNotEmpty();
        assertThat(ROWS.stream().filter(Row::isHere).map(Row::name))
                .as("rows of ARCHITECTURE.md under `%s`", Sources.moduleName())
                .containsExactlyInAnyOrderElementsOf(here);
    }

    @Test
    void rowsNameOnlyRowsAbove() {
        var above = new HashSet<String>();
        for (Row row : ROWS) {
            assertThat(above).as("rows above " + row.name()).containsAll(row.mayImport());
            assertThat(above.add(row.name())).as(row.name() + " has one row").isTrue();
        }
        assertThat(above).hasSizeGreaterThan(15);
    }

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        String module = "";
        for (String line : Sources.text(Sources.project().resolve("ARCHITECTURE.md"))
                .lines()
                .toList()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                module = heading.group(1);
            } else if (line.startsWith("| `nines.")) {
                String[] cells = line.split("\\|", -1);
                assertThat(cells).as("cells of %s", line).hasSize(6);
                rows.add(new Row(
                        module,
                        words(cells[1]).get(0),
                        words(cells[3]).stream().map(word -> "nines." + word).toList(),
                        words(cells[4])));
            }
        }
        return rows;
    }

    private static List<String> words(String cell) {
        return WORD.matcher(cell)
                .results()
                .map((MatchResult word) -> word.group(1))
                .toList();
    }
}
