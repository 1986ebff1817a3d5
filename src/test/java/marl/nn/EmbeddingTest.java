package marl.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import marl.random.Rng;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
    @Test
    void itIsALinearLayerOnOneHotRows() {
        for (Precision precision : Precision.values()) {
            Embedding embedding = Embedding.of(precision, Rng.of(1), 4, 3);
            Tape tape = Tape.of(precision);
            Tensor picked = embedding.apply(tape, 2, 0, 2);
            Tensor product = tape.input(new double[][] {{0, 0, 1, 0}, {1, 0, 0, 0}, {0, 0, 1, 0}})
                    .matmul(tape.input(embedding.vectors()));
            assertArrayEquals(product.numbers(), picked.numbers());
            embedding.parameters().get(0).zeroGradients();
            picked.sum().backward();
            assertArrayEquals(
                    new double[] {1, 1, 1, 0, 0, 0, 2, 2, 2, 0, 0, 0},
                    embedding.parameters().get(0).gradients().ravel().toDoubleVector(),
                    "who was picked twice gets both gradients");
        }
    }

    @Test
    void aCopyHasWeightsOfItsOwn() {
        Embedding embedding = Embedding.of(Precision.DOUBLE, Rng.of(1), 2, 2);
        Embedding copy = embedding.copy();
        copy.vectors().putScalar(0, 0, 9);
        assertEquals(Rng.of(1).gaussian(), embedding.vectors().getDouble(0, 0));
        assertEquals(2, embedding.things());
        assertEquals(2, embedding.columns());
    }

    @Test
    void whatIsNotThereIsRefused() {
        Embedding embedding = Embedding.of(Precision.SINGLE, Rng.of(1), 2, 2);
        Tape tape = Tape.of(Precision.SINGLE);
        assertThrows(IllegalArgumentException.class, () -> embedding.apply(tape, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> embedding.apply(tape));
        assertThrows(IllegalArgumentException.class, () -> embedding.apply(tape, -1));
        assertThrows(IllegalArgumentException.class, () -> Embedding.of(Precision.SINGLE, Rng.of(1), 0, 2));
    }
}
