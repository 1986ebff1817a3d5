package marl.nn;

import static marl.nn.FusedProducts.at;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import org.bytedeco.javacpp.FloatPointer;

/**
 * The gated recurrent unit in single precision: one product for each step, and the gates a few rows at a time, so that
 * they stay in a core's first cache. Pointers are moved to the rows of a step and back, since making new ones is garbage.
 */
final class FusedGru implements GruKernels {
    private final FloatGates loops = new FloatGates();
    private final Scratch gates = new Scratch();
    private final Scratch recurrent = new Scratch();
    private final Scratch states = new Scratch();
    private final Scratch others = new Scratch();

    private static int rowsAtATime(int hidden) {
        return Math.max(1, Scratch.CHUNK / hidden);
    }

    @Override
    public void forward(Pass p) {
        int n = p.hidden();
        loops.biases(gates.get(p.biasIn()), recurrent.get(p.biasHidden()), n);
        for (int t = 0; t < p.steps(); t++) {
            hiddenProduct(p, t);
            int first = t * p.batch();
            for (int r = 0; r < p.batch(); r += rowsAtATime(n)) {
                int rows = Math.min(rowsAtATime(n), p.batch() - r);
                gates(p, t, first + r, r, rows);
            }
        }
    }

    private void gates(Pass p, int step, int at, int row, int rows) {
        int n = p.hidden();
        float[] a = gates.get(p.gates(), at * 3 * n, rows * 3 * n);
        float[] u = recurrent.get(p.recurrent(), at * 3 * n, rows * 3 * n);
        float[] h = before(states, p, step, at, row, rows);
        loops.forward(a, u, h, rows, n);
        if (p.lengths().length > 0) {
            float[] old = before(others, p, step, at, row, rows);
            for (int r = 0; r < rows; r++) {
                if (p.over(row + r, step)) {
                    FloatGates.close(a, u, h, old, r, n);
                }
            }
        }
        Scratch.put(a, p.gates(), at * 3 * n, rows * 3 * n);
        Scratch.put(u, p.recurrent(), at * 3 * n, rows * 3 * n);
        Scratch.put(h, p.states(), at * n, rows * n);
    }

    /** The hidden states of some rows one step before. */
    private static float[] before(Scratch to, Pass p, int step, int at, int row, int rows) {
        int n = p.hidden();
        return step == 0 ? to.get(p.start(), row * n, rows * n) : to.get(p.states(), (at - p.batch()) * n, rows * n);
    }

    /** The rows of recurrent in this step: h W_hh'. */
    private static void hiddenProduct(Pass p, int step) {
        int n = p.hidden();
        int batch = p.batch();
        FloatPointer h = step == 0 ? at(p.start()) : moved(p.states(), (step - 1) * batch * n);
        FloatPointer u = moved(p.recurrent(), step * batch * 3 * n);
        if (batch == 1) {
            cblas_sgemv(CblasRowMajor, CblasNoTrans, 3 * n, n, 1, at(p.weight()), n, h, 1, 0, u, 1);
        } else {
            cblas_sgemm(
                    CblasRowMajor, CblasNoTrans, CblasTrans, batch, 3 * n, n, 1, h, n, at(p.weight()), n, 0, u, 3 * n);
        }
        h.position(0);
        u.position(0);
    }

    private static FloatPointer moved(Storage s, int by) {
        return at(s).position(by);
    }

    @Override
    public void backward(Pass p, Storage g, boolean toStart, Storage carried) {
        int n = p.hidden();
        int batch = p.batch();
        for (int t = p.steps() - 1; t >= 0; t--) {
            for (int r = 0; r < batch; r += rowsAtATime(n)) {
                gatesBackward(p, g, carried, t, r, Math.min(rowsAtATime(n), batch - r));
            }
            if (t > 0 || toStart) {
                FloatPointer u = moved(p.recurrent(), t * batch * 3 * n);
                cblas_sgemm(
                        CblasRowMajor,
                        CblasNoTrans,
                        CblasNoTrans,
                        batch,
                        n,
                        3 * n,
                        1,
                        u,
                        3 * n,
                        at(p.weight()),
                        n,
                        1,
                        at(carried),
                        n);
                u.position(0);
            }
        }
    }

    private void gatesBackward(Pass p, Storage g, Storage carried, int step, int row, int rows) {
        int n = p.hidden();
        int at = step * p.batch() + row;
        float[] back = others.get(g, at * n, rows * n);
        if (step + 1 < p.steps()) {
            FloatRows.add(states.get(carried, row * n, rows * n), 0, back, 0, rows * n);
        }
        float[] a = gates.get(p.gates(), at * 3 * n, rows * 3 * n);
        float[] u = recurrent.get(p.recurrent(), at * 3 * n, rows * 3 * n);
        float[] h = before(states, p, step, at, row, rows);
        FloatGates.backward(a, u, h, back, rows, n);
        Scratch.put(a, p.gates(), at * 3 * n, rows * 3 * n);
        Scratch.put(u, p.recurrent(), at * 3 * n, rows * 3 * n);
        Scratch.put(back, carried, row * n, rows * n);
    }

    @Override
    public void weightBackward(Pass p, double beta, Storage gw) {
        int n = p.hidden();
        int batch = p.batch();
        outer(batch, n, at(p.recurrent()), at(p.start()), beta, gw);
        if (p.steps() > 1) {
            FloatPointer u = moved(p.recurrent(), batch * 3 * n);
            outer((p.steps() - 1) * batch, n, u, at(p.states()), 1, gw);
            u.position(0);
        }
    }

    private static void outer(int rows, int n, FloatPointer u, FloatPointer h, double beta, Storage gw) {
        cblas_sgemm(
                CblasRowMajor, CblasTrans, CblasNoTrans, 3 * n, n, rows, 1, u, 3 * n, h, n, (float) beta, at(gw), n);
    }
}
