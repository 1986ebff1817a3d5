package marl.deep;

import marl.nn.Losses;
import marl.nn.Tape;
import marl.nn.Tensor;

/**
 * The loss of an actor and a critic on rows of experience: PPO's clipped objective (Schulman et al. 2017, eq. 9, turned round),
 * of which REINFORCE and plain actor-critic are what is left with parts switched off.
 */
final class ActorCriticLoss {
    private final ActorCriticSettings settings;

    ActorCriticLoss(ActorCriticSettings settings) {
        this.settings = settings;
    }

    /** The loss, [1, 1]. The old probabilities, advantages and returns are data: no gradient flows into them. */
    Tensor of(Tape tape, ActorCriticNets nets, int group, ActorCriticRows rows) {
        Tensor seen = rows.seen(tape);
        Tensor outputs = nets.actor(group).apply(seen);
        ActorHead.Scored now = nets.head(group).score(tape, outputs, rows.actions(), rows.forbidden());
        Tensor before = tape.column(rows.logProbabilities());
        Tensor loss = Losses.ppoClip(now.logProbability(), before, tape.column(rows.advantages()), settings.clip())
                .minus(now.entropy().times(settings.entropyBonus()));
        if (settings.critic() == CriticKind.NONE) {
            return loss;
        }
        boolean central = settings.critic() == CriticKind.CENTRAL;
        Tensor value = nets.critic(group).apply(central ? rows.state(tape) : seen);
        return loss.plus(Losses.meanSquared(value, tape.column(rows.returns())).times(settings.valueWeight()));
    }
}
