package marl.deep;

import marl.nn.Batch;
import marl.nn.Losses;
import marl.nn.Mlp;
import marl.nn.Optimiser;
import marl.nn.ReplayBuffer;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The part of a deep Q-learner that agents may share: network, target network, replay buffer and update (Mnih et al.
 * 2015, algorithm 1; the target of van Hasselt et al. 2016, eq. 4, with double Q).
 */
final class DqnCore {

    private final DqnSettings settings;
    private final Mlp network;
    private final Mlp target;
    private final Optimiser optimiser;
    private final ReplayBuffer buffer;
    private final Rng sampling;
    private long steps;

    DqnCore(DqnSettings settings, int inputs, int actions, long seed) {
        this.settings = settings;
        int[] sizes = new int[settings.hidden().size() + 2];
        sizes[0] = inputs;
        for (int i = 0; i < settings.hidden().size(); i++) {
            sizes[i + 1] = settings.hidden().get(i);
        }
        sizes[sizes.length - 1] = actions;
        network = Mlp.relu(Rng.of(seed, "weights", 0), sizes);
        target = settings.targetEvery() == 0 ? network : network.copy();
        optimiser = Optimiser.adam(settings.learningRate(), network);
        if (Double.isFinite(settings.clipNorm())) {
            optimiser.clipNorm(settings.clipNorm());
        }
        buffer = ReplayBuffer.of(settings.capacity(), inputs);
        sampling = Rng.of(seed, "replay", 0);
    }

    Mlp network() {
        return network;
    }

    void add(double[] seen, int action, double reward, double[] next, boolean terminated, boolean truncated) {
        buffer.add(seen, action, reward, next, terminated || (truncated && settings.clockIsTheEnd()));
        steps++;
        if (buffer.size() >= settings.batch() && steps % settings.every() == 0) {
            update();
        }
    }

    private void update() {
        Batch batch = buffer.sample(settings.batch(), sampling);
        optimiser.minimise(tape -> loss(tape, batch));
        if (settings.targetEvery() > 0 && optimiser.steps() % settings.targetEvery() == 0) {
            target.copyFrom(network);
        }
    }

    private Tensor loss(Tape tape, Batch batch) {
        Tensor next = target.apply(tape, batch.nextObservations());
        Tensor value = settings.doubleQ() && target != network
                ? next.gather(best(network.apply(tape, batch.nextObservations())))
                : next.max();
        Tensor goal = value.times(batch.continuing()).times(settings.gamma()).plus(batch.rewards());
        Tensor chosen = network.apply(tape, batch.observations()).gather(batch.actions());
        return settings.huber() ? Losses.huber(chosen, goal) : Losses.meanSquared(chosen, goal);
    }

    /** The column of the largest number of each row. */
    private static int[] best(Tensor values) {
        INDArray rows = values.value();
        int[] best = new int[values.rows()];
        for (int row = 0; row < best.length; row++) {
            for (int column = 1; column < values.columns(); column++) {
                if (rows.getDouble(row, column) > rows.getDouble(row, best[row])) {
                    best[row] = column;
                }
            }
        }
        return best;
    }
}
