package marl.deep;

import marl.nn.Losses;
import marl.nn.Mlp;
import marl.nn.Tape;
import marl.nn.Tensor;
import marl.random.Rng;

/** What one agent of {@link Maddpg} learns from: the two losses of Lowe et al. 2017, section 4.1, and the target of eq. 6. */
final class MaddpgLoss {
    private final DirectHead head;
    private final int actionAt;
    private final double gamma;
    private final double outputPenalty;

    MaddpgLoss(MaddpgShape shape, int agent, MaddpgSettings settings) {
        head = shape.head(agent);
        actionAt = shape.actionAt(agent);
        gamma = settings.gamma();
        outputPenalty = settings.outputPenalty();
    }

    /** y of eq. 6, [rows, 1], given what all see next and what their target actors do then; a constant. */
    Tensor target(Tape tape, Mlp targetCritic, Tensor nextJoint, Tensor rewards, Tensor continuing) {
        return tape.unrecorded(() ->
                targetCritic.apply(nextJoint).times(continuing).times(gamma).plus(rewards));
    }

    /** The mean squared error of eq. 6, [1, 1]; its gradient is the critic's. */
    Tensor critic(Mlp critic, Tensor joint, Tensor target) {
        return Losses.meanSquared(critic.apply(joint), target);
    }

    /**
     * Minus the mean value of what this actor does now, while the others do what they did, [1, 1]: its gradient is eq. 5, turned
     * round, and is the actor's alone. The authors add the mean square of the outputs, weighted.
     */
    Tensor actor(Tape tape, Mlp actor, Mlp critic, Tensor seen, Tensor joint, Rng chance) {
        Tensor outputs = actor.apply(seen);
        Tensor action = head.own(tape, outputs, chance);
        Tensor loss = critic.frozen(joint.withColumns(actionAt, action)).mean().times(-1);
        return outputPenalty == 0 ? loss : loss.plus(outputs.square().mean().times(outputPenalty));
    }
}
