package marl.deep;

import java.util.Arrays;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;

/**
 * One of n actions, as a vector with a single 1. In training it is the largest of the outputs plus Gumbel noise, which draws from
 * their softmax (Jang et al. 2017, eq. 1). In the actor's loss the same draw is straight-through: hard forward, while the gradient
 * is that of the softmax of the disturbed outputs at temperature 1 (their section 2.2). A target actor takes the largest output.
 *
 * <p>The authors of MADDPG let the soft sample stand everywhere instead: in the world, which takes it as five controls, in the
 * replay, in the target and in the loss. Here worlds take action numbers, so what is played and what the critic is shown is hard.
 *
 * <p>It keeps room for a batch, so it serves one thread at a time.
 */
final class ChoiceHead implements DirectHead {
    private static final double TINY = 0x1.0p-54;

    private final int n;
    private double[] room = new double[0];

    ChoiceHead(int n) {
        this.n = n;
    }

    @Override
    public int size() {
        return n;
    }

    @Override
    public Tensor shown(Tape tape, Tensor outputs) {
        return outputs;
    }

    @Override
    public Tensor target(Tape tape, Tensor outputs) {
        return hard(tape, outputs);
    }

    @Override
    public Tensor own(Tape tape, Tensor outputs, Rng chance) {
        double[] noise = room(outputs.rows());
        for (int i = 0; i < noise.length; i++) {
            noise[i] = gumbel(chance);
        }
        Tensor soft = outputs.plus(tape.input(noise, outputs.rows(), n)).softmax();
        return soft.plus(hard(tape, soft).minus(soft.detach()));
    }

    private Tensor hard(Tape tape, Tensor values) {
        int[] largest = values.argmax();
        double[] ones = room(largest.length);
        Arrays.fill(ones, 0);
        for (int row = 0; row < largest.length; row++) {
            ones[row * n + largest[row]] = 1;
        }
        return tape.input(ones, largest.length, n);
    }

    /** Room for so many rows; it is copied from before it is asked for again. */
    private double[] room(int rows) {
        if (room.length != rows * n) {
            room = new double[rows * n];
        }
        return room;
    }

    /** A standard Gumbel number: minus the logarithm of an exponential one. */
    private static double gumbel(Rng chance) {
        return -Math.log(-Math.log(Math.max(TINY, chance.uniform())));
    }

    @Override
    public void explore(double[] shown, int at, double noise, Rng chance, double[] action, int to) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double disturbed = shown[at + i] + gumbel(chance);
            if (disturbed > most) {
                most = disturbed;
                best = i;
            }
        }
        write(best, action, to);
    }

    @Override
    public void best(double[] shown, int at, double[] action, int to) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            best = shown[at + i] > shown[at + best] ? i : best;
        }
        write(best, action, to);
    }

    @Override
    public void any(Rng chance, double[] action, int to) {
        write(chance.below(n), action, to);
    }

    private void write(int chosen, double[] action, int to) {
        Arrays.fill(action, to, to + n, 0);
        action[to + chosen] = 1;
    }

    /** Which action a vector stands for. */
    int chosen(double[] action, int at) {
        int i = 0;
        while (action[at + i] != 1) {
            i++;
        }
        return i;
    }
}
