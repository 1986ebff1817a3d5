package marl.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the runs of a sweep reported beside numbers: curves and tables.
 *
 * @param byName for each name an array for each row of the sweep, [row][column]; a curve is a table of one row
 */
record RunArrays(Map<String, List<double[][]>> byName) {
    static final RunArrays NONE = new RunArrays(Map.of());

    /** The tables of this name, copies; the columns are for the message if there are none. */
    List<double[][]> tables(String name, List<String> columns) {
        if (!byName.containsKey(name)) {
            throw new IllegalArgumentException("There is no curve or table " + name + " in this sweep, only "
                    + byName.keySet() + "; numbers are in the columns " + columns + ".");
        }
        return byName.get(name).stream()
                .map(array -> Arrays.stream(array).map(double[]::clone).toArray(double[][]::new))
                .toList();
    }

    /** The arrays of these rows. */
    RunArrays at(int... rows) {
        Map<String, List<double[][]>> kept = new LinkedHashMap<>();
        byName.forEach((name, all) ->
                kept.put(name, IntStream.of(rows).mapToObj(all::get).toList()));
        return new RunArrays(kept);
    }

    static double[] onlyRow(double[][] array) {
        if (array.length != 1) {
            throw new IllegalArgumentException(
                    "These are tables of " + array.length + " rows, not curves; use tables(...).");
        }
        return array[0];
    }

    static double[][] mean(String name, List<double[][]> all) {
        double[][] mean =
                Arrays.stream(all.get(0)).map(row -> new double[row.length]).toArray(double[][]::new);
        for (double[][] one : all) {
            if (!sameShape(one, mean)) {
                throw new IllegalArgumentException(
                        "The tables " + name + " differ in shape, so they have no mean; look at them one by one.");
            }
            for (int r = 0; r < mean.length; r++) {
                for (int c = 0; c < mean[r].length; c++) {
                    mean[r][c] += one[r][c];
                }
            }
        }
        for (double[] row : mean) {
            Arrays.setAll(row, c -> row[c] / all.size());
        }
        return mean;
    }

    private static boolean sameShape(double[][] a, double[][] b) {
        return a.length == b.length && IntStream.range(0, a.length).allMatch(r -> a[r].length == b[r].length);
    }
}
