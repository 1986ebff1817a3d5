package marl.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a tape and its tensors refuse, each in a sentence. */
class TapeRefusalsTest {

    @Test
    void aTensorOfAnEarlierStepIsRefused() {
        Tape tape = Tape.of(Precision.SINGLE);
        Tensor old = tape.column(1, 2);
        INDArray kept = old.value();
        tape.restart();
        tape.column(8, 9);
        assertEquals(2, kept.getDouble(1), "value() is a copy");
        refused(IllegalStateException.class, "earlier step", old::relu);
        refused(IllegalStateException.class, "earlier step", old::max);
        refused(IllegalStateException.class, "earlier step", old::value);
        refused(
                IllegalStateException.class,
                "earlier step",
                () -> tape.column(1, 1).plus(old));
    }

    @Test
    void wrongUseIsRefused() {
        Tape tape = Tape.of(Precision.SINGLE);
        Tensor column = tape.column(1, 2, 3);
        Tensor matrix = tape.input(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        Tensor row = tape.input(new double[][] {{1, 2, 3}});
        Class<IllegalArgumentException> argument = IllegalArgumentException.class;
        refused(argument, "nothing is stretched", () -> column.minus(row));
        refused(argument, "nothing is stretched", () -> matrix.times(column));
        refused(argument, "[n, k] and [k, m]", () -> matrix.matmul(matrix));
        refused(argument, "Affine needs", () -> matrix.affine(row, row));
        refused(argument, "Batched needs", () -> matrix.batchedMatmul(column));
        refused(argument, "no column 2", () -> matrix.gather(new int[] {0, 1, 2}));
        refused(argument, "one column for each of the 3 rows", () -> matrix.gather(new int[] {0}));
        refused(argument, "one choice of columns for each", () -> Tensor.gather(new Tensor[] {matrix}, new int[2][3]));
        refused(
                argument,
                "equal numbers of rows",
                () -> Tensor.gather(new Tensor[] {matrix, row}, new int[][] {new int[3], new int[1]}));
        refused(argument, "Batched needs", () -> matrix.mixed(column, column));
        refused(argument, "Mixed needs offsets [3, 2]", () -> column.mixed(matrix, column));
        refused(argument, "cannot be made of 3 numbers", () -> tape.input(new double[3], 2, 2));
        refused(argument, "A slice(1, 3)", () -> matrix.slice(1, 3));
        refused(argument, "equal numbers of rows", () -> matrix.concat(row));
        refused(argument, "cannot be replaced by [3, 1]", () -> matrix.withColumns(2, column));
        refused(argument, "cannot be replaced by [1, 3]", () -> matrix.withColumns(0, row));
        refused(argument, "cannot become", () -> matrix.reshape(4, 2));
        refused(argument, "single column", () -> matrix.broadcast(2));
        refused(argument, "low <= high", () -> matrix.clip(1, -1));
        refused(argument, "positive delta", () -> matrix.huber(0));
        refused(
                argument,
                "two tapes",
                () -> matrix.plus(Tape.of(Precision.SINGLE).input(new double[3][2])));
        refused(argument, "one length", () -> tape.input(new double[][] {{1, 2}, {3}}));
        refused(argument, "at least one", () -> tape.input(new double[0][0]));
        refused(argument, "matrices [rows, columns]", () -> tape.input(Nd4j.zeros(2, 2, 2)));
        refused(IllegalStateException.class, "single number", matrix::item);
        refused(IllegalStateException.class, "starts at a single number", matrix::backward);
        refused(
                IllegalStateException.class,
                "depends on no parameter",
                () -> matrix.mean().backward());
        Tensor watched = column.watch();
        watched.mean().backward();
        refused(
                IllegalStateException.class,
                "already in this step",
                () -> watched.sum().backward());
    }

    static void refused(Class<? extends RuntimeException> type, String part, Executable wrong) {
        String message = assertThrows(type, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
