package marl.view;

import java.util.List;
import java.util.function.ToDoubleFunction;
import marl.experiment.Interval;

/** A list of intervals taken apart for a painter. */
final class Intervals {
    private Intervals() {}

    static double[] part(List<Interval> intervals, ToDoubleFunction<Interval> part) {
        return intervals.stream().mapToDouble(part).toArray();
    }
}
