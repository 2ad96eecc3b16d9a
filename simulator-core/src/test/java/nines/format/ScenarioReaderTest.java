package nines.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nines.model.Condition;
import nines.model.CrewOrder;
import nines.model.HowMany;
import nines.model.Mode;
import nines.model.Scenario;
import nines.model.Server;
import nines.model.Source;
import nines.model.Verb;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/language-examples");

    @Test
    void silenceUnderFieldIsFilledFromTheCatalogue() {
        Scenario scenario = example("first.yaml");

        Server web = (Server) scenario.components().get("web");
        assertThat(web.common().fails().keySet()).containsExactly("node", "lost", "crash");
        assertThat(web.workers()).isEqualTo(32);
        assertThat(web.common().fails().get("crash").commonCause().get(0).share())
                .isEqualTo(0.05);
        assertThat(scenario.sources().get("web.fails.crash.time-to-failure"))
                .isInstanceOfSatisfying(Source.Catalogue.class, source -> {
                    assertThat(source.id()).isEqualTo("sw.process.crash");
                    assertThat(source.grade()).isEqualTo("D");
                    assertThat(source.date()).isEqualTo("2026-11-21");
                    assertThat(source.silent()).isTrue();
                });
        assertThat(scenario.sources().get("web.instances")).isEqualTo(new Source.File("2", 7, 35));
    }

    @Test
    void silenceUnderTextbookIsIdeal() {
        Scenario scenario = read("""
            nines: 1
            name: Ideal
            defaults: textbook
            components:
              lb: { kind: balancer }
              web: { kind: server, instances: 2, active: 1 }
            """);

        Server web = (Server) scenario.components().get("web");
        assertThat(web.common().fails()).isEmpty();
        assertThat(web.common().failover()).isNull();
        assertThat(web.common().restart().mean()).isZero();
        assertThat(scenario.journeys().get("service").needs())
                .isInstanceOfSatisfying(
                        Condition.All.class, all -> assertThat(all.of()).hasSize(2));
    }

    @Test
    void aComponentThatFeedsAnotherIsNoPartOfTheService() {
        Scenario scenario = read("""
            nines: 1
            name: Power
            defaults: textbook
            components:
              feed: { kind: utility }
              web: { kind: server, needs: feed }
            """);

        assertThat(scenario.journeys().get("service").needs())
                .isInstanceOfSatisfying(
                        Condition.All.class,
                        all -> assertThat(all.of())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Condition.Works.class,
                                        works -> assertThat(works.who().text()).isEqualTo("web")));
    }

    @Test
    void likeTakesEveryKeyAndOverrides() {
        Scenario scenario = example("case-d08-two-sub-clusters.yaml");

        Mode crash = scenario.components().get("left").common().fails().get("crash");
        assertThat(crash.timeToFailure().mean()).isCloseTo(500 * 3600, within(1e-6));
        assertThat(scenario.components().get("left").common().instances()).isEqualTo(2);
        assertThat(scenario.crews().get("unit").order()).isInstanceOf(CrewOrder.FirstFound.class);
    }

    @Test
    void aChangeReachesIntoShortForms() {
        Reading reading = ScenarioReader.read(
                EXAMPLES.resolve("s19-object-store.yaml"),
                List.of("nodes.fails.outage.common-cause=0%", "objects.rebuild.bandwidth=40%", "run.seed=7"),
                null);

        Scenario scenario = reading.scenarioOrThrow();
        assertThat(scenario.places().get("nodes").fails().get("outage").commonCause())
                .singleElement()
                .satisfies(shock -> assertThat(shock.share()).isZero());
        assertThat(scenario.run().seed()).isEqualTo(7);
        assertThat(scenario.sources().get("run.seed")).isEqualTo(new Source.Change("7", "--set run.seed=7"));
    }

    @Test
    void aVariantAppliesTheOneItIsLikeFirst() {
        Scenario scenario = ScenarioReader.read(EXAMPLES.resolve("s24-bad-deploy.yaml"), List.of(), "canary-and-a-leak")
                .scenarioOrThrow();

        Verb.Deploy deploy = (Verb.Deploy) scenario.events().get("release").verb();
        assertThat(deploy.strategy()).isEqualTo(Verb.Deploy.Strategy.CANARY);
        assertThat(deploy.harm().after().mean()).isCloseTo(6 * 3600, within(1e-6));
    }

    @Test
    void nullRemoves() {
        Scenario scenario = ScenarioReader.read(EXAMPLES.resolve("s16-etcd.yaml"), List.of(), "independent")
                .scenarioOrThrow();

        assertThat(scenario.events()).isEmpty();
        assertThat(scenario.components().get("etcd").common().in()).isEmpty();
        assertThat(scenario.components().get("etcd").common().needed()).isEqualTo(new HowMany.Majority());
    }

    @Test
    void instancesAreTheSumOfTheCounts() {
        assertThat(example("s13-disaster-recovery.yaml")
                        .components()
                        .get("app")
                        .common()
                        .instances())
                .isEqualTo(8);
    }

    @Test
    void whatDoesNotActYetIsSaid() {
        List<String> notices = ScenarioReader.read(EXAMPLES.resolve("s23-ddos.yaml")).problems().stream()
                .filter(p -> p.severity() == Severity.NOTICE)
                .map(Problem::message)
                .toList();

        assertThat(notices)
                .anyMatch(n -> n.startsWith("verb `attack` is read and checked, but does not act yet"))
                .anyMatch(n -> n.startsWith("`latency` acts only when requests are simulated"));
    }

    @Test
    void aFidelityThatDoesNotRunYetIsSaid() {
        assertThat(ScenarioReader.read(EXAMPLES.resolve("s10-three-zones.yaml")).problems().stream()
                        .map(Problem::code))
                .contains(Code.N303);
    }

    @Test
    void textbookCasesOfThisFidelityHaveNoNotice() {
        for (String name : List.of(
                "case-a06-one-repair-crew.yaml",
                "case-a09-warm-standby.yaml",
                "case-a11-coverage.yaml",
                "case-a21-priority-repair.yaml",
                "case-b03-point-availability.yaml",
                "case-c01-common-cause.yaml",
                "case-c06-three-tiers.yaml",
                "case-d08-two-sub-clusters.yaml",
                "case-d10-inspection.yaml",
                "case-f02-yearly-downtime.yaml",
                "case-x-load-sharing.yaml")) {
            assertThat(ScenarioReader.read(EXAMPLES.resolve(name)).problems())
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void jsonIsReadWithItsPlaces() {
        Reading reading = ScenarioReader.parse("""
            { "nines": 1, "name": "One server", "defaults": "textbook",
              "components": { "server": { "kind": "server", "fails": { "crash": {
                "time-to-failure": { "distribution": "weibull", "shape": 0.7, "mean": "3y" },
                "repair": "lognormal mean 2h cv 1.5", "fixx": 1 } } } } }
            """, "one.json");

        assertThat(reading.problems().stream().map(Problem::text))
                .containsExactly(
                        "one.json:4:43  N101 unknown key `fixx` in `crash`. Allowed are time-to-failure, clock,"
                                + " effect, slow, errors, service-time, common-cause, hits, also-hits, loses-data, found,"
                                + " repair, after-repair, replaced.");
    }

    @Test
    void anAutomatonIsStatesAndMoves() {
        Scenario scenario = read("""
            nines: 1
            name: The honest escape
            defaults: textbook
            components:
              web: { kind: server, fails: { crash: { time-to-failure: exponential mean 30d, repair: 1h } } }
              box:
                kind: automaton
                states: { ok: {}, tired: {}, broken: { works: false } }
                start: ok
                moves:
                  - { from: ok, to: { tired: 70%, broken: 30% }, after: exponential mean 30d, while: web }
                  - { from: [tired, broken], to: ok, after: 1h, unless: box.broken, memory: restarts }
            journeys:
              shop: { needs: [web, box] }
            """);

        nines.model.Automaton box =
                (nines.model.Automaton) scenario.components().get("box");
        assertThat(box.moves()).hasSize(2);
        assertThat(box.moves().get(0).to()).containsEntry("broken", 0.3);
        assertThat(box.moves().get(1).memory()).isEqualTo(nines.model.Automaton.Move.Memory.RESTARTS);
    }

    // Bad input

    @Test
    void aDirectoryIsNoFile(@TempDir Path folder) {
        assertThat(only(ScenarioReader.read(folder)))
                .isEqualTo("N140 this is a directory. Name a scenario file in it.");
    }

    @Test
    void aMissingFileIsSaid(@TempDir Path folder) {
        assertThat(only(ScenarioReader.read(folder.resolve("none.yaml")))).isEqualTo("N140 there is no such file.");
    }

    @Test
    void noPermissionIsSaid(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret.yaml"), "nines: 1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "the administrator may read everything");

        assertThat(only(ScenarioReader.read(file))).isEqualTo("N140 no permission to read this file.");
    }

    @Test
    void aPictureIsNoText(@TempDir Path folder) throws IOException {
        Path file =
                Files.write(folder.resolve("picture.yaml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff});

        assertThat(only(ScenarioReader.read(file)))
                .isEqualTo("N100 this is not a text in UTF-8. Is it a scenario file?");
    }

    @Test
    void hostileFilesEndWithinASecond(@TempDir Path folder) throws IOException {
        String laughs = """
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
            e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
            f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
            """;
        Path ten =
                Files.write(folder.resolve("ten.json"), "[".repeat(10_000_000).getBytes(StandardCharsets.US_ASCII));

        // Processor time: other work may share the machine.
        for (String[] hostile : new String[][] {
            {"[".repeat(900_000), "deep.yaml", "N119 more than 64 levels"},
            {"[".repeat(900_000), "deep.json", "N119 more than 64 levels"},
            {"{\"a\":".repeat(150_000), "deep.json", "N119 more than 64 levels"},
            {"- ".repeat(400_000), "deep.yaml", "N119 more than 64 levels"},
            {"? ".repeat(400_000), "keys.yaml", "N119 more than 64 levels"},
            {laughs, "laughs.yaml", "N119 more than 200000 values"}
        }) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(only(ScenarioReader.parse(hostile[0], hostile[1]))).startsWith(hostile[2]);
            assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                    .as(hostile[1])
                    .isLessThan(1_000_000_000L);
        }
        assertThat(only(ScenarioReader.read(ten))).startsWith("N119 the file has 10.0 MB");
    }

    @Test
    void aChainAsLongAsTheFileIsFollowed() {
        StringBuilder text =
                new StringBuilder("nines: 1\nname: A chain\ncomponents: { web: { kind: server } }\nplaces:\n");
        for (int i = 1; i < 5_000; i++) {
            text.append("  p")
                    .append(i)
                    .append(": { kind: room, in: p")
                    .append(i + 1)
                    .append(" }\n");
        }
        text.append("  p5000: { kind: room, in: p4000 }\n");

        assertThat(ScenarioReader.parse(text.toString(), "chain.yaml").problems().stream()
                        .filter(p -> p.severity() == Severity.ERROR)
                        .map(Problem::code))
                .containsExactly(Code.N109);
    }

    /** Silence was read anew for each component: more than 40 s of processor time. */
    @Test
    void aFileOfFortyThousandComponentsIsReadInSeconds() {
        StringBuilder text = new StringBuilder("nines: 1\nname: Large\ncomponents:\n");
        for (int i = 0; i < 40_000; i++) {
            text.append("  w").append(i).append(": {kind: server}\n");
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Scenario scenario = ScenarioReader.parse(text.toString(), "large.yaml").scenarioOrThrow();
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                .isLessThan(15_000_000_000L);
        assertThat(scenario.components()).hasSize(40_000);
        assertThat(scenario.sources().get("w39999.fails.crash.time-to-failure")).isInstanceOf(Source.Catalogue.class);
        assertThat(scenario.sources()).hasSizeGreaterThan(3_000_000);
        assertThat(scenario.sources().keySet().stream().limit(5))
                .containsExactly("name", "defaults", "catalogue", "w0.instances", "w0.active");
    }

    @Test
    void manyMistakesOfOneKindEnd() {
        Reading reading = ScenarioReader.parse("a: 1\n".repeat(20_000), "twice.yaml");

        assertThat(reading.scenario()).isNull();
        assertThat(reading.problems()).hasSize(1_000);
    }

    private static String only(Reading reading) {
        assertThat(reading.scenario()).isNull();
        assertThat(reading.problems()).hasSize(1);
        Problem problem = reading.problems().get(0);
        return problem.code() + " " + problem.message();
    }

    private static Scenario example(String name) {
        return ScenarioReader.read(EXAMPLES.resolve(name)).scenarioOrThrow();
    }

    private static Scenario read(String text) {
        return ScenarioReader.parse(text, "text.yaml").scenarioOrThrow();
    }
}
