package nines.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RanksTest {
    @Test
    void eachStandsBelowTheLowestOfThoseThatAskIt() {
        assertThat(Ranks.of(
                        Map.of("page", List.of("web", "db"), "web", List.of("cache", "db"), "cache", List.of("db")),
                        List.of("page")))
                .isEqualTo(Map.of("page", 0, "web", 1, "cache", 2, "db", 3));
    }

    @Test
    void aCallBackUpACircleDoesNotCount() {
        assertThat(Ranks.of(
                        Map.of("page", List.of("a"), "a", List.of("b"), "b", List.of("c"), "c", List.of("a")),
                        List.of("page")))
                .isEqualTo(Map.of("page", 0, "a", 1, "b", 2, "c", 3));
    }

    @Test
    void whoIsNotAskedHasNoRank() {
        assertThat(Ranks.of(Map.of("x", List.of("y")), List.of("page"))).isEqualTo(Map.of("page", 0));
    }
}
