package marl.nn;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The reference of the gated recurrent unit, in plain ND4J calls. */
final class PlainGru implements GruKernels {
    /** The rows of one step. */
    private static INDArray rows(Pass p, Storage s, int step) {
        return s.array().get(interval(step * p.batch(), (step + 1) * p.batch()), all());
    }

    /** The columns of one gate, counted from 0. */
    private static INDArray gate(Pass p, INDArray rows, int gate) {
        return rows.get(all(), interval(gate * p.hidden(), (gate + 1) * p.hidden()));
    }

    private static INDArray before(Pass p, int step) {
        return step == 0 ? p.start().array() : rows(p, p.states(), step - 1);
    }

    @Override
    public void forward(Pass p) {
        for (int t = 0; t < p.steps(); t++) {
            INDArray h = before(p, t);
            INDArray x = rows(p, p.gates(), t).addRowVector(p.biasIn().array());
            INDArray u = h.mmul(p.weight().array().transpose())
                    .addiRowVector(p.biasHidden().array());
            INDArray r = Transforms.sigmoid(gate(p, x, 0).add(gate(p, u, 0)));
            INDArray z = Transforms.sigmoid(gate(p, x, 1).add(gate(p, u, 1)));
            INDArray n = Transforms.tanh(gate(p, x, 2).add(r.mul(gate(p, u, 2))));
            for (int row = 0; row < p.batch(); row++) {
                if (p.over(row, t)) {
                    r.getRow(row).assign(0);
                    z.getRow(row).assign(1);
                    n.getRow(row).assign(0);
                    u.getRow(row).assign(0);
                }
            }
            gate(p, rows(p, p.gates(), t), 0).assign(r);
            gate(p, rows(p, p.gates(), t), 1).assign(z);
            gate(p, rows(p, p.gates(), t), 2).assign(n);
            rows(p, p.recurrent(), t).assign(u);
            rows(p, p.states(), t).assign(z.rsub(1).muli(n).addi(z.mul(h)));
        }
    }

    @Override
    public void backward(Pass p, Storage g, boolean toStart, Storage carried) {
        INDArray carry = carried.array().assign(0);
        for (int t = p.steps() - 1; t >= 0; t--) {
            INDArray gates = rows(p, p.gates(), t);
            INDArray r = gate(p, gates, 0).dup();
            INDArray z = gate(p, gates, 1).dup();
            INDArray n = gate(p, gates, 2).dup();
            INDArray u = rows(p, p.recurrent(), t);
            INDArray back = rows(p, g, t).add(carry);
            INDArray toNew = back.mul(z.rsub(1)).muli(n.mul(n).rsubi(1));
            INDArray toUpdate = back.mul(before(p, t).sub(n)).muli(z).muli(z.rsub(1));
            INDArray toReset = toNew.mul(gate(p, u, 2)).muli(r).muli(r.rsub(1));
            gate(p, gates, 0).assign(toReset);
            gate(p, gates, 1).assign(toUpdate);
            gate(p, gates, 2).assign(toNew);
            u.assign(gates);
            gate(p, u, 2).muli(r);
            carry.assign(back.mul(z));
            carry.addi(u.mmul(p.weight().array()));
        }
    }

    @Override
    public void weightBackward(Pass p, double beta, Storage gw) {
        gw.array().muli(beta == 0 ? 0 : beta);
        if (beta == 0) {
            gw.array().assign(0);
        }
        for (int t = 0; t < p.steps(); t++) {
            gw.array().addi(rows(p, p.recurrent(), t).transpose().mmul(before(p, t)));
        }
    }
}
