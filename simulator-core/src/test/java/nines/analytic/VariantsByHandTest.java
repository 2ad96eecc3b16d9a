package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import nines.format.ScenarioReader;
import nines.layout.Layout;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The public cases with other numbers, other counts and other orders of repair, against formulas and small chains written
 * down here by hand: whoever fitted the program to the published digits would fail.
 */
class VariantsByHandTest {
    private static final double HOUR = 3600;

    private final List<DynamicTest> tests = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> otherNumbers() {
        oneServer();
        inARow();
        sideBySide();
        counted();
        crews();
        standbys();
        coverage();
        priorities();
        generalLaws();
        commonCauses();
        zones();
        inspections();
        requests();
        yearly();
        assertThat(tests).hasSizeGreaterThanOrEqualTo(49);
        return tests.stream();
    }

    // ---------------------------------------------------------------- one unit, rows and pairs

    private static String server(String name, String keys, String life, String repair) {
        return name + ": { kind: server, " + keys + "fails: { crash: { time-to-failure: " + life + ", repair: " + repair
                + " } } }";
    }

    private static String exponential(double hours) {
        return "exponential mean " + (hours == Math.rint(hours) ? "" + (long) hours : "" + hours) + "h";
    }

    private void oneServer() {
        Solver s = solver("components: { " + server("s", "", exponential(730), exponential(9.5)) + " }");
        double l = 1 / 730.0;
        double m = 1 / 9.5;
        double u = l / (l + m);
        add("one server", u, s.timeUnavailability(0));
        add("one server after 5 h", u * (1 - Math.exp(-(l + m) * 5)), s.pointUnavailability(0, 5 * HOUR));
        add(
                "one server over 30 h",
                u * (1 - (1 - Math.exp(-(l + m) * 30)) / ((l + m) * 30)),
                s.intervalUnavailability(0, 30 * HOUR));
        add("one server: an outage in 500 h", 1 - Math.exp(-500 * l), s.outageWithin(0, 500 * HOUR));
    }

    private void inARow() {
        double[] life = {500, 900, 1500, 2000, 4000};
        double[] repair = {2, 3, 1, 12, 20};
        StringBuilder body = new StringBuilder("components:\n");
        double up = 1;
        double rate = 0;
        for (int i = 0; i < life.length; i++) {
            body.append("  ")
                    .append(server("unit-" + "abcde".charAt(i), "", exponential(life[i]), exponential(repair[i])))
                    .append('\n');
            up *= life[i] / (life[i] + repair[i]);
            rate += 1 / life[i];
        }
        Solver s = solver(body.toString());
        add("five in a row", 1 - up, s.timeUnavailability(0));
        add("five in a row, outages", up * rate / HOUR, s.outageFrequency(0));
        add("five in a row, mean outage", (1 - up) / (up * rate) * HOUR, s.meanOutage(0));
    }

    private void sideBySide() {
        double[] life = {100, 200, 400};
        double[] repair = {5, 8, 2};
        StringBuilder body = new StringBuilder("components:\n");
        double down = 1;
        double rate = 0;
        for (int i = 0; i < life.length; i++) {
            body.append("  ")
                    .append(server("unit-" + "abc".charAt(i), "", exponential(life[i]), exponential(repair[i])))
                    .append('\n');
            down *= repair[i] / (life[i] + repair[i]);
            rate += 1 / repair[i];
        }
        Solver s = solver(body + "journeys: { service: { needs: { any: [unit-a, unit-b, unit-c] } } }");
        add("three side by side", down, s.timeUnavailability(0));
        add("three side by side, outages", down * rate / HOUR, s.outageFrequency(0));
    }

    // ---------------------------------------------------------------- chains

