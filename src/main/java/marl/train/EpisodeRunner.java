package marl.train;

import java.util.Arrays;
import java.util.List;
import marl.agent.Policy;
import marl.env.JointAction;
import marl.env.MarkovGame;
import marl.env.Step;
import marl.env.StepLimit;
import marl.random.Require;
import marl.random.Rng;

/**
 * Plays single episodes of a Markov game: the one loop that {@link Training}, {@link TeamTraining}, {@link Evaluation} and
 * self-play share. Not thread-safe.
 */
public final class EpisodeRunner {
    /** Is told what happens in an episode. */
    public interface Witness {
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
    private final double gamma;
    private final StepLimit limit;
    private final double[] returns;
    private int length;

    /**
     * A runner of a game.
     *
     * @param game played in a copy
     * @param gamma discounts the returns: the reward of step t counts {@code gamma^t}, t from 0
     * @param limit after how many steps an episode is taken for endless
     */
    public EpisodeRunner(MarkovGame game, double gamma, StepLimit limit) {
        this.game = game.copy();
        this.gamma = gamma;
        this.limit = limit;
        this.returns = new double[game.agents()];
    }

    /**
     * Refuses policies that are too few or too many.
     *
     * @param policies one for each agent, in their order
     * @throws IllegalArgumentException if there is not one for each agent
     */
    public void requireOneEach(List<? extends Policy> policies) {
        Require.that(
                policies.size() == game.agents(),
                game.name() + " has " + game.agents() + " agents, but " + policies.size()
                        + " were given; give one for each.");
    }

    /**
     * Plays an episode and tells the witness of it.
     *
     * @param policies one for each agent, in their order
     * @param chance a generator for each of them
     * @param gameSeed the seed of the game's chance
     * @param witness told of every step
     * @throws IllegalStateException if the episode reaches the limit
     */
    public void play(List<? extends Policy> policies, Rng[] chance, long gameSeed, Witness witness) {
        int n = game.agents();
        Arrays.fill(returns, 0);
        double[][] seen = game.reset(gameSeed);
        witness.begin(game);
        policies.forEach(Policy::begin);
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
            if (!over) {
                limit.check(game.name(), length);
            }
        }
    }

    /** An agent's return in the last episode. */
    public double lastReturn(int agent) {
        return returns[agent];
    }

    /** The number of steps of the last episode. */
    public int lastLength() {
        return length;
    }
}
