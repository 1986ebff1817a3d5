package marl.train;

import java.util.ArrayList;
import java.util.List;
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.TeamLearner;
import marl.env.MarkovGame;
import marl.env.StepLimit;
import marl.experiment.Progress;

/**
 * Plays policies without learning, to see how good they are. Kept apart from {@link Training}: its episodes have seeds of
 * their own, so the learners have never met them, and learners enter with their greedy policies, without exploration.
 */
public final class Evaluation {
    private final MarkovGame game;
    private final List<Policy> policies;
    private int episodes = 1;
    private long seed;
    private double gamma = 1;

    private Evaluation(MarkovGame game, List<Policy> policies) {
        this.game = game;
        this.policies = policies;
    }

    /** An evaluation of one policy for each agent, in their order; a {@link Learner} enters as its greedy policy. */
    public static Evaluation of(MarkovGame game, Policy... policies) {
        return of(game, List.of(policies));
    }

    /** An evaluation of one policy for each agent, in their order; a {@link Learner} enters as its greedy policy. */
    public static Evaluation of(MarkovGame game, List<? extends Policy> policies) {
        List<Policy> fixed = new ArrayList<>();
        for (Policy policy : policies) {
            fixed.add(policy instanceof Learner learner ? learner.greedy() : policy);
        }
        return new Evaluation(game, List.copyOf(fixed));
    }

    /** An evaluation of a team without exploration: each agent acts alone, on its own observation. */
    public static Evaluation of(MarkovGame game, TeamLearner team) {
        return of(game, team.greedy());
    }

    /**
     * How many episodes; 1 unless said.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Evaluation episodes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("An evaluation needs at least one episode, but got " + count + ".");
        }
        episodes = count;
        return this;
    }

    /** The seed of the episodes; 0 unless said. */
    public Evaluation seed(long value) {
        seed = value;
        return this;
    }

    /**
     * Discounts rewards: the one of step t counts {@code gamma^t}, t from 0. Not discounted unless said.
     *
     * @throws IllegalArgumentException unless gamma is in [0, 1]
     */
    public Evaluation gamma(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("The discount gamma is in [0, 1], but got " + value + ".");
        }
        gamma = value;
        return this;
    }

    /**
     * Plays all episodes.
     *
     * @throws IllegalArgumentException if there is not one policy for each agent
     * @throws IllegalStateException if an episode reaches {@link StepLimit#EVALUATION}, as a greedy policy that walks in circles does
     */
    public Episodes run() {
        SeededEpisodes runner = new SeededEpisodes(game, policies, "evaluation", seed, gamma, StepLimit.EVALUATION);
        Progress progress = Progress.silent();
        double[][] returns = new double[policies.size()][episodes];
        int[] lengths = new int[episodes];
        for (int e = 0; e < episodes; e++) {
            runner.play(e, (seen, actions, step, legal) -> {});
            for (int i = 0; i < returns.length; i++) {
                returns[i][e] = runner.lastReturn(i);
            }
            lengths[e] = runner.lastLength();
            progress.step();
        }
        return new Episodes(returns, lengths);
    }
}
