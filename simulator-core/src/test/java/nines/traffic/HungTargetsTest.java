package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.model.Scenario;
import nines.result.Estimate;
import nines.result.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a target that accepts requests and never answers costs those who wait for it: by enumeration, from the structure,
 * and request by request. Intervals as in {@link QueueTheoryTest}.
 */
class HungTargetsTest {
    /** Nobody notices for days; the figures are those of the first hour. */
    private static String[] tier(int n, int dead, int hung, String clients) {
        StringBuilder events = new StringBuilder("events: {");
        for (int i = 1; i <= dead + hung; i++) {
            String verb = i <= dead ? "fail" : "pause";
            events.append(" e").append(i).append(": { at: 0s, ").append(verb).append(": ");
            events.append(n == 1 ? "web" : "web-" + i).append(", for: 9d },");
        }
        return new String[] {
            "components:",
            "  lb: { kind: balancer, algorithm: random, health-check: { interval: 1d, timeout: 1s, fall: 3 } }",
            "  web: { kind: server, instances: " + n + ", service-time: 1us }",
            "journeys: { visit: { through: [lb, web] } }",
            dead + hung == 0 ? "" : events + " }",
            "traffic: { people: { rate: 40/s, " + clients + " } }"
        };
    }

    private static double structural(String... lines) {
        Result result = Files.run(Files.structural(lines), 3600, 2, 1);
        return result.journeys().get(0).requests().unavailability().value();
    }

    private static void requestsCover(double lost, String... lines) {
        Scenario scenario = Files.read(lines);
        Estimate requests =
                Files.run(scenario, 900, 20, 7).journeys().get(0).requests().unavailability();
        assertThat(requests.low()).as("of " + requests).isLessThanOrEqualTo(lost);
        assertThat(requests.high()).as("of " + requests).isGreaterThanOrEqualTo(lost);
        assertThat(requests.high() - requests.low()).isLessThan(0.02);
    }

    /** Chance to be served, by trying every sequence of what the attempts may meet. */
    private static double served(
            double good, double hung, int attempts, double timeout, double pause, double patience, double spent) {
        if (attempts == 0 || !(spent < patience)) {
            return 0;
        }
        double refused = 1 - good - hung;
        double next = spent + pause;
        double afterRefusal = refused <= 0 ? 0 : served(good, hung, attempts - 1, timeout, pause, patience, next);
        double afterHang = hung <= 0 ? 0 : served(good, hung, attempts - 1, timeout, pause, patience, next + timeout);
        return good + refused * afterRefusal + hung * afterHang;
    }

    @ParameterizedTest
    @CsvSource({
        // instances, dead, hung, attempts, time-out, pause, patience in ms; 0: never
        "1, 0, 1, 3, 1000, 50, 0",
        "1, 1, 0, 3, 1000, 50, 0",
        "2, 0, 1, 1, 1000, 50, 700",
        "2, 0, 1, 3, 1000, 50, 0",
        "2, 0, 1, 3, 0, 50, 0",
        "2, 0, 1, 3, 1000, 50, 1000",
        "2, 0, 1, 3, 1000, 50, 2050",
        "2, 1, 0, 3, 1000, 50, 90",
        "4, 1, 1, 4, 1000, 100, 2500",
        "4, 1, 1, 4, 0, 100, 2500",
        "4, 1, 1, 4, 1000, 100, 400",
        "4, 1, 2, 5, 300, 0, 900",
        "9, 3, 4, 8, 100, 30, 400",
        "9, 4, 4, 8, 100, 30, 0",
    })
    void sequencesOfAttempts(int n, int dead, int hung, int attempts, int timeout, int pause, int patience) {
        String clients = "retry: { attempts: " + attempts + ", wait: " + pause + "ms }"
                + (timeout > 0 ? ", timeout: " + timeout + "ms" : "")
                + (patience > 0 ? ", patience: " + patience + "ms" : "");
        double never = Double.POSITIVE_INFINITY;
        double right = served(
                (double) (n - dead - hung) / n,
                (double) hung / n,
                attempts,
                timeout > 0 ? timeout : never,
                pause,
                patience > 0 ? patience : never,
                0);
        assertThat(structural(tier(n, dead, hung, clients))).isCloseTo(1 - right, within(1e-12));
    }

    /** A crash is refused and costs nothing; what hangs costs the time for which another two attempts were meant. */
    @Test
    void hangingCostsMoreThanRefusing() {
        String clients = "timeout: 1s, patience: 1200ms, retry: { attempts: 4, wait: 10ms }";
        double half = 0.5;
        assertThat(structural(tier(2, 1, 0, clients))).isCloseTo(half * half * half * half, within(1e-12));
        assertThat(structural(tier(2, 0, 1, clients))).isCloseTo(half * half, within(1e-12));
    }

    @Test
    void requestByRequestWithAPatience() {
        String clients = "timeout: 1s, patience: 2500ms, retry: { attempts: 4, wait: 100ms }";
        requestsCover(1 - served(0.5, 0.25, 4, 1, 0.1, 2.5, 0), tier(4, 1, 1, clients));
    }

