package nines.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import nines.format.ScenarioReader;
import nines.model.Scenario;
import nines.result.Exact;
import nines.result.Measured;
import nines.result.Result;
import org.junit.jupiter.api.Test;

/**
 * The exact column beside simulated requests: every figure that a formula knows, of random queues and networks. Intervals of
 * confidence 1 − 1e-5 and some five hundred comparisons with a fixed seed: a right program fails for one seed in two hundred.
 */
class TheoryColumnTest {
    private static Scenario read(String... lines) {
        String text = "nines: 1\nname: test\ndefaults: textbook\nrun: { fidelity: requests, confidence: 99.999% }\n"
                + String.join("\n", lines) + "\n";
        return ScenarioReader.parse(text, "test.yaml", List.of(), null).scenarioOrThrow();
    }

    @Test
    void randomQueuesAreSimulatedAsTheyAreSolved() {
        Random random = new Random(20_261_121);
        int compared = 0;
        for (int i = 0; i < 20; i++) {
            String[] lines = i % 2 == 0 ? queue(random) : network(random);
            Result result = Files.run(read(lines), i % 2 == 0 ? 300 : 600, 20, 100 + i);
            List<Measured> known = Measured.knownExactly(result);
            assertThat(known).as(String.join("\n", lines)).hasSizeGreaterThan(4);
            for (Measured each : known) {
                Exact exact = Objects.requireNonNull(each.estimate().exact());
                boolean covers = each.estimate().covers(exact.value());
                assertThat(covers || !each.estimate().hasInterval())
                        .as("%s: %s %s", String.join("\n", lines), each, exact)
                        .isTrue();
                compared += each.estimate().hasInterval() ? 1 : 0;
            }
            assertThat(result.warnings()).noneMatch(warning -> warning.contains("DISAGREE"));
        }
        assertThat(compared).isGreaterThan(150);
    }

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** A server of a known kind with a load below nine tenths. */
    private static String[] queue(Random random) {
        double mean = between(random, 0.01, 0.05);
        double load = between(random, 0.3, 0.7);
        int workers = 1 + random.nextInt(5);
        String law = of("exponential mean %.4fs", mean);
        String server = "";
        String clients = "";
        switch (random.nextInt(6)) {
            case 0 -> server = of("workers: %d", workers);
            case 1 -> {
                workers = 1;
                law = of("lognormal mean %.4fs cv %.2f", mean, between(random, 0.3, 1.5));
            }
            case 2 -> {
                server = of("workers: %d, queue: { capacity: %d }", workers, 1 + random.nextInt(6));
                load = between(random, 0.7, 1.4);
            }
            case 3 -> {
                server = of("workers: %d", workers);
                clients = of(", patience: exponential mean %.4fs", between(random, 1, 5) * mean);
                load = between(random, 0.7, 1.4);
            }
            case 4 -> {
                workers = 1;
                server = "discipline: processor-sharing";
                law = of("uniform %.4fs to %.4fs", 0.5 * mean, 1.5 * mean);
            }
            default -> {
                server = of("workers: %d, queue: { capacity: 0 }", workers);
                law = of("lognormal mean %.4fs cv %.2f", mean, between(random, 0.3, 1.5));
                load = between(random, 0.7, 1.4);
            }
        }
        return new String[] {
            "components: { server: { kind: server, service-time: " + law + (server.isEmpty() ? "" : ", ") + server
                    + " } }",
            "journeys: { visit: { through: server } }",
            of("traffic: { clients: { rate: %.4f/s%s } }", load * workers / mean, clients)
        };
    }

    /** Servers that requests visit one after the other, some of them seldom or twice. */
    private static String[] network(Random random) {
        int n = 2 + random.nextInt(3);
        double rate = between(random, 20, 60);
        List<String> lines = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        lines.add("components:");
        for (int s = 0; s < n; s++) {
            int kind = random.nextInt(4);
            double visits = kind == 0 ? 2 : kind == 1 ? 0.25 : 1;
            int workers = 1 + random.nextInt(3);
            double mean = between(random, 0.3, 0.55) * workers / (rate * visits);
            lines.add(
                    of("  s%d: { kind: server, workers: %d, service-time: exponential mean %.6fs }", s, workers, mean));
            calls.add(
                    kind == 0
                            ? of("{ to: s%d, times: 2 }", s)
                            : kind == 1 ? of("{ to: s%d, share: 25%% }", s) : "s" + s);
        }
        lines.add("journeys: { visit: { calls: [" + String.join(", ", calls) + "] } }");
        lines.add(of("traffic: { clients: { rate: %.4f/s } }", rate));
        return lines.toArray(String[]::new);
    }
}
