package marl.deep;

import java.util.Arrays;
import marl.env.GameBatch;
import marl.env.MarkovGame;
import marl.nn.Tape;
import marl.random.Rng;

/**
 * Plays some of the worlds of a {@link Rollout} with copies of the networks, on a thread of its own if need be. The chance of each
 * world comes from its own number, so parts can be played in any order.
 */
final class RolloutPart {
    private final GameBatch batch;
    private final RowWriter writer;
    private final ActorCriticNets nets;
    private final CriticPass critics;
    private final Tape tape;
    private final int first;
    private final Rng[] chance;
    private final double[][] seen;
    private final double[][] outputs;
    private final int[] numbers;
    private final double[] controls;
    private final double[] running;
    private double finishedSum;
    private int finished;

    RolloutPart(MarkovGame game, ActorCriticSettings settings, ActorCriticNets nets, int first, int worlds) {
        this.nets = nets.copy();
        this.first = first;
        batch = GameBatch.of(game, first, worlds);
        writer = RowWriter.of(batch, settings);
        tape = Tape.of(settings.precision());
        critics = new CriticPass(this.nets, tape, writer);
        chance = new Rng[worlds];
        Arrays.setAll(chance, world -> Rng.of(settings.seed(), "actions", first + world));
        int rows = worlds * batch.agents();
        seen = new double[nets.groups()][rows / nets.groups() * writer.inputSize()];
        outputs = new double[nets.groups()][];
        Arrays.setAll(
                outputs,
                group -> new double[rows / nets.groups() * nets.head(group).outputs()]);
        numbers = new int[rows];
        controls = new double[rows * actionSize()];
        running = new double[worlds];
        batch.reset(Rng.mix(settings.seed(), "worlds", 0));
    }

    RowWriter writer() {
        return writer;
    }

    /** How many numbers the widest action has. */
    int actionSize() {
        int widest = 0;
        for (int group = 0; group < nets.groups(); group++) {
            widest = Math.max(widest, nets.head(group).actionSize());
        }
        return widest;
    }

    /** How many flags a mask has; 0 where all is always legal. */
    int legalSize() {
        return batch.legalActions().length / (batch.worlds() * batch.agents());
    }

    /** The sum of the returns of episodes that ended since this was last asked, and how many they are: {sum, count}. */
    double[] takeFinished() {
        double[] taken = {finishedSum, finished};
        finishedSum = 0;
        finished = 0;
        return taken;
    }

    /** Plays all steps of these worlds, and has the critics of these networks judge what happened. */
    void play(Rollout rollout, ActorCriticNets newest, ValueScale scale, double gamma, double lambda) {
        nets.copyFrom(newest);
        critics.begin();
        for (int step = 0; step < rollout.steps; step++) {
            look(rollout, step);
            act(rollout, step);
            settle(rollout, step);
        }
        critics.judge(rollout, first, batch.worlds(), scale);
        for (int world = 0; world < batch.worlds(); world++) {
            rollout.judge(first + world, gamma, lambda);
        }
    }

    private void look(Rollout rollout, int step) {
        boolean[] legal = batch.legalActions();
        int flags = rollout.legalSize;
        for (int world = 0; world < batch.worlds(); world++) {
            for (int agent = 0; agent < batch.agents(); agent++) {
                int row = rollout.row(first + world, step, agent);
                int at = world * batch.agents() + agent;
                writer.input(batch.observations(), at, agent, rollout.inputs, row);
                writer.state(batch.states(), world, agent, rollout.states, row);
                System.arraycopy(
                        rollout.inputs,
                        row * writer.inputSize(),
                        seen[nets.groupOf(agent)],
                        place(world, agent) * writer.inputSize(),
                        writer.inputSize());
                System.arraycopy(legal, at * flags, rollout.legal, row * flags, flags);
            }
        }
    }

    /** The place of an agent's row among those of its group. */
    private int place(int world, int agent) {
        return nets.groups() == 1 ? world * batch.agents() + agent : world;
    }

    private void act(Rollout rollout, int step) {
        for (int group = 0; group < nets.groups(); group++) {
            int g = group;
            int rows = seen[g].length / writer.inputSize();
            tape.restart();
            tape.unrecorded(() -> nets.actor(g).apply(tape.input(seen[g], rows, writer.inputSize())))
                    .numbers(outputs[g]);
        }
        for (int world = 0; world < batch.worlds(); world++) {
            for (int agent = 0; agent < batch.agents(); agent++) {
                draw(rollout, rollout.row(first + world, step, agent), world, agent);
            }
        }
        if (nets.head(0) instanceof CategoricalHead) {
            batch.step(numbers);
        } else {
            batch.step(controls);
        }
    }

    private void draw(Rollout rollout, int row, int world, int agent) {
        int group = nets.groupOf(agent);
        ActorHead head = nets.head(group);
        int at = row * rollout.actionSize;
        rollout.logProbabilities[row] = head.sample(
                outputs[group],
                place(world, agent) * head.outputs(),
                rollout.legal,
                row * rollout.legalSize,
                chance[world],
                rollout.actions,
                at);
        int seat = world * batch.agents() + agent;
        if (head instanceof GaussianHead gaussian) {
            gaussian.controls(rollout.actions, at, controls, seat * rollout.actionSize);
        } else {
            numbers[seat] = (int) rollout.actions[at];
        }
    }

    private void settle(Rollout rollout, int step) {
        int agents = batch.agents();
        for (int world = 0; world < batch.worlds(); world++) {
            int at = (first + world) * rollout.steps + step;
            boolean over = batch.terminated()[world] || batch.truncated()[world];
            rollout.terminated[at] = batch.terminated()[world];
            rollout.over[at] = over;
            for (int agent = 0; agent < agents; agent++) {
                double reward = batch.rewards()[world * agents + agent];
                rollout.rewards[rollout.row(first + world, step, agent)] = reward;
                running[world] += reward / agents;
            }
            if (over) {
                finishedSum += running[world];
                finished++;
                running[world] = 0;
            }
            if (!batch.terminated()[world] && (over || step == rollout.steps - 1)) {
                critics.edge(batch, world, over, rollout.row(first + world, step, 0));
            }
        }
    }
}
