package marl.nn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** An update rule for weights w with gradient g: what it remembers, and one step in both backends. */
sealed interface Rule {
    /** How many numbers are remembered for each weight. */
    int slots();

    /** One step on all weights; t counts steps from 1. */
    void plain(INDArray w, INDArray g, INDArray[] memory, double rate, long t);

    /** The same in fused loops. */
    void fused(float[] w, float[] g, float[][] memory, int n, double rate, long t);

    /** w -= rate m, where m = momentum m + g. */
    record Sgd(double momentum) implements Rule {
        @Override
        public int slots() {
            return 1;
        }

        @Override
        public void plain(INDArray w, INDArray g, INDArray[] memory, double rate, long t) {
            memory[0].muli(momentum).addi(g);
            w.subi(memory[0].mul(rate));
        }

        @Override
        public void fused(float[] w, float[] g, float[][] memory, int n, double rate, long t) {
            float mu = (float) momentum;
            float step = (float) rate;
            float[] m = memory[0];
            for (int i = 0; i < n; i++) {
                m[i] = mu * m[i] + g[i];
                w[i] -= step * m[i];
            }
        }
    }

    /** w -= rate g / (sqrt(v) + epsilon), where v is the running mean of g^2. */
    record RmsProp(double decay, double epsilon) implements Rule {
        @Override
        public int slots() {
            return 1;
        }

        @Override
        public void plain(INDArray w, INDArray g, INDArray[] memory, double rate, long t) {
            memory[0].muli(decay).addi(g.mul(g).muli(1 - decay));
            w.subi(g.mul(rate).divi(Transforms.sqrt(memory[0]).addi(epsilon)));
        }

        @Override
        public void fused(float[] w, float[] g, float[][] memory, int n, double rate, long t) {
            float keep = (float) decay;
            float take = (float) (1 - decay);
            float step = (float) rate;
            float eps = (float) epsilon;
            float[] v = memory[0];
            for (int i = 0; i < n; i++) {
                v[i] = keep * v[i] + take * (g[i] * g[i]);
                w[i] -= step * g[i] / ((float) Math.sqrt(v[i]) + eps);
            }
        }
    }

    /**
     * Kingma &amp; Ba (2015), algorithm 1, in PyTorch's order of operations: epsilon is added to the corrected root.
     */
    record Adam(double beta1, double beta2, double epsilon) implements Rule {
        @Override
        public int slots() {
            return 2;
        }

        @Override
        public void plain(INDArray w, INDArray g, INDArray[] memory, double rate, long t) {
            memory[0].muli(beta1).addi(g.mul(1 - beta1));
            memory[1].muli(beta2).addi(g.mul(g).muli(1 - beta2));
            INDArray root = Transforms.sqrt(memory[1]).divi(Math.sqrt(1 - Math.pow(beta2, t)));
            w.subi(memory[0].mul(rate / (1 - Math.pow(beta1, t))).divi(root.addi(epsilon)));
        }

        @Override
        public void fused(float[] w, float[] g, float[][] memory, int n, double rate, long t) {
            float keep1 = (float) beta1;
            float take1 = (float) (1 - beta1);
            float keep2 = (float) beta2;
            float take2 = (float) (1 - beta2);
            float step = (float) (rate / (1 - Math.pow(beta1, t)));
            float correction = (float) (1 / Math.sqrt(1 - Math.pow(beta2, t)));
            float eps = (float) epsilon;
            float[] m = memory[0];
            float[] v = memory[1];
            for (int i = 0; i < n; i++) {
                m[i] = keep1 * m[i] + take1 * g[i];
                v[i] = keep2 * v[i] + take2 * (g[i] * g[i]);
                w[i] -= step * m[i] / ((float) Math.sqrt(v[i]) * correction + eps);
            }
        }
    }
}
