package marl.deep;

import marl.agent.Policy;
import marl.nn.Mlp;
import marl.random.Rng;

/**
 * The legal action of the largest value of a network, ties broken at random. It reads the network's weights as they are when
 * it acts; pass a copy to freeze it. Its arrays are used again, so it serves one thread.
 */
final class GreedyNetwork implements Policy {
    private final Mlp network;
    private final Encoding encoding;
    private final double[] input;
    private final double[] values;

    GreedyNetwork(Mlp network, Encoding encoding, int actions) {
        this.network = network;
        this.encoding = encoding;
        this.input = new double[encoding.inputs()];
        this.values = new double[actions];
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        encoding.write(observation, input, 0);
        network.values(input, values);
        for (int a = 0; a < values.length; a++) {
            if (!legal[a]) {
                values[a] = Double.NEGATIVE_INFINITY;
            }
        }
        return rng.argmax(values);
    }
}
