package marl.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Gathers the rows of a sweep into a table: parameters, seed, then what the rows hold. */
final class SweepRows {
    private final Map<String, List<Object>> columns = new LinkedHashMap<>();
    private final Map<String, List<double[][]>> arrays = new LinkedHashMap<>();
    private int rows;

    void add(Point point, long seed, Outcome row) {
        Map<String, Object> all = new LinkedHashMap<>(point.values());
        all.put("seed", seed);
        row.values().forEach((name, value) -> {
            if (all.put(name, value) != null) {
                throw new IllegalArgumentException("A row has a value named " + name
                        + ", but that is a parameter or the seed; pick another name.");
            }
        });
        if (rows == 0) {
            all.keySet().forEach(name -> columns.put(name, new ArrayList<>()));
            row.arrays().keySet().forEach(name -> arrays.put(name, new ArrayList<>()));
        }
        if (!columns.keySet().equals(all.keySet())
                || !arrays.keySet().equals(row.arrays().keySet())) {
            throw new IllegalArgumentException("All rows of a sweep need the same names, but the row of seed " + seed
                    + " has " + names(all, row.arrays()) + " instead of " + names(columns, arrays) + ".");
        }
        all.forEach((name, value) -> {
            List<Object> column = columns.get(name);
            if (rows > 0 && column.get(0).getClass() != value.getClass()) {
                throw new IllegalArgumentException("The value " + name + " of seed " + seed + " is a "
                        + value.getClass().getSimpleName() + ", but earlier ones are "
                        + column.get(0).getClass().getSimpleName() + "; use one type (11.0 is not 11).");
            }
            column.add(value);
        });
        row.arrays().forEach((name, array) -> arrays.get(name).add(array));
        rows++;
    }

    private static List<String> names(Map<String, ?> values, Map<String, ?> arrays) {
        List<String> names = new ArrayList<>(values.keySet());
        names.addAll(arrays.keySet());
        return names;
    }

    SweepResult toResult(String name) {
        return new SweepResult(toTable(name), new RunArrays(arrays));
    }

    private Table toTable(String name) {
        Table table = Table.create(name);
        columns.forEach((column, values) -> table.addColumns(column(column, values)));
        return table;
    }

    private static Column<?> column(String name, List<Object> values) {
        Object first = values.get(0);
        if (first instanceof Double) {
            return Digits.column(
                    name, 6, values.stream().mapToDouble(v -> (Double) v).toArray());
        }
        if (first instanceof Long) {
            return LongColumn.create(
                    name, values.stream().mapToLong(v -> (Long) v).toArray());
        }
        if (first instanceof Boolean) {
            return BooleanColumn.create(
                    name, values.stream().map(v -> (Boolean) v).toList());
        }
        return StringColumn.create(name, values.stream().map(Object::toString).toList());
    }
}
