package marl.deep;

import java.util.ArrayList;
import java.util.List;
import marl.env.GameBatch;
import marl.nn.Mlp;
import marl.nn.Tape;

/** All agents in all worlds of a batch: what each sees, the actions that its actor shows, and the step that all take. */
final class MaddpgSeats {
    private final GameBatch batch;
    private final MaddpgShape shape;
    private final List<Mlp> actors;
    private final Tape tape;
    private final List<double[]> seen = new ArrayList<>();
    private final List<double[]> shown = new ArrayList<>();
    private final List<double[]> actions = new ArrayList<>();
    private final int widest;
    private final double[] controls;
    private final int[] numbers;

    /** Chooses an action, given what the actor shows from place {@code at} on. */
    interface Chooser {
        void choose(DirectHead head, int world, double[] shown, int at, double[] action, int to);
    }

    MaddpgSeats(GameBatch batch, MaddpgShape shape, List<Mlp> actors) {
        this.batch = batch;
        this.shape = shape;
        this.actors = actors;
        tape = Tape.of(actors.get(0).precision());
        int most = 0;
        for (int agent = 0; agent < shape.agents(); agent++) {
            int size = shape.head(agent).size();
            most = Math.max(most, size);
            seen.add(new double[batch.worlds() * shape.observationSize(agent)]);
            shown.add(new double[batch.worlds() * size]);
            actions.add(new double[batch.worlds() * size]);
        }
        widest = most;
        controls = new double[batch.worlds() * shape.agents() * widest];
        numbers = new int[batch.worlds() * shape.agents()];
    }

    /** What an agent did last, [world][number], flat. */
    double[] actions(int agent) {
        return actions.get(agent);
    }

    /**
     * All act once in all worlds.
     *
     * @throws IllegalArgumentException if an observation is not finite
     * @throws IllegalStateException if an action may not be taken
     */
    void act(Chooser chooser) {
        look();
        for (int agent = 0; agent < shape.agents(); agent++) {
            DirectHead head = shape.head(agent);
            Mlp actor = actors.get(agent);
            double[] own = seen.get(agent);
            tape.restart();
            tape.unrecorded(() ->
                            head.shown(tape, actor.apply(tape.input(own, batch.worlds(), own.length / batch.worlds()))))
                    .numbers(shown.get(agent));
            for (int world = 0; world < batch.worlds(); world++) {
                int at = world * head.size();
                chooser.choose(head, world, shown.get(agent), at, actions.get(agent), at);
                put(head, agent, world);
            }
        }
        if (shape.head(0) instanceof ChoiceHead) {
            batch.step(numbers);
        } else {
            batch.step(controls);
        }
    }

    private void put(DirectHead head, int agent, int world) {
        int seat = world * shape.agents() + agent;
        int at = world * head.size();
        if (head instanceof ChoiceHead choice) {
            numbers[seat] = choice.chosen(actions.get(agent), at);
        } else {
            System.arraycopy(actions.get(agent), at, controls, seat * widest, head.size());
        }
    }

    private void look() {
        requireAllLegal();
        double[] all = batch.observations();
        for (int agent = 0; agent < shape.agents(); agent++) {
            int size = shape.observationSize(agent);
            for (int world = 0; world < batch.worlds(); world++) {
                int from = (world * shape.agents() + agent) * batch.observationSize();
                for (int i = 0; i < size; i++) {
                    double x = all[from + i];
                    if (!Double.isFinite(x)) {
                        throw new IllegalArgumentException(
                                "Agent " + agent + " observes " + x + "; look for a division by zero in the game.");
                    }
                    seen.get(agent)[world * size + i] = x;
                }
            }
        }
    }

    private void requireAllLegal() {
        boolean[] legal = batch.legalActions();
        int flags = legal.length / numbers.length;
        for (int row = 0; flags > 0 && row < numbers.length; row++) {
            int agent = row % shape.agents();
            for (int action = 0; action < shape.head(agent).size(); action++) {
                if (!legal[row * flags + action]) {
                    throw new IllegalStateException(
                            "MADDPG takes games in which all actions are always legal, but agent " + agent
                                    + " may not take action " + action + " here; use ActorCritic or TeamQLearner.");
                }
            }
        }
    }
}
