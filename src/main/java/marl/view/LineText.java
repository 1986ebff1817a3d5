package marl.view;

import java.util.Arrays;
import java.util.List;

/** A line chart in words: a sparkline and four numbers per series, all sparklines on one scale. */
final class LineText {
    private LineText() {}

    static String of(Labels labels, List<Line> lines, boolean log) {
        double low = lines.stream().mapToDouble(line -> min(line.y())).min().orElse(0);
        double high = lines.stream().mapToDouble(line -> max(line.y())).max().orElse(0);
        double left = lines.stream()
                .filter(l -> !l.level())
                .mapToDouble(l -> min(l.x()))
                .min()
                .orElse(0);
        double right = lines.stream()
                .filter(l -> !l.level())
                .mapToDouble(l -> max(l.x()))
                .max()
                .orElse(0);
        int widest = lines.stream().mapToInt(line -> line.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(labels.title() + ": " + labels.yLabel() + " by " + labels.xLabel() + " ("
                + Numbers.text(left) + " to " + Numbers.text(right) + ")");
        for (Line line : lines) {
            text.append("\n")
                    .append(line.name())
                    .append(" ".repeat(widest - line.name().length() + 2));
            if (line.level()) {
                text.append("level ").append(Numbers.text(line.y()[0]));
                continue;
            }
            double[] heights = log ? Arrays.stream(line.y()).map(Math::log).toArray() : line.y();
            text.append(Sparkline.of(heights, log ? Math.log(low) : low, log ? Math.log(high) : high));
            int last = line.y().length - 1;
            text.append("  first ").append(Numbers.text(line.y()[0]));
            text.append(", last ").append(Numbers.text(line.y()[last]));
            if (line.band()) {
                text.append(" (").append(Numbers.text(line.low()[last])).append(" to ");
                text.append(Numbers.text(line.high()[last])).append(")");
            }
            text.append(", min ").append(Numbers.text(min(line.y())));
            text.append(", max ").append(Numbers.text(max(line.y())));
        }
        return text.toString();
    }

    static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
