package marl.check;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random inputs for checks: numbers a reader can follow, with few decimals. */
final class Draw {

    private Draw() {}

    /** A multiple of 0.1 between {@code low} and {@code high}. */
    static double tenth(SplittableRandom random, double low, double high) {
        return Math.round((low + (high - low) * random.nextDouble()) * 10) / 10.0;
    }

    /** Whole-number payoffs between -9 and 9. */
    static double[][] payoffs(SplittableRandom random, int rows, int columns) {
        double[][] payoffs = new double[rows][columns];
        for (double[] row : payoffs) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextInt(-9, 10);
            }
        }
        return payoffs;
    }

    /** Probabilities that are multiples of 1/20 and sum to 1 exactly enough for a check. */
    static double[] mix(SplittableRandom random, int actions) {
        int[] shares = new int[actions];
        for (int i = 0; i < 20; i++) {
            shares[random.nextInt(actions)]++;
        }
        double[] mix = new double[actions];
        for (int i = 0; i < actions; i++) {
            mix[i] = shares[i] / 20.0;
        }
        return mix;
    }

    /** Multiples of 0.1 between -5 and 5. */
    static double[] values(SplittableRandom random, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = tenth(random, -5, 5);
        }
        return values;
    }

    /** Different multiples of 0.1 between -5 and 5, so that one of them is the largest. */
    static double[] distinctValues(SplittableRandom random, int count) {
        return random.ints(-50, 51)
                .distinct()
                .limit(count)
                .mapToDouble(n -> n / 10.0)
                .toArray();
    }

    /** A copy that may be handed to code that must not change it. */
    static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** The same for whole numbers. */
    static int[][] copy(int[][] rows) {
        return Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new);
    }
}
