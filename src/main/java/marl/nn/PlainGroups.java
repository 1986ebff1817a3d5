package marl.nn;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The reference of what rows do in groups, in plain ND4J calls. */
final class PlainGroups implements GroupKernels {
    private static INDArray group(Storage s, int n, int first) {
        return s.array().get(interval(first, first + n), all());
    }

    @Override
    public void meanOfOthers(Storage x, int n, double beta, Storage y) {
        for (int first = 0; first < x.rows; first += n) {
            INDArray rows = group(x, n, first);
            INDArray others = rows.rsubRowVector(rows.sum(true, 0)).divi(Math.max(1, n - 1));
            INDArray to = group(y, n, first);
            to.assign(beta == 0 ? others : others.addi(to));
        }
    }

    @Override
    public void attention(Attending a, Storage y) {
        int n = a.n();
        for (int first = 0; first < y.rows; first += n) {
            INDArray scores = group(a.queries(), n, first)
                    .mmul(group(a.keys(), n, first).transpose())
                    .muli(a.scale());
            for (int i = 0; i < n && !a.withSelf(); i++) {
                scores.putScalar(i, i, Double.NEGATIVE_INFINITY);
            }
            INDArray weights = Transforms.exp(scores.subColumnVector(scores.max(true, 1)));
            weights.diviColumnVector(weights.sum(true, 1));
            if (n == 1 && !a.withSelf()) {
                weights.assign(0);
            }
            group(a.weights(), n, first).assign(weights);
            group(y, n, first).assign(weights.mmul(group(a.values(), n, first)));
        }
    }

    @Override
    public void attentionBackward(Attending a, Storage g, Storage gq, Storage gk, Storage gv) {
        int n = a.n();
        for (int first = 0; first < g.rows; first += n) {
            INDArray weights = group(a.weights(), n, first);
            INDArray back = group(g, n, first);
            INDArray toWeights = back.mmul(group(a.values(), n, first).transpose());
            INDArray shared = toWeights.mul(weights).sum(true, 1);
            INDArray toScores = toWeights.subColumnVector(shared).muli(weights).muli(a.scale());
            group(gq, n, first).assign(toScores.mmul(group(a.keys(), n, first)));
            group(gk, n, first).assign(toScores.transpose().mmul(group(a.queries(), n, first)));
            group(gv, n, first).assign(weights.transpose().mmul(back));
        }
    }

    @Override
    public void pick(Storage x, int[] chosen, Storage y) {
        for (int r = 0; r < y.rows; r++) {
            y.array().putRow(r, x.array().getRow(chosen[r]));
        }
    }

    @Override
    public void addPicked(Storage g, int[] chosen, Storage gx) {
        for (int r = 0; r < g.rows; r++) {
            gx.array().getRow(chosen[r]).addi(g.array().getRow(r));
        }
    }
}
