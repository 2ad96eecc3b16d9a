package nines.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written and cannot act where it stands is told, with its name and at its place; the same key where it does act
 * is left alone. Each row has both: what is idle, and what makes it act.
 */
class OverruledTest {
    private static final String WEB = "components: { web: { kind: server, instances: 4 } }\n";

    /** A file, the words that each of its warnings has, and a change of the file's text under which none is left. */
    static Stream<Arguments> idle() {
        return Stream.of(
                row(event("at: 1d, first: 3d, fail: web, for: 1h"), "`first` of `work`", "at: 1d, ", "every: 7d, "),
                row(event("at: 1d, fail: web, hits: 9, for: 1h"), "`hits` (9) is always more than the 4", "9", "3"),
                row(event("at: 1d, pause: [web-1, web-2], hits: 3, for: 1h"), "more than the 2 targets", "3", "1"),
                row(event("every: 7d, inspect: web, for: 1h"), "`for` of `work`", ", for: 1h", ""),
                row(event("every: 7d, deploy: web, stop: 1min, for: 1h"), "`for` of `work`", ", for: 1h", ""),
                row(
                        event("at: 1d, fail: web, mode: crash, for: 1h"),
                        "`for` of `work` does nothing: with `mode`",
                        ", mode: crash",
                        ""),
                row(
                        release("all-at-once", "max-unavailable: 10%"),
                        "`max-unavailable` of `work`",
                        "all-at-once",
                        "rolling"),
                row(
                        release("cell-by-cell", "max-unavailable: 10%"),
                        "`max-unavailable` of `work`",
                        "cell-by-cell",
                        "canary"),
                row(release("blue-green", "bake: 1h"), "`bake` of `work`", "blue-green", "rolling"),
                row(release("rolling", "canary: { share: 30% }"), "`canary` of `work`", "rolling", "canary"),
                row(release("blue-green", "stop: 1h"), "`stop` of `work`", "blue-green", "rolling"),
                row(release("rolling, bad: 0%", "detection: 1h"), "`detection` of `work`", "0%", "5%"),
                row(server("common-cause: { share: 5%, hits: 7 }"), "`hits` (7)", "7", "2"),
                row(server("common-cause: 5%"), "`common-cause` of `f` of `web`", "instances: 1", "instances: 2"),
                row(
                        "components: { web: { kind: server, instances: 2, active: 1, failover: { success: 100%, otherwise: 1h } } }\n",
                        "`otherwise` of `web`", "100%", "90%"),
                row(
                        balancer("weights: [1x, 2x, 1x, 1x]"),
                        "`weights` of `lb`",
                        "weights:",
                        "algorithm: weighted, weights:"),
                row(
                        balancer("load-bound: 1.2x"),
                        "`load-bound` of `lb`",
                        "load-bound",
                        "algorithm: ring-hash, load-bound"),
                row(
                        balancer("failure-penalty: 1s"),
                        "`failure-penalty` of `lb`",
                        "failure",
                        "algorithm: peak-ewma, failure"),
                row(cache("popularity: uniform"), "`popularity` of `c`", "popularity", "objects: 100, popularity"),
                row(cache("objects: 100, hit-ratio: 40%"), "`hit-ratio` of `c`", "objects: 100, ", ""),
                row(
                        database("2", "fallback-after: 2s"),
                        "`fallback-after` of `db`",
                        "fallback",
                        "mode: semi-synchronous, fallback"),
                row(database("2", "acks: 1"), "`acks` of `db`", "acks", "mode: synchronous, acks"),
                row(database("1", "lag: 1s"), "`replication` of `db`", "instances: 1", "instances: 2"),
                row(retry("wait: 1s, base: 1s"), "`base` of `folk`", "wait: 1s, ", ""),
                row(retry("attempts: 1, base: 1s"), "`base` of `folk`", "attempts: 1", "attempts: 2"),
                row(
                        WEB + "traffic: { folk: { rate: 5/s, think-time: 5s } }\n",
                        "`think-time` of `folk`",
                        "rate: 5/s",
                        "users: 5"),
                row(
                        WEB + "journeys: { j: { calls: { to: web, fallback: web } } }\n",
                        "`fallback` of the call of `web` is `web` itself",
                        ", fallback: web",
                        ""),
                row(crew("preempts: true"), "`preempts` of `ops`", "preempts", "order: [web], preempts"),
                row(crew("inspection: 1h"), "`inspection` of `ops`", "inspection", "order: first-found, inspection"),
                row(WEB + "crews: { ops: {} }\n", "nobody calls crew `ops`", "crews: { ops: {} }", ""),
                row(
                        WEB + "spares: { disk: { stock: 1 } }\n",
                        "nothing needs spare `disk`",
                        "spares: { disk: { stock: 1 } }",
                        ""),
                row(
                        WEB + "groups: { feed: { members: web } }\n",
                        "group `feed` does nothing",
                        "groups: { feed: { members: web } }",
                        ""),
                row(
                        WEB
                                + "places: { hall: { kind: room, fails: { f: { time-to-failure: exponential mean 1y, repair: 1h } } } }\n",
                        "nothing is in place `hall`",
                        "instances: 4",
                        "instances: 4, in: hall"),
                row(
                        "components: { db: { kind: database, instances: 2, fails: { f: { time-to-failure: exponential mean 1y, repair: 1h } } },"
                                + " copies: { kind: backup, of: db } }\n",
                        "backup `copies` does nothing",
                        "repair: 1h",
                        "repair: 1h, loses-data: true"),
                row(
                        WEB + "run: { replications: 10, precision: 1% }\n",
                        "`precision` of `run` does nothing",
                        "replications: 10, ",
                        ""));
    }

    private static Arguments row(String body, String words, String what, String by) {
        return Arguments.of(body, words, body.replace(what, by));
    }

