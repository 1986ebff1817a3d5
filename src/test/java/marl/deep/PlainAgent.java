package marl.deep;

import java.util.Arrays;
import java.util.List;
import marl.nn.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Input layer, recurrent unit and output of an agent in loops that share nothing with the library. */
record PlainAgent(List<Parameters> parts) {
    double[] step(double[] seen, double[] hidden) {
        double[] features =
                linear(parts.get(0).get(0).value(), parts.get(0).get(1).value(), seen);
        Arrays.setAll(features, j -> Math.max(0, features[j]));
        Parameters unit = parts.get(1);
        double[] x = linear(unit.get(0).value(), unit.get(2).value(), features);
        double[] u = linear(unit.get(1).value(), unit.get(3).value(), hidden);
        int n = hidden.length;
        for (int j = 0; j < n; j++) {
            double r = 1 / (1 + Math.exp(-x[j] - u[j]));
            double z = 1 / (1 + Math.exp(-x[n + j] - u[n + j]));
            double fresh = Math.tanh(x[2 * n + j] + r * u[2 * n + j]);
            hidden[j] = (1 - z) * fresh + z * hidden[j];
        }
        return linear(parts.get(2).get(0).value(), parts.get(2).get(1).value(), hidden);
    }

    private static double[] linear(INDArray weight, INDArray bias, double[] x) {
        double[] y = new double[(int) weight.size(0)];
        for (int o = 0; o < y.length; o++) {
            y[o] = bias.getDouble(0, o);
            for (int i = 0; i < x.length; i++) {
                y[o] += weight.getDouble(o, i) * x[i];
            }
        }
        return y;
    }
}
