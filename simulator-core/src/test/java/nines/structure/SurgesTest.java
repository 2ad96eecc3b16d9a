package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.analytic.Answer;
import nines.analytic.Limits;
import nines.analytic.Solver;
import org.junit.jupiter.api.Test;

/** More traffic for a while: requests weigh by the load they come with, and capacities are compared with it. */
class SurgesTest {
    private static final double HOUR = Trial.HOUR;

    /** Ten a second on average, which one instance serves. */
    private static String body(String traffic, String events) {
        return """
                components:
                  web: { kind: server, instances: 2, service-time: 50ms }
                journeys:
                  page: { through: [web] }
                traffic:
                  people: { rate: 10/s%s }
                events:
                %s
                """.formatted(traffic, events.indent(2));
    }

    private static double lost(String body, double horizon) {
        return Trial.of(body).mean(horizon, journal -> journal.lost[0]).value();
    }

    private static double offered(String body, double horizon) {
        return Trial.of(body).mean(horizon, journal -> journal.offered[0]).value();
    }

    /** Forty a second can be served by two; a surge of five times the load leaves ten of fifty unserved. */
    @Test
    void whatExceedsTheCapacityIsLost() {
        String body = body("", "rush: { at: 1h, surge: people, load: 5x, for: 2h }");
        assertThat(offered(body, 10 * HOUR)).isCloseTo(10 * (8 + 5 * 2) * HOUR, within(1e-6));
        assertThat(lost(body, 10 * HOUR)).isCloseTo(10 * 2 * HOUR, within(1e-6));
        assertThat(lost(body.replace("5x", "4x"), 10 * HOUR)).isZero();
        // Cut off by the end.
        assertThat(lost(body, 2 * HOUR)).isCloseTo(10 * HOUR, within(1e-6));
    }

    /** An outage in the rush hour costs three times as much. */
    @Test
    void anOutageCountsByItsRequests() {
        String body =
                body("", "rush: { at: 1h, surge: people, load: 3x, for: 2h }\nfault: { at: 2h, fail: web, for: 3h }");
        assertThat(lost(body, 10 * HOUR)).isCloseTo(10 * (3 + 2) * HOUR, within(1e-6));
        assertThat(offered(body, 10 * HOUR)).isCloseTo(10 * (8 + 6) * HOUR, within(1e-6));
        double down = Trial.of(body).mean(10 * HOUR, journal -> journal.down[0]).value();
        assertThat(down).isCloseTo(3 * HOUR, within(1e-6));
    }

    /** With one instance down, 20 a second can be served of 30; two surges at once multiply each other. */
    @Test
    void surgesAndFaultsTogether() {
        String body = body("", """
                rush: { at: 1h, surge: people, load: 3x, for: 4h }
                more: { at: 3h, surge: people, load: 2x, for: 1h }
                less: { at: 7h, surge: people, load: 0x, for: 1h }
                fault: { at: 2h, fail: web-1, for: 3h }
                dark: { at: 7h, fail: web, for: 1h }
                """);
        assertThat(lost(body, 10 * HOUR)).isCloseTo((10 + 40 + 10) * HOUR, within(1e-6));
        assertThat(offered(body, 10 * HOUR)).isCloseTo(10 * (10 + 2 * 4 + 3 - 1) * HOUR, within(1e-6));
    }

    /** The attribution: what the fault adds to what the surge alone would lose. */
    @Test
    void whoIsToBlame() {
        Trial trial = Trial.of(body(
                "", "rush: { at: 1h, surge: people, load: 5x, for: 1h }\nfault: { at: 1h, fail: web-1, for: 1h }"));
        trial.mean(3 * HOUR, journal -> {
            double byLoad = 0;
            for (int c = 0; c < journal.causeLost[0].length; c++) {
                boolean overload = trial.blueprint()
                        .causes()
                        .get(c / Journal.STAGES)
                        .name()
                        .equals("overload");
                byLoad += overload ? journal.causeLost[0][c] : 0;
            }
            assertThat(byLoad).isCloseTo(10 * HOUR, within(1e-6));
            assertThat(journal.lost[0]).isCloseTo(30 * HOUR, within(1e-6));
            return 0;
        });
    }

    /** Only a part of the traffic, and another journey of its own. */
    @Test
    void ofSomeTrafficOnly() {
        String body = """
                components:
                  web: { kind: server, service-time: 10ms }
                journeys:
                  browse: { through: [web] }
                  order: { through: [web] }
                traffic:
                  people: { rate: 40/s, mix: { browse: 75%, order: 25% } }
                  robots: { rate: 20/s, mix: { browse: 100%, order: 0% } }
                events:
                  crawl: { at: 1h, surge: robots, load: 5x, for: 2h }
                """;
        Trial trial = Trial.of(body);
        // 140 a second come to a server of 100: 2 of 7 requests of both are lost.
        double browse = (30 + 100) * 2 * HOUR;
        double order = 10 * 2 * HOUR;
        assertThat(trial.mean(4 * HOUR, journal -> journal.lost[0]).value()).isCloseTo(browse * 2 / 7, within(1e-5));
        assertThat(trial.mean(4 * HOUR, journal -> journal.lost[1]).value()).isCloseTo(order * 2 / 7, within(1e-5));
        assertThat(trial.mean(4 * HOUR, journal -> journal.offered[1]).value()).isCloseTo(10 * 4 * HOUR, within(1e-5));
        Trial.isRefused(body.replace("rate: 20/s,", "rate: 20/s, retry: { attempts: 3 },"), "surge", "robots", "retry");
    }

    /** A day with a peak and a surge over some of its hours, against the sum over many small steps. */
    @Test
    void onTopOfADay() {
        String body = """
                components:
                  web: { kind: server, instances: 2, service-time: 50ms }
                journeys:
                  page: { through: [web] }
                traffic:
                  people: { rate: 20/s, day-peak: 2x }
                events:
                  rush: { at: 10h, surge: people, load: 1.5x, for: 7h }
                  fault: { at: 12h, fail: web-1, for: 2h }
                """;
        DayShape day = new DayShape(new nines.blueprint.Load(2, 15 * HOUR));
        double lost = 0;
        double offered = 0;
        double step = 1;
        for (double t = 0.5; t < 24 * HOUR; t += step) {
            double load = 20 * day.at(t) * (t > 10 * HOUR && t < 17 * HOUR ? 1.5 : 1);
            double carried = t > 12 * HOUR && t < 14 * HOUR ? 20 : 40;
            lost += Math.max(0, load - carried) * step;
            offered += load * step;
        }
        assertThat(lost(body, 24 * HOUR)).isCloseTo(lost, within(1e-6 * lost));
        assertThat(offered(body, 24 * HOUR)).isCloseTo(offered, within(1e-6 * offered));
    }

    /** A surge at random: by its share of the time, weighted by its load. */
    @Test
    void inTheLongRun() {
        Trial trial = Trial.of(body("", "rush: { every: exponential mean 90h, surge: people, load: 5x, for: 10h }"));
        // Every 90 h one may begin; those that would begin while one goes on are skipped: up 90 h, surge 10 h.
        // It begins anew at the first of the random times after its end, 90 h later on average.
        double share = 10.0 / 100;
        double right = share * 10 / (10 * (1 - share) + 50 * share);
        trial.mean(20_000 * Trial.DAY, Trial::lostShare).meets(right, 0.02);
        assertThat(Solver.of(trial.blueprint(), Limits.small()).requestUnavailability(0))
                .isInstanceOfSatisfying(
                        Answer.NotApplicable.class,
                        answer -> assertThat(answer.why()).contains("surge"));
    }
}
