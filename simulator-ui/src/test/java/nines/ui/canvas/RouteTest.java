package nines.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {
    private static final Box ABOVE = new Box(0, 0, 100, 50);
    private static final Box MIDDLE = new Box(0, 100, 100, 50);
    private static final Box BELOW = new Box(0, 200, 100, 50);

    @Test
    void goesStraightDownWhereNothingStands() {
        Route route = Route.between(ABOVE, BELOW, List.of(ABOVE, BELOW));
        assertThat(route.startX()).isEqualTo(50);
        assertThat(route.startY()).isEqualTo(50);
        assertThat(route.curves()).hasSize(1);
        assertThat(end(route)).containsExactly(50.0, 200.0);
    }

    @Test
    void goesAroundWhatStandsBetween() {
        Route route = Route.between(ABOVE, BELOW, List.of(ABOVE, MIDDLE, BELOW));
        assertThat(route.curves()).hasSize(3);
        assertThat(route.curves().get(1).endX()).matches(x -> x < MIDDLE.x() || x > MIDDLE.right(), "beside");
        assertThat(end(route)).containsExactly(50.0, 200.0);
    }

    @Test
    void goesSidewaysInARowAndBackUp() {
        Box right = new Box(200, 10, 100, 50);
        assertThat(end(Route.between(ABOVE, right, List.of()))).containsExactly(200.0, 35.0);
        assertThat(end(Route.between(right, ABOVE, List.of()))).containsExactly(100.0, 25.0);
        assertThat(end(Route.between(BELOW, ABOVE, List.of()))).containsExactly(75.0, 50.0);
    }

    private static List<Double> end(Route route) {
        Route.Curve last = route.curves().get(route.curves().size() - 1);
        return List.of(last.endX(), last.endY());
    }
}
