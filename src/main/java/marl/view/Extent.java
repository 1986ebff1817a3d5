package marl.view;

import java.util.List;
import java.util.stream.DoubleStream;

/** The smallest and largest x and y of a line chart, intervals and level lines included. */
record Extent(double left, double right, double low, double high) {
    static Extent of(List<Line> lines) {
        double[] x = lines.stream()
                .flatMapToDouble(line -> DoubleStream.of(line.x()))
                .toArray();
        double[] y = lines.stream()
                .flatMapToDouble(line -> DoubleStream.concat(
                        DoubleStream.of(line.y()),
                        DoubleStream.concat(DoubleStream.of(line.low()), DoubleStream.of(line.high()))))
                .toArray();
        return new Extent(LineText.min(x), LineText.max(x), LineText.min(y), LineText.max(y));
    }

    boolean flatX() {
        return left == right;
    }

    boolean flatY() {
        return low == high;
    }

    /** The ends of an axis around a single value: XChart cannot place anything on an axis without length. */
    static double[] around(double value, boolean log) {
        double reach = Math.max(Math.abs(value) * 0.1, value == 0 ? 1 : 0);
        return log ? new double[] {value / 2, value * 2} : new double[] {value - reach, value + reach};
    }
}
