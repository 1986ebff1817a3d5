package marl.train;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import marl.agent.Policy;
import marl.env.MarkovGame;
import marl.env.StepLimit;
import marl.experiment.Progress;

/** How long, from where and with which seed is trained; what {@link Training} and {@link TeamTraining} share. */
final class TrainingPlan {
    private int episodes = 1;
    private long first;
    private long seed;
    private Optional<String> name = Optional.empty();
    private int every = Integer.MAX_VALUE;
    private LongConsumer then = episode -> {};

    void episodes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A training needs at least one episode, but got " + count + ".");
        }
        episodes = count;
    }

    void from(long episode) {
        first = episode;
    }

    void seed(long value) {
        seed = value;
    }

    void progress(String shown) {
        name = Optional.of(shown);
    }

    void every(int count, LongConsumer action) {
        if (count < 1) {
            throw new IllegalArgumentException("Say every 1 or more episodes, not every " + count + ".");
        }
        every = count;
        then = action;
    }

    /**
     * Plays all episodes.
     *
     * @param actors one for each agent
     * @param start told the number of each episode before it begins
     * @param learning told of each step
     */
    Episodes run(MarkovGame game, List<? extends Policy> actors, LongConsumer start, EpisodeRunner.Witness learning) {
        SeededEpisodes runner = new SeededEpisodes(game, actors, "training", seed, 1, StepLimit.LEARNING);
        Progress progress = name.map(n -> Progress.named(n, episodes)).orElseGet(Progress::silent);
        double[][] returns = new double[actors.size()][episodes];
        int[] lengths = new int[episodes];
        progress.start();
        try {
            for (int e = 0; e < episodes; e++) {
                start.accept(first + e);
                runner.play(first + e, learning);
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
