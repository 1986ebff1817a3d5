package marl.kernel;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Values that Java itself prints as an address: arrays, and lists and records that hold some. Long ones are shortened. */
final class ValueText {
    private static final Pattern ADDRESS = Pattern.compile("\\[+(?:[ZBCSIJFD]|L[\\w.$]+;)@[0-9a-f]+");
    private static final int MOST = 20;
    private static final MathContext DIGITS = new MathContext(7);

    private ValueText() {}

    /** The value as Java prints it, unless there would be addresses in it. */
    static String of(Object value) {
        String plain = String.valueOf(value);
        return ADDRESS.matcher(plain).find() ? written(value) : plain;
    }

    private static String written(Object value) {
        if (value == null) {
            return "null";
        }
        if (value.getClass().isArray()) {
            List<Object> items = new ArrayList<>();
            for (int k = 0; k < Math.min(MOST, Array.getLength(value)); k++) {
                items.add(Array.get(value, k));
            }
            return listed(items, Array.getLength(value), "[", "]");
        }
        if (value instanceof List<?> list) {
            return listed(list.subList(0, Math.min(MOST, list.size())), list.size(), "[", "]");
        }
        if (value instanceof Map<?, ?> map) {
            List<Object> items = new ArrayList<>();
            map.entrySet().stream()
                    .limit(MOST)
                    .forEach(entry -> items.add(new Raw(written(entry.getKey()) + "=" + written(entry.getValue()))));
            return listed(items, map.size(), "{", "}");
        }
        if (value instanceof Raw raw) {
            return raw.text;
        }
        if (value instanceof Record one) {
            return record(one);
        }
        return value instanceof Double number ? number(number) : String.valueOf(value);
    }

    /** Text that is finished. */
    private record Raw(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** In lines if the items are lists themselves. */
    private static String listed(List<?> items, int all, String open, String close) {
        boolean lines =
                items.stream().anyMatch(item -> item != null && (item.getClass().isArray() || item instanceof List<?>));
        String between = lines ? ",\n " : ", ";
        StringBuilder text = new StringBuilder(open);
        for (int k = 0; k < items.size(); k++) {
            text.append(k == 0 ? "" : between).append(written(items.get(k)).replace("\n", "\n "));
        }
        if (all > items.size()) {
            text.append(between).append("... (").append(all).append(" in all)");
        }
        return text.append(close).toString();
    }

    private static String record(Record one) {
        StringBuilder text = new StringBuilder(one.getClass().getSimpleName()).append('[');
        String between = "";
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            text.append(between).append(component.getName()).append('=');
            try {
                component.getAccessor().setAccessible(true);
                text.append(written(component.getAccessor().invoke(one)));
            } catch (ReflectiveOperationException | RuntimeException closed) {
                text.append('?');
            }
            between = ", ";
        }
        return text.append(']').toString();
    }

    private static String number(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e9 ? rounded.toPlainString() : rounded.toString();
    }
}
