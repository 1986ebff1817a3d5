package marl.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The fits by every order of rows and columns, against the nearest point by another method. */
class JointFitOrdersTest {
    /** Local optima are told from mere best fits of an order: no fit by an order that a local optimum is in beats it. */
    @Property(tries = 30)
    void noOrderThatFitsALocalOptimumHasABetterFit(@ForAll long seed) {
        double[][] table = RandomGames.table(new Random(seed), 3, 3, 4);
        List<JointFit> local = JointFit.monotoneByOrder(table);
        for (int[] rows : OrderSearch.orders(3)) {
            for (int[] columns : OrderSearch.orders(3)) {
                double[] y = inOrder(table, rows, columns);
                double[] best = Dykstra.nearest(OrderedTables.monotone(3, 3), y);
                double error = distance(y, best);
                boolean listed = false;
                for (JointFit fit : local) {
                    double[] f = inOrder(fit.values(), rows, columns);
                    if (Dykstra.violation(OrderedTables.monotone(3, 3), f) < 1e-7) {
                        assertEquals(error, fit.squaredError(), 1e-6, "a local optimum in this order is its best fit");
                    }
                    listed |= fit.squaredError() <= error + 1e-6;
                }
                assertTrue(listed, "something at least as good as each order's fit is listed");
            }
        }
    }

    private static double[] inOrder(double[][] table, int[] rows, int[] columns) {
        double[] cells = new double[rows.length * columns.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = table[rows[i / columns.length]][columns[i % columns.length]];
        }
        return cells;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
