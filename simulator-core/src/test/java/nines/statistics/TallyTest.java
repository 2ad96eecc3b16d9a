package nines.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nines.random.RandomStream;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void countsMeanVarianceAndExtremes() {
        Tally tally = Tally.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertEquals(8, tally.count());
        assertEquals(5, tally.mean());
        assertEquals(32.0 / 7, tally.variance(), 1e-14);
        assertEquals(2, tally.min());
        assertEquals(9, tally.max());
    }

    @Test
    void keepsTheVarianceOfValuesFarFromZero() {
        Tally tally = Tally.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);
        assertEquals(30, tally.variance());
    }

    @Test
    void mergingGivesWhatAddingOneByOneGives() {
        RandomStream random = new RandomStream(7);
        Tally whole = new Tally();
        Tally merged = new Tally();
        for (int part = 0; part < 10; part++) {
            Tally piece = new Tally();
            for (int i = 0; i < 37 * part; i++) {
                double value = random.nextExponential();
                whole.add(value);
                piece.add(value);
            }
            merged.merge(piece);
        }
        assertEquals(whole.count(), merged.count());
        assertEquals(whole.mean(), merged.mean(), 1e-13);
        assertEquals(whole.variance(), merged.variance(), 1e-12);
        assertEquals(whole.max(), merged.max());
    }

    @Test
    void zerosMayBeAddedTogether() {
        Tally together = Tally.of(3, 5);
        together.addZeros(1000);
        together.addZeros(0);
        Tally singly = Tally.of(3, 5);
        for (int i = 0; i < 1000; i++) {
            singly.add(0);
        }
        assertEquals(singly.mean(), together.mean(), 1e-15);
        assertEquals(singly.variance(), together.variance(), 1e-14);
        assertEquals(0, together.min());
        assertEquals(8, together.sum(), 1e-12);
    }

    @Test
    void theIntervalOfTheMeanIsStudents() {
        Interval interval = Tally.of(2, 4, 4, 4, 5, 5, 7, 9).mean(0.95);
        double half = 2.364624 * Math.sqrt(32.0 / 7 / 8);
        assertEquals(5 - half, interval.low(), 1e-6);
        assertEquals(5 + half, interval.high(), 1e-6);
        assertTrue(interval.covers(5));
    }

    @Test
    void oneValueHasNoIntervalAndNoValueNoMean() {
        assertFalse(Tally.of(3).mean(0.95).exists());
        assertTrue(Double.isNaN(new Tally().mean()));
        assertTrue(Double.isNaN(Tally.of(3).variance()));
    }

    @Test
    void refusesInfiniteValues() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Tally.of(1 / 0.0));
        assertEquals("value must be finite: Infinity", refused.getMessage());
    }
}