    private static String event(String keys) {
        String crash = "fails: { crash: { time-to-failure: exponential mean 1y, repair: 1h } }";
        return "components: { web: { kind: server, instances: 4, " + crash + " } }\nevents: { work: { " + keys
                + " } }\n";
    }

    private static String release(String strategy, String keys) {
        String cell = strategy.equals("cell-by-cell") ? "places: { one: { kind: cell } }\n" : "";
        String in = strategy.equals("cell-by-cell") ? ", in: one" : "";
        return cell + "components: { web: { kind: server, instances: 4" + in + " } }\n"
                + "events: { work: { every: 7d, deploy: web, strategy: " + strategy + ", " + keys + " } }\n";
    }

    private static String server(String cause) {
        int instances = cause.equals("common-cause: 5%") ? 1 : 4;
        return "components: { web: { kind: server, instances: " + instances
                + ", fails: { f: { time-to-failure: exponential mean 1y, " + cause + ", repair: 1h } } } }\n";
    }

    private static String balancer(String keys) {
        return "components: { lb: { kind: balancer, " + keys + " }, web: { kind: server, instances: 4 } }\n"
                + "journeys: { j: { through: [lb, web] } }\n";
    }

    private static String cache(String keys) {
        return "components: { c: { kind: cache, " + keys + " } }\n";
    }

    private static String database(String instances, String replication) {
        return "components: { db: { kind: database, instances: " + instances + ", replication: { " + replication
                + " } } }\n";
    }

    private static String retry(String keys) {
        return WEB + "traffic: { folk: { rate: 5/s, retry: { " + keys + " } } }\n";
    }

    private static String crew(String keys) {
        return "crews: { ops: { " + keys + " } }\n"
                + "components: { web: { kind: server, instances: 4, fails: { f: { time-to-failure: exponential mean 1y,"
                + " repair: { crew: ops, fix: 1h } } } } }\n";
    }

    @ParameterizedTest
    @MethodSource("idle")
    void whatCannotActIsToldAndWhatActsIsNot(String body, String words, String acting) {
        assertThat(warnings(body)).singleElement().asString().contains(words);
        assertThat(acting).isNotEqualTo(body);
        assertThat(warnings(acting)).isEmpty();
    }

    private static List<String> warnings(String body) {
        Reading reading = ScenarioReader.parse("nines: 1\nname: Idle\n" + body, "idle.yaml");
        assertThat(reading.problems().stream()
                        .filter(p -> p.severity() == Severity.ERROR)
                        .map(Problem::text))
                .isEmpty();
        return reading.problems().stream()
                .filter(p -> p.severity() == Severity.WARNING)
                .map(Problem::text)
                .toList();
    }

    /** Unused entries are told where they stand; a name that is nowhere may have meant any of them, and then nothing is. */
    @Test
    void whatNobodyUsesIsToldWhereItStands() {
        String unused = """
                components: { web: { kind: server, instances: 2, fails: { f: { time-to-failure: exponential mean 1y, repair: 1h } } } }
                crews:
                  ops: {}
                spares:
                  disk: { stock: 1 }
                groups:
                  feed: { members: web }
                """;
        assertThat(warnings(unused))
                .containsExactly(
                        "idle.yaml:5:3  W201 nobody calls crew `ops`: a `repair` names it as its `crew`.",
                        "idle.yaml:7:3  W201 nothing needs spare `disk`: a `repair` names it as its `spare`.",
                        "idle.yaml:9:3  W201 group `feed` does nothing: it has no `fails`, and no event or condition names"
                                + " it.");
        Reading misspelt = ScenarioReader.parse(
                "nines: 1\nname: Idle\n" + unused.replace("repair: 1h", "repair: { crew: oops, fix: 1h }"),
                "idle.yaml");
        assertThat(misspelt.problems().stream().map(Problem::text))
                .anyMatch(text -> text.contains("`oops`"))
                .noneMatch(text -> text.contains("nobody calls"));
    }

    /** It ended as a mistake of the program itself. */
    @Test
    void whatIsCutOffIsShorterThanTheRun() {
        String body = "nines: 1\nname: Cut\n" + WEB + "traffic: { folk: { rate: 5/s } }\n"
                + "run: { fidelity: requests, horizon: 3min, discard: %s }\n";
        assertThat(ScenarioReader.parse(body.replace("%s", "6min"), "cut.yaml").problems().stream()
                        .filter(p -> p.severity() == Severity.ERROR)
                        .map(Problem::text))
                .containsExactly(
                        "cut.yaml:5:52  N126 `discard` (6 min) must be shorter than the `horizon` (3 min): nothing would be"
                                + " left to measure.");
        assertThat(ScenarioReader.parse(body.replace("%s", "1min"), "cut.yaml").hasErrors())
                .isFalse();
    }

    /** A template is written for many: where one of them cannot use all of it, nothing is told. */
    @Test
    void whatComesFromATemplateIsLeftAlone() {
        assertThat(warnings("""
                templates:
                  app: { fails: { f: { time-to-failure: exponential mean 1y, common-cause: 5%, repair: 1h } } }
                components:
                  one: { like: app, kind: server }
                  two: { like: app, kind: server, instances: 2 }
                """)).isEmpty();
    }

    /** What a variant or the sweep changes may give a key its say. */
    @Test
    void whatAVariantBringsToLifeIsLeftAlone() {
        assertThat(warnings(retry("attempts: 1, base: 1s") + "variants: { more: { folk.retry.attempts: 3 } }\n"))
                .isEmpty();
        assertThat(
                        warnings(
                                WEB
                                        + "crews: { ops: {} }\nvariants: { staffed: { web.fails.node.repair: { crew: ops, fix: 1h } } }\n"))
                .isEmpty();
    }
}
