package marl.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final Curves CURVES = Curves.of(
            List.of(new double[] {1, 2, 3, 4, 5}, new double[] {3, 2, 1, 0, -1}, new double[] {2, 2, 2, 2, 2}));

    @Test
    void everyPointHasItsMeanAndInterval() {
        assertArrayEquals(new double[] {2, 2, 2, 2, 2}, CURVES.mean());
        assertEquals(Interval.t(1, 3, 2), CURVES.at(0));
        assertEquals(Interval.t(5, -1, 2).low(), CURVES.low()[4]);
        assertEquals(Interval.t(5, -1, 2).high(), CURVES.high()[4]);
        assertEquals(2, CURVES.low()[1], "runs that agree leave no width");
        assertArrayEquals(new double[] {0, 1, 2, 3, 4}, CURVES.x());
    }

    @Test
    void smoothingAveragesEachRunOverThePast() {
        assertArrayEquals(new double[] {1, 1.5, 2, 3, 4}, CURVES.smoothed(3).run(0), 1e-15);
        assertArrayEquals(CURVES.run(0), CURVES.smoothed(1).run(0));
    }

    @Test
    void thinningAveragesGroups() {
        Curves thin = CURVES.thinned(2);
        assertArrayEquals(new double[] {1.5, 3.5, 5}, thin.run(0));
        assertArrayEquals(new double[] {0.5, 2.5, 4}, thin.x());
        assertEquals(Interval.t(1.5, 2.5, 2), thin.at(0));
    }

    @Test
    void oneRunHasNoBand() {
        Curves one = Curves.of(List.of(new double[] {1, 2}));
        assertArrayEquals(new double[] {1, 2}, one.mean());
        assertTrue(Double.isNaN(one.low()[0]) && Double.isNaN(one.high()[1]));
    }

    @Test
    void curvesAreCopies() {
        double[] run = {1, 2};
        Curves curves = Curves.of(List.of(run, run));
        run[0] = 9;
        curves.run(0)[0] = 9;
        assertEquals(1, curves.mean()[0]);
    }

    @Test
    void refusesRaggedOrEmptyCurves() {
        assertThrows(IllegalArgumentException.class, () -> Curves.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Curves.of(List.of(new double[0])));
        assertThrows(IllegalArgumentException.class, () -> Curves.of(List.of(new double[1], new double[2])));
        assertThrows(IllegalArgumentException.class, () -> CURVES.smoothed(0));
        assertThrows(IllegalArgumentException.class, () -> CURVES.thinned(0));
    }

    @Test
    void pointsLieWhereTheyAreSaidTo() {
        Curves three = Curves.of(List.of(new double[] {5, 6, 7}));
        assertArrayEquals(new double[] {100, 200, 300}, three.every(100).x());
        assertArrayEquals(new double[] {0.5, 2, 9}, three.over(0.5, 2, 9).x());
        assertArrayEquals(new double[] {150, 300}, three.every(100).thinned(2).x());
        assertArrayEquals(new double[] {5, 6, 7}, three.every(2).mean());
        assertThrows(IllegalArgumentException.class, () -> three.over(1, 2));
    }
}
