package marl.deep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marl.env.GameBatch;
import marl.nn.Tape;

/** Has the critics value all that was seen in a part of a {@link Rollout}, in a few large products. */
final class CriticPass {
    private final ActorCriticNets nets;
    private final Tape tape;
    private final RowWriter writer;
    private final List<Edge> edges = new ArrayList<>();
    private final boolean critic;

    /** What was seen after the last step of a world or of an episode that was cut off: for each agent what its critic sees. */
    private record Edge(int firstRow, double[] inputs) {}

    CriticPass(ActorCriticNets nets, Tape tape, RowWriter writer) {
        this.nets = nets;
        this.tape = tape;
        this.writer = writer;
        critic = nets.hasCritics();
    }

    void begin() {
        edges.clear();
    }

    /** Keeps what a world shows after this step: its final observation if it is over, else what it goes on from. */
    void edge(GameBatch batch, int world, boolean over, int firstRow) {
        if (!critic) {
            return;
        }
        double[] inputs = new double[batch.agents() * writer.criticInputSize()];
        for (int agent = 0; agent < batch.agents(); agent++) {
            if (writer.stateSize() > 0) {
                writer.state(over ? batch.finalStates() : batch.states(), world, agent, inputs, agent);
            } else {
                double[] seen = over ? batch.finalObservations() : batch.observations();
                writer.input(seen, world * batch.agents() + agent, agent, inputs, agent);
            }
        }
        edges.add(new Edge(firstRow, inputs));
    }

    /** Fills in the values and next values of these worlds; zeros without a critic. */
    void judge(Rollout rollout, int firstWorld, int worlds, ValueScale scale) {
        int from = rollout.row(firstWorld, 0, 0);
        int to = rollout.row(firstWorld + worlds, 0, 0);
        if (!critic) {
            return; // the rollout was made with zeros
        }
        double[] inputs = writer.stateSize() > 0 ? rollout.states : rollout.inputs;
        int size = writer.criticInputSize();
        value(Arrays.copyOfRange(inputs, from * size, to * size), scale, rollout.values, from);
        for (int row = from; row < to - rollout.agents; row++) {
            rollout.nextValues[row] = rollout.values[row + rollout.agents]; // those at an edge are put right below
        }
        double[] beyond = new double[edges.size() * rollout.agents * size];
        for (int e = 0; e < edges.size(); e++) {
            System.arraycopy(edges.get(e).inputs, 0, beyond, e * rollout.agents * size, rollout.agents * size);
        }
        if (beyond.length > 0) {
            double[] values = new double[edges.size() * rollout.agents];
            value(beyond, scale, values, 0);
            for (int e = 0; e < edges.size(); e++) {
                System.arraycopy(values, e * rollout.agents, rollout.nextValues, edges.get(e).firstRow, rollout.agents);
            }
        }
    }

    /** The values of rows of all agents in turn, written to {@code out} from {@code at} on. */
    private void value(double[] inputs, ValueScale scale, double[] out, int at) {
        int size = writer.criticInputSize();
        int rows = inputs.length / size;
        int groups = nets.groups();
        for (int group = 0; group < groups; group++) {
            double[] own = groups == 1 ? inputs : everyNth(inputs, size, group, groups);
            double[] values = new double[rows / groups];
            int g = group;
            tape.restart();
            tape.unrecorded(() -> nets.critic(g).apply(tape.input(own, rows / groups, size)))
                    .numbers(values);
            for (int i = 0; i < values.length; i++) {
                out[at + i * groups + group] = scale.fromNetwork(values[i]);
            }
        }
    }

    private static double[] everyNth(double[] rows, int size, int first, int n) {
        double[] own = new double[rows.length / n];
        for (int i = 0; i < own.length / size; i++) {
            System.arraycopy(rows, (i * n + first) * size, own, i * size, size);
        }
        return own;
    }
}
