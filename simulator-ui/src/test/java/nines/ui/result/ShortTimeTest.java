package nines.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ShortTimeTest {
    @Test
    void hasTwoDigitsAndOneUnit() {
        assertThat(DoubleStream.of(0, 0.2, 5, 100, 1000, 20_000, 200_000, 3e7, 1e8)
                        .mapToObj(ShortTime::of))
                .containsExactly("0 s", "200 ms", "5 s", "1.7 min", "17 min", "5.6 h", "2.3 d", "347 d", "3.2 y");
    }
}
