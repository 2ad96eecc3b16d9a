package nines.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that people know by other names. */
class OtherNamesTest {
    @ParameterizedTest
    @CsvSource({
        "time-to-failure: exponential mean 1000h, mttf: exponential mean 1000h, time-to-failure",
        "time-to-failure: exponential mean 1000h, MTBF: exponential mean 1000h, time-to-failure",
        "repair: fixed 4h, mttr: fixed 4h, repair",
        "instances: 2, replicas: 2, instances",
        "through: [web], path: [web], through",
        "seed: 1, random_seed: 1, seed",
    })
    void theWordThatIsMeantIsSaid(String right, String wrong, String meant) {
        String file = """
                nines: 1
                name: One server
                components:
                  web: { kind: server, instances: 2, fails: { crash: { time-to-failure: exponential mean 1000h, repair: fixed 4h } } }
                journeys: { ask: { through: [web] } }
                run: { seed: 1 }
                """;
        assertThat(file).contains(right);
        assertThat(ScenarioReader.parse(file, "one.yaml").problems()).noneMatch(problem -> problem.code() == Code.N101);
        assertThat(ScenarioReader.parse(file.replace(right, wrong), "one.yaml").problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("Did you mean `" + meant + "`?"));
    }

    @Test
    void whatIsNotAllowedThereIsNotProposed() {
        assertThat(DidYouMean.nearest("mttf", List.of("kind", "in"))).isEmpty();
    }
}
