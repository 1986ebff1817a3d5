package marl.nn;

import static org.nd4j.linalg.ops.transforms.Transforms.abs;
import static org.nd4j.linalg.ops.transforms.Transforms.max;
import static org.nd4j.linalg.ops.transforms.Transforms.min;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The functions of one number that have bounds as parameters. */
final class Bounded {
    private Bounded() {}

    /** The nearest number in [low, high]; the slope is 1 inside and on the bounds, 0 outside, as in PyTorch. */
    static Elementwise clip(double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException("Clip needs low <= high, but got [" + low + ", " + high + "].");
        }
        float lowest = (float) low;
        float highest = (float) high;
        return new Elementwise(false) {
            @Override
            INDArray value(INDArray x) {
                return min(max(x, low), high);
            }

            @Override
            INDArray slope(INDArray x) {
                INDArray above = x.gte(low).castTo(x.dataType());
                return above.muli(x.lte(high).castTo(x.dataType()));
            }

            @Override
            float value(float x) {
                return Math.min(Math.max(x, lowest), highest);
            }

            @Override
            float slope(float x) {
                return x >= lowest && x <= highest ? 1 : 0;
            }
        };
    }

    /** Huber's loss: x^2/2 up to delta, delta (|x| - delta/2) beyond. */
    static Elementwise huber(double delta) {
        if (!(delta > 0)) {
            throw new IllegalArgumentException("Huber's loss needs a positive delta, but got " + delta + ".");
        }
        float d = (float) delta;
        return new Elementwise(false) {
            @Override
            INDArray value(INDArray x) {
                INDArray size = abs(x);
                INDArray inner = min(size, delta);
                return size.subi(inner.mul(0.5)).muli(inner); // c (|x| - c/2) with c = min(|x|, delta)
            }

            @Override
            INDArray slope(INDArray x) {
                return min(max(x, -delta), delta);
            }

            @Override
            float value(float x) {
                float size = Math.abs(x);
                float inner = Math.min(size, d);
                return inner * (size - 0.5f * inner);
            }

            @Override
            float slope(float x) {
                return Math.max(-d, Math.min(d, x));
            }
        };
    }
}
