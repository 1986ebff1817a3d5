package marl.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ShowTest {
    @Test
    void aColumnShowsFewDecimalsAndKeepsAllDigits() {
        DoubleColumn column = Show.column("share", 2, 1 / 3.0, 2, -0.001, Double.NaN);
        assertEquals("0.33", column.getString(0));
        assertEquals("2", column.getString(1));
        assertEquals("0", column.getString(2));
        assertEquals("", column.getString(3));
        assertEquals(1 / 3.0, column.get(0));
    }

    @Test
    void aRoundedTableIsACopyThatShowsLess() {
        Table whole = Table.create(
                "t",
                StringColumn.create("who", "a", "b"),
                DoubleColumn.create("return", -12.3456, Double.POSITIVE_INFINITY));
        Table shown = Show.rounded(whole, 1);
        assertEquals("-12.3", shown.getString(0, "return"));
        assertEquals("Infinity", shown.getString(1, "return"));
        assertEquals("-12.3456", whole.getString(0, "return"));
        assertEquals(-12.3456, shown.doubleColumn("return").get(0));
    }
}
