package nines.ui.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nines.experiment.Replay;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.model.Scenario;
import nines.result.Episode;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Story;
import nines.ui.Examples;
import nines.ui.control.BackgroundRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The player against the engine: what is played is what the result tells. */
class PlayerViewModelTest {
    private static final Scenario SHOP = Examples.source("shop.yaml").read().scenarioOrThrow();
    private static final Settings SETTINGS =
            Study.settings(SHOP).withReplications(10).withThreads(1);
    private static final Result RESULT = Study.of(SHOP, SETTINGS, Study.origin(SHOP, "", "", "", List.of(), ""))
            .run();

    private final PlayerViewModel player = new PlayerViewModel(BackgroundRun.inPlace());

    @BeforeEach
    void open() {
        player.open((replication, stop) -> Replay.of(SHOP, SETTINGS, replication, stop), RESULT, "order");
    }

    private static Story worst() {
        return RESULT.journey("order").map(Journey::worst).orElseThrow().get(0);
    }

    private Frame frame() {
        return player.frameProperty().get();
    }

    @Test
    void itOpensAtTheWorstOutageAsItBegins() {
        assertThat(player.messageProperty().get()).isEmpty();
        assertThat(player.incidents().get(player.at()).start()).isEqualTo(worst().start());
        assertThat(frame().lanes()).isEqualTo(worst().lanes());
        assertThat(frame().now()).isZero();
        assertThat(frame().sentence()).startsWith("It begins: ").endsWith(".");
        assertThat(frame().words()).contains("Begun by " + worst().root());
    }

    @Test
    void stepsGoForwardAndBackThroughEveryChange() {
        while (frame().step() > 0) {
            player.back();
        }
        for (Episode episode : worst().episodes()) {
            assertThat(frame().sentence()).isEqualTo(Sentences.of(episode));
            assertThat(frame().now()).isEqualTo(episode.from());
            player.forward();
        }
        assertThat(frame().step()).isEqualTo(frame().steps() - 1);
        player.back();
        assertThat(frame().step()).isEqualTo(Math.max(0, frame().steps() - 2));
    }

    @Test
    void theClockRunsFromStepToStepAndStopsAtTheEnd() {
        player.play();
        assertThat(player.playingProperty().get()).isTrue();
        int step = frame().step();
        player.advance(worst().duration() * 0.999);
        assertThat(frame().step()).isGreaterThanOrEqualTo(step);
        assertThat(frame().now()).isEqualTo(worst().duration() * 0.999);
        player.advance(1e12);
        assertThat(player.playingProperty().get()).isFalse();
        assertThat(frame().wrong()).isEqualTo(Sentences.wrong(worst(), frame().now()));
        player.play();
        assertThat(frame().now()).isEqualTo(frame().from());
    }

    @Test
    void outagesComeInTheOrderOfTime() {
        player.jump(0);
        double before = -1;
        for (int i = 0; i < player.incidents().size(); i++) {
            assertThat(player.at()).isEqualTo(i);
            assertThat(player.incidents().get(i).start()).isGreaterThan(before);
            assertThat(frame().title())
                    .isEqualTo("Outage " + (i + 1) + " of " + player.incidents().size() + " of “order”");
            before = player.incidents().get(i).start();
            player.next();
        }
        assertThat(player.at()).isEqualTo(player.incidents().size() - 1);
        player.previous();
        assertThat(player.at()).isEqualTo(Math.max(0, player.incidents().size() - 2));
    }

    @Test
    void whatIsWrongHasTheStageItIsIn() {
        assertThat(frame().wrong()).isNotEmpty();
        frame().lanes().stream()
                .filter(lane -> frame().wrong().containsKey(lane.name()))
                .forEach(lane -> assertThat(lane.spans()).anySatisfy(span -> {
                    assertThat(span.from()).isLessThanOrEqualTo(0);
                    assertThat(span.stage()).isEqualTo(frame().wrong().get(lane.name()));
                }));
    }

    @Test
    void closedItShowsNothing() {
        player.close();
        assertThat(frame()).isNull();
        assertThat(player.openProperty().get()).isFalse();
        player.forward();
        player.next();
        player.play();
        assertThat(frame()).isNull();
    }

    @Test
    void aJourneyWithoutOutagesIsTold() {
        player.open((replication, stop) -> Replay.of(SHOP, SETTINGS, replication, stop), RESULT, "no such journey");
        assertThat(frame()).isNull();
        assertThat(player.messageProperty().get()).contains("No outage");
    }
}
