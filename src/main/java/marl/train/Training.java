package marl.train;

import java.util.List;
import java.util.function.LongConsumer;
import marl.agent.Learner;
import marl.agent.Transition;
import marl.deep.Hands;
import marl.env.MarkovGame;
import marl.env.Step;
import marl.random.Require;

/**
 * Lets learners, one for each agent, play a game and learn from every step.
 *
 * <p>All chance comes from the run's seed: the game and each agent have generators of their own in each episode, so the
 * same seed gives the same run, bit for bit. The game is played in a copy. An interrupt ends the run between two episodes
 * (and within very long ones) with a java.util.concurrent.CancellationException; what was learned stays in the learners.
 *
 * <pre>{@code
 * Episodes log = Training.of(game, learner, other).episodes(2_000).seed(7).progress("two learners").run();
 * }</pre>
 */
public final class Training {
    private final MarkovGame game;
    private final List<Learner> learners;
    private final TrainingPlan plan = new TrainingPlan();
    private int threads = 1;

    private Training(MarkovGame game, List<Learner> learners) {
        this.game = game;
        this.learners = learners;
    }

    /** A run with one learner for each agent of the game, in their order. */
    public static Training of(MarkovGame game, Learner... learners) {
        return new Training(game, List.of(learners));
    }

    /** A run with one learner for each agent of the game, in their order. */
    public static Training of(MarkovGame game, List<? extends Learner> learners) {
        return new Training(game, List.copyOf(learners));
    }

    /**
     * How many episodes; 1 unless said.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Training episodes(int count) {
        plan.episodes(count);
        return this;
    }

    /** The number of the first episode, to go on where another run stopped; 0 unless said. */
    public Training from(long episode) {
        plan.from(episode);
        return this;
    }

    /** The run's seed; 0 unless said. */
    public Training seed(long value) {
        plan.seed(value);
        return this;
    }

    /**
     * On how many threads learners learn, 1 or 2; 1 unless said. With two, every second learner learns beside the others, each
     * from its own transition, so that the bits are the same. Worth it for networks only, and wrong for learners that share one.
     *
     * @throws IllegalArgumentException for another number
     */
    public Training threads(int count) {
        Require.that(count == 1 || count == 2, "A training runs on 1 or 2 threads, not " + count + ".");
        threads = count;
        return this;
    }

    /** Shows progress under this name; nothing is shown unless said. */
    public Training progress(String shown) {
        plan.progress(shown);
        return this;
    }

    /**
     * Does something after each {@code count} episodes, such as an {@link Evaluation}; it is given the number of episodes
     * done so far.
     *
     * @throws IllegalArgumentException if the count is below 1
     */
    public Training every(int count, LongConsumer action) {
        plan.every(count, action);
        return this;
    }

    /**
     * Plays all episodes.
     *
     * @throws IllegalArgumentException if there is not one learner for each agent
     * @throws IllegalStateException if an episode reaches {@link marl.env.StepLimit#LEARNING}
     */
    public Episodes run() {
        LongConsumer start = episode -> learners.forEach(learner -> learner.startEpisode(episode));
        int parts = Math.min(threads, learners.size());
        if (parts == 1) {
            return plan.run(
                    game, learners, start, (seen, actions, step, legal) -> learn(0, 1, seen, actions, step, legal));
        }
        try (Hands hands = new Hands(parts)) {
            return plan.run(
                    game,
                    learners,
                    start,
                    (seen, actions, step, legal) ->
                            hands.run(parts, part -> learn(part, parts, seen, actions, step, legal)));
        }
    }

    /** Every {@code stride}-th learner, from this one on, learns from a step. */
    private void learn(int first, int stride, double[][] seen, int[] actions, Step step, boolean[][] legal) {
        for (int i = first; i < learners.size(); i += stride) {
            learners.get(i)
                    .learn(new Transition(
                            seen[i],
                            actions[i],
                            step.rewards()[i],
                            step.observations()[i],
                            legal[i],
                            step.terminated(),
                            step.truncated()));
        }
    }
}
