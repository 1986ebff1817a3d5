package marl.nn;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import marl.random.Rng;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An operation under test: the shapes it takes for a size, and its counterpart in SameDiff where there is one. */
record Operation(
        String name,
        Function<Size, int[][]> shapes,
        BiFunction<Tensor[], Size, Tensor> ours,
        Optional<Counterpart> theirs) {

    /** Rows, columns, a third size, and a column for each row. */
    record Size(int rows, int columns, int other, int[] chosen) {
        static Size draw(Rng rng) {
            int columns = 2 + rng.below(5);
            int[] chosen = new int[1 + rng.below(6)];
            for (int r = 0; r < chosen.length; r++) {
                chosen[r] = rng.below(columns);
            }
            return new Size(chosen.length, columns, 1 + rng.below(5), chosen);
        }
    }

    interface Counterpart {
        SDVariable of(SameDiff graph, SDVariable[] x, Size size);
    }

    static final List<Operation> ALL = List.of(
            two("plus", Tensor::plus, (g, x, s) -> x[0].add(x[1])),
            two("minus", Tensor::minus, (g, x, s) -> x[0].sub(x[1])),
            two("times", Tensor::times, (g, x, s) -> x[0].mul(x[1])),
            two("minimum", Tensor::minimum, (g, x, s) -> g.math.min(x[0], x[1])),
            two("maximum", Tensor::maximum, (g, x, s) -> g.math.max(x[0], x[1])),
            two("concat", Tensor::concat, (g, x, s) -> g.concat(1, x)),
            one("plus a number", x -> x.plus(0.7), (g, x, s) -> x[0].add(0.7)),
            one("times a number", x -> x.times(-1.3), (g, x, s) -> x[0].mul(-1.3)),
            one("relu", Tensor::relu, (g, x, s) -> g.nn.relu(x[0], 0)),
            one("tanh", Tensor::tanh, (g, x, s) -> g.math.tanh(x[0])),
            one("elu", Tensor::elu, (g, x, s) -> g.nn.elu(x[0])),
            one("sigmoid", Tensor::sigmoid, (g, x, s) -> g.nn.sigmoid(x[0])),
            one("abs", Tensor::abs, (g, x, s) -> g.math.abs(x[0])),
            one("exp", Tensor::exp, (g, x, s) -> g.math.exp(x[0])),
            one(
                    "log",
                    x -> x.abs().plus(0.5).log(),
                    (g, x, s) -> g.math.log(g.math.abs(x[0]).add(0.5))),
            one("square", Tensor::square, (g, x, s) -> g.math.square(x[0])),
            one("clip", x -> x.clip(-1, 0.5), (g, x, s) -> g.math.clipByValue(x[0], -1, 0.5)),
            alone("huber", x -> x.huber(0.8)),
            one("log softmax", Tensor::logSoftmax, (g, x, s) -> g.nn.logSoftmax(x[0])),
            one("softmax", Tensor::softmax, (g, x, s) -> g.nn.softmax(x[0])),
            one("max", Tensor::max, (g, x, s) -> g.max(x[0], true, 1)),
            one("row sums", Tensor::rowSums, (g, x, s) -> g.sum(x[0], true, 1)),
            one("sum", Tensor::sum, (g, x, s) -> g.sum(x[0]).reshape(1, 1)),
            one("mean", Tensor::mean, (g, x, s) -> g.mean(x[0]).reshape(1, 1)),
            new Operation(
                    "gather",
                    s -> new int[][] {{s.rows, s.columns}},
                    (x, s) -> x[0].gather(s.chosen),
                    Optional.of((g, x, s) -> g.sum(x[0].mul(g.constant(marks(s))), true, 1))),
            new Operation(
                    "gather of two",
                    s -> new int[][] {{s.rows, s.columns}, {s.rows, s.columns}},
                    (x, s) -> Tensor.gather(x, new int[][] {s.chosen, s.chosen}),
                    Optional.of((g, x, s) -> g.concat(
                            1,
                            g.sum(x[0].mul(g.constant(marks(s))), true, 1),
                            g.sum(x[1].mul(g.constant(marks(s))), true, 1)))),
            new Operation(
                    "slice",
                    s -> new int[][] {{s.rows, s.columns + s.other}},
                    (x, s) -> x[0].slice(1, s.columns),
                    Optional.of((g, x, s) -> g.slice(x[0], new int[] {0, 1}, s.rows, s.columns - 1))),
            new Operation(
                    "rows",
                    s -> new int[][] {{s.rows + s.other, s.columns}},
                    (x, s) -> x[0].rows(s.other - 1, s.rows + s.other - 1),
                    Optional.of((g, x, s) -> g.slice(x[0], new int[] {s.other - 1, 0}, s.rows, s.columns))),
            new Operation(
                    "with columns",
                    s -> new int[][] {{s.rows, s.columns + s.other}, {s.rows, s.columns - 1}},
                    (x, s) -> x[0].withColumns(s.other, x[1]),
                    Optional.of((g, x, s) -> g.concat(
                            1,
                            g.slice(x[0], new int[] {0, 0}, s.rows, s.other),
                            x[1],
                            g.slice(x[0], new int[] {0, s.columns + s.other - 1}, s.rows, 1)))),
            new Operation(
                    "reshape",
                    s -> new int[][] {{s.rows, s.columns}},
                    (x, s) -> x[0].reshape(s.columns, s.rows),
                    Optional.of((g, x, s) -> x[0].reshape(s.columns, s.rows))),
            new Operation(
                    "spread",
                    s -> new int[][] {{s.rows, 1}},
                    (x, s) -> x[0].broadcast(s.other),
                    Optional.of((g, x, s) -> g.tile(x[0], 1, s.other))),
            new Operation(
                    "affine",
                    s -> new int[][] {{s.rows, s.columns}, {s.other, s.columns}, {1, s.other}},
                    (x, s) -> x[0].affine(x[1], x[2]),
                    Optional.of((g, x, s) -> g.mmul(x[0], g.transpose(x[1])).add(x[2]))),
            new Operation(
                    "matmul",
                    s -> new int[][] {{s.rows, s.columns}, {s.columns, s.other}},
                    (x, s) -> x[0].matmul(x[1]),
                    Optional.of((g, x, s) -> g.mmul(x[0], x[1]))),
            new Operation(
                    "mixed",
                    s -> new int[][] {{s.rows, s.columns}, {s.rows, s.columns * s.other}, {s.rows, s.other}},
                    (x, s) -> x[0].mixed(x[1], x[2]),
                    Optional.of((g, x, s) -> {
                        SDVariable vectors = x[0].reshape(s.rows, s.columns, 1);
                        SDVariable matrices = g.math.abs(x[1]).reshape(s.rows, s.columns, s.other);
                        return g.sum(matrices.mul(g.tile(vectors, 1, 1, s.other)), 1)
                                .add(x[2]);
                    })),
            new Operation(
                    "pick rows",
                    s -> new int[][] {{s.columns, s.other}},
                    (x, s) -> Rows.pick(x[0], s.chosen),
                    Optional.of((g, x, s) -> g.mmul(g.constant(marks(s)), x[0]))),
            new Operation(
                    "mean of others",
                    s -> new int[][] {{s.rows * s.other, s.columns}},
                    (x, s) -> Groups.meanOfOthers(x[0], s.other),
                    Optional.empty()),
            new Operation(
                    "attention to all",
                    s -> attention(s),
                    (x, s) -> Attention.toAll(x[0], x[1], x[2], s.other).result(),
                    Optional.of((g, x, s) -> {
                        SDVariable q = x[0].reshape(s.rows, s.other, s.columns);
                        SDVariable k = x[1].reshape(s.rows, s.other, s.columns);
                        SDVariable v = x[2].reshape(s.rows, s.other, s.columns + 1);
                        SDVariable scores = g.mmul(q, g.permute(k, 0, 2, 1)).mul(1 / Math.sqrt(s.columns));
                        return g.mmul(g.nn.softmax(scores, 2), v).reshape(s.rows * s.other, s.columns + 1);
                    })),
            new Operation(
                    "attention to others",
                    s -> attention(s),
                    (x, s) -> Attention.toOthers(x[0], x[1], x[2], s.other).result(),
                    Optional.empty()),
            new Operation(
                    "batched",
                    s -> new int[][] {{s.rows, s.columns}, {s.rows, s.columns * s.other}},
                    (x, s) -> x[0].batchedMatmul(x[1]),
                    Optional.of((g, x, s) -> {
                        SDVariable vectors = x[0].reshape(s.rows, s.columns, 1);
                        SDVariable matrices = x[1].reshape(s.rows, s.columns, s.other);
                        return g.sum(matrices.mul(g.tile(vectors, 1, 1, s.other)), 1);
                    })));

    private static int[][] attention(Size s) {
        int rows = s.rows * s.other;
        return new int[][] {{rows, s.columns}, {rows, s.columns}, {rows, s.columns + 1}};
    }

    /** A one in the chosen column of each row. */
    private static INDArray marks(Size size) {
        INDArray marks = Nd4j.zeros(DataType.DOUBLE, size.rows, size.columns);
        for (int r = 0; r < size.rows; r++) {
            marks.putScalar(r, size.chosen[r], 1);
        }
        return marks;
    }

    private static Operation one(String name, Function<Tensor, Tensor> ours, Counterpart theirs) {
        return new Operation(
                name, s -> new int[][] {{s.rows(), s.columns()}}, (x, s) -> ours.apply(x[0]), Optional.of(theirs));
    }

    private static Operation alone(String name, Function<Tensor, Tensor> ours) {
        return new Operation(
                name, s -> new int[][] {{s.rows(), s.columns()}}, (x, s) -> ours.apply(x[0]), Optional.empty());
    }

    private static Operation two(String name, BiFunction<Tensor, Tensor, Tensor> ours, Counterpart theirs) {
        return new Operation(
                name,
                s -> new int[][] {{s.rows(), s.columns()}, {s.rows(), s.columns()}},
                (x, s) -> ours.apply(x[0], x[1]),
                Optional.of(theirs));
    }

    @Override
    public String toString() {
        return name;
    }
}
