package marl.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ObservationIndexTest {
    @Test
    void discreteIsTheIndexItself() {
        ObservationIndex index = ObservationIndex.discrete(5);
        assertEquals(5, index.size());
        assertEquals(4, index.of(new double[] {4}));
        for (double bad : new double[] {-1, 5, 0.5, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> index.of(new double[] {bad}));
        }
        assertThrows(IllegalArgumentException.class, () -> index.of(new double[] {1, 1}));
    }

    @Test
    void roundedClipsAndRoundsOneCoordinate() {
        ObservationIndex tenths = ObservationIndex.rounded(0, -4, 4, 0.1);
        assertEquals(81, tenths.size());
        assertEquals(0, tenths.of(new double[] {-99, 7}));
        assertEquals(80, tenths.of(new double[] {Double.POSITIVE_INFINITY}));
        assertEquals(40, tenths.of(new double[] {0.04}));
        assertEquals(41, tenths.of(new double[] {0.06}));
        assertEquals(34, tenths.of(new double[] {-0.6}));
        assertEquals(2, ObservationIndex.rounded(1, 0, 4, 1).of(new double[] {9, 2.5}), "halves go to the even one");
        assertThrows(IllegalArgumentException.class, () -> tenths.of(new double[] {Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> ObservationIndex.rounded(0, -4, 4, 0.3));
        assertThrows(IllegalArgumentException.class, () -> ObservationIndex.rounded(0, 4, -4, 0.1));
        assertThrows(IllegalArgumentException.class, () -> ObservationIndex.rounded(0, 0, 1, -0.1));
    }

    @Property
    void roundedAlwaysStaysInRange(@ForAll double x) {
        ObservationIndex index = ObservationIndex.rounded(0, -4, 4, 0.1);
        int i = index.of(new double[] {x});
        assertTrue(i >= 0 && i < index.size());
        if (Math.abs(x) <= 4) {
            // Nearest of a grid of tenths: at most half a cell away, plus rounding.
            assertEquals(x, -4 + 0.1 * i, 0.05 + 1e-9);
        }
    }

    @Test
    void productsNumberAllPairsOnce() {
        ObservationIndex both = ObservationIndex.rounded(0, 0, 2, 1)
                .and(ObservationIndex.rounded(1, 0, 3, 1))
                .and(ObservationIndex.single());
        assertEquals(12, both.size());
        boolean[] seen = new boolean[12];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                seen[both.of(new double[] {i, j})] = true;
            }
        }
        for (boolean s : seen) {
            assertTrue(s);
        }
        ObservationIndex wide = ObservationIndex.of(1 << 20, o -> 0);
        assertThrows(IllegalArgumentException.class, () -> wide.and(wide));
        assertThrows(IllegalArgumentException.class, () -> ObservationIndex.of(0, o -> 0));
    }
}
