package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConeProjectionTest {
    private static double[] point(long seed, int length) {
        Random random = new Random(seed);
        boolean whole = random.nextBoolean();
        return random.doubles(length, -5, 5).map(x -> whole ? Math.rint(x) : x).toArray();
    }

    /** Tables up to 5 x 5 in both cones, against a method that shares nothing with ours. Dykstra's own end is about 1e-12. */
    @Property(tries = 400)
    void agreesWithAlternatingProjections(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll boolean supermodular) {
        double[][] cone =
                supermodular ? OrderedTables.supermodular(rows, columns) : OrderedTables.monotone(rows, columns);
        double[] y = point(seed, rows * columns);
        double[] nearest = new ConeProjection(cone).of(y);
        assertArrayEquals(Dykstra.nearest(cone, y), nearest, 1e-9);
        assertTrue(Dykstra.violation(cone, nearest) < 1e-10);
    }

    /** A single row: pooling neighbours that fall into their mean (Ayer et al. 1955) is exact. */
    @Property(tries = 300)
    void agreesWithPoolingAdjacentViolators(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int length) {
        double[] y = point(seed, length);
        assertArrayEquals(pooled(y), new ConeProjection(OrderedTables.monotone(1, length)).of(y), 1e-12);
    }

    private static double[] pooled(double... y) {
        double[] means = new double[y.length];
        int[] sizes = new int[y.length];
        int blocks = 0;
        for (double value : y) {
            means[blocks] = value;
            sizes[blocks] = 1;
            blocks++;
            while (blocks > 1 && means[blocks - 2] >= means[blocks - 1]) {
                int size = sizes[blocks - 2] + sizes[blocks - 1];
                means[blocks - 2] =
                        (sizes[blocks - 2] * means[blocks - 2] + sizes[blocks - 1] * means[blocks - 1]) / size;
                sizes[blocks - 2] = size;
                blocks--;
            }
        }
        double[] fit = new double[y.length];
        for (int block = 0, i = 0; block < blocks; block++) {
            for (int k = 0; k < sizes[block]; k++) {
                fit[i++] = means[block];
            }
        }
        return fit;
    }

    /** Increasing differences with a rising first row and column are what the short list of inequalities says. */
    @Property(tries = 200)
    void theSupermodularConeIsMonotoneWithIncreasingDifferences(@ForAll long seed) {
        double[] f = new ConeProjection(OrderedTables.supermodular(3, 4)).of(point(seed, 12));
        assertTrue(Dykstra.violation(OrderedTables.monotone(3, 4), f) < 1e-10);
        for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 3; c++) {
                double difference = f[4 * r + c] - f[4 * r + c + 1] - f[4 * r + 4 + c] + f[4 * r + 4 + c + 1];
                assertTrue(difference > -1e-10, "differences must increase, but one falls by " + -difference);
            }
        }
    }

    @Test
    void aPointInsideStaysAndContainsSaysSo() {
        ConeProjection rising = new ConeProjection(OrderedTables.monotone(1, 3));
        assertArrayEquals(new double[] {-1, 2, 2}, rising.of(-1, 2, 2));
        assertArrayEquals(new double[] {2, 2, 2}, rising.of(3, 2, 1), 1e-15);
        assertTrue(rising.contains(new double[] {0, 0, 5}, 0));
        assertFalse(rising.contains(new double[] {1, 0, 5}, 0.5));
        assertEquals(0, OrderedTables.monotone(1, 1).length);
        assertArrayEquals(new double[] {4}, new ConeProjection(new double[0][]).of(4));
    }
}
