package marl.view;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import marl.experiment.Screen;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** Shows a value in the middle of a cell, where it is not the cell's last expression. */
public final class Show {

    private Show() {}

    /**
     * Shows a value: as a picture or table in a notebook, as its text elsewhere.
     *
     * @param value a {@link Picture}, a table or anything with a readable text
     */
    public static void now(Object value) {
        Optional<Screen> screen = Screen.find();
        if (screen.isPresent()) {
            screen.get().open(value, value.toString());
        } else {
            System.out.println(value);
        }
    }

    /**
     * A number as a reader wants it: no more than four digits after the point, no trailing zeros, no rounding noise.
     *
     * @param value the number
     * @return for example {@code 0.36}
     */
    public static String text(double value) {
        return Numbers.rounded(value, 4);
    }

    /**
     * Numbers as a reader wants them.
     *
     * @param values the numbers
     * @return for example {@code [0.25, 0.5, 0.25]}
     */
    public static String text(double[] values) {
        return Arrays.stream(values).mapToObj(value -> text(value)).collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * A column of a table that keeps all digits of its values and shows no more than {@code decimals} behind the point.
     *
     * @param name the column's name
     * @param decimals how many digits, at least 0
     * @param values one for each row
     */
    public static DoubleColumn column(String name, int decimals, double... values) {
        DoubleColumn column = DoubleColumn.create(name, values);
        column.setPrintFormatter(new Rounding(decimals));
        return column;
    }

    /** A copy of a table whose fractional columns show no more than {@code decimals} digits behind the point. */
    public static Table rounded(Table table, int decimals) {
        Table copy = table.copy();
        for (Column<?> column : copy.columns()) {
            if (column instanceof DoubleColumn numbers) {
                numbers.setPrintFormatter(new Rounding(decimals));
            }
        }
        return copy;
    }

    /** Shows a number with a few decimals, and nothing where it is missing. */
    private static final class Rounding extends NumberColumnFormatter {
        private final int decimals;

        Rounding(int decimals) {
            this.decimals = decimals;
        }

        @Override
        public String format(double value) {
            return Double.isNaN(value)
                    ? ""
                    : Double.isInfinite(value) ? Double.toString(value) : Numbers.rounded(value, decimals);
        }
    }
}
