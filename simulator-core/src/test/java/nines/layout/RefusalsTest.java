package nines.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import nines.format.ScenarioReader;
import nines.model.Scenario;
import org.junit.jupiter.api.Test;

/** What can be read and not be simulated: from Java it is all told at once as well, each with its path. */
class RefusalsTest {

    private static Scenario read(String body) {
        return ScenarioReader.parse("nines: 1\nname: Refused\n" + body, "refused.yaml")
                .scenarioOrThrow();
    }

    @Test
    void everythingIsToldAtOnce() {
        Scenario scenario = read("""
                components:
                  db:
                    kind: database
                    instances: 2
                    failover: { detection: exponential mean 5s once, anti-flap: exponential mean 1h }
                journeys:
                  shop: { through: db }
                events:
                  release: { every: 7d, deploy: db, over: 10min }
                """);

        NotLaidOut told = catchThrowableOfType(NotLaidOut.class, () -> Layout.of(scenario));

        assertThat(told.refusals())
                .extracting(Refusal::path)
                .containsExactly("db.failover.detection", "db.failover.anti-flap", "release.over");
        assertThat(told.getMessage().lines()).hasSize(3).allMatch(line -> line.contains(": "));
    }

    @Test
    void whatNobodyWouldEverFindIsToldOfEveryMode() {
        Scenario scenario = read("""
                components:
                  db: { kind: database, fails: { crash: { time-to-failure: exponential mean 30d, found: by-probe, repair: 1h } } }
                  web:
                    kind: server
                    instances: 2
                    fails: { crash: { time-to-failure: exponential mean 30d, found: by-probe, repair: 1h } }
                journeys:
                  shop: { through: [web, db] }
                events:
                  work: { every: 7d, maintain: web, for: 1h, hits: 2 }
                """);

        assertThat(Refusals.of(scenario, false)).isEmpty();
        assertThat(Refusals.onceLaidOut(scenario, false))
                .extracting(Refusal::path)
                .containsExactly("work.hits", "db.fails.crash.found", "web.fails.crash.found");
    }

    /** The whole works as long as somebody holds its post: who it is does not matter to those who need it. */
    @Test
    void aNeedOfThePrimaryIsANeedOfTheWhole() {
        String body = """
                components:
                  db: { kind: database, instances: 3 }
                  web: { kind: server, needs: %s }
                journeys:
                  shop: { through: web }
                """;

        assertThat(Layout.of(read(body.formatted("db.primary"))).nodes())
                .usingRecursiveComparison()
                .isEqualTo(Layout.of(read(body.formatted("db"))).nodes());
    }
}
