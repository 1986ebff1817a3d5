package marl.experiment;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;

/** Intervals as three columns of a table: the estimate, the lower end, the upper end. */
final class IntervalColumns {
    private IntervalColumns() {}

    static DoubleColumn[] of(String estimate, int significant, Interval... intervals) {
        return new DoubleColumn[] {
            column(estimate, significant, Interval::mean, intervals),
            column("low", significant, Interval::low, intervals),
            column("high", significant, Interval::high, intervals)
        };
    }

    private static DoubleColumn column(
            String name, int significant, ToDoubleFunction<Interval> part, Interval... intervals) {
        return Digits.column(
                name, significant, Arrays.stream(intervals).mapToDouble(part).toArray());
    }
}
