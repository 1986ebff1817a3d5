package marl.deep;

import marl.agent.Transition;
import marl.nn.Activation;
import marl.nn.Losses;
import marl.nn.Mlp;
import marl.nn.Optimiser;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;
import marl.replay.Batch;
import marl.replay.ReplayBuffer;
import marl.replay.ReplayShape;

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
        int[] sizes = LayerSizes.of(inputs, settings.hidden(), actions);
        network = Mlp.of(Activation.RELU, settings.precision(), Rng.of(seed, "weights", 0), sizes);
        target = settings.targetEvery() == 0 ? network : network.copy();
        optimiser = Optimiser.adam(settings.learningRate(), network);
        if (Double.isFinite(settings.clipNorm())) {
            optimiser.clipNorm(settings.clipNorm());
        }
        buffer = ReplayBuffer.of(
                settings.precision(),
                settings.capacity(),
                ReplayShape.of(1, inputs).withMasks(actions));
        sampling = Rng.of(seed, "replay", 0);
    }

    Mlp network() {
        return network;
    }

    void add(Transition t, double[] seen, double[] next) {
        boolean ended = t.terminated() || (t.truncated() && settings.clockIsTheEnd());
        buffer.add(new Transition(seen, t.action(), t.reward(), next, t.nextLegal(), ended, false));
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
        Tensor tdTarget = tape.unrecorded(() -> tdTarget(tape, batch));
        Tensor chosen = network.apply(tape, batch.observations()).gather(batch.actions());
        return settings.huber() ? Losses.huber(chosen, tdTarget) : Losses.meanSquared(chosen, tdTarget);
    }

    private Tensor tdTarget(Tape tape, Batch batch) {
        Tensor next = legal(target.apply(tape, batch.nextObservations()), batch);
        Tensor value = settings.doubleQ()
                ? next.gather(legal(network.apply(tape, batch.nextObservations()), batch)
                        .argmax())
                : next.max();
        return value.times(batch.continuing()).times(settings.gamma()).plus(batch.rewards());
    }

    /** Next values, with those of forbidden actions out of reach. */
    private static Tensor legal(Tensor values, Batch batch) {
        return batch.nextRestricted() ? values.plus(batch.nextForbidden()) : values;
    }
}
