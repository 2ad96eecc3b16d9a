package nines.experiment;

import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class CorrectionTest {
    @Test
    void knownMeansAreUsedWhereTheyExplainTheSpread() {
        Column outages = column(1, 2, 1, 0);
        Column raw = column(45, 2500, 45, 0);
        Column corrected = column(165, 330, 165, 0);
        assertSame(corrected, Correction.better(corrected, raw, outages));
    }

    @Test
    void aSampleThatNeverSawTheLongBranchDoesNotWinByItsSmallSpread() {
        Column outages = column(1, 2, 1, 0);
        Column raw = column(45, 90, 45, 0);
        Column corrected = column(165, 330, 165, 0);
        assertSame(corrected, Correction.better(corrected, raw, outages));
    }

    @Test
    void aCorrectionThatIsMostlyNoiseIsLeftOut() {
        Column outages = column(1, 2, 1, 0);
        Column raw = column(10, 18, 8, 0);
        Column corrected = column(30, 2, -5, 0);
        assertSame(raw, Correction.better(corrected, raw, outages));
    }

    private static Column column(double... values) {
        Column column = new Column();
        for (double value : values) {
            column.add(value);
        }
        return column;
    }
}
