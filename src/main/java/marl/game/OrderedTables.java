package marl.game;

import java.util.ArrayList;
import java.util.List;

/** Cones of tables whose rows and columns are in order, for {@link JointFit}. */
final class OrderedTables {
    private OrderedTables() {}

    /** Tables that fall neither down a column nor along a row. Cells are numbered row by row. */
    static double[][] monotone(int rows, int columns) {
        List<double[]> cone = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (r + 1 < rows) {
                    cone.add(rise(rows, columns, r, c, 1, 0));
                }
                if (c + 1 < columns) {
                    cone.add(rise(rows, columns, r, c, 0, 1));
                }
            }
        }
        return cone.toArray(double[][]::new);
    }

    /**
     * Monotone tables with increasing differences: a step down pays the more, the further right it is made. Once the
     * differences increase it is enough that the first row and the first column rise.
     */
    static double[][] supermodular(int rows, int columns) {
        List<double[]> cone = new ArrayList<>();
        for (int r = 0; r + 1 < rows; r++) {
            cone.add(rise(rows, columns, r, 0, 1, 0));
        }
        for (int c = 0; c + 1 < columns; c++) {
            cone.add(rise(rows, columns, 0, c, 0, 1));
        }
        for (int r = 0; r + 1 < rows; r++) {
            for (int c = 0; c + 1 < columns; c++) {
                double[] difference = rise(rows, columns, r, c + 1, 1, 0);
                difference[(r + 1) * columns + c] -= 1;
                difference[r * columns + c] += 1;
                cone.add(difference);
            }
        }
        return cone.toArray(double[][]::new);
    }

    private static double[] rise(int rows, int columns, int r, int c, int down, int right) {
        double[] difference = new double[rows * columns];
        difference[r * columns + c] = -1;
        difference[(r + down) * columns + c + right] = 1;
        return difference;
    }
}
