package nines.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nines.experiment.Study;
import nines.model.Scenario;
import nines.quantity.Figures;
import nines.result.JourneyTraffic;
import nines.result.Quantile;
import nines.result.Result;
import nines.ui.Examples;
import org.junit.jupiter.api.Test;

/** A run of single requests is told by its response times, not by outages that it has no years for. */
class TrafficFactsTest {
    @Test
    void responseTimesFailuresAndQueuesAreTold() {
        Scenario scenario = Examples.source("queue.yaml").read().scenarioOrThrow();
        Result result = Study.of(scenario, Study.settings(scenario), Study.origin(scenario, "", "", "", List.of(), ""))
                .run();
        var model = new ResultViewModel();
        model.show(result);
        List<Fact> facts = model.pageProperty().get().facts();
        JourneyTraffic page = result.traffic().journeys().get(0);
        double p99 = page.percentiles().stream()
                .filter(quantile -> quantile.share() == 0.99)
                .map(Quantile::value)
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(facts)
                .anySatisfy(fact -> {
                    assertThat(fact.name()).isEqualTo("99 % answer within");
                    assertThat(fact.value()).isEqualTo(Figures.duration(p99));
                })
                .anySatisfy(fact -> assertThat(fact.name()).isEqualTo("web busy"))
                .anySatisfy(fact -> assertThat(fact.name()).startsWith("Failed: "))
                .noneSatisfy(fact -> assertThat(fact.name()).contains("outage"));
    }
}