    private void counted() {
        three(
                "3 of 5",
                "components: { " + server("s", "instances: 5, needed: 3, ", exponential(300), exponential(6)) + " }",
                ByHand.ofCounts(5, i -> (5 - i) / 300.0, i -> i / 6.0, 3));
        three(
                "5 voters",
                "components: { voters: { kind: consensus, instances: 5, fails: { crash: { time-to-failure: exponential mean 100h, repair: exponential mean 4h } } } }",
                ByHand.ofCounts(5, i -> (5 - i) / 100.0, i -> i / 4.0, 3));
        Solver raid = solver("crews: { rebuild: { people: 1 } }\ncomponents: { "
                + server(
                        "disks",
                        "instances: 6, needed: 4, ",
                        exponential(2000),
                        "{ crew: rebuild, fix: exponential mean 24h }")
                + " }");
        add(
                "six disks, two may be gone",
                ByHand.ofCounts(6, i -> (6 - i) / 2000.0, i -> 1 / 24.0, 3).first() * HOUR,
                raid.meanTimeToFirstOutage(0));
        Solver forever = solver("components: { " + server("s", "instances: 5, needed: 2, ", exponential(3000), "never")
                + " }\nrun: { horizon: 1000y }");
        double mean = 0;
        for (int i = 2; i <= 5; i++) {
            mean += 3000.0 / i;
        }
        add("2 of 5 that nobody mends", mean * HOUR, forever.meanTimeToFirstOutage(0));
        double alive = Math.exp(-0.5);
        double fewer = Math.pow(1 - alive, 5) + 5 * alive * Math.pow(1 - alive, 4);
        add("2 of 5 that nobody mends, in 1500 h", fewer, forever.outageWithin(0, 1500 * HOUR));
    }

    private void crews() {
        three(
                "two hands for five",
                "crews: { crew: { people: 2 } }\ncomponents: { "
                        + server(
                                "s",
                                "instances: 5, needed: 3, ",
                                exponential(400),
                                "{ crew: crew, fix: exponential mean 12h }")
                        + " }",
                ByHand.ofCounts(5, i -> (5 - i) / 400.0, i -> Math.min(i, 2) / 12.0, 3));
    }

    private void standbys() {
        three(
                "one works, two wait warm",
                "crews: { crew: { people: 1 } }\ncomponents: { "
                        + server(
                                "s",
                                "instances: 3, active: 1, standby: warm, dormancy: 30%, ",
                                exponential(200),
                                "{ crew: crew, fix: exponential mean 15h }")
                        + " }",
                ByHand.ofCounts(3, i -> (1 + 0.3 * (2 - i)) / 200.0, i -> 1 / 15.0, 3));
    }

    private void coverage() {
        double l = 1 / 600.0;
        double m = 1 / 5.0;
        // Both up, one up, a person reboots (one has failed uncovered), both down.
        ByHand chain = new ByHand(4, 2);
        chain.rate(0, 1, 2 * l * 0.9);
        chain.rate(0, 2, 2 * l * 0.1);
        chain.rate(1, 0, m);
        chain.rate(1, 3, l);
        chain.rate(2, 1, 3);
        chain.rate(3, 1, m);
        three(
                "coverage 90 %",
                "crews: { crew: { people: 1 } }\ncomponents: { s: { kind: server, instances: 2, fails: { crash: { time-to-failure: exponential mean 600h,"
                        + " repair: { crew: crew, fix: exponential mean 5h } } }, failover: { success: 90%, otherwise: exponential mean 20min, meanwhile: frozen } } }",
                chain);
    }

