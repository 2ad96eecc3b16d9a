package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whom a group's failure strikes, whether or not something else is broken there already: a feed or a bad batch knows nothing
 * of the state of what hangs on it. Against the chain of one member, by hand: own fault and group's fault come and go, and the
 * own clock stands still while the member is down.
 */
class StruckGroupsTest {
    private static final double OWN = 1 / 100.0;
    private static final double MENDED = 1 / 20.0;
    private static final double GROUP = 1 / 50.0;
    private static final double BACK = 1 / 10.0;

    private static String body(String hits) {
        return """
                components:
                  s:
                    kind: server
                    instances: 2
                    fails: { own: { time-to-failure: exponential mean 100h, repair: exponential mean 20h } }
                groups:
                  feed:
                    members: s
                    fails: { dark: { time-to-failure: exponential mean 50h, hits: %s, repair: exponential mean 10h } }
                journeys: { first: { needs: s-1 } }
                """.formatted(hits);
    }

    /** The chance that the first member works, when it is struck with rate h whatever else is broken. */
    private static double works(double h) {
        double notStruck = BACK / (h + BACK);
        double onlyOwn = notStruck / (1 + MENDED / OWN * (1 + h / (MENDED + BACK)));
        return notStruck - onlyOwn;
    }

    /** What the other reading would give: a member that is broken is passed by. */
    private static double passedBy(double h) {
        return 1 / (1 + OWN / MENDED + h / BACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "1", "50%"})
    void aBrokenMemberIsStruckToo(String hits) {
        double h = hits.equals("all") ? GROUP : GROUP / 2;
        double down = 1 - works(h);
        assertThat(Math.abs(works(h) - passedBy(h))).isGreaterThan(0.003);
        Trial trial = Trial.of(body(hits));
        assertThat(trial.solve().timeUnavailability(0).value()).isCloseTo(down, within(1e-12));
        trial.mean(20 * Trial.YEAR, Trial::downShare).meets(down, 0.01);
    }
}
