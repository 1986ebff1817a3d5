package marl.experiment;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one run of an experiment reports, by name, such as {@code Outcome.of("outcome", 11.0).and("episodes", 200)}. A value
 * is a number, a truth value or a text, and becomes a cell of the sweep's table; a curve or a table of numbers is kept
 * beside it ({@link SweepResult#curves}, {@link SweepResult#tables}). Immutable: arrays are copied.
 */
public final class Outcome {
    private static final Outcome NOTHING = new Outcome(Map.of(), Map.of());

    private final Map<String, Object> values;
    private final Map<String, double[][]> arrays;

    private Outcome(Map<String, Object> values, Map<String, double[][]> arrays) {
        this.values = values;
        this.arrays = arrays;
    }

    /** A row of one number. */
    public static Outcome of(String name, double value) {
        return NOTHING.with(name, value);
    }

    /** A row of one whole number. */
    public static Outcome of(String name, long value) {
        return NOTHING.with(name, value);
    }

    /** A row of one truth value. */
    public static Outcome of(String name, boolean value) {
        return NOTHING.with(name, value);
    }

    /** A row of one text. */
    public static Outcome of(String name, String value) {
        return NOTHING.with(name, value);
    }

    /** A row of one curve, one number for each point. */
    public static Outcome of(String name, double[] curve) {
        return NOTHING.and(name, curve);
    }

    /** A row of one table of numbers, [row][column]. */
    public static Outcome of(String name, double[][] table) {
        return NOTHING.and(name, table);
    }

    /** The same row with a number more. */
    public Outcome and(String name, double value) {
        return with(name, value);
    }

    /** The same row with a whole number more. */
    public Outcome and(String name, long value) {
        return with(name, value);
    }

    /** The same row with a truth value more. */
    public Outcome and(String name, boolean value) {
        return with(name, value);
    }

    /** The same row with a text more. */
    public Outcome and(String name, String value) {
        return with(name, value);
    }

    /** The same row with a curve more, one number for each point. */
    public Outcome and(String name, double[] curve) {
        return and(name, new double[][] {curve});
    }

    /** The same row with a table of numbers more, [row][column]. */
    public Outcome and(String name, double[][] table) {
        requireNew(name);
        Map<String, double[][]> more = new LinkedHashMap<>(arrays);
        more.put(name, Arrays.stream(table).map(double[]::clone).toArray(double[][]::new));
        return new Outcome(values, Collections.unmodifiableMap(more));
    }

    /** The values by name, in the order in which they were given; each a Double, Long, Boolean or String. */
    public Map<String, Object> values() {
        return values;
    }

    /** Curves and tables by name, a curve as its only row. */
    Map<String, double[][]> arrays() {
        return arrays;
    }

    private Outcome with(String name, Object value) {
        requireNew(name);
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Outcome(Collections.unmodifiableMap(more), arrays);
    }

    private void requireNew(String name) {
        if (values.containsKey(name) || arrays.containsKey(name)) {
            throw new IllegalArgumentException("This row already has a value named " + name + "; pick another name.");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outcome row
                && values.equals(row.values)
                && arrays.keySet().equals(row.arrays.keySet())
                && arrays.keySet().stream().allMatch(name -> Arrays.deepEquals(arrays.get(name), row.arrays.get(name)));
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return arrays.isEmpty() ? values.toString() : values + " and " + arrays.keySet();
    }
}
