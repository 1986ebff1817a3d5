package marl.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers in words, the same in every country. */
final class Numbers {
    private Numbers() {}

    /** Four significant digits, whole numbers in full up to a million; scientific where that is shorter to read. */
    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e7 || size < 1e-4) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        if (value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(size >= 1000 ? (int) Math.log10(size) + 1 : 4));
        return rounded.stripTrailingZeros().toPlainString();
    }

    /** Three significant digits: for the ticks of a scale. */
    static String brief(double value) {
        if (value == 0 || Math.abs(value) >= 1e7 || Math.abs(value) < 1e-4) {
            return text(value);
        }
        return text(new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }

    /** At most {@code decimals} decimals, without trailing zeros or a minus zero: for the cells of a table. */
    static String rounded(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
