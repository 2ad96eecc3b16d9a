package nines.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WishesTest {
    @Test
    void onlyWhatIsAskedForIsWritten() {
        Wishes wishes = Wishes.NONE.with("seed", " 7 ").with("horizon", "20y").with("precision", " ");
        assertThat(wishes.written()).isEqualTo(Map.of("seed", "7", "horizon", "20y"));
        assertThat(wishes.words()).isEqualTo("horizon 20y, seed 7");
        assertThat(Wishes.NONE.words()).isEmpty();
    }

    @Test
    void everyKeyOfARunCanBeAskedFor() {
        Wishes all = Wishes.NONE;
        for (String key : java.util.List.of("fidelity", "horizon", "replications", "precision", "seed", "wall-clock")) {
            all = all.with(key, key + "!");
        }
        assertThat(all.written())
                .hasSize(6)
                .allSatisfy((key, value) -> assertThat(value).isEqualTo(key + "!"));
    }
}
