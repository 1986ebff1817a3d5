package marl.view;

import java.util.Arrays;
import java.util.List;

/** A bar chart in words: one row of blocks and a number per bar. */
final class BarText {
    private static final int LONGEST = 20;

    private BarText() {}

    static String of(Labels labels, List<String> categories, List<BarGroup> groups) {
        double largest = groups.stream()
                .flatMapToDouble(group -> Arrays.stream(group.heights()))
                .map(Math::abs)
                .max()
                .orElse(0);
        int category = categories.stream().mapToInt(String::length).max().orElse(0);
        int name =
                groups.stream().mapToInt(group -> group.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(labels.title() + ": " + labels.yLabel() + " by " + labels.xLabel());
        for (int c = 0; c < categories.size(); c++) {
            for (BarGroup group : groups) {
                text.append("\n").append(pad(categories.get(c), category)).append("  ");
                if (name > 0) {
                    text.append(pad(group.name(), name)).append("  ");
                }
                double height = group.heights()[c];
                int blocks = largest == 0 ? 0 : (int) Math.round(Math.abs(height) / largest * LONGEST);
                text.append("█".repeat(blocks)).append(blocks > 0 ? " " : "").append(Numbers.text(height));
                if (group.interval()) {
                    text.append(" (").append(Numbers.text(group.low()[c])).append(" to ");
                    text.append(Numbers.text(group.high()[c])).append(")");
                }
            }
        }
        return text.toString();
    }

    static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
