package marl.env;

import java.util.function.ToIntFunction;

/** Numbers observations 0 .. size-1, so that a table can hold something for each of them. */
public interface ObservationIndex {
    /** How many indices there are. */
    int size();

    /** The index of this observation, in 0 .. size-1. */
    int of(double[] observation);

    /**
     * The index itself, for a {@link Space.Discrete} observation {@code {index}}. {@link #of} throws
     * IllegalArgumentException for anything but a whole number in 0 .. n-1.
     */
    static ObservationIndex discrete(int n) {
        Space.Discrete space = new Space.Discrete(n);
        return of(n, observation -> {
            if (!space.contains(observation)) {
                throw new IllegalArgumentException("Expected an observation {index} with an index from 0 to " + (n - 1)
                        + ", but got " + java.util.Arrays.toString(observation) + ".");
            }
            return (int) observation[0];
        });
    }

    /** One index for everything: the learner that keeps no state. */
    static ObservationIndex single() {
        return of(1, observation -> 0);
    }

    /**
     * One coordinate, clipped to [low, high] and rounded to the nearest of low, low + step, ..., high; exact halves go to
     * the even neighbour, as in NumPy. All other coordinates are ignored.
     *
     * @param coordinate which coordinate, from 0
     * @throws IllegalArgumentException unless low &lt; high and step divides the distance; {@link #of} throws it for NaN
     */
    static ObservationIndex rounded(int coordinate, double low, double high, double step) {
        double cells = (high - low) / step;
        int last = (int) Math.rint(cells);
        if (!(low < high) || !(step > 0) || Math.abs(cells - last) > 1e-6) {
            throw new IllegalArgumentException(
                    "Rounding needs low < high and a step that divides the distance, but got " + low + ", " + high
                            + " and " + step + ".");
        }
        return of(last + 1, observation -> {
            double x = observation[coordinate];
            if (Double.isNaN(x)) {
                throw new IllegalArgumentException("Coordinate " + coordinate + " of the observation is NaN.");
            }
            return (int) Math.rint((Math.min(Math.max(x, low), high) - low) / step);
        });
    }

    /**
     * Any numbering of your own.
     *
     * @throws IllegalArgumentException unless size is at least 1
     */
    static ObservationIndex of(int size, ToIntFunction<double[]> index) {
        if (size < 1) {
            throw new IllegalArgumentException("An index needs at least one value, but size = " + size + ".");
        }
        return new ObservationIndex() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public int of(double[] observation) {
                return index.applyAsInt(observation);
            }

            @Override
            public String toString() {
                return "ObservationIndex of " + size;
            }
        };
    }

    /**
     * Both at once, this one being the slow digit: {@code size() * other.size()} indices.
     *
     * @throws IllegalArgumentException if there would be more than an int can count
     */
    default ObservationIndex and(ObservationIndex other) {
        long size = (long) size() * other.size();
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "A table of " + size + " observations is too large; round more coarsely.");
        }
        return of((int) size, observation -> of(observation) * other.size() + other.of(observation));
    }
}
