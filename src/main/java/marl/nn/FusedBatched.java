package marl.nn;

/**
 * A row vector times a matrix for each row, and the way back, a few rows at a time so that they stay in a core's first
 * cache. One column (m = 1) is frequent, and much quicker as dot products.
 */
final class FusedBatched {
    private final Scratch vectors = new Scratch();
    private final Scratch matrices = new Scratch();
    private final Scratch results = new Scratch();
    private final Scratch old = new Scratch();

    private static int rowsAtATime(int numbersInARow) {
        return 1 + Scratch.CHUNK / numbersInARow;
    }

    private float[] start(double beta, Storage y, int at, int n) {
        return beta == 0 ? results.zeros(n) : results.get(y, at, n);
    }

    void apply(Elementwise f, Storage q, Storage w, double beta, Storage y) {
        int n = q.columns;
        int m = y.columns;
        int step = rowsAtATime(n * m);
        for (int r = 0; r < y.rows; r += step) {
            int rows = Math.min(step, y.rows - r);
            float[] vector = vectors.get(q, r * n, rows * n);
            float[] matrix = matrices.get(w, r * n * m, rows * n * m);
            f.values(matrix, rows * n * m);
            float[] sum = start(beta, y, r * m, rows * m);
            if (m == 1) {
                FloatRows.dots(vector, matrix, sum, rows, n);
            } else {
                FloatRows.batchedMatmul(vector, matrix, sum, rows, n, m);
            }
            Scratch.put(sum, y, r * m, rows * m);
        }
    }

    void toVectors(Elementwise f, Storage w, Storage g, double beta, Storage gq) {
        int n = gq.columns;
        int m = g.columns;
        int step = rowsAtATime(n * m);
        for (int r = 0; r < g.rows; r += step) {
            int rows = Math.min(step, g.rows - r);
            float[] matrix = matrices.get(w, r * n * m, rows * n * m);
            f.values(matrix, rows * n * m);
            float[] back = vectors.get(g, r * m, rows * m);
            if (m == 1) {
                FloatRows.scaleRows(back, matrix, rows, n);
                accumulate(matrix, beta, gq, r * n, rows * n);
            } else {
                float[] sum = start(beta, gq, r * n, rows * n);
                FloatRows.batchedMatmulVectorsBackward(matrix, back, sum, rows, n, m);
                Scratch.put(sum, gq, r * n, rows * n);
            }
        }
    }

    void toMatrices(Elementwise f, Storage q, Storage w, Storage g, double beta, Storage gw) {
        int n = q.columns;
        int m = g.columns;
        int step = rowsAtATime(n * m);
        for (int r = 0; r < g.rows; r += step) {
            int rows = Math.min(step, g.rows - r);
            int all = rows * n * m;
            float[] vector = vectors.get(q, r * n, rows * n);
            float[] back = matrices.get(g, r * m, rows * m);
            float[] outer = vector;
            if (m == 1) {
                FloatRows.scaleRows(back, outer, rows, n);
            } else {
                outer = results.allocate(all);
                FloatRows.outer(vector, back, outer, rows, n, m);
            }
            f.backward(matrices.get(w, r * n * m, all), outer, all);
            accumulate(outer, beta, gw, r * n * m, all);
        }
    }

    /** y = x + beta y, for n numbers of y from this place on. */
    private void accumulate(float[] x, double beta, Storage y, int at, int n) {
        if (beta != 0) {
            float[] before = old.get(y, at, n);
            for (int i = 0; i < n; i++) {
                x[i] += before[i];
            }
        }
        Scratch.put(x, y, at, n);
    }
}
