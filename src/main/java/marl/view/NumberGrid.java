package marl.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of numbers as text: in full when it is small, as one sparkline per row when it is not. */
final class NumberGrid {
    private static final int WIDEST = 12;
    private static final int HIGHEST = 30;

    private NumberGrid() {}

    /**
     * The numbers as text with at most {@code decimals} decimals; -1 chooses three to four digits by the largest
     * number.
     */
    static String[][] cells(double[][] values, int decimals) {
        double size = Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        int chosen = decimals >= 0 ? decimals : size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row)
                        .mapToObj(value -> size > 0 && size < 1e-3 && decimals < 0
                                ? Numbers.text(value)
                                : Numbers.rounded(value, chosen))
                        .toArray(String[]::new))
                .toArray(String[][]::new);
    }

    static String text(double[][] values, String[][] cells, List<String> rows, List<String> columns) {
        if (rows.size() <= HIGHEST && columns.size() <= WIDEST) {
            return align(cells, rows, columns);
        }
        double low = Arrays.stream(values).mapToDouble(LineText::min).min().orElseThrow();
        double high = Arrays.stream(values).mapToDouble(LineText::max).max().orElseThrow();
        int widest = rows.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder("▁ is " + Numbers.text(low) + ", █ is " + Numbers.text(high));
        for (int r = 0; r < rows.size(); r++) {
            text.append("\n").append(BarText.pad(rows.get(r), widest)).append("  ");
            text.append(Sparkline.of(values[r], low, high));
        }
        return text.toString();
    }

    /** Cells under their column names and after their row names, flush right. */
    static String align(String[][] cells, List<String> rows, List<String> columns) {
        List<String> lines = new ArrayList<>();
        int first = rows.stream().mapToInt(String::length).max().orElse(0);
        int[] widths = new int[columns.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = columns.get(c).length();
            for (String[] row : cells) {
                widths[c] = Math.max(widths[c], row[c].length());
            }
        }
        lines.add(line("", first, columns.toArray(String[]::new), widths));
        for (int r = 0; r < cells.length; r++) {
            lines.add(line(rows.get(r), first, cells[r], widths));
        }
        return String.join("\n", lines);
    }

    private static String line(String name, int first, String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder(BarText.pad(name, first));
        for (int c = 0; c < cells.length; c++) {
            line.append("  ").append(" ".repeat(widths[c] - cells[c].length())).append(cells[c]);
        }
        return line.toString().stripTrailing();
    }
}