    private void priorities() {
        String body = """
                crews: { crew: { people: 1, order: [first, second]%s } }
                components:
                  first: { kind: server, instances: 3, fails: { crash: { time-to-failure: exponential rate 0.01/h, repair: { crew: crew, fix: exponential mean 2h } } } }
                  second: { kind: server, instances: 2, fails: { crash: { time-to-failure: exponential rate 0.004/h, repair: { crew: crew, fix: exponential mean 2h } } } }
                """;
        // 3 x (broken of the first) + broken of the second; down states have the highest numbers of a row of their own.
        ByHand interrupted = new ByHand(12, 12);
        for (int i = 0; i <= 3; i++) {
            for (int j = 0; j <= 2; j++) {
                int at = 3 * i + j;
                interrupted.isDown(at, i == 3 || j == 2);
                if (i < 3) {
                    interrupted.rate(at, at + 3, (3 - i) * 0.01);
                }
                if (j < 2) {
                    interrupted.rate(at, at + 1, (2 - j) * 0.004);
                }
                if (i > 0) {
                    interrupted.rate(at, at - 3, 0.5);
                } else if (j > 0) {
                    interrupted.rate(at, at - 1, 0.5);
                }
            }
        }
        three("urgent jobs interrupt", body.formatted(", preempts: true"), interrupted);
        // The same twice: whom the hand is at, the first (below 12) or the second kind (from 12 on).
        ByHand finished = new ByHand(24, 24);
        for (int i = 0; i <= 3; i++) {
            for (int j = 0; j <= 2; j++) {
                for (int who = 0; who < 2; who++) {
                    int at = 12 * who + 3 * i + j;
                    boolean idle = i + j == 0;
                    boolean there = idle ? who == 0 : who == 0 ? i > 0 : j > 0;
                    finished.isDown(at, i == 3 || j == 2);
                    if (!there) {
                        continue;
                    }
                    if (i < 3) {
                        finished.rate(at, (idle ? 0 : 12 * who) + 3 * (i + 1) + j, (3 - i) * 0.01);
                    }
                    if (j < 2) {
                        finished.rate(at, (idle ? 12 : 12 * who) + 3 * i + j + 1, (2 - j) * 0.004);
                    }
                    if (!idle) {
                        int left = who == 0 ? i - 1 : i;
                        int right = who == 0 ? j : j - 1;
                        int next = left > 0 || right == 0 ? 0 : 1;
                        finished.rate(at, 12 * next + 3 * left + right, 0.5);
                    }
                }
            }
        }
        three("urgent jobs wait for the hand", body.formatted(""), finished);
    }

    private void commonCauses() {
        double l = 1 / 800.0;
        ByHand chain = new ByHand(4, 2);
        for (int i = 0; i < 3; i++) {
            chain.rate(i, i + 1, (3 - i) * l * 0.9);
            chain.rate(i, 3, l * 0.1);
            chain.rate(i + 1, i, (i + 1) / 10.0);
        }
        three(
                "2 of 3 with a common cause",
                "components: { s: { kind: server, instances: 3, needed: 2, fails: { crash: { time-to-failure: exponential mean 800h, common-cause: 10%,"
                        + " repair: exponential mean 10h } } } }",
                chain);
    }

    // ---------------------------------------------------------------- other laws

    private void generalLaws() {
        Solver uniform = solver("components: { " + server("s", "", "erlang 3 mean 500h", "uniform 2h to 10h") + " }");
        add("erlang lives, uniform repairs", 6 / 506.0, uniform.timeUnavailability(0));
        add("erlang lives, uniform repairs, outages", 1 / 506.0 / HOUR, uniform.outageFrequency(0));
        Solver weibull = solver("components: { "
                + server("s", "instances: 5, needed: 3, ", "weibull shape 0.8 mean 400h", "gamma mean 20h cv 0.5")
                + " }");
        double q = 20 / 420.0;
        double down = 1 - atLeast(3, 5, 1 - q);
        double outages = 5 * 6 * Math.pow(1 - q, 2) * Math.pow(q, 2) / 420;
        add("3 of 5, weibull and gamma", down, weibull.timeUnavailability(0));
        add("3 of 5, weibull and gamma, outages", outages / HOUR, weibull.outageFrequency(0));
        add("3 of 5, weibull and gamma, mean outage", down / outages * HOUR, weibull.meanOutage(0));
        Solver mixed = solver("components:\n  "
                + server(
                        "one",
                        "instances: 3, needed: 1, ",
                        exponential(40),
                        "30% exponential mean 1h or 70% exponential mean 4h")
                + "\n  "
                + server(
                        "two",
                        "instances: 5, needed: 4, ",
                        exponential(120),
                        "50% exponential mean 1h or 50% exponential mean 2h"));
        add(
                "two groups with mixed repairs",
                1 - atLeast(1, 3, 40 / 43.1) * atLeast(4, 5, 120 / 121.5),
                mixed.timeUnavailability(0));
    }

