package marl.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one run of an experiment reports: named values, such as {@code Outcome.of("outcome", 11.0).and("episodes", 200)}. A
 * value is a number, a truth value or a text. Immutable.
 */
public final class Outcome {
    private final Map<String, Object> values;

    private Outcome(Map<String, Object> values) {
        this.values = values;
    }

    /** A row of one number. */
    public static Outcome of(String name, double value) {
        return new Outcome(Map.of()).with(name, value);
    }

    /** A row of one whole number. */
    public static Outcome of(String name, long value) {
        return new Outcome(Map.of()).with(name, value);
    }

    /** A row of one truth value. */
    public static Outcome of(String name, boolean value) {
        return new Outcome(Map.of()).with(name, value);
    }

    /** A row of one text. */
    public static Outcome of(String name, String value) {
        return new Outcome(Map.of()).with(name, value);
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

    /** The values by name, in the order in which they were given; each a Double, Long, Boolean or String. */
    public Map<String, Object> values() {
        return values;
    }

    private Outcome with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        if (more.put(name, value) != null) {
            throw new IllegalArgumentException("This row already has a value named " + name + "; pick another name.");
        }
        return new Outcome(java.util.Collections.unmodifiableMap(more));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outcome row && values.equals(row.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
