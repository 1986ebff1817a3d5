package marl.nn;

import java.util.ArrayList;
import java.util.List;
import marl.nn.Operation.Size;
import marl.random.Rng;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One operation at drawn arguments, and a loss of it: the sum of its result times drawn weights. Arguments keep away
 * from kinks: the k-th number of the a-th argument is a multiple of 0.01, plus 0.005, plus 0.0005 a, plus 0.00001 k, so
 * none is near 0, 1, -1, 0.5 or 0.8, and no two of one row or of one place are equal.
 */
final class Trial {
    final Operation operation;
    final Size size;
    final INDArray[] arguments;
    private final long weightSeed;

    Trial(Operation operation, long seed) {
        this(operation, Size.draw(Rng.of(seed)), seed);
    }

    Trial(Operation operation, Size size, long seed) {
        this.operation = operation;
        this.size = size;
        Rng rng = Rng.of(seed);
        int[][] shapes = operation.shapes().apply(size);
        arguments = new INDArray[shapes.length];
        for (int a = 0; a < shapes.length; a++) {
            double[] numbers = new double[shapes[a][0] * shapes[a][1]];
            for (int k = 0; k < numbers.length; k++) {
                numbers[k] = 0.01 * (rng.below(400) - 200) + 0.005 + 0.0005 * a + 0.00001 * k;
            }
            arguments[a] = Nd4j.createFromArray(numbers).reshape(shapes[a][0], shapes[a][1]);
        }
        weightSeed = seed + 1;
    }

    /** Fixed weights for a result of this shape. */
    INDArray weights(int rows, int columns) {
        Rng rng = Rng.of(weightSeed);
        double[] numbers = new double[rows * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rng.uniform(-2, 2);
        }
        return Nd4j.createFromArray(numbers).reshape(rows, columns);
    }

    /** The result of the operation, the loss and its gradients by the arguments. */
    record Outcome(INDArray result, double loss, List<INDArray> gradients) {}

    Outcome run(Precision precision, INDArray... at) {
        Tape tape = Tape.of(precision);
        Tensor[] x = new Tensor[at.length];
        for (int a = 0; a < at.length; a++) {
            x[a] = tape.input(at[a]).watch();
        }
        Tensor y = operation.ours().apply(x, size);
        Tensor loss = y.times(weights(y.rows(), y.columns())).sum();
        loss.backward();
        List<INDArray> gradients = new ArrayList<>();
        for (Tensor one : x) {
            gradients.add(one.gradient());
        }
        return new Outcome(y.value(), loss.item(), gradients);
    }
}
