package nines.experiment;

import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class CorrectionTest {
    private final Column raw = column(45, 90, 45, 0);
    private final Column corrected = column(165, 330, 165, 0);

    @Test
    void knownMeansStandForDrawsOverALongHorizon() {
        assertSame(corrected, Correction.of(corrected, raw, 10 * Cases.YEAR, 4 * Cases.HOUR));
    }

    @Test
    void withinAShortHorizonMostRepairsAreCut() {
        assertSame(raw, Correction.of(corrected, raw, 8 * Cases.HOUR, 4 * Cases.HOUR));
    }

    @Test
    void aSumThatHasLostItsMeaningIsNotUsed() {
        assertSame(raw, Correction.of(column(3, -4, 0, 0), raw, 10 * Cases.YEAR, 4 * Cases.HOUR));
    }

    private static Column column(double... values) {
        Column column = new Column();
        for (double value : values) {
            column.add(value);
        }
        return column;
    }
}
