package marl.nn;

import java.nio.FloatBuffer;

/**
 * The gates of a recurrent unit for a few rows on the heap. Each gate has an array of its own and each loop fills a single
 * array at one place after the other: other loops the compiler of JDK 17 does not vectorise, and these take a third of the
 * time.
 */
final class FloatGates {
    private final int n;
    private final int most;
    /** x W_ih', then the gates, then their gradients; h W_hh'; each for reset, update and new. */
    private final float[][] gates;

    private final float[][] recurrent;
    private final float[][] biases;
    private final float[] biasOfHidden;
    private final float[] state;
    private final float[] back;
    private final float[] toNew;

    /** For n hidden units, and so many rows at a time. */
    FloatGates(int n, int most) {
        this.n = n;
        this.most = most;
        gates = new float[3][n * most];
        recurrent = new float[3][n * most];
        biases = new float[3][n * most];
        biasOfHidden = new float[n * most];
        state = new float[n * most];
        back = new float[n * most];
        toNew = new float[n * most];
    }

    int units() {
        return n;
    }

    int most() {
        return most;
    }

    /** Takes the biases over, once for each row: those of reset and update are only ever added up. */
    void biases(float[] in, float[] hidden) {
        for (int i = 0; i < n * most; i++) {
            biases[0][i] = in[i % n] + hidden[i % n];
            biases[1][i] = in[n + i % n] + hidden[n + i % n];
            biases[2][i] = in[2 * n + i % n];
            biasOfHidden[i] = hidden[2 * n + i % n];
        }
    }

    float[] state() {
        return state;
    }

    float[] back() {
        return back;
    }

    /** Reads the gates of these rows of a matrix [rows, 3n]. */
    void readGates(Storage from, int row, int rows) {
        read(from, row, rows, gates, 0);
    }

    /** Reads the parts of h W_hh' from this one on. */
    void readRecurrent(Storage from, int row, int rows, int first) {
        read(from, row, rows, recurrent, first);
    }

    void writeGates(Storage to, int row, int rows) {
        write(to, row, rows, gates, 0);
    }

    void writeRecurrent(Storage to, int row, int rows, int first) {
        write(to, row, rows, recurrent, first);
    }

    private void read(Storage from, int row, int rows, float[][] parts, int first) {
        FloatBuffer buffer = FusedProducts.floats(from).buffer;
        for (int r = 0; r < rows; r++) {
            for (int part = first; part < 3; part++) {
                buffer.get((3 * (row + r) + part) * n, parts[part], r * n, n);
            }
        }
    }

    private void write(Storage to, int row, int rows, float[][] parts, int first) {
        FloatBuffer buffer = FusedProducts.floats(to).buffer;
        for (int r = 0; r < rows; r++) {
            for (int part = first; part < 3; part++) {
                buffer.put((3 * (row + r) + part) * n, parts[part], r * n, n);
            }
        }
    }

    /** In place: gates, recurrent's last part with its bias, and the state become those of the step. */
    void forward(int rows) {
        int m = rows * n;
        add(gates[0], recurrent[0], biases[0], m);
        sigmoid(gates[0], m);
        add(gates[1], recurrent[1], biases[1], m);
        sigmoid(gates[1], m);
        FloatRows.add(biasOfHidden, 0, recurrent[2], 0, m);
        candidate(gates[2], biases[2], gates[0], recurrent[2], m);
        Functions.TANH.values(gates[2], m);
        mix(state, gates[1], gates[2], m);
    }

    /** Gates 0, 1, 0 in this row: the state is what it was, and nothing flows back to what would have been its input. */
    void close(int row, float[] before) {
        for (int i = row * n; i < (row + 1) * n; i++) {
            gates[0][i] = 0;
            gates[1][i] = 1;
            gates[2][i] = 0;
            recurrent[2][i] = 0;
            state[i] = before[i];
        }
    }

    /**
     * Back through the gates, in place: gates become the gradient of x W_ih' + b_ih, recurrent that of h W_hh' + b_hh, and back
     * the part of it that goes to h past the gates. The state is the one before.
     */
    void backward(int rows) {
        int m = rows * n;
        toNew(back, gates[1], gates[2], toNew, m);
        toReset(toNew, recurrent[2], gates[0], recurrent[0], m);
        times(toNew, gates[0], recurrent[2], m);
        toUpdate(back, state, gates[1], gates[2], recurrent[1], m);
        times(back, gates[1], back, m);
        System.arraycopy(recurrent[0], 0, gates[0], 0, m);
        System.arraycopy(recurrent[1], 0, gates[1], 0, m);
        System.arraycopy(toNew, 0, gates[2], 0, m);
    }

    /** 1 / (1 + exp(-x)) is (1 + tanh(x / 2)) / 2, and tanh vectorises. */
    private static void sigmoid(float[] x, int m) {
        for (int i = 0; i < m; i++) {
            x[i] *= 0.5f;
        }
        Functions.TANH.values(x, m);
        for (int i = 0; i < m; i++) {
            x[i] = 0.5f + 0.5f * x[i];
        }
    }

    private static void add(float[] x, float[] u, float[] bias, int m) {
        for (int i = 0; i < m; i++) {
            x[i] += u[i] + bias[i];
        }
    }

    private static void candidate(float[] x, float[] bias, float[] r, float[] u, int m) {
        for (int i = 0; i < m; i++) {
            x[i] += bias[i] + r[i] * u[i];
        }
    }

    private static void mix(float[] h, float[] z, float[] c, int m) {
        for (int i = 0; i < m; i++) {
            h[i] = c[i] + z[i] * (h[i] - c[i]);
        }
    }

    private static void toNew(float[] g, float[] z, float[] c, float[] y, int m) {
        for (int i = 0; i < m; i++) {
            y[i] = g[i] * (1 - z[i]) * (1 - c[i] * c[i]);
        }
    }

    private static void toReset(float[] toNew, float[] u, float[] r, float[] y, int m) {
        for (int i = 0; i < m; i++) {
            y[i] = toNew[i] * u[i] * r[i] * (1 - r[i]);
        }
    }

    private static void toUpdate(float[] g, float[] h, float[] z, float[] c, float[] y, int m) {
        for (int i = 0; i < m; i++) {
            y[i] = g[i] * (h[i] - c[i]) * z[i] * (1 - z[i]);
        }
    }

    private static void times(float[] a, float[] b, float[] y, int m) {
        for (int i = 0; i < m; i++) {
            y[i] = a[i] * b[i];
        }
    }
}
