package marl.deep;

import marl.nn.Activation;
import marl.nn.Mlp;
import marl.nn.Optimiser;
import marl.nn.Tape;
import marl.random.Rng;

/**
 * One agent of {@link Maddpg}: an actor on its own observation, a critic on what all see and do, their targets and their optimisers.
 * It touches nothing of the other agents, so that agents can learn side by side.
 */
final class MaddpgAgent {
    private final int number;
    private final MaddpgSettings settings;
    private final DirectHead head;
    private final MaddpgLoss loss;
    private final Mlp actor;
    private final Mlp critic;
    private final Mlp targetActor;
    private final Mlp targetCritic;
    private final Optimiser actorSteps;
    private final Optimiser criticSteps;
    private final Tape tape;
    private final Rng chance;
    private final double[] next;

    MaddpgAgent(MaddpgShape shape, int number, MaddpgSettings settings) {
        this.number = number;
        this.settings = settings;
        head = shape.head(number);
        loss = new MaddpgLoss(shape, number, settings);
        Rng weights = Rng.of(settings.seed(), "weights", number);
        actor = net("actor ", weights, shape.observationSize(number), head.size());
        critic = net("critic ", weights, shape.joint(), 1);
        targetActor = actor.copy();
        targetCritic = critic.copy();
        actorSteps = adam(settings.actorRate(), actor);
        criticSteps = adam(settings.criticRate(), critic);
        tape = Tape.of(settings.precision());
        chance = Rng.of(settings.seed(), "straight-through", number);
        next = new double[settings.batch() * head.size()];
    }

    private Mlp net(String what, Rng weights, int inputs, int outputs) {
        int[] sizes = LayerSizes.of(inputs, settings.hidden(), outputs);
        return Mlp.named(what + number, Activation.RELU, settings.precision(), weights, sizes);
    }

    private Optimiser adam(double rate, Mlp net) {
        Optimiser adam = Optimiser.adam(rate, net);
        return Double.isFinite(settings.clipNorm()) ? adam.clipNorm(settings.clipNorm()) : adam;
    }

    Mlp actor() {
        return actor;
    }

    Mlp critic() {
        return critic;
    }

    Mlp targetActor() {
        return targetActor;
    }

    Mlp targetCritic() {
        return targetCritic;
    }

    /** Puts into the batch what the target actor would do next. */
    void foresee(MaddpgBatch batch) {
        tape.restart();
        tape.unrecorded(() -> head.target(tape, targetActor.apply(tape, batch.nextSeen(number))))
                .numbers(next);
        batch.putNext(number, next);
    }

    /** One step of the critic, one of the actor by the new critic, and a move of both targets. */
    void learn(MaddpgBatch batch) {
        criticSteps.minimise(t -> loss.critic(
                critic,
                t.input(batch.joint()),
                loss.target(
                        t,
                        targetCritic,
                        t.input(batch.nextJoint()),
                        t.input(batch.rewards(number)),
                        t.input(batch.continuing()))));
        actorSteps.minimise(
                t -> loss.actor(t, actor, critic, t.input(batch.seen(number)), t.input(batch.joint()), chance));
        targetActor.moveTowards(actor, settings.tau());
        targetCritic.moveTowards(critic, settings.tau());
    }
}
