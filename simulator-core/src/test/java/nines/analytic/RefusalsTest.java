package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nines.format.ScenarioReader;
import nines.layout.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A refusal names the component and the property as they are written, and says what would help. */
class RefusalsTest {
    private static final String CRASHES =
            "fails: { crash: { time-to-failure: exponential mean 30d, repair: exponential mean 1h } }";

    private static Arguments pair(String failover, String rest, String said, String helps) {
        return of(
                "  db: { kind: database, instances: 2, %s, failover: { %s } }".formatted(CRASHES, failover),
                rest,
                said,
                helps);
    }

    private static Arguments server(String mode, String rest, String said, String helps) {
        return of("  db: { kind: server, instances: 3, fails: { crash: { %s } } }".formatted(mode), rest, said, helps);
    }

    private static Arguments of(String components, String rest, String said, String helps) {
        return Arguments.of(
                "nines: 1\nname: R\ndefaults: textbook\ncomponents:\n" + components
                        + "\njourneys: { j: { through: [db] } }\n" + rest,
                said,
                helps);
    }

    static Stream<Arguments> refusals() {
        String fit = "`nines solve --fit` approximates";
        return Stream.of(
                pair(
                        "promotion: lognormal median 8s p90 20s",
                        "",
                        "db: promotion is lognormal median 8s sigma 0.7149; its failover is not Markov",
                        fit),
                pair(
                        "detection: uniform 20s to 30s, promotion: 10s, success: 90%, otherwise: 40min",
                        "",
                        "db: detection is uniform 20s to 30s; its failover is not Markov",
                        "(not memoryless either: db: promotion; db: otherwise.fix)"),
                pair("anti-flap: 10min, detection: exponential mean 9s", "", "db: anti-flap: ", "without `anti-flap`"),
                pair(
                        "detection: exponential mean 9s",
                        "events: { patching: { every: 30d, maintain: db, for: 20min } }\n",
                        "event patching: begins at a fixed time",
                        "`every: exponential mean`"),
                server(
                        "time-to-failure: exponential mean 30d, repair: { crew: ops, fix: 1h }",
                        "crews: { ops: { people: 1 } }\n",
                        "db: fix of 'crash' is a fixed 1h; its repair is not Markov",
                        fit),
                server(
                        "time-to-failure: exponential mean 30d, repair: { crew: ops, fix: exponential mean 1h }",
                        "crews: { ops: { people: 1, works: [{ from: 8h, for: 10h }] } }\n",
                        "crew ops: works in shifts",
                        "without `works`"),
                server(
                        "time-to-failure: exponential mean 30d, repair: { spare: disks, fix: exponential mean 1h }",
                        "spares: { disks: { stock: 1, delivery: 3d } }\n",
                        "spares disks: delivery is a fixed 3d; their number is not Markov",
                        fit),
                server(
                        "time-to-failure: erlang 3 mean 30d, repair: exponential mean 1h, after-repair: as-before",
                        "",
                        "db: after-repair of 'crash' is as-before",
                        "with `as-new`"),
                server(
                        "time-to-failure: exponential mean 30d, repair: exponential mean 1h, common-cause: { share: 9%, over: 1h }",
                        "", "db: common-cause of 'crash': over: ", "with `over: 0s`"),
                of(
                        "  host: { kind: server, %s }\n  db: { kind: server, needs: host, restart: 2min, %s }"
                                .formatted(CRASHES, CRASHES),
                        "",
                        "db: restart is a fixed 2min; its way back after an interruption is not Markov",
                        fit),
                of(
                        "  feed: { kind: server, %s }\n  db: { kind: server, needs: { all: [feed], tolerates: 9min }, %s }"
                                .formatted(CRASHES, CRASHES),
                        "",
                        "db: tolerates the loss of feed for a while: the store remembers how much of it is used",
                        "without `tolerates`"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void namesTheComponentThePropertyAndWhatHelps(String scenario, String said, String helps) {
        Solver solver =
                Solver.of(Layout.of(ScenarioReader.parse(scenario, "r.yaml").scenarioOrThrow()), Limits.generous());

        assertThat(solver.meanTimeToFirstOutage(0))
                .isInstanceOfSatisfying(
                        Answer.NotApplicable.class,
                        refused -> assertThat(refused.why()).startsWith(said).contains(helps));
    }
}
