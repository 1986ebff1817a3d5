package marl.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** One combination of a sweep's parameters, such as alpha = 0.1, planning = 5. Immutable. */
public final class Point {
    /** The point of a sweep without parameters. */
    static final Point NONE = new Point(Map.of());

    private final Map<String, Object> values;

    private Point(Map<String, Object> values) {
        this.values = values;
    }

    Point with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Point(java.util.Collections.unmodifiableMap(more));
    }

    /**
     * A parameter that is a number.
     *
     * @throws IllegalArgumentException if it is not there or is none
     */
    public double number(String name) {
        if (get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("Parameter " + name + " is the text \"" + get(name) + "\", not a number.");
    }

    /**
     * A parameter that is a whole number.
     *
     * @throws IllegalArgumentException if it is not there or is none
     */
    public int integer(String name) {
        double number = number(name);
        if (number != Math.rint(number)) {
            throw new IllegalArgumentException("Parameter " + name + " is " + number + ", not a whole number.");
        }
        return Math.toIntExact((long) number);
    }

    /**
     * A parameter as text.
     *
     * @throws IllegalArgumentException if it is not there
     */
    public String text(String name) {
        return get(name).toString();
    }

    /** All parameters by name, in the order of the sweep; each a Double, Long or String. */
    public Map<String, Object> values() {
        return values;
    }

    private Object get(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException(
                    "There is no parameter " + name + " in this sweep, only " + values.keySet() + ".");
        }
        return values.get(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Point p && values.equals(p.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Such as "alpha = 0.1, planning = 5". */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        values.forEach((name, value) -> text.add(name + " = " + value));
        return text.toString();
    }
}
