package marl.kernel;

import java.util.List;
import java.util.stream.IntStream;
import marl.io.Html;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table as HTML and as text, long ones (never one of reproduce rows) shortened with the number of rows. */
final class TableText {

    private static final int MOST_ROWS = 40;
    private static final int HEAD = 8;
    private static final int TAIL = 3;

    private TableText() {}

    static String plain(Table table) {
        return table.print(table.rowCount() > MOST_ROWS ? HEAD + TAIL : MOST_ROWS)
                        .replaceAll("(?m) +$", "") + "\n(" + size(table) + ")";
    }

    static String html(Table table) {
        StringBuilder html = new StringBuilder("<table>");
        if (!table.name().isBlank()) {
            html.append("<caption style=\"caption-side:top;font-weight:bold;text-align:left\">")
                    .append(Html.escape(table.name()))
                    .append("</caption>");
        }
        html.append("<thead><tr>");
        for (Column<?> column : table.columns()) {
            html.append("<th style=\"text-align:").append(align(column)).append("\">");
            html.append(Html.escape(column.name())).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (int row : rows(table)) {
            if (row < 0) {
                html.append("<tr><td colspan=\"").append(table.columnCount());
                html.append("\" style=\"text-align:center\">&#8943;</td></tr>");
            } else {
                row(html, table, row);
            }
        }
        html.append("</tbody></table>");
        return table.rowCount() > MOST_ROWS
                ? html.append("<p>").append(size(table)).append("</p>").toString()
                : html.toString();
    }

    /** The rows that are shown; -1 stands for those that are left out. */
    static List<Integer> rows(Table table) {
        int rows = table.rowCount();
        return rows <= MOST_ROWS
                ? IntStream.range(0, rows).boxed().toList()
                : IntStream.concat(
                                IntStream.concat(IntStream.range(0, HEAD), IntStream.of(-1)),
                                IntStream.range(rows - TAIL, rows))
                        .boxed()
                        .toList();
    }

    private static void row(StringBuilder html, Table table, int row) {
        html.append("<tr>");
        for (Column<?> column : table.columns()) {
            html.append("<td style=\"text-align:").append(align(column)).append("\">");
            html.append(Html.escape(column.getString(row))).append("</td>");
        }
        html.append("</tr>");
    }

    private static String align(Column<?> column) {
        boolean words = column.type().equals(ColumnType.STRING);
        return words ? "left" : "right";
    }

    private static String size(Table table) {
        return table.rowCount() + " rows, " + table.columnCount() + " columns";
    }
}
