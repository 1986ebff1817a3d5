package marl.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** Numbers for people: a few significant digits, no exponents where they can be avoided, the same on every machine. */
public final class Digits {
    private Digits() {}

    /** The number with this many significant digits and no trailing zeros. */
    public static String of(double x, int significant) {
        if (!Double.isFinite(x)) {
            return Double.isNaN(x) ? "NaN" : x > 0 ? "infinity" : "-infinity";
        }
        if (x == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(x);
        // Never cut digits before the point: 1137.7 with three digits is 1138, not 1140.
        int whole = exact.precision() - exact.scale();
        BigDecimal rounded =
                exact.round(new MathContext(Math.max(significant, whole))).stripTrailingZeros();
        return Math.abs(x) < 1e-6 || Math.abs(x) >= 1e15 ? rounded.toString() : rounded.toPlainString();
    }

    /** A column that keeps all digits of its values and shows a few. */
    static DoubleColumn column(String name, int significant, double... values) {
        DoubleColumn column = DoubleColumn.create(name, values);
        column.setPrintFormatter(new NumberColumnFormatter() {
            @Override
            public String format(double value) {
                return Double.isNaN(value) ? "" : of(value, significant);
            }
        });
        return column;
    }
}
