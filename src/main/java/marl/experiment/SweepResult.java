package marl.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/**
 * The rows of a sweep as a Tablesaw table (parameters, seed, then what the runs reported), and the summaries that lessons
 * need: means and shares, each with an interval over seeds. Truth values count as 1 and 0.
 *
 * <p>Intervals treat rows as independent runs: with several rows for each seed, look at one kind of row at a time.
 */
public final class SweepResult {
    private final Table table;
    private final RunArrays arrays;

    /**
     * Wraps a table, such as one read back from a file; it is not copied.
     *
     * @throws IllegalArgumentException if it has no row
     */
    public SweepResult(Table table) {
        this(table, RunArrays.NONE);
    }

    /** The same with curves and tables that belong to the rows, by name, in their order. */
    SweepResult(Table table, RunArrays arrays) {
        if (table.isEmpty()) {
            throw new IllegalArgumentException("A sweep has at least one row, but this table is empty.");
        }
        this.table = table;
        this.arrays = arrays;
    }

    /** The rows, a copy: one column for each parameter, the seed, and each number, truth value and text reported. */
    public Table table() {
        return table.copy();
    }

    /** The number of rows. */
    public int runs() {
        return table.rowCount();
    }

    /**
     * The values of a column, a new array.
     *
     * @throws IllegalArgumentException if it is not there or holds text
     */
    public double[] column(String name) {
        Column<?> column = find(name);
        if (column instanceof NumericColumn<?> numeric) {
            return numeric.asDoubleArray();
        }
        if (column instanceof BooleanColumn truth) {
            double[] values = new double[truth.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Boolean.TRUE.equals(truth.get(i)) ? 1 : 0;
            }
            return values;
        }
        throw new IllegalArgumentException(
                "Column " + name + " holds text, which has no mean; use shares(\"" + name + "\").");
    }

    /**
     * The curves that the runs reported under this name.
     *
     * @throws IllegalArgumentException if there are none, or they differ in length
     */
    public Curves curves(String name) {
        return Curves.of(tables(name).stream().map(RunArrays::onlyRow).toList());
    }

    /**
     * The tables that the runs reported under this name, [row][column] each, in the order of the rows; copies.
     *
     * @throws IllegalArgumentException if there are none
     */
    public List<double[][]> tables(String name) {
        return arrays.tables(name, table.columnNames());
    }

    /**
     * The mean over the rows of the tables reported under this name, number by number.
     *
     * @throws IllegalArgumentException if there are none, or they differ in shape
     */
    public double[][] meanTable(String name) {
        return RunArrays.mean(name, tables(name));
    }

    /** The mean of a column. */
    public double mean(String name) {
        return interval(name).mean();
    }

    /** The mean of a column with its 95 % t interval. */
    public Interval interval(String name) {
        return Interval.t(column(name));
    }

    /**
     * The mean of a column with its 95 % t interval for each value of a parameter, in the order of the sweep: what a bar
     * chart takes.
     */
    public List<Interval> intervals(String parameter, String name) {
        return distinct(parameter).stream()
                .map(key -> new SweepResult(table.where(where(find(parameter), key))).interval(name))
                .toList();
    }

    /** The mean of a column with its 95 % percentile bootstrap interval. */
    public Interval bootstrap(String name, long seed) {
        return Interval.bootstrap(seed, column(name));
    }

    /** The share of rows whose value passes, with its 95 % Wilson interval. */
    public Interval share(String name, DoublePredicate passes) {
        int hits = 0;
        for (double value : column(name)) {
            hits += passes.test(value) ? 1 : 0;
        }
        return Interval.wilson(hits, runs());
    }

    /** The share of rows with exactly this number, with its 95 % Wilson interval. */
    public Interval share(String name, double value) {
        return share(name, x -> x == value);
    }

    /** The share of rows with this text, with its 95 % Wilson interval. */
    public Interval share(String name, String value) {
        return Interval.wilson(where(find(name), value).size(), runs());
    }

    /**
     * How often each value of a column occurs: a table of value, runs, share and the 95 % Wilson interval (low, high), in
     * ascending order.
     */
    public Table shares(String name) {
        Column<?> column = find(name);
        Column<?> values = column.unique();
        values.setName(name);
        values.sortAscending();
        int n = values.size();
        int[] hits = new int[n];
        Interval[] shares = new Interval[n];
        for (int i = 0; i < n; i++) {
            hits[i] = where(column, values.getUnformattedString(i)).size();
            shares[i] = Interval.wilson(hits[i], runs());
        }
        return Table.create("shares of " + name, values, IntColumn.create("runs", hits))
                .addColumns(IntervalColumns.of("share", 4, shares));
    }

    /**
     * The mean of a column for each value of another, with its 95 % t interval: a table of the parameter, runs, mean, low
     * and high, in the order of the sweep.
     */
    public Table by(String parameter, String name) {
        Column<?> keys = find(parameter);
        Set<String> distinct = distinct(parameter);
        Interval[] intervals = new Interval[distinct.size()];
        int[] runs = new int[intervals.length];
        Column<?> labels = keys.emptyCopy();
        int i = 0;
        for (String key : distinct) {
            SweepResult part = new SweepResult(table.where(where(keys, key)));
            appendFirst(labels, part.find(parameter));
            intervals[i] = part.interval(name);
            runs[i++] = part.runs();
        }
        return Table.create(name + " by " + parameter, labels, IntColumn.create("runs", runs))
                .addColumns(IntervalColumns.of("mean", 5, intervals));
    }

    /**
     * The rows in which a parameter has this number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public SweepResult where(String parameter, double value) {
        double[] values = column(parameter);
        Selection rows = Selection.with();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                rows.add(i);
            }
        }
        return part(rows, parameter, Digits.of(value, 6));
    }

    /**
     * The rows in which a parameter has this text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public SweepResult where(String parameter, String value) {
        return part(where(find(parameter), value), parameter, value);
    }

    private SweepResult part(Selection rows, String parameter, String value) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("No row of this sweep has " + parameter + " = " + value + ".");
        }
        return new SweepResult(table.where(rows), arrays.at(rows.toArray()));
    }

    private Set<String> distinct(String name) {
        Column<?> values = find(name);
        Set<String> distinct = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            distinct.add(values.getUnformattedString(i));
        }
        return distinct;
    }

    private Column<?> find(String name) {
        if (!table.containsColumn(name)) {
            throw new IllegalArgumentException(
                    "There is no column " + name + " in this sweep, only " + table.columnNames() + ".");
        }
        return table.column(name);
    }

    private static Selection where(Column<?> column, String text) {
        Selection rows = Selection.with();
        for (int i = 0; i < column.size(); i++) {
            if (column.getUnformattedString(i).equals(text)) {
                rows.add(i);
            }
        }
        return rows;
    }

    @SuppressWarnings("unchecked")
    private static <T> void appendFirst(Column<T> to, Column<?> from) {
        to.append((Column<T>) from, 0);
    }

    /** The mean of each numeric column with its 95 % t interval, the seed left out: a table of column, mean, low, high. */
    public Table summary() {
        StringColumn names = StringColumn.create("column");
        List<Interval> intervals = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            if (!column.name().equals("seed") && (column instanceof NumericColumn || column instanceof BooleanColumn)) {
                names.append(column.name());
                intervals.add(interval(column.name()));
            }
        }
        Interval[] all = intervals.toArray(new Interval[0]);
        return Table.create(runs() + " runs", names).addColumns(IntervalColumns.of("mean", 5, all));
    }

    @Override
    public String toString() {
        return summary().print();
    }
}