    @Test
    void requestByRequestWithoutATimeout() {
        String clients = "retry: { attempts: 3, wait: 10ms }, patience: 5s";
        double right = 0.5 * (1 + 0.25 + 0.25 * 0.25);
        requestsCover(1 - right, tier(4, 1, 1, clients));
        assertThat(structural(tier(4, 1, 1, clients))).isCloseTo(1 - right, within(1e-12));
    }

    @Test
    void requestByRequestWithLessPatienceThanOneTimeout() {
        String clients = "timeout: 1s, patience: 500ms, retry: { attempts: 3, wait: 100ms }";
        double right = 0.5 * (1 + 0.25 + 0.25 * 0.25);
        requestsCover(1 - right, tier(4, 1, 1, clients));
        assertThat(structural(tier(4, 1, 1, clients))).isCloseTo(1 - right, within(1e-12));
    }

    /** After a time-out of 1 s a pause of up to 100 ms: half of the clients have gone by 1.05 s. */
    @Test
    void jitterDecidesWhoIsStillThere() {
        String clients = "timeout: 1s, patience: 1050ms, retry: { attempts: 2, base: 100ms }";
        double right = 0.5 + 0.5 * 0.5 * 0.5;
        requestsCover(1 - right, tier(2, 0, 1, clients));
        assertThat(structural(tier(2, 0, 1, clients))).isCloseTo(1 - right, within(1e-3));
    }

    @Test
    void patienceThatVaries() {
        String clients = "timeout: 1s, patience: exponential mean 2s, retry: { attempts: 3, wait: 100ms }";
        double right = 0.5 + 0.25 * StrictMath.exp(-0.55) + 0.125 * StrictMath.exp(-1.1);
        requestsCover(1 - right, tier(2, 0, 1, clients));
        assertThat(structural(tier(2, 0, 1, clients))).isCloseTo(1 - right, within(1e-12));
    }

    /** A caller behind the balancer with tries of its own: each that hangs costs 800 ms of the client's time-out. */
    @ParameterizedTest
    @CsvSource({"1s", "1500ms", "2s", "3s"})
    void triesOfACaller(String timeout) {
        String[] lines = tier(4, 1, 1, "timeout: " + timeout);
        lines[3] = "journeys: { visit: { through: [lb, { to: web, timeout: 800ms,"
                + " retry: { attempts: 3, wait: 0ms } }] } }";
        double patience = timeout.endsWith("ms") ? 1.5 : timeout.charAt(0) - '0';
        double right = served(0.5, 0.25, 3, 0.8, 0, patience, 0);
        assertThat(structural(lines)).isCloseTo(1 - right, within(1e-12));
        requestsCover(1 - right, lines);
    }

    private static String[] calls(String call, String clients) {
        return new String[] {
            "components:",
            "  web: { kind: server, workers: 10000, service-time: 1us }",
            "  ads: { kind: server, service-time: 1us }",
            "  other: { kind: server, service-time: 1us }",
            "journeys: { visit: { through: web, calls: [" + call + "] } }",
            "events: { stuck: { at: 0s, pause: ads, for: 9d } }",
            "traffic: { people: { rate: 40/s" + clients + " } }"
        };
    }

    /** What comes after a failure comes in time only if somebody stops waiting soon enough. */
    @Test
    void fallbacksAndSoftCalls() {
        everythingIs(0, calls("{ to: ads, soft: true, timeout: 300ms }", ", timeout: 1s"));
        everythingIs(1, calls("{ to: ads, soft: true }", ", timeout: 1s"));
        everythingIs(1, calls("{ to: ads, soft: true, timeout: 1s }", ", timeout: 1s"));
        everythingIs(0, calls("{ to: ads, fallback: other, timeout: 300ms }", ", timeout: 1s"));
        everythingIs(1, calls("{ to: ads, fallback: other, timeout: 2s }", ", timeout: 1s"));
        everythingIs(
                0,
                calls(
                        "{ parallel: [{ to: ads, soft: true, timeout: 600ms }, { to: ads, soft: true,"
                                + " timeout: 600ms }] }",
                        ", timeout: 1s"));
        everythingIs(
                1,
                calls(
                        "{ to: ads, soft: true, timeout: 600ms }, { to: ads, soft: true, timeout: 600ms }",
                        ", timeout: 1s"));
    }

    private static void everythingIs(double lost, String... lines) {
        assertThat(structural(lines)).as(lines[4]).isEqualTo(lost);
        double requests = Files.run(Files.read(lines), 60, 2, 3)
                .journeys()
                .get(0)
                .requests()
                .unavailability()
                .value();
        // What waits at the end of the minute, for 2 s at most, is not lost yet.
        assertThat(requests).as(lines[4]).isCloseTo(lost, within(lost == 0 ? 0 : 2.0 / 60));
    }
}
