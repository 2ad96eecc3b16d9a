package nines.ui.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import nines.result.Outcome;
import nines.ui.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultViewModelTest {
    private final ResultViewModel model = new ResultViewModel();

    @BeforeEach
    void showTheExample() {
        model.show(Examples.result());
    }

    @Test
    void theAnswerIsOneSentence() {
        Answer answer = model.pageProperty().get().answer();
        assertThat(answer.big()).isEqualTo("4.05 nines");
        assertThat(answer.between()).isEqualTo("between 4.03 and 4.07, with 95 % confidence");
        assertThat(answer.sentence().replace('\u00a0', ' '))
                .isEqualTo("99.99106 % of all “order” requests are answered, which is 46 min 59 s of downtime a year"
                        + " (44 min 55 s to 49 min 3 s), and keeps the promise of 99.95 %.");
        assertThat(answer.verdict()).isEqualTo(Outcome.MET);
        assertThat(answer.verdictWords()).isEqualTo("Target met");
    }

    @Test
    void causesAreRankedAndInstancesOfAComponentTakenTogether() {
        assertThat(model.pageProperty().get().causes())
                .extracting(CauseRow::title, CauseRow::part)
                .containsExactly(
                        tuple("db · node", "db"),
                        tuple("zone-b · outage", "zone-b"),
                        tuple("zone-a · outage", "zone-a"),
                        tuple("web · crash", "web"));
    }

    @Test
    void theSharesOfCausesAndTheirStagesAddUp() {
        double all = 0;
        for (CauseRow row : model.pageProperty().get().causes()) {
            assertThat(row.stages().stream()
                            .mapToDouble(CauseRow.Portion::share)
                            .sum())
                    .isCloseTo(row.share(), offset(1e-12));
            all += row.share();
        }
        assertThat(all).isCloseTo(1, offset(1e-9));
    }

    @Test
    void sharesAreReadyForTheDrawing() {
        assertThat(model.shares()).isEqualTo(Map.of("db", "41 %", "zone-b", "25 %", "zone-a", "24 %", "web", "10 %"));
    }

    @Test
    void picksAndLetsGo() {
        CauseRow first = model.pageProperty().get().causes().get(0);
        model.pick(first);
        assertThat(model.causeProperty().get()).isEqualTo(first);
        model.pick(first);
        assertThat(model.causeProperty().get()).isNull();
        model.pickPart("web");
        assertThat(model.causeProperty().get().title()).isEqualTo("web · crash");
        model.pickPart("lb");
        assertThat(model.causeProperty().get()).isNull();
    }

    @Test
    void turnsToAnotherJourneyAndForgetsTheCause() {
        model.pickPart("web");
        model.turnTo("browse");
        assertThat(model.pageProperty().get().journey()).isEqualTo("browse");
        assertThat(model.causeProperty().get()).isNull();
        model.turnTo("no such journey");
        assertThat(model.pageProperty().get().journey()).isEqualTo("browse");
        assertThat(model.journeys()).containsExactly("browse", "order");
    }

    @Test
    void chartsCarryTheirLimit() {
        Chart years = model.pageProperty().get().charts().get(1);
        assertThat(years.caption()).isEqualTo("2 % of years have none. 3.1 % of years break the promise.");
        assertThat(years.limitWords()).isEqualTo("allowed: 4 h 23 min");
        assertThat(years.limit()).isBetween(2.0, 3.0);
        assertThat(years.bars()).hasSize(3);
        assertThat(years.lastEdge()).isEqualTo("23 h");
    }

    @Test
    void tellsWhatTheRunCost() {
        assertThat(model.effort().replace('\u00a0', ' '))
                .isEqualTo("640 replications, 6400 simulated years in 2.84 s; precise to 4.37 %. Seed 1.");
    }

    @Test
    void nothingIsShownAfterClearing() {
        model.show(null);
        assertThat(model.pageProperty().get()).isNull();
        assertThat(model.shares()).isEmpty();
        assertThat(model.effort()).isEmpty();
        assertThat(model.journeys()).isEmpty();
        model.turnTo("order");
        model.pickPart("db");
        assertThat(model.causeProperty().get()).isNull();
    }
}
