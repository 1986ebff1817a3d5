package marl.env;

import java.util.Arrays;
import marl.random.Rng;

/**
 * What an observation or an action may be: one of n things, or a vector between bounds. An element is always a
 * {@code double[]}, as in {@link Step}.
 */
public sealed interface Space {
    /** The length of an element: 1 for {@link Discrete}, the number of coordinates for {@link Box}. */
    int dimension();

    /** Whether the array is an element of this space; a wrong length or a NaN is simply not. */
    boolean contains(double[] element);

    /** A random element in a new array. */
    double[] sample(Rng rng);

    /**
     * The numbers 0 .. n-1, an element being {@code double[]{index}}.
     *
     * @param n how many, at least 1
     */
    record Discrete(int n) implements Space {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is below 1
         */
        public Discrete {
            if (n < 1) {
                throw new IllegalArgumentException("A discrete space needs at least one element, but n = " + n + ".");
            }
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public boolean contains(double[] element) {
            return element.length == 1 && element[0] >= 0 && element[0] < n && element[0] == (int) element[0];
        }

        @Override
        public double[] sample(Rng rng) {
            return new double[] {rng.below(n)};
        }
    }

    /**
     * Vectors with a lower and an upper bound for each coordinate, both included; a bound may be infinite. A sample is
     * uniform between finite bounds, standard normal without bounds, and a bound plus or minus an exponential with one,
     * as in Gymnasium's {@code Box}.
     *
     * @param low the lower bounds, one for each coordinate
     * @param high the upper bounds, as many
     */
    record Box(double[] low, double[] high) implements Space {
        /**
         * Copies and checks the bounds.
         *
         * @throws IllegalArgumentException if a low is above its high or a bound is NaN
         */
        public Box {
            if (low.length != high.length || low.length == 0) {
                throw new IllegalArgumentException(
                        "A box needs as many lower as upper bounds and at least one, but got " + low.length + " and "
                                + high.length + ".");
            }
            low = low.clone();
            high = high.clone();
            for (int i = 0; i < low.length; i++) {
                if (!(low[i] <= high[i])) {
                    throw new IllegalArgumentException("Coordinate " + i + " of a box needs low <= high, but got "
                            + low[i] + " and " + high[i] + ".");
                }
            }
        }

        /** A box with the same two bounds for each of {@code dimension} coordinates. */
        public static Box of(int dimension, double low, double high) {
            double[] lows = new double[dimension];
            double[] highs = new double[dimension];
            Arrays.fill(lows, low);
            Arrays.fill(highs, high);
            return new Box(lows, highs);
        }

        /** The lower bounds, a copy. */
        @Override
        public double[] low() {
            return low.clone();
        }

        /** The upper bounds, a copy. */
        @Override
        public double[] high() {
            return high.clone();
        }

        @Override
        public int dimension() {
            return low.length;
        }

        @Override
        public boolean contains(double[] element) {
            if (element.length != low.length) {
                return false;
            }
            for (int i = 0; i < low.length; i++) {
                if (!(element[i] >= low[i] && element[i] <= high[i])) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public double[] sample(Rng rng) {
            double[] element = new double[low.length];
            for (int i = 0; i < element.length; i++) {
                element[i] = sample(low[i], high[i], rng);
            }
            return element;
        }

        private static double sample(double low, double high, Rng rng) {
            if (low == high) {
                return low;
            }
            boolean bounded = Double.isFinite(low);
            if (bounded && Double.isFinite(high)) {
                return rng.uniform(low, high);
            }
            if (!bounded && !Double.isFinite(high)) {
                return rng.gaussian();
            }
            double exponential = -Math.log1p(-rng.uniform());
            return bounded ? low + exponential : high - exponential;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Box b && Arrays.equals(low, b.low) && Arrays.equals(high, b.high);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
        }

        @Override
        public String toString() {
            return "Box[low=" + Arrays.toString(low) + ", high=" + Arrays.toString(high) + "]";
        }
    }
}
