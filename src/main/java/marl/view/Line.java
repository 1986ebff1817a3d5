package marl.view;

/**
 * One series of a line chart; {@code low} and {@code high} are empty without an interval; a level line has no x and one
 * y.
 */
record Line(String name, double[] x, double[] y, double[] low, double[] high) {
    boolean level() {
        return x.length == 0;
    }

    /** Whether x falls somewhere: a path in the plane, not a curve over time. */
    boolean turnsBack() {
        for (int i = 1; i < x.length; i++) {
            if (x[i] < x[i - 1]) {
                return true;
            }
        }
        return false;
    }

    boolean band() {
        return low.length > 0;
    }
}
