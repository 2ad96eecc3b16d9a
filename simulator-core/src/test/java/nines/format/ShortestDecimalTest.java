package nines.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShortestDecimalTest {
    @Test
    void usesTheFewestDigits() {
        assertEquals("0.1", ShortestDecimal.of(0.1));
        assertEquals("2.2E-8", ShortestDecimal.of(2.2e-8));
        assertEquals("0.002", ShortestDecimal.of(2e-3));
        assertEquals("31536000", ShortestDecimal.of(31_536_000));
        assertEquals("0.30000000000000004", ShortestDecimal.of(0.1 + 0.2));
    }

    @Test
    void readsBackToTheSameBits() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(ShortestDecimal.of(value)));
            }
        }
    }
}
