package marl.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import marl.random.Rng;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a tape records and forgets. */
class TapeTest {
    /** f = x x + 3 x + x = x^2 + 4 x uses x four times: f' = 2 x + 4. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void gradientsOfAllUsesAddUp(Precision precision) {
        Tensor x = Tape.of(precision).column(1, -2, 0.5).watch();
        x.times(x).plus(x.times(3)).plus(x).sum().backward();
        Near.same("slope", new double[] {6, 0, 5}, Near.numbers(x.gradient()), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void nothingFlowsThroughDetachOrIntoData(Precision precision) {
        Tape tape = Tape.of(precision);
        Tensor x = tape.column(2, 3).watch();
        Tensor data = tape.column(5, 7);
        x.times(x.detach()).times(data).sum().backward();
        Near.same("slope", new double[] {10, 21}, Near.numbers(x.gradient()), 1e-6);
        Near.same("data", new double[] {0, 0}, Near.numbers(data.gradient()), 0);
    }

    /** A second step must not see the first one's gradients, in memory that is used again. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void memoryIsUsedAgainWithoutLeftovers(Precision precision) {
        Tape tape = Tape.of(precision);
        for (int step = 0; step < 3; step++) {
            tape.restart();
            Tensor x = tape.input(new double[][] {{1, 2, 3}, {4, 5, 6}}).watch();
            x.slice(0, 2).plus(x.slice(1, 3)).max().sum().backward();
            INDArray expected = Nd4j.createFromArray(new double[][] {{0, 1, 1}, {0, 1, 1}});
            Near.same("step " + step, expected, x.gradient(), 0);
            tape.restart();
            Tensor poison = tape.input(new double[][] {{9, 9, 9}, {9, 9, 9}}).watch();
            poison.exp().log().times(Double.NaN).sum().backward();
        }
    }

    /** Choices are copied into memory that steps use again: gathers of one step, and of one length, must not share it. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void everyGatherKeepsItsOwnChoice(Precision precision) {
        Tape tape = Tape.of(precision);
        for (int rows = 1; rows <= 3; rows++) {
            for (int again = 0; again < 2; again++) {
                tape.restart();
                Tensor x = tape.input(new double[rows][2]).watch();
                int[] left = new int[rows];
                int[] right = new int[rows];
                Arrays.fill(right, 1);
                Tensor sum = x.gather(left).plus(x.gather(right).times(3)).sum();
                Arrays.fill(left, 1);
                Arrays.fill(right, 0);
                sum.backward();
                double[][] expected = new double[rows][];
                Arrays.fill(expected, new double[] {1, 3});
                Near.same(rows + " rows", Nd4j.createFromArray(expected), x.gradient(), 0);
            }
        }
    }

    /** The slope of w^2 w' is 2 w w' where w' is the same parameter, held constant; and one use does not spoil the other. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void parametersAreConstantInWhatIsNotRecorded(Precision precision) {
        Mlp net = Mlp.of(Activation.RELU, precision, Rng.of(1), 1, 1);
        net.weight(0).assign(3);
        net.bias(0).assign(0);
        Tape tape = Tape.of(precision);
        Parameter w = net.parameters().get(0).get(0);
        for (int step = 0; step < 2; step++) {
            tape.restart();
            net.parameters().get(0).zeroGradients();
            Tensor outside = tape.parameter(w).times(1);
            Tensor held = tape.unrecorded(() -> outside.plus(tape.parameter(w)).times(0.5));
            outside.square().times(held).backward();
            assertEquals(18, w.gradient().getDouble(0), 1e-5, "step " + step);
        }
        tape.restart();
        assertThrows(
                IllegalStateException.class,
                () -> tape.unrecorded(() -> tape.parameter(w)).backward());
        assertThrows(
                ArithmeticException.class,
                () -> tape.unrecorded(() -> {
                    throw new ArithmeticException();
                }));
        assertTrue(tape.parameter(w).requiresGradient, "recording goes on after a failure");
    }

    /** Of what was computed before, only copies are left; the tape goes on as if it were new. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void aReleasedTapeCanBeUsedAgain(Precision precision) {
        Mlp net = Mlp.of(Activation.RELU, precision, Rng.of(3), 2, 300, 2);
        INDArray data = Nd4j.linspace(DataType.DOUBLE, -1, 0.005, 400).reshape(200, 2);
        Tape tape = Tape.of(precision);
        INDArray first = net.apply(tape, data).value();
        for (int again = 0; again < 3; again++) {
            Tensor old = net.apply(tape.restart(), data);
            tape.release();
            TapeRefusalsTest.refused(IllegalStateException.class, "earlier step", old::value);
            Near.same("again", first, net.apply(tape, data).value(), 0);
        }
        net.apply(tape.restart(), data).square().mean().backward();
        tape.release();
        assertTrue(net.parameters().get(0).gradients().norm2Number().doubleValue() > 0, "gradients stay");
    }

    /** Other types, orders, strides and vectors are copied; the tape's own type in row order is read where it is. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void arraysOfAnyKindComeInRight(Precision precision) {
        double[][] rows = {{1, 2, 3}, {4, 5, 6}};
        INDArray doubles = Nd4j.createFromArray(rows);
        INDArray wide = Nd4j.createFromArray(new double[][] {{0, 1, 2, 3, 0}, {0, 4, 5, 6, 0}});
        INDArray window = wide.getColumns(1, 2, 3);
        INDArray part = Nd4j.vstack(Nd4j.zeros(DataType.DOUBLE, 1, 3), doubles).getRows(1, 2);
        Tape tape = Tape.of(precision);
        for (INDArray array : new INDArray[] {
            doubles,
            doubles.castTo(DataType.FLOAT),
            doubles.dup('f'),
            doubles.castTo(DataType.INT32),
            window,
            part,
            doubles.transpose().dup().transpose()
        }) {
            Near.same(
                    "rows",
                    Nd4j.createFromArray(rows),
                    tape.input(array).value().castTo(DataType.DOUBLE),
                    0);
        }
        INDArray vector = Nd4j.createFromArray(7.0, 8.0);
        Near.same("column", new double[] {7, 8}, Near.numbers(tape.input(vector).value()), 0);
        assertEquals(1, tape.input(vector).columns());
        INDArray slice = Nd4j.createFromArray(new double[][] {{0, 0}, {1, 2}, {3, 4}})
                .castTo(tape.kernels.type)
                .get(org.nd4j.linalg.indexing.NDArrayIndex.interval(1, 3), org.nd4j.linalg.indexing.NDArrayIndex.all());
        Near.same(
                "rows 1 and 2",
                new double[] {1, 2, 3, 4},
                Near.numbers(tape.input(slice).value()),
                0);
        slice.putScalar(1, 1, 9);
        Near.same(
                "written later",
                new double[] {1, 2, 3, 9},
                Near.numbers(tape.input(slice).value()),
                0);
    }

    /** Parameters used by two networks' calls in one step collect both gradients; 2 x for y = w x at x = 1 and 3. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void aSharedNetworkCollectsBothGradients(Precision precision) {
        Mlp net = Mlp.of(Activation.RELU, precision, Rng.of(1), 1, 1);
        Tape tape = Tape.of(precision);
        net.apply(tape.column(1)).plus(net.apply(tape.column(3))).sum().backward();
        assertEquals(4, net.parameters().get(0).get(0).gradient().getDouble(0), 1e-6);
        assertEquals(2, net.parameters().get(0).get(1).gradient().getDouble(0), 1e-6);
    }
}
