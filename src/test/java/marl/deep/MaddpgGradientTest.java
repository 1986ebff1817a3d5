package marl.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Supplier;
import marl.env.MarkovGame;
import marl.env.ParticleGame;
import marl.nn.Mlp;
import marl.nn.Precision;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradients of both losses in 64 bits, by every weight. */
class MaddpgGradientTest {
    private static final int ROWS = 5;
    private static final double STEP = 1e-6;

    private final Tape tape = Tape.of(Precision.DOUBLE);

    private static Maddpg learner(MarkovGame game, int... hidden) {
        return Maddpg.of(game)
                .precision(Precision.DOUBLE)
                .hidden(hidden)
                .outputPenalty(0.1)
                .seed(5)
                .build();
    }

    private Tensor noise(int columns, long seed) {
        Rng rng = Rng.of(seed);
        double[] all = new double[ROWS * columns];
        Arrays.setAll(all, i -> rng.gaussian());
        return tape.input(all, ROWS, columns);
    }

    /**
     * Central differences with a step of 1e-6: their own error is below 1e-8 here. A weight whose one-sided differences disagree
     * sits on a kink of a ReLU and is passed over; there are few.
     */
    private void compare(Mlp net, Supplier<Tensor> loss) {
        net.parameters().get(0).zeroGradients();
        tape.restart();
        loss.get().backward();
        INDArray weights = net.parameters().get(0).values();
        INDArray gradients = net.parameters().get(0).gradients().dup();
        assertTrue(gradients.norm2Number().doubleValue() > 1e-3);
        double here = value(loss);
        int kinks = 0;
        for (int i = 0; i < weights.length(); i++) {
            double kept = weights.getDouble(0, i);
            weights.putScalar(0, i, kept + STEP);
            double up = value(loss);
            weights.putScalar(0, i, kept - STEP);
            double down = value(loss);
            weights.putScalar(0, i, kept);
            if (Math.abs(up + down - 2 * here) > 1e-2 * STEP) {
                kinks++;
                continue;
            }
            assertEquals((up - down) / (2 * STEP), gradients.getDouble(0, i), 1e-7, "weight " + i);
        }
        assertTrue(kinks <= weights.length() / 20, kinks + " kinks");
    }

    private double value(Supplier<Tensor> loss) {
        tape.restart();
        return loss.get().item();
    }

    @Test
    void controls() {
        Maddpg learner = learner(ParticleGame.speakerListener().continuous(), 6);
        MaddpgShape shape = learner.shape();
        for (int agent = 0; agent < 2; agent++) {
            MaddpgLoss loss = new MaddpgLoss(shape, agent, learner.settings());
            Mlp actor = learner.agent(agent).actor();
            Mlp critic = learner.agent(agent).critic();
            int size = shape.observationSize(agent);
            compare(actor, () -> loss.actor(tape, actor, critic, noise(size, 1), noise(shape.joint(), 2), Rng.of(0)));
            compare(critic, () -> loss.critic(critic, noise(shape.joint(), 2), noise(1, 3)));
        }
    }

    /**
     * A critic without hidden layers has the same slope everywhere, so going straight through, with the slope of the soft action
     * at the hard one, must give what differences of the soft loss give.
     */
    @Test
    void straightThroughChoicesHaveTheSlopeOfSoftOnes() {
        Maddpg learner = learner(ParticleGame.spread(2));
        MaddpgShape shape = learner.shape();
        MaddpgLoss loss = new MaddpgLoss(shape, 1, learner.settings());
        Mlp actor = learner.agent(1).actor();
        Mlp critic = learner.agent(1).critic();
        tape.restart();
        loss.actor(tape, actor, critic, noise(12, 1), noise(shape.joint(), 2), Rng.of(4))
                .backward();
        INDArray straight = actor.parameters().get(0).gradients().dup();
        compare(actor, () -> soft(actor, critic, shape));
        INDArray soft = actor.parameters().get(0).gradients();
        assertEquals(0, straight.sub(soft).norm2Number().doubleValue(), 1e-12);
    }

    private Tensor soft(Mlp actor, Mlp critic, MaddpgShape shape) {
        Tensor outputs = actor.apply(noise(12, 1));
        Rng rng = Rng.of(4);
        double[] gumbel = new double[ROWS * 5];
        Arrays.setAll(gumbel, i -> -Math.log(-Math.log(rng.uniform())));
        Tensor action = outputs.plus(tape.input(gumbel, ROWS, 5)).softmax();
        return critic.frozen(noise(shape.joint(), 2).withColumns(shape.actionAt(1), action))
                .mean()
                .times(-1)
                .plus(outputs.square().mean().times(0.1));
    }

    /** The hard action of the loss is a single 1, and the one that acting with the same chance takes. */
    @Test
    void theActorsOwnActionIsHard() {
        ChoiceHead head = new ChoiceHead(5);
        Tensor outputs = noise(5, 6);
        double[] own = head.own(tape, outputs, Rng.of(2)).numbers();
        double[] played = new double[ROWS * 5];
        Rng rng = Rng.of(2);
        for (int row = 0; row < ROWS; row++) {
            head.explore(outputs.numbers(), row * 5, 0, rng, played, row * 5);
        }
        for (int i = 0; i < own.length; i++) {
            assertEquals(played[i], own[i], 1e-15);
        }
    }
}
