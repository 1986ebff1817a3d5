package marl.nn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Reads the recorded numbers under src/test/resources/nn. */
public final class Golden {
    private Golden() {}

    public static JsonNode read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/nn/" + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).asDouble();
        }
        return numbers;
    }

    public static int[] integers(JsonNode list) {
        int[] numbers = new int[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).asInt();
        }
        return numbers;
    }

    /** A list of rows as [rows, columns]; a list of numbers as one row. */
    public static INDArray matrix(JsonNode rows) {
        if (!rows.get(0).isArray()) {
            return Nd4j.createFromArray(numbers(rows)).reshape(1, rows.size());
        }
        double[][] all = new double[rows.size()][];
        for (int r = 0; r < all.length; r++) {
            all[r] = numbers(rows.get(r));
        }
        return Nd4j.createFromArray(all);
    }

    /**
     * Fills a network of layers from weights called {@code name + 0, name + 2, ...} with suffixes .weight and .bias.
     */
    public static void fill(Mlp net, JsonNode weights, String... layers) {
        for (int i = 0; i < layers.length; i++) {
            net.weight(i).assign(matrix(weights.get(layers[i] + ".weight")));
            net.bias(i).assign(matrix(weights.get(layers[i] + ".bias")));
        }
    }

    /** Compares a network's weights with recorded ones. */
    public static void sameWeights(String what, JsonNode expected, Mlp net, double tolerance, String... layers) {
        for (int i = 0; i < layers.length; i++) {
            Near.same(what + " weight " + i, matrix(expected.get(layers[i] + ".weight")), net.weight(i), tolerance);
            Near.same(what + " bias " + i, matrix(expected.get(layers[i] + ".bias")), net.bias(i), tolerance);
        }
    }

    /** Compares a network's gradients with recorded ones. */
    public static void sameGradients(String what, JsonNode expected, Mlp net, double tolerance, String... layers) {
        Parameters p = net.parameters().get(0);
        for (int i = 0; i < layers.length; i++) {
            INDArray weight = p.get(2 * i).gradient();
            INDArray bias = p.get(2 * i + 1).gradient();
            Near.same(what + " by weight " + i, matrix(expected.get(layers[i] + ".weight")), weight, tolerance);
            Near.same(what + " by bias " + i, matrix(expected.get(layers[i] + ".bias")), bias, tolerance);
        }
    }
}