    private void zones() {
        Solver s = solver("""
                places:
                  zone-one: { kind: zone, fails: { outage: { time-to-failure: exponential mean 3000h, repair: exponential mean 5h } } }
                  zone-two: { like: zone-one }
                  zone-three: { like: zone-one }
                components:
                  nodes: { kind: server, instances: 9, in: [zone-one, zone-two, zone-three], needed: 6, fails: { crash: { time-to-failure: exponential mean 900h, clock: calendar, repair: exponential mean 9h } } }
                """);
        double zone = 3000 / 3005.0;
        double up = 0;
        for (int z = 2; z <= 3; z++) {
            double zones = z == 2 ? 3 * zone * zone * (1 - zone) : zone * zone * zone;
            up += zones * atLeast(6, 3 * z, 900 / 909.0);
        }
        add("nine nodes in three zones", 1 - up, s.timeUnavailability(0));
    }

    /** Three hidden faults, looked for every Erlang(3) time of 2 h on average: the mean of the maximum's part of an interval. */
    private void inspections() {
        Solver s = solver(
                "components: { units: { kind: server, instances: 3, fails: { latent: { time-to-failure: exponential rate 0.2/h,"
                        + " found: by-inspection, repair: 0s } } } }\nevents: { look: { every: erlang 3 mean 2h, inspect: units } }");
        double up = 0;
        double[] sign = {3, -3, 1};
        for (int a = 1; a <= 3; a++) {
            double rate = 0.2 * a;
            double laplace = Math.pow(1.5 / (1.5 + rate), 3);
            up += sign[a - 1] * (1 - laplace) / rate;
        }
        add("three hidden faults", 1 - up / 2, s.timeUnavailability(0));
    }

    private void requests() {
        Solver s = solver("components: { " + server("s", "", "weibull shape 2 mean 300h", "lognormal median 1h p90 4h")
                + " }\njourneys: { get: { through: s } }\ntraffic: { clients: { rate: 7/s } }");
        double sigma = Math.log(4) / 1.2815515655446004;
        double mean = Math.exp(sigma * sigma / 2);
        add("requests lost to lognormal repairs", mean / (300 + mean), s.requestUnavailability(0));
    }

