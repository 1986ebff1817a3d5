package marl.kernel;

import java.util.List;
import java.util.stream.IntStream;
import marl.io.Latex;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/**
 * A Tablesaw table as LaTeX, for {@code nbconvert --to pdf}: it goes on over pages, and where it is too wide the print
 * becomes smaller and columns of words are broken into lines.
 */
final class TableLatex {

    /** How many letters fit beside each other on a page of nbconvert's, by size of print, gaps between columns taken as two. */
    private static final List<Size> SIZES = List.of(
            new Size("normalsize", 85),
            new Size("small", 95),
            new Size("footnotesize", 108),
            new Size("scriptsize", 122));

    /** No column of words becomes narrower. */
    private static final int NARROWEST = 10;

    private record Size(String name, int letters) {}

    private final Table table;
    private final List<Integer> rows;
    private final int[] natural;

    private TableLatex(Table table) {
        this.table = table;
        rows = TableText.rows(table);
        natural = IntStream.range(0, table.columnCount()).map(this::width).toArray();
    }

    static String of(Table table) {
        return new TableLatex(table).text();
    }

    private int width(int column) {
        int longest = table.column(column).name().length();
        for (int row : rows) {
            longest =
                    Math.max(longest, row < 0 ? 1 : table.getString(row, column).length());
        }
        return longest;
    }

    private String text() {
        Size size = SIZES.stream()
                .filter(each -> total(Integer.MAX_VALUE) <= each.letters())
                .findFirst()
                .orElse(SIZES.get(SIZES.size() - 1));
        int cap = IntStream.iterate(200, width -> width > NARROWEST, width -> width - 1)
                .filter(width -> total(width) <= size.letters())
                .findFirst()
                .orElse(NARROWEST);
        StringBuilder latex = new StringBuilder("{\\").append(size.name()).append("\\setlength{\\tabcolsep}{3pt}\n");
        latex.append("\\begin{longtable}[l]{@{}");
        IntStream.range(0, natural.length).forEach(column -> latex.append(format(column, cap, size)));
        latex.append("@{}}\n");
        if (!table.name().isBlank()) {
            latex.append("\\multicolumn{").append(natural.length).append("}{@{}l@{}}{\\textbf{");
            latex.append(Latex.escape(table.name())).append("}}\\\\\n");
        }
        latex.append("\\toprule\n").append(line(-2)).append("\\midrule\n\\endhead\n\\bottomrule\n\\endlastfoot\n");
        rows.forEach(row -> latex.append(line(row)));
        return latex.append("\\end{longtable}}").toString();
    }

    private int total(int cap) {
        return IntStream.range(0, natural.length)
                .map(column -> 2 + (words(column) ? Math.min(cap, natural[column]) : natural[column]))
                .sum();
    }

    private boolean words(int column) {
        return table.column(column).type().equals(ColumnType.STRING);
    }

    private String format(int column, int cap, Size size) {
        if (!words(column)) {
            return "r";
        }
        if (natural[column] <= cap) {
            return "l";
        }
        int share = 100 * cap / size.letters();
        return ">{\\raggedright\\arraybackslash}p{0." + (share < 10 ? "0" : "") + share + "\\linewidth}";
    }

    /** A row of the table; -1 stands for what is left out, -2 for the header. */
    private String line(int row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < natural.length; column++) {
            String text = row == -2 ? table.column(column).name() : row == -1 ? "" : table.getString(row, column);
            line.append(column == 0 ? "" : " & ").append(row == -1 ? "\\ldots" : Latex.escape(text));
        }
        return line.append(" \\\\\n").toString();
    }
}
