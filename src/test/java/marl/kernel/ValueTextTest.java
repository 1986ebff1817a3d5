package marl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTextTest {

    private record Row(String name, double[] numbers, int[][] table) {}

    private record Plain(int x) {
        @Override
        public String toString() {
            return "plain " + x;
        }
    }

    @Test
    void arraysShowTheirValues() {
        assertEquals("[0.1, 2, 0.3333333]", ValueText.of(new double[] {0.1, 2, 1 / 3.0}));
        assertEquals("[1, 2]", ValueText.of(new int[] {1, 2}));
        assertEquals("[true, false]", ValueText.of(new boolean[] {true, false}));
        assertEquals("[a, null]", ValueText.of(new String[] {"a", null}));
        assertEquals("[]", ValueText.of(new double[0]));
        assertEquals(
                "[NaN, Infinity, 1E-9, 1.5E+12]",
                ValueText.of(new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e-9, 1.5e12}));
    }

    @Test
    void tablesHaveARowInALine() {
        assertEquals("[[1, 2],\n [3, 4]]", ValueText.of(new double[][] {{1, 2}, {3, 4}}));
        assertEquals("[[1],\n [2, 3]]", ValueText.of(List.of(new int[] {1}, new int[] {2, 3})));
    }

    @Test
    void whatHoldsArraysShowsThem() {
        assertEquals(
                "Row[name=r, numbers=[1, 2], table=[[1],\n [2]]]",
                ValueText.of(new Row("r", new double[] {1, 2}, new int[][] {{1}, {2}})));
        assertEquals("{k=[1]}", ValueText.of(Map.of("k", new int[] {1})));
    }

    @Test
    void longOnesAreShortened() {
        String text = ValueText.of(new int[1_000]);
        assertTrue(text.endsWith("0, ... (1000 in all)]"), text);
        assertEquals(20, text.split("0, ", -1).length - 1);
    }

    @Test
    void everythingElseIsAsJavaPrintsIt() {
        assertEquals("plain 3", ValueText.of(new Plain(3)));
        assertEquals("[1, 2]", ValueText.of(List.of(1, 2)));
        assertEquals("0.30000000000000004", ValueText.of(0.1 + 0.2));
        assertEquals("text with [D@ in it", ValueText.of("text with [D@ in it"));
    }
}
