package marl.train;

import java.util.List;
import java.util.concurrent.CancellationException;
import marl.agent.Policy;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Step;
import marl.random.Rng;

/** Plays single episodes; what {@link Training}, {@link TeamTraining} and {@link Evaluation} share. */
final class EpisodeRunner {
    private static final int CHECK_EVERY = 1024;

    /** Is told what happens in an episode. */
    interface Witness {
        /** An episode has begun in this game, the runner's own. */
        default void begin(MarkovGame game) {}

        /**
         * A step was taken.
         *
         * @param seen what each agent saw before, [agent][coordinate]; may be kept
         * @param actions what each did; refilled at the next step
         * @param step what came back; may be kept
         * @param legal what each may do next, [agent][action]; the rows may be kept
         */
        void step(double[][] seen, int[] actions, Step step, boolean[][] legal);
    }

    private final MarkovGame game;
    private final List<? extends Policy> policies;
    private final String purpose;
    private final String[] agentNames;
    private final long seed;
    private final double gamma;
    private final int mostSteps;
    private final double[] returns;
    private int length;

    EpisodeRunner(
            MarkovGame game, List<? extends Policy> policies, String purpose, long seed, double gamma, int mostSteps) {
        if (policies.size() != game.agents()) {
            throw new IllegalArgumentException(game.name() + " has " + game.agents() + " agents, but " + policies.size()
                    + " were given; give one for each.");
        }
        this.game = game.copy();
        this.policies = policies;
        this.purpose = purpose;
        this.seed = seed;
        this.gamma = gamma;
        this.mostSteps = mostSteps;
        this.returns = new double[game.agents()];
        this.agentNames = new String[game.agents()];
        for (int i = 0; i < agentNames.length; i++) {
            agentNames[i] = purpose + " agent " + i;
        }
    }

    /** Plays one episode and tells the witness of it. */
    void play(long episode, Witness witness) {
        int n = game.agents();
        Rng[] chance = new Rng[n];
        for (int i = 0; i < n; i++) {
            chance[i] = Rng.of(seed, agentNames[i], episode);
            returns[i] = 0;
        }
        double[][] seen = game.reset(Rng.mix(seed, purpose + " game", episode));
        witness.begin(game);
        boolean[][] legal = new boolean[n][];
        for (int i = 0; i < n; i++) {
            legal[i] = game.legalActions(i);
        }
        int[] actions = new int[n];
        JointAction joint = new JointAction.Discrete(actions);
        double weight = 1;
        boolean over = false;
        for (length = 0; !over; ) {
            for (int i = 0; i < n; i++) {
                actions[i] = policies.get(i).act(seen[i], legal[i], chance[i]);
            }
            Step step = game.step(joint);
            length++;
            for (int i = 0; i < n; i++) {
                legal[i] = game.legalActions(i);
                returns[i] += weight * step.rewards()[i];
            }
            witness.step(seen, actions, step, legal);
            seen = step.observations();
            weight *= gamma;
            over = step.over();
            if (!over && length % CHECK_EVERY == 0) {
                checkLongEpisode(episode);
            }
        }
    }

    private void checkLongEpisode(long episode) {
        if (Thread.interrupted()) {
            throw new CancellationException(
                    game.name() + ": stopped by you in episode " + episode + " after " + length + " steps.");
        }
        if (length >= mostSteps) {
            throw new IllegalStateException("Episode " + episode + " of " + game.name() + " has not ended after "
                    + length + " steps; give the game a step limit.");
        }
    }

    double lastReturn(int agent) {
        return returns[agent];
    }

    int lastLength() {
        return length;
    }
}
