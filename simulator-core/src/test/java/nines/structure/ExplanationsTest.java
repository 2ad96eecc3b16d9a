package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nines.blueprint.Blueprint;
import org.junit.jupiter.api.Test;

/** A situation that comes again is explained from memory: with the same bits as if it were thought through again. */
class ExplanationsTest {
    private static final double HORIZON = 100 * HardCase.YEAR;

    @Test
    void whatIsRememberedHasTheSameBits() {
        check(HardCase.blueprint(false, 2), 20);
        Stream.iterate(0L, seed -> seed + 1).limit(150).forEach(seed -> {
            check(RandomStructure.of(seed), 2);
            check(RandomStructure.withMore(seed), 2);
        });
    }

    private static void check(Blueprint blueprint, int replications) {
        Replicator remembering = new Replicator(blueprint, Options.plain());
        Replicator thinking = new Replicator(blueprint, Options.plain());
        thinking.rememberNothing();
        double horizon = blueprint.journeys().get(0).name().equals("shop") ? HORIZON : 20_000 * 3600.0;
        Journal remembered = remembering.newJournal(horizon);
        Journal thought = thinking.newJournal(horizon);
        for (int i = 0; i < replications; i++) {
            remembering.run(5, i, horizon, remembered, Replicator.Stop.never());
            thinking.run(5, i, horizon, thought, Replicator.Stop.never());
            assertThat(remembered.causeLost).isDeepEqualTo(thought.causeLost);
            assertThat(remembered.causeDown).isDeepEqualTo(thought.causeDown);
            assertThat(remembered.lostCorrected).containsExactly(thought.lostCorrected);
            assertThat(remembered.downCorrected).containsExactly(thought.downCorrected);
        }
    }
}
