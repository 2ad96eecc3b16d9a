package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import nines.blueprint.Blueprint;
import nines.format.ScenarioReader;
import nines.layout.Layout;
import nines.layout.NotLaidOut;
import nines.model.Scenario;
import org.junit.jupiter.api.Test;

class SettlingTest {

    /** One that has seen every other loss before answers as one that has seen none. */
    @Test
    void whatWasLostBeforeLeavesNoTrace() throws IOException {
        int tried = 0;
        for (Path file : files()) {
            Scenario scenario = ScenarioReader.read(file).scenarioOrThrow();
            Blueprint blueprint;
            try {
                blueprint = Layout.of(scenario);
            } catch (NotLaidOut notYet) {
                continue;
            }
            Settling used = new Settling(blueprint);
            for (int node = 0; node < blueprint.nodes().size(); node++) {
                BitSet lost = new BitSet();
                lost.set(node);
                lost.set((7 * node + 3) % blueprint.nodes().size());
                Settling fresh = new Settling(blueprint);
                used.lose(lost);
                fresh.lose(lost);
                for (int other = 0; other < blueprint.nodes().size(); other++) {
                    assertThat(used.works(other)).as(file + ": " + node).isEqualTo(fresh.works(other));
                }
                for (int tier = 0; tier < blueprint.tiers().size(); tier++) {
                    assertThat(used.attempt(tier)).as(file + ": " + node).isEqualTo(fresh.attempt(tier));
                    assertThat(used.carried(tier)).as(file + ": " + node).isEqualTo(fresh.carried(tier));
                }
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(500);
    }

    /** Ten thousand components were looked at one by one with all modes of all for each: 17 s of processor time. */
    @Test
    void everyOneOfTenThousandComponentsIsTakenAwayInAMoment() {
        StringBuilder text = new StringBuilder("nines: 1\nname: Large\ncomponents:\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("  w").append(i).append(": { kind: server }\n");
        }
        Blueprint blueprint =
                Layout.of(ScenarioReader.parse(text.toString(), "large.yaml").scenarioOrThrow());
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(new LossOfOne(blueprint).losses()).hasSizeGreaterThan(10_000);
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                .isLessThan(5_000_000_000L);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/language-examples"))) {
            return files.sorted().toList();
        }
    }
}
