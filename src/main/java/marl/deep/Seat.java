package marl.deep;

import java.util.Arrays;
import marl.agent.Policy;
import marl.random.Rng;

/**
 * One agent at its network: it sees its own observation and what it did last, and remembers what its network does, from the
 * start of an episode on. As a policy it takes the legal action of the largest value, ties broken at random. It reads the
 * weights as they are when it acts; give it a copy to freeze them. Its arrays are used again, so it serves one thread.
 */
final class Seat implements Policy {
    private static final int NOTHING = -1;

    private final AgentNetwork network;
    private final Encoding encoding;
    private final boolean seesLastAction;
    private final double[] input;
    private final double[] values;
    private final double[] remembered;
    private int last = NOTHING;

    Seat(AgentNetwork network, Encoding encoding, int actions, boolean seesLastAction) {
        this.network = network;
        this.encoding = encoding;
        this.seesLastAction = seesLastAction;
        input = new double[encoding.inputs() + (seesLastAction ? actions : 0)];
        values = new double[actions];
        remembered = new double[network.units()];
    }

    @Override
    public void begin() {
        Arrays.fill(remembered, 0);
        last = NOTHING;
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        look(observation);
        last = best(legal, rng);
        return last;
    }

    /** With probability epsilon any legal action; it remembers what it saw in any case. */
    int explore(double[] observation, boolean[] legal, Rng rng, double epsilon) {
        boolean any = rng.bernoulli(epsilon);
        if (!any || network.recurrent()) {
            look(observation);
        }
        last = any ? Policy.anyLegal(legal, rng) : best(legal, rng);
        return last;
    }

    private int best(boolean[] legal, Rng rng) {
        for (int a = 0; a < values.length; a++) {
            if (!legal[a]) {
                values[a] = Double.NEGATIVE_INFINITY;
            }
        }
        return rng.argmax(values);
    }

    private void look(double[] observation) {
        write(encoding, seesLastAction, observation, last, input);
        network.values(input, remembered, values);
    }

    /** The values now, a new array; what was seen is remembered. */
    double[] values(double[] observation) {
        look(observation);
        return values.clone();
    }

    /** A copy of what is remembered, [units]. */
    double[] remembered() {
        return remembered.clone();
    }

    /** What goes into a network: the encoded observation, and the last action, one-hot, zeros before the first. */
    static void write(Encoding encoding, boolean lastAction, double[] observation, int last, double[] to) {
        encoding.write(observation, to, 0);
        if (lastAction) {
            Arrays.fill(to, encoding.inputs(), to.length, 0);
            if (last >= 0) {
                to[encoding.inputs() + last] = 1;
            }
        }
    }
}
