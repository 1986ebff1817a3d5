package marl.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Supermodular tables and mixers with one hidden layer and a convex bend, each against the other. */
class JointFitMixerTest {
    private static final double ROUNDING = 1e-9;

    /** A mixer with one hidden layer, weights of at least 0 and ELU (alpha 1), over random values of two agents. */
    @Property(tries = 100)
    void everyConvexMixerIsSupermodular(@ForAll long seed) {
        Random random = new Random(seed);
        double[] first = random.doubles(3, -2, 2).toArray();
        double[] second = random.doubles(4, -2, 2).toArray();
        double[][] table = new double[3][4];
        for (int unit = 0; unit < 5; unit++) {
            double one = 2 * random.nextDouble();
            double other = 2 * random.nextDouble();
            double bias = random.nextGaussian();
            double weight = random.nextDouble();
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 4; c++) {
                    double in = one * first[r] + other * second[c] + bias;
                    table[r][c] += weight * (in > 0 ? in : Math.expm1(in));
                }
            }
        }
        // The solver's rounding grows with the numbers it is given.
        double squares = Arrays.stream(table)
                .flatMapToDouble(Arrays::stream)
                .map(x -> x * x)
                .sum();
        assertEquals(0, JointFit.supermodular(table).squaredError(), ROUNDING * (1 + squares));
    }

    /**
     * The other way round: a hidden unit for each corner of a table, and own values whose steps shrink by a factor of 1,000,
     * so that a unit rises by 1 at its corner and by next to nothing beyond. Eight units rise by too much there, at most
     * 0.003 each.
     */
    @Property(tries = 100)
    void aConvexMixerComesNearToEverySupermodularTable(@ForAll long seed) {
        Random random = new Random(seed);
        double[] steps = {1, 1e-3, 1e-6};
        double[] own = {0, steps[1], steps[1] + steps[2]};
        double[][] wanted = new double[3][3];
        double[][] mixed = new double[3][3];
        for (int corner = 1; corner < 9; corner++) {
            int row = corner / 3;
            int column = corner % 3;
            double weight = random.nextDouble();
            double one = row > 0 ? 1 / steps[row] : 0;
            double other = column > 0 ? 1 / steps[column] : 0;
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 3; c++) {
                    wanted[r][c] += r >= row && c >= column ? weight : 0;
                    mixed[r][c] += weight * Math.max(0, 1 + one * (own[r] - own[row]) + other * (own[c] - own[column]));
                }
            }
        }
        assertEquals(0, JointFit.supermodular(wanted).squaredError(), ROUNDING);
        for (int r = 0; r < 3; r++) {
            assertArrayEquals(wanted[r], mixed[r], 8 * 0.003);
        }
    }
}