    /** The downtime in 2000 h of a unit of 500 h and 10 h: Takács 1957. */
    private void yearly() {
        Solver s = solver(
                "components: { " + server("s", "", exponential(500), exponential(10))
                        + " }\ntargets: { availability: 99%, window: 2000h }\nmeasure: { at: [2000h] }\nrun: { horizon: 2000h }");
        double span = 2000;
        double sum = 1 / 500.0 + 1 / 10.0;
        double u = 10 / 510.0;
        add("no outage in 2000 h", 1 - Math.exp(-4), s.outageWithin(0, span * HOUR));
        add("at most 20 h down in 2000 h", downAtMost(20), s.downtimeAtMost(0, span * HOUR, 20 * HOUR));
        add(
                "mean downtime in 2000 h",
                u * (1 - (1 - Math.exp(-sum * span)) / (sum * span)),
                s.intervalUnavailability(0, span * HOUR));
        double low = 0;
        double high = 1000;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (downAtMost(middle) < 0.95) {
                low = middle;
            } else {
                high = middle;
            }
        }
        add("95 % of the downtimes in 2000 h", low * HOUR, s.downtimeQuantile(0, span * HOUR, 0.95));
    }

    /** So many failures in the time up, and so many exponential repairs in at most x hours. */
    private static double downAtMost(double x) {
        double mean = (2000 - x) / 500;
        double chance = Math.exp(-mean);
        double sum = chance;
        double within = 1;
        double term = Math.exp(-x / 10);
        for (int n = 1; n < 200; n++) {
            chance *= mean / n;
            // P(Erlang(n) ≤ x) = 1 − Σ over k < n of the Poisson terms of x / 10.
            within -= term;
            term *= x / 10 / n;
            sum += chance * within;
        }
        return sum;
    }

    // ---------------------------------------------------------------- what they have in common

    private static Solver solver(String body) {
        return Solver.of(
                Layout.of(
                        ScenarioReader.parse("nines: 1\nname: By hand\ndefaults: textbook\n" + body + "\n", "hand.yaml")
                                .scenarioOrThrow()),
                Limits.generous());
    }

    private void three(String name, String body, ByHand chain) {
        Solver s = solver(body);
        double[] share = chain.stationary();
        add(name, chain.down(share), s.timeUnavailability(0));
        add(name + ", outages", chain.outages(share) / HOUR, s.outageFrequency(0));
        add(name + ", first outage", chain.first() * HOUR, s.meanTimeToFirstOutage(0));
    }

    private void add(String name, double right, Answer answer) {
        tests.add(DynamicTest.dynamicTest(name, () -> {
            assertThat(answer).as(name).isInstanceOf(Answer.Exact.class);
            assertThat(((Answer.Exact) answer).value()).isCloseTo(right, withinPercentage(1e-6));
        }));
    }

    private static double atLeast(int k, int n, double p) {
        double sum = 0;
        for (int i = k; i <= n; i++) {
            double ways = 1;
            for (int j = 0; j < i; j++) {
                ways = ways * (n - j) / (j + 1);
            }
            sum += ways * Math.pow(p, i) * Math.pow(1 - p, n - i);
        }
        return sum;
    }

    /** A small chain in continuous time, rates per hour, that begins in state 0. */
    private static final class ByHand {
        private final int n;
        private final double[][] rates;
        private final boolean[] down;

        /** @param up states from this number on are down */
        ByHand(int n, int up) {
            this.n = n;
            rates = new double[n][n];
            down = new boolean[n];
            for (int i = up; i < n; i++) {
                down[i] = true;
            }
        }

        static ByHand ofCounts(int n, IntToDoubleFunction fail, IntToDoubleFunction mend, int downFrom) {
            ByHand chain = new ByHand(n + 1, downFrom);
            for (int i = 0; i < n; i++) {
                chain.rate(i, i + 1, fail.applyAsDouble(i));
                chain.rate(i + 1, i, mend.applyAsDouble(i + 1));
            }
            return chain;
        }

        void rate(int from, int to, double perHour) {
            rates[from][to] += perHour;
        }

        void isDown(int state, boolean is) {
            down[state] = is;
        }

        /** The shares of time: each state's balance, and a sum of 1. */
        double[] stationary() {
            double[][] a = new double[n][n + 1];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    a[j][i] += rates[i][j];
                    a[i][i] -= rates[i][j];
                }
            }
            for (int i = 0; i < n; i++) {
                if (a[i][i] == 0) {
                    a[i][i] = 1; // nobody is ever there
                }
                a[0][i] = 1;
            }
            a[0][n] = 1;
            return solved(a);
        }

        double down(double[] share) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += down[i] ? share[i] : 0;
            }
            return sum;
        }

        double outages(double[] share) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum += !down[i] && down[j] ? share[i] * rates[i][j] : 0;
                }
            }
            return sum;
        }

        /** Mean hours until a state is down. */
        double first() {
            double[][] a = new double[n][n + 1];
            for (int i = 0; i < n; i++) {
                double out = 0;
                for (int j = 0; j < n; j++) {
                    out += rates[i][j];
                    if (!down[i] && !down[j]) {
                        a[i][j] -= rates[i][j];
                    }
                }
                boolean counts = !down[i] && out > 0;
                a[i][i] += counts ? out : 1;
                a[i][n] = counts ? 1 : 0;
            }
            return solved(a)[0];
        }

        /** Gauss with pivots. */
        private static double[] solved(double[][] a) {
            int n = a.length;
            for (int c = 0; c < n; c++) {
                int best = c;
                for (int r = c + 1; r < n; r++) {
                    best = Math.abs(a[r][c]) > Math.abs(a[best][c]) ? r : best;
                }
                double[] row = a[best];
                a[best] = a[c];
                a[c] = row;
                for (int r = 0; r < n; r++) {
                    double factor = r == c ? 0 : a[r][c] / a[c][c];
                    for (int k = c; k <= n && factor != 0; k++) {
                        a[r][k] -= factor * a[c][k];
                    }
                }
            }
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = a[i][n] / a[i][i];
            }
            return x;
        }
    }
}
