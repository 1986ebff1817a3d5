package marl.nn;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * From real numbers to bits, with a gradient: a message of bits is what a channel carries, but a step has no slope to learn
 * from.
 */
public final class Discretise {
    private static final Elementwise STEP = new Elementwise(false) {
        @Override
        INDArray value(INDArray x) {
            return x.gt(0).castTo(x.dataType());
        }

        @Override
        INDArray slope(INDArray x) {
            INDArray y = Transforms.sigmoid(x);
            return y.mul(y.rsub(1));
        }

        @Override
        float value(float x) {
            return x > 0 ? 1 : 0;
        }

        @Override
        float slope(float x) {
            return Functions.SIGMOID.slope(Functions.SIGMOID.value(x));
        }
    };

    private Discretise() {}

    /**
     * The straight-through estimator (Bengio et al. 2013, section 4): forward 1 where x &gt; 0, else 0; backward as if it had
     * been the <em>sigmoid</em>, that is with slope s (1 - s), s = 1 / (1 + exp(-x)). The slope is a fiction: finite
     * differences of the forward pass are 0. Returns [rows, columns].
     */
    public static Tensor straightThrough(Tensor x) {
        return Algebra.elementwise(STEP, x);
    }

    /**
     * DIAL's discretise/regularise unit in training (Foerster et al. 2016, section 5.2): sigmoid(m + sigma noise). Noise makes
     * messages far from 0 pay, so that the threshold of {@link #threshold} loses little.
     *
     * @param m the messages, [rows, columns]
     * @param sigma the standard deviation of the noise; the paper takes 2
     * @param noise standard normal numbers, [rows, columns] in row order
     * @throws IllegalArgumentException if sigma is negative or no number, or there is not one number of noise for each of the messages
     */
    public static Tensor noisy(Tensor m, double sigma, double[] noise) {
        if (!(sigma >= 0) || sigma == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("Noise has a standard deviation of 0 or more, but got " + sigma + ".");
        }
        if (noise.length != m.value.size()) {
            throw new IllegalArgumentException("Messages " + m.value.shape() + " need " + m.value.size()
                    + " numbers of noise, one each, but got " + noise.length + ".");
        }
        return m.plus(m.tape.input(noise, m.rows(), m.columns()).times(sigma)).sigmoid();
    }

    /** DIAL's unit in execution: 1 where m &gt; 0, else 0, [rows, columns]. No gradient flows through it. */
    public static Tensor threshold(Tensor m) {
        return m.tape.unrecorded(() -> Algebra.elementwise(STEP, m));
    }
}
