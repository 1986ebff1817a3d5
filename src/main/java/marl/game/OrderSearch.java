package marl.game;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fits a table in every pair of orders of its rows and columns, for {@link JointFit}.
 *
 * <p>A fit with ties lies in the cones of several pairs of orders. It is a local optimum of all of them together exactly if
 * it is the best in each of these: close to it there is no other cone, and a cone is convex.
 */
final class OrderSearch {
    private final double[][] table;
    private final ConeProjection projection;
    private final List<int[]> rowOrders;
    private final List<int[]> columnOrders;
    private final List<JointFit> fits = new ArrayList<>();
    private final double near;
    private final double errorUnit;

    private OrderSearch(double[][] table, double[][] cone) {
        this.table = table;
        this.projection = new ConeProjection(cone);
        this.rowOrders = orders(table.length);
        this.columnOrders = orders(table[0].length);
        double scale = GameArguments.finiteTable(table);
        this.near = JointFit.SAME * scale;
        this.errorUnit = Math.max(near * scale, Double.MIN_NORMAL);
        for (int[] rowOrder : rowOrders) {
            for (int[] columnOrder : columnOrders) {
                fits.add(fit(rowOrder, columnOrder));
            }
        }
    }

    /**
     * The local optima, the best first, equal ones once.
     *
     * @param cone of tables whose rows and columns are in their order, see {@link OrderedTables}
     */
    static List<JointFit> optima(double[][] table, double[][] cone) {
        OrderSearch search = new OrderSearch(table, cone);
        return search.distinct().stream().filter(search::isLocallyBest).toList();
    }

    /** The best fit of each pair of orders, locally best or not, the best first, equal ones once. */
    static List<JointFit> all(double[][] table, double[][] cone) {
        return new OrderSearch(table, cone).distinct();
    }

    private JointFit fit(int[] rowOrder, int[] columnOrder) {
        double[] nearest = projection.of(inOrder(table, rowOrder, columnOrder));
        double[][] values = new double[rowOrder.length][columnOrder.length];
        for (int i = 0; i < nearest.length; i++) {
            values[rowOrder[i / columnOrder.length]][columnOrder[i % columnOrder.length]] = nearest[i];
        }
        return JointFit.of(table, values);
    }

    private static double[] inOrder(double[][] cells, int[] rowOrder, int[] columnOrder) {
        double[] ordered = new double[rowOrder.length * columnOrder.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = cells[rowOrder[i / columnOrder.length]][columnOrder[i % columnOrder.length]];
        }
        return ordered;
    }

    /** Errors are compared in units of rounding, so that equally good fits keep the order of their orders. */
    private List<JointFit> distinct() {
        List<JointFit> sorted = new ArrayList<>(fits);
        sorted.sort(Comparator.comparingDouble(fit -> Math.rint(fit.squaredError() / errorUnit)));
        List<JointFit> distinct = new ArrayList<>();
        for (JointFit fit : sorted) {
            boolean known = false;
            for (int i = distinct.size() - 1; i >= 0 && !known; i--) {
                if (fit.squaredError() - distinct.get(i).squaredError() > 2 * errorUnit) {
                    break;
                }
                known = fit.isNear(distinct.get(i), near);
            }
            if (!known) {
                distinct.add(fit);
            }
        }
        return distinct;
    }

    private boolean isLocallyBest(JointFit fit) {
        double[][] values = fit.values();
        for (int r = 0; r < rowOrders.size(); r++) {
            if (!rises(values, rowOrders.get(r))) {
                continue;
            }
            for (int c = 0; c < columnOrders.size(); c++) {
                double best = fits.get(r * columnOrders.size() + c).squaredError();
                if (best < fit.squaredError() - errorUnit
                        && projection.contains(inOrder(values, rowOrders.get(r), columnOrders.get(c)), near)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether each row is at least the one before it in this order: what both cones ask for. */
    private boolean rises(double[][] values, int... rowOrder) {
        for (int i = 1; i < rowOrder.length; i++) {
            for (int c = 0; c < values[0].length; c++) {
                if (values[rowOrder[i]][c] < values[rowOrder[i - 1]][c] - near) {
                    return false;
                }
            }
        }
        return true;
    }

    /** All orders of 0 .. n-1, in lexicographic order. */
    static List<int[]> orders(int n) {
        List<int[]> all = new ArrayList<>();
        extend(new int[n], 0, new boolean[n], all);
        return all;
    }

    private static void extend(int[] order, int length, boolean[] taken, List<int[]> all) {
        if (length == order.length) {
            all.add(order.clone());
            return;
        }
        for (int item = 0; item < order.length; item++) {
            if (!taken[item]) {
                taken[item] = true;
                order[length] = item;
                extend(order, length + 1, taken, all);
                taken[item] = false;
            }
        }
    }
}
