package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Scripted faults, plans and disasters: whom they hit, when, for how long, and what stays. */
class EventsTest {
    private static final double HOUR = Trial.HOUR;

    private static String servers(int n, String event) {
        return """
                components:
                  web: { kind: server, instances: %d, needed: 1 }
                events:
                  blow: %s
                journeys:
                  one: { needs: web-1 }
                  some: { needs: web }
                """.formatted(n, event);
    }

    /** Seconds one instance is down, added over the first ten instances. */
    private static double instanceHours(Journal journal, Trial trial, int n) {
        double sum = 0;
        for (int i = 1; i <= n; i++) {
            sum += journal.nodeDown[trial.blueprint().node("web-" + i)] / HOUR;
        }
        return sum;
    }

    /** Each hit comes after its own uniform delay below 2 h and lasts 1 h; the first is down from U to U + 1 h. */
    @Test
    void hitsAreSpreadOverTime() {
        Trial trial = Trial.of(servers(10, "{ at: 10h, fail: web, for: 1h, over: 2h }"));

        assertThat(trial.mean(20 * HOUR, journal -> instanceHours(journal, trial, 10))
                        .value())
                .isCloseTo(10, within(1e-9));
        // Down until 11 h for those hit within the first hour: of the hour E[1 - U; U < 1] = 1/4 for U below 2 h.
        trial.mean(11 * HOUR, journal -> instanceHours(journal, trial, 10)).meets(10 * 0.25, 0.1);
        // Nobody before, everybody after; all down at once only if the ten hits lie within an hour.
        assertThat(trial.mean(10 * HOUR, journal -> instanceHours(journal, trial, 10))
                        .value())
                .isZero();
        double allWithinAnHour = 10 * Math.pow(0.5, 9) - 9 * Math.pow(0.5, 10);
        double outages = trial.mean(400, 20 * HOUR, journal -> journal.outages[1]);
        assertThat(outages).isCloseTo(allWithinAnHour, within(4 * Math.sqrt(allWithinAnHour / 400)));
    }

    /** Three of ten, each as likely as any other. */
    @Test
    void hitsAsANumber() {
        Trial trial = Trial.of(servers(10, "{ every: 24h, first: 1h, fail: web, for: 1h, hits: 3 }"));

        assertThat(trial.mean(240 * HOUR, journal -> instanceHours(journal, trial, 10))
                        .value())
                .isCloseTo(30, within(1e-9));
        trial.mean(2400 * HOUR, journal -> journal.down[0] / HOUR).meets(100 * 0.3, 0.05);
        Trial.isRefused(servers(10, "{ every: 24h, maintain: web, for: 1h, hits: 3 }"), "blow", "write a share");
    }

    /** All of a component or none of it, with its chance: never half of it. */
    @Test
    void alsoHitsAWholeComponentOrNoneOfIt() {
        Trial trial = Trial.of("""
                components:
                  web: { kind: server }
                  db: { kind: server, instances: 3, needed: 1 }
                events:
                  blow: { every: 24h, first: 1h, fail: web, for: 1h, also-hits: { db: 30% } }
                journeys:
                  first: { needs: db-1 }
                  whole: { needs: { all: [db-1, db-2, db-3] } }
                  some: { needs: db }
                """);

        trial.mean(2400 * HOUR, journal -> journal.down[0] / HOUR).meets(100 * 0.3, 0.05);
        for (int j = 1; j < 3; j++) {
            int other = j;
            assertThat(trial.mean(2400 * HOUR, journal -> journal.down[other] - journal.down[0])
                            .value())
                    .isZero();
        }
    }

    @Test
    void aFailureAlsoHitsAWholeComponentOrNoneOfIt() {
        Trial trial = Trial.of("""
                components:
                  web: { kind: server, fails: { crash: { time-to-failure: exponential mean 20h, repair: exponential mean 1h, also-hits: { db: 30% } } } }
                  db: { kind: server, instances: 3, needed: 1 }
                journeys:
                  first: { needs: db-1 }
                  some: { needs: db }
                """);
        double exact = 0.3 / 21;

        assertThat(trial.solve().timeUnavailability(0).value()).isCloseTo(exact, within(1e-12));
        assertThat(trial.solve().timeUnavailability(1).value()).isCloseTo(exact, within(1e-12));
        trial.mean(2 * Trial.YEAR, Trial::downShare).meets(exact, 0.02);
    }

    /** Rare companions are choices by chance like any other: asked once a failure, by name. */
    @Test
    void whatAFailureTakesAlongIsAudited() {
        Trial trial = Trial.of("""
                components:
                  web: { kind: server, fails: { crash: { time-to-failure: exponential mean 20h, repair: exponential mean 1h, also-hits: { db: 5% } } } }
                  db: { kind: server }
                journeys:
                  some: { needs: db }
                """);
        Replicator replicator = new Replicator(trial.blueprint(), Options.plain());
        int[] audited = java.util.stream.IntStream.range(0, replicator.newJournal(1).branchAsked.length)
                .filter(source -> !Double.isNaN(replicator.branchChance(source)))
                .toArray();

        assertThat(audited).hasSize(1);
        int source = audited[0];
        assertThat(replicator.branchChance(source)).isEqualTo(0.05);
        assertThat(replicator.branchName(source)).endsWith(": takes others along");
        trial.mean(2 * Trial.YEAR, journal -> journal.branchAsked[source]).meets(2 * Trial.YEAR / (21 * HOUR), 0.01);
        trial.mean(2 * Trial.YEAR, journal -> journal.branchTaken[source] - 0.05 * journal.branchAsked[source])
                .meets(0);
    }

    /** A quarter of the servers in the room do not come back by themselves: they need the longest of their repairs. */
    @Test
    void someDoNotReturn() {
        Trial trial = Trial.of("""
                places:
                  room: { kind: room }
                components:
                  web:
                    kind: server
                    in: room
                    instances: 10
                    needed: 1
                    fails:
                      crash: { time-to-failure: exponential mean 1000000y, repair: 1min }
                      lost: { time-to-failure: exponential mean 1000000y, repair: 5h }
                events:
                  blackout: { every: 24h, first: 1h, fail: room, for: 1h, not-returning: 25% }
                """);

        trial.mean(24 * 40 * HOUR, journal -> instanceHours(journal, trial, 10)).meets(40 * 10 * (1 + 0.25 * 5), 0.05);
        Trial.isRefused(
                servers(2, "{ at: 1h, fail: web, for: 1h, not-returning: 25% }"), "nothing says how it is mended");
    }

    @Test
    void allReplicasAreMeantNotOne() {
        Trial trial = Trial.of("""
                components:
                  db: { kind: database, instances: 3 }
                events:
                  blow: { at: 1h, fail: db.replicas, for: 1h }
                journeys:
                  second: { needs: db-2 }
                  third: { needs: db-3 }
                  first: { needs: db-1 }
                """);

        assertThat(trial.mean(10 * HOUR, journal -> journal.down[0] / HOUR).value())
                .isCloseTo(1, within(1e-9));
        assertThat(trial.mean(10 * HOUR, journal -> journal.down[1] / HOUR).value())
                .isCloseTo(1, within(1e-9));
        assertThat(trial.mean(10 * HOUR, journal -> journal.down[2] / HOUR).value())
                .isZero();
    }
}
