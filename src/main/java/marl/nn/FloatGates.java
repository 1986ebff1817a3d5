package marl.nn;

/** The gates of a recurrent unit along some rows, on the heap. */
final class FloatGates {
    private final Scratch switches = new Scratch();
    private final Scratch fresh = new Scratch();
    private float[] biasOfSwitches = new float[0];
    private float[] biasOfNew = new float[0];
    private float[] biasOfHidden = new float[0];

    /** Takes the biases over: those of reset and update are only ever added up. */
    void biases(float[] in, float[] hidden, int n) {
        if (biasOfNew.length != n) {
            biasOfSwitches = new float[2 * n];
            biasOfNew = new float[n];
            biasOfHidden = new float[n];
        }
        for (int j = 0; j < 2 * n; j++) {
            biasOfSwitches[j] = in[j] + hidden[j];
        }
        System.arraycopy(in, 2 * n, biasOfNew, 0, n);
        System.arraycopy(hidden, 2 * n, biasOfHidden, 0, n);
    }

    /**
     * In place, for rows of n hidden units: x W_ih' in a becomes the gates, the last third of u gets its bias, h becomes
     * the next state.
     */
    void forward(float[] a, float[] u, float[] h, int rows, int n) {
        float[] s = switches.allocate(2 * rows * n);
        float[] c = fresh.allocate(rows * n);
        for (int r = 0; r < rows; r++) {
            addUp(a, u, 3 * r * n, s, 2 * r * n, 2 * n);
        }
        sigmoid(s, 2 * rows * n);
        for (int r = 0; r < rows; r++) {
            candidate(a, u, (3 * r + 2) * n, s, 2 * r * n, c, r * n, n);
        }
        Functions.TANH.values(c, rows * n);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(s, 2 * r * n, a, 3 * r * n, 2 * n);
            System.arraycopy(c, r * n, a, (3 * r + 2) * n, n);
            mix(s, (2 * r + 1) * n, c, h, r * n, n);
        }
    }

    private void addUp(float[] a, float[] u, int from, float[] s, int to, int n) {
        float[] bias = biasOfSwitches;
        for (int j = 0; j < n; j++) {
            s[to + j] = a[from + j] + u[from + j] + bias[j];
        }
    }

    private void candidate(float[] a, float[] u, int from, float[] s, int reset, float[] c, int to, int n) {
        float[] hidden = biasOfHidden;
        float[] in = biasOfNew;
        for (int j = 0; j < n; j++) {
            float v = u[from + j] + hidden[j];
            u[from + j] = v;
            c[to + j] = a[from + j] + in[j] + s[reset + j] * v;
        }
    }

    private static void mix(float[] s, int update, float[] c, float[] h, int at, int n) {
        for (int j = 0; j < n; j++) {
            h[at + j] = c[at + j] + s[update + j] * (h[at + j] - c[at + j]);
        }
    }

    /** 1 / (1 + exp(-x)) is (1 + tanh(x / 2)) / 2, and tanh vectorises. */
    static void sigmoid(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= 0.5f;
        }
        Functions.TANH.values(x, n);
        for (int i = 0; i < n; i++) {
            x[i] = 0.5f + 0.5f * x[i];
        }
    }

    /** Gates 0, 1, 0 in this row: the state stays, and nothing flows back to what would have been its input. */
    static void close(float[] a, float[] u, float[] h, float[] before, int row, int n) {
        for (int j = 0; j < n; j++) {
            a[3 * row * n + j] = 0;
            a[(3 * row + 1) * n + j] = 1;
            a[(3 * row + 2) * n + j] = 0;
            u[(3 * row + 2) * n + j] = 0;
            h[row * n + j] = before[row * n + j];
        }
    }

    /**
     * Back through the gates, in place: a becomes the gradient of x W_ih' + b_ih, u that of h W_hh' + b_hh, and back the part
     * of it that goes to h past the gates.
     */
    static void backward(float[] a, float[] u, float[] h, float[] back, int rows, int n) {
        for (int r = 0; r < rows; r++) {
            row(a, u, 3 * r * n, h, back, r * n, n);
        }
    }

    private static void row(float[] a, float[] u, int reset, float[] h, float[] back, int at, int n) {
        int update = reset + n;
        int fresh = update + n;
        for (int j = 0; j < n; j++) {
            float r = a[reset + j];
            float z = a[update + j];
            float c = a[fresh + j];
            float g = back[at + j];
            float toNew = g * (1 - z) * (1 - c * c);
            float toUpdate = g * (h[at + j] - c) * z * (1 - z);
            float toReset = toNew * u[fresh + j] * r * (1 - r);
            a[reset + j] = toReset;
            u[reset + j] = toReset;
            a[update + j] = toUpdate;
            u[update + j] = toUpdate;
            a[fresh + j] = toNew;
            u[fresh + j] = toNew * r;
            back[at + j] = g * z;
        }
    }
}
