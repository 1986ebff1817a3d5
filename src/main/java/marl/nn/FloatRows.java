package marl.nn;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** Loops along the rows of matrices on the heap. */
final class FloatRows {
    private FloatRows() {}

    static double sum(float[] x, int from, int n) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += x[i];
        }
        return sum;
    }

    static void rowSums(float[] x, float[] y, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            y[r] = (float) sum(x, r * columns, columns);
        }
    }

    /** y[r][column] = x[r][chosen[r]], for matrices of so many columns. */
    static void gather(float[] x, int columns, int[] chosen, FloatBuffer y, int rows, int yColumns, int column) {
        for (int r = 0; r < rows; r++) {
            y.put(r * yColumns + column, x[r * columns + chosen[r]]);
        }
    }

    /** y[j + k] = x[i + k], or added to it. */
    static void copy(float[] x, int i, float[] y, int j, int n, boolean add) {
        if (add) {
            add(x, i, y, j, n);
        } else {
            System.arraycopy(x, i, y, j, n);
        }
    }

    /** gx[r][chosen[r]] += g[r][column], for matrices of so many columns. */
    static void scatter(float[] g, int columns, int column, int[] chosen, FloatBuffer gx, int rows, int gxColumns) {
        for (int r = 0; r < rows; r++) {
            int at = r * gxColumns + chosen[r];
            gx.put(at, gx.get(at) + g[r * columns + column]);
        }
    }

    /** to[j + k] += from[i + k]. */
    static void add(float[] from, int i, float[] to, int j, int n) {
        for (int k = 0; k < n; k++) {
            to[j + k] += from[i + k];
        }
    }

    static void broadcast(float[] x, float[] y, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            Arrays.fill(y, r * columns, (r + 1) * columns, x[r]);
        }
    }

    static void argmax(float[] x, int rows, int columns, int[] chosen) {
        for (int r = 0; r < rows; r++) {
            int start = r * columns;
            int best = 0;
            for (int c = 1; c < columns; c++) {
                if (x[start + c] > x[start + best]) {
                    best = c;
                }
            }
            chosen[r] = best;
        }
    }

    /** In place; p becomes the softmax. */
    static void logSoftmax(float[] x, float[] p, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            int start = r * columns;
            float top = x[start];
            for (int c = 1; c < columns; c++) {
                top = Math.max(top, x[start + c]);
            }
            double sum = 0;
            for (int c = 0; c < columns; c++) {
                double e = Math.exp(x[start + c] - top);
                p[start + c] = (float) e;
                sum += e;
            }
            double log = top + Math.log(sum);
            float scale = (float) (1 / sum);
            for (int c = 0; c < columns; c++) {
                x[start + c] = (float) (x[start + c] - log);
                p[start + c] *= scale;
            }
        }
    }

    /** g becomes the gradient by the logits. */
    static void logSoftmaxBackward(float[] p, float[] g, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            int start = r * columns;
            double total = sum(g, start, columns);
            for (int c = 0; c < columns; c++) {
                g[start + c] -= (float) (p[start + c] * total);
            }
        }
    }

    /** y[r] += q[r] W[r], with W[r] of shape n x m; two rows of W at a time, since y is read and written for each. */
    static void batchedMatmul(float[] q, float[] w, float[] y, int rows, int n, int m) {
        for (int r = 0; r < rows; r++) {
            int to = r * m;
            int i = 0;
            for (; i + 1 < n; i += 2) {
                float factor = q[r * n + i];
                float other = q[r * n + i + 1];
                int from = (r * n + i) * m;
                int below = from + m;
                for (int j = 0; j < m; j++) {
                    y[to + j] += factor * w[from + j] + other * w[below + j];
                }
            }
            if (i < n) {
                float factor = q[r * n + i];
                int from = (r * n + i) * m;
                for (int j = 0; j < m; j++) {
                    y[to + j] += factor * w[from + j];
                }
            }
        }
    }

    /** y[r] += the sum of a[r] b[r] over the columns: {@link #batchedMatmul} where m is 1. */
    static void dots(float[] a, float[] b, float[] y, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            float sum = 0;
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                sum += a[i] * b[i];
            }
            y[r] += sum;
        }
    }

    /** y[r] *= x[r], a number for each row: back through {@link #dots}. */
    static void scaleRows(float[] x, float[] y, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            float factor = x[r];
            for (int i = r * columns; i < (r + 1) * columns; i++) {
                y[i] *= factor;
            }
        }
    }

    /** gq[r] += W[r] g[r]; three sums side by side, since one alone waits for each of its additions. */
    static void batchedMatmulVectorsBackward(float[] w, float[] g, float[] gq, int rows, int n, int m) {
        for (int r = 0; r < rows; r++) {
            int at = r * m;
            int i = r * n;
            int end = i + n;
            for (; i + 2 < end; i += 3) {
                int from = i * m;
                int second = from + m;
                int third = second + m;
                float a = 0;
                float b = 0;
                float c = 0;
                for (int j = 0; j < m; j++) {
                    float back = g[at + j];
                    a += w[from + j] * back;
                    b += w[second + j] * back;
                    c += w[third + j] * back;
                }
                gq[i] += a;
                gq[i + 1] += b;
                gq[i + 2] += c;
            }
            for (; i < end; i++) {
                int from = i * m;
                float sum = 0;
                for (int j = 0; j < m; j++) {
                    sum += w[from + j] * g[at + j];
                }
                gq[i] += sum;
            }
        }
    }

    /** W[r] = q[r]' g[r], of shape n x m; three rows of W for each reading of g. */
    static void outer(float[] q, float[] g, float[] w, int rows, int n, int m) {
        for (int r = 0; r < rows; r++) {
            int at = r * m;
            int i = r * n;
            int end = i + n;
            for (; i + 2 < end; i += 3) {
                float a = q[i];
                float b = q[i + 1];
                float c = q[i + 2];
                int to = i * m;
                int second = to + m;
                int third = second + m;
                for (int j = 0; j < m; j++) {
                    float x = g[at + j];
                    w[to + j] = a * x;
                    w[second + j] = b * x;
                    w[third + j] = c * x;
                }
            }
            for (; i < end; i++) {
                float factor = q[i];
                int to = i * m;
                for (int j = 0; j < m; j++) {
                    w[to + j] = factor * g[at + j];
                }
            }
        }
    }
}
