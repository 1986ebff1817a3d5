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
    /** Hidden units of all rows that the loops take at a time. */
    private static final int AT_A_TIME = 512;

    private FloatGates loops = new FloatGates(1, 1);
    private final Scratch biasIn = new Scratch();
    private final Scratch biasHidden = new Scratch();
    private final Scratch others = new Scratch();

    /** Loops for this many units; a tape mostly asks for one number. */
    private FloatGates loops(int hidden) {
        if (loops.units() != hidden) {
            loops = new FloatGates(hidden, Math.max(1, AT_A_TIME / hidden));
        }
        return loops;
    }

    @Override
    public void forward(Pass p) {
        FloatGates own = loops(p.hidden());
        own.biases(biasIn.get(p.biasIn()), biasHidden.get(p.biasHidden()));
        for (int t = 0; t < p.steps(); t++) {
            hiddenProduct(p, t);
            for (int r = 0; r < p.batch(); r += own.most()) {
                gates(own, p, t, r, Math.min(own.most(), p.batch() - r));
            }
        }
    }

    private void gates(FloatGates own, Pass p, int step, int row, int rows) {
        int at = step * p.batch() + row;
        own.readGates(p.gates(), at, rows);
        own.readRecurrent(p.recurrent(), at, rows, 0);
        before(own.state(), p, step, row, rows);
        own.forward(rows);
        if (p.lengths().length > 0) {
            float[] old = others.allocate(rows * p.hidden());
            before(old, p, step, row, rows);
            for (int r = 0; r < rows; r++) {
                if (p.over(row + r, step)) {
                    own.close(r, old);
                }
            }
        }
        own.writeGates(p.gates(), at, rows);
        own.writeRecurrent(p.recurrent(), at, rows, 2);
        Scratch.put(own.state(), p.states(), at * p.hidden(), rows * p.hidden());
    }

    /** Reads the hidden states of some rows one step before. */
    private static void before(float[] to, Pass p, int step, int row, int rows) {
        int n = p.hidden();
        Storage from = step == 0 ? p.start() : p.states();
        int at = step == 0 ? row : (step - 1) * p.batch() + row;
        FusedProducts.floats(from).buffer.get(at * n, to, 0, rows * n);
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
        FloatGates own = loops(n);
        for (int t = p.steps() - 1; t >= 0; t--) {
            for (int r = 0; r < batch; r += own.most()) {
                gatesBackward(own, p, g, carried, t, r, Math.min(own.most(), batch - r));
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

    private void gatesBackward(FloatGates own, Pass p, Storage g, Storage carried, int step, int row, int rows) {
        int n = p.hidden();
        int at = step * p.batch() + row;
        FusedProducts.floats(g).buffer.get(at * n, own.back(), 0, rows * n);
        if (step + 1 < p.steps()) {
            FloatRows.add(others.get(carried, row * n, rows * n), 0, own.back(), 0, rows * n);
        }
        own.readGates(p.gates(), at, rows);
        own.readRecurrent(p.recurrent(), at, rows, 2);
        before(own.state(), p, step, row, rows);
        own.backward(rows);
        own.writeGates(p.gates(), at, rows);
        own.writeRecurrent(p.recurrent(), at, rows, 0);
        Scratch.put(own.back(), carried, row * n, rows * n);
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
