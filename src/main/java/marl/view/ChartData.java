package marl.view;

/** Checks of what is to be drawn, each with a sentence that says what is wrong and what would be right. */
final class ChartData {
    private ChartData() {}

    static String words(String text, String what) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("The " + what + " must not be blank; say what there is to see.");
        }
        return text;
    }

    /** A copy of {@code values}, once none is NaN or infinite and there is at least one. */
    static double[] finite(double[] values, String what) {
        if (values.length == 0) {
            throw new IllegalArgumentException("There is nothing in " + what + "; give at least one value.");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("Only finite numbers can be drawn, but " + what + " holds "
                        + values[i] + " at index " + i + "; look for a division by zero upstream.");
            }
        }
        return values.clone();
    }

    static void sameLength(double[] values, int length, String what, String as) {
        if (values.length != length) {
            throw new IllegalArgumentException("Lengths must match, but " + what + " has " + values.length
                    + " values and " + as + " has " + length + "; give as many of one as of the other.");
        }
    }

    static void ordered(double[] low, double[] middle, double[] high, String what) {
        for (int i = 0; i < middle.length; i++) {
            if (!(low[i] <= middle[i] && middle[i] <= high[i])) {
                throw new IllegalArgumentException("The interval of " + what + " at index " + i
                        + " must have low <= value <= high, not " + Numbers.text(low[i]) + ", "
                        + Numbers.text(middle[i]) + ", " + Numbers.text(high[i]) + ".");
            }
        }
    }

    /** A deep copy of a table, once it is a full rectangle of finite numbers. */
    static double[][] table(double[][] table, String what) {
        double[][] copy = new double[table.length][];
        if (table.length == 0) {
            throw new IllegalArgumentException("There is nothing in " + what + "; give at least one row.");
        }
        for (int r = 0; r < table.length; r++) {
            copy[r] = finite(table[r], "row " + r + " of " + what);
            sameLength(copy[r], table[0].length, "row " + r + " of " + what, "row 0");
        }
        return copy;
    }
}
