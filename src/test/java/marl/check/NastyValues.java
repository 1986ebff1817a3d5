package marl.check;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** For each type that a contract may use: what a check hopes never to be given, and some that are only nearly right. */
final class NastyValues {

    private static final ClassValue<List<Object>> KNOWN = new ClassValue<>() {
        @Override
        protected List<Object> computeValue(Class<?> type) {
            List<Object> values = new ArrayList<>();
            add(type, values);
            return Collections.unmodifiableList(values);
        }
    };

    private NastyValues() {}

    /** All of them; null is among them where it can be. Arrays are shared: not to be changed. */
    static List<Object> of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** One of them, or an array of several. */
    static Object draw(Class<?> type, SplittableRandom random) {
        if (type.isArray() && random.nextInt(4) > 0) {
            Object array = Array.newInstance(type.getComponentType(), random.nextInt(6));
            for (int k = 0; k < Array.getLength(array); k++) {
                Array.set(array, k, draw(type.getComponentType(), random));
            }
            return array;
        }
        List<Object> values = of(type);
        return values.get(random.nextInt(values.size()));
    }

    /** What a call returns while it is only being collected: 0, false or null. */
    static Object nothing(Class<?> type) {
        return type == void.class || !type.isPrimitive() ? null : Array.get(Array.newInstance(type, 1), 0);
    }

    private static void add(Class<?> type, List<Object> values) {
        if (type == int.class) {
            values.addAll(List.of(0, 1, -1, 2, 7, 1_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE));
        } else if (type == long.class) {
            values.addAll(List.of(0L, 1L, -1L, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE));
        } else if (type == double.class) {
            values.addAll(List.of(0.0, 1.0, -1.0, -0.0, 1e9, Double.NaN, Double.POSITIVE_INFINITY));
            values.addAll(List.of(Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE));
        } else if (type == boolean.class) {
            values.addAll(List.of(true, false));
        } else {
            values.add(null);
        }
        if (type == String.class) {
            values.addAll(List.of("", "%s%n%d%", "\"", "mixed\n  [x] all (2/2)", "\u0000\u001b[2J\r\u202e\ud800"));
            values.add("cooperative ".repeat(100_000));
        } else if (type.isArray()) {
            addArrays(type.getComponentType(), values);
        }
    }

    /** Arrays full of one element, and arrays of different ones: rows of different lengths, of no length, null. */
    private static void addArrays(Class<?> component, List<Object> values) {
        values.add(Array.newInstance(component, 0));
        List<Object> elements = of(component);
        int[] lengths = component.isArray() ? new int[] {1, 2, 3, 4, 1_000} : new int[] {1, 2, 3, 4, 5, 100, 1_000};
        for (int e = 0; e < elements.size(); e += 1 + elements.size() / 30) {
            for (int length : lengths) {
                values.add(filled(component, length, e, 0));
            }
        }
        for (int length : new int[] {2, 3, 4, 5}) {
            for (int first = 0; first < 12; first++) {
                values.add(filled(component, length, first, 1 + first / 2));
            }
        }
        if (component == double.class || component == int.class) {
            values.add(Array.newInstance(component, 1_000_000));
        }
    }

    private static Object filled(Class<?> component, int length, int first, int step) {
        Object array = Array.newInstance(component, length);
        List<Object> elements = of(component);
        for (int k = 0; k < length; k++) {
            Array.set(array, k, elements.get((first + k * step) % elements.size()));
        }
        return array;
    }
}
