package nines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nines.format.SolutionJson;
import nines.result.CutSetsOfSize;
import nines.result.Solution;
import nines.result.Solved;
import nines.result.SolvedJourney;
import nines.result.SolvedStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolveCommandTest {
    private static final String SERVER = """
            nines: 1
            name: One server
            defaults: textbook
            components:
              server:
                kind: server
                fails: { crash: { time-to-failure: exponential mean 1000h, repair: exponential mean 4h } }
            targets: { availability: 99.9% }
            measure: { at: [24h] }
            """;

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.yaml"), text).toString();
    }

    private static Solved answer(SolvedJourney journey, String measure) {
        return journey.answer(measure).orElseThrow();
    }

    @Test
    void answersFromTheFileWithItsMethod() throws IOException {
        Said said = Said.by("solve", file(SERVER), "--format", "json", "--at", "10h,720h");
        Solution solution = SolutionJson.read(said.out());
        SolvedJourney journey = solution.journeys().get(0);

        assertThat(said.code()).as("the target is missed").isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(solution.twin()).isFalse();
        assertThat(answer(journey, "request-unavailability").value()).isCloseTo(4 / 1004.0, withinPercentage(1e-10));
        assertThat(answer(journey, "request-unavailability").method()).isNotEmpty();
        assertThat(answer(journey, "outages-per-year").value()).isCloseTo(8760 / 1004.0, withinPercentage(1e-10));
        assertThat(answer(journey, "mean-outage").value()).isCloseTo(4 * 3600, within(1e-6));
        assertThat(answer(journey, "mean-time-to-first-outage").value()).isCloseTo(1000 * 3600, within(1e-3));
        assertThat(journey.answers())
                .filteredOn(each -> each.measure().equals("reliability"))
                .extracting(Solved::at)
                .containsExactly(10 * 3600.0, 24 * 3600.0, 720 * 3600.0);
        assertThat(journey.answers())
                .filteredOn(each -> each.measure().equals("reliability") && each.at() == 720 * 3600.0)
                .allSatisfy(each -> assertThat(each.value()).isCloseTo(0.4867522559599717, withinPercentage(1e-9)));
    }

    @Test
    void printsAPageForPeople() throws IOException {
        Said said = Said.by("solve", file(SERVER), "--set", "targets.availability=99%");

        assertThat(said.code()).isZero();
        Approved.reads("solve-server.txt", said.out());
    }

    @Test
    void namesWhatStandsInTheWay() throws IOException {
        String patched = SERVER + "events: { patching: { every: 30d, maintain: server, for: 20min } }\n";
        Said said = Said.by("solve", file(patched));

        assertThat(said.code()).isEqualTo(ExitCode.NO_ANSWER);
        assertThat(said.out()).contains("no exact answer", "patching", "begins at a fixed time");
    }

    @Test
    void neverShowsTheTwinAsTheAnswer() throws IOException {
        Said said = Said.by("solve", file(SERVER.replace("exponential mean 4h", "lognormal mean 4h cv 2")), "--twin");

        assertThat(said.code()).as("a twin misses no target").isZero();
        assertThat(said.out())
                .contains("EXPONENTIAL TWIN", "not the answer", "of the twin")
                .doesNotContain("target met");
        Solution solution =
                SolutionJson.read(Said.by("solve", folder.resolve("file.yaml").toString(), "--twin", "--format", "json")
                        .out());
        assertThat(solution.twin()).isTrue();
        assertThat(solution.warnings()).hasSize(1);
    }

    @Test
    void csvHasOneLineForEachQuestion() throws IOException {
        Said said = Said.by("solve", file(SERVER), "--format", "csv");

        assertThat(said.out())
                .startsWith("journey,measure,start,at,value,unit,error,method,why-not,twin,caveat,station\n");
        assertThat(said.out().lines()).hasSize(13);
    }

    @Test
    void saysWhenThereAreTooManyStates() throws IOException {
        Said said = Said.by("solve", "first", "--twin", "--states", "2");

        assertThat(said.code()).isEqualTo(ExitCode.NO_ANSWER);
        assertThat(said.out()).contains("more than 2 states");
        assertThat(Said.by("solve", file(SERVER), "--states", "0").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Said.by("solve", file(SERVER), "--at", "soon").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void namesWhatWouldBringItDown() {
        Said said = Said.by("solve", "dual-wan", "--cuts", "--importance", "--format", "json");
        SolvedStructure structure = SolutionJson.read(said.out()).structures().get(0);

        assertThat(structure.assumptions()).isEmpty();
        assertThat(structure.unavailability()).isCloseTo(2.5e-5, withinPercentage(1e-10));
        assertThat(structure.cutSetsBySize()).containsExactly(new CutSetsOfSize(2, 1));
        assertThat(structure.cutSets().get(0).events()).containsExactly("wan-1", "wan-2");
        assertThat(structure.importances()).hasSize(2).allSatisfy(each -> {
            assertThat(each.birnbaum()).isCloseTo(0.005, withinPercentage(1e-10));
            assertThat(each.achievementWorth()).isCloseTo(200, withinPercentage(1e-10));
            assertThat(each.reductionWorth()).isInfinite();
        });
    }

    /** A structure is an answer, even where the laws are no chain's; what its figures leave out is said. */
    @Test
    void printsCutSetsAndImportanceForPeople() {
        Said said = Said.by("solve", "three-tier-shop", "--cuts", "3", "--importance", "2");

        assertThat(said.code()).isNotEqualTo(ExitCode.NO_ANSWER);
        assertThat(said.out())
                .contains("minimal cut sets", "db: node", "more", "importance of", "RAW", "not exact: ")
                .contains("take-overs succeed and take no time");
        assertThat(Said.by("solve", "dual-wan").out()).doesNotContain("minimal cut sets", "importance");
    }

    @Test
    void saysHowManyRowsThereCanBe() {
        Said said = Said.by("solve", "dual-wan", "--cuts", "0");

        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("--cuts must be from 1 to 10000: 0.");
    }
}
