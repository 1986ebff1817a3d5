package marl.deep;

import java.util.ArrayList;
import java.util.List;
import marl.nn.Activation;
import marl.nn.Gru;
import marl.nn.Mlp;
import marl.nn.Parameters;
import marl.nn.Precision;
import marl.nn.Tensor;
import marl.nn.Trainable;
import marl.random.Rng;

/**
 * The network that all prisoners share: a recurrent unit that gets "in the room" and the message heard, and a linear layer for the
 * values of doing nothing and telling, followed by the message: one real number (DIAL), or the values of sending 0 and 1 (RIAL).
 */
final class RiddleAgents implements Trainable {
    static final int INPUTS = 2;
    static final int NONE = 0;
    static final int TELL = 1;
    static final int MESSAGE = 2;

    private final Gru memory;
    private final Mlp head;

    private RiddleAgents(Gru memory, Mlp head) {
        this.memory = memory;
        this.head = head;
    }

    static RiddleAgents of(boolean differentiable, int hidden, Precision precision, long seed) {
        return new RiddleAgents(
                Gru.of(precision, Rng.of(seed, "memory", 0), INPUTS, hidden),
                Mlp.named(
                        "head",
                        Activation.TANH,
                        precision,
                        Rng.of(seed, "head", 0),
                        hidden,
                        MESSAGE + (differentiable ? 1 : 2)));
    }

    RiddleAgents copy() {
        return new RiddleAgents(memory.copy(), head.copy());
    }

    Gru memory() {
        return memory;
    }

    /** Values and message of each row, [rows, 3 or 4]. */
    Tensor values(Tensor hidden) {
        return head.apply(hidden);
    }

    @Override
    public List<Parameters> parameters() {
        List<Parameters> all = new ArrayList<>(memory.parameters());
        all.addAll(head.parameters());
        return all;
    }
}
