package marl.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import marl.agent.Learner;
import marl.env.MarkovGame;

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
    /** An episode that has not ended after this many steps is taken for endless. */
    public static final int MOST_STEPS = 10_000_000;

    private final MarkovGame game;
    private final List<Learner> learners;
    private int episodes = 1;
    private long first;
    private long seed;
    private Optional<String> name = Optional.empty();
    private int every = Integer.MAX_VALUE;
    private LongConsumer then = episode -> {};

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

    /** How many episodes, at least 1 (IllegalArgumentException otherwise); 1 unless said. */
    public Training episodes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A training needs at least one episode, but got " + count + ".");
        }
        episodes = count;
        return this;
    }

    /** The number of the first episode, to go on where another run stopped; 0 unless said. */
    public Training from(long episode) {
        first = episode;
        return this;
    }

    /** The run's seed; 0 unless said. */
    public Training seed(long value) {
        seed = value;
        return this;
    }

    /** Shows progress under this name; nothing is shown unless said. */
    public Training progress(String shown) {
        name = Optional.of(shown);
        return this;
    }

    /**
     * Does something after each {@code count} episodes, such as an {@link Evaluation}; it is given the number of episodes
     * done so far.
     */
    public Training every(int count, LongConsumer action) {
        if (count < 1) {
            throw new IllegalArgumentException("Say every 1 or more episodes, not every " + count + ".");
        }
        every = count;
        then = action;
        return this;
    }

    /**
     * Plays all episodes. Throws IllegalArgumentException if there is not one learner for each agent, and
     * IllegalStateException if an episode does not end within ten million steps.
     */
    public Episodes run() {
        EpisodeRunner runner = new EpisodeRunner(game, learners, "training", seed, 1, MOST_STEPS);
        Progress progress = name.map(n -> Progress.named(n, episodes)).orElseGet(Progress::silent);
        double[][] returns = new double[learners.size()][episodes];
        int[] lengths = new int[episodes];
        progress.start();
        try {
            for (int e = 0; e < episodes; e++) {
                for (Learner learner : learners) {
                    learner.startEpisode(first + e);
                }
                runner.play(first + e, learners);
                for (int i = 0; i < returns.length; i++) {
                    returns[i][e] = runner.lastReturn(i);
                }
                lengths[e] = runner.lastLength();
                if ((e + 1) % every == 0) {
                    then.accept(first + e + 1);
                }
                progress.step();
            }
        } finally {
            progress.done();
        }
        return new Episodes(returns, lengths);
    }
}
