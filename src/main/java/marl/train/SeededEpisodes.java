package marl.train;

import java.util.List;
import marl.agent.Policy;
import marl.env.MarkovGame;
import marl.env.StepLimit;
import marl.random.Rng;

/**
 * Episodes by number: the game and each agent get generators of their own in each, made of the run's seed, so that an episode
 * is the same whatever was played before.
 */
final class SeededEpisodes {
    private final EpisodeRunner runner;
    private final List<? extends Policy> policies;
    private final String purpose;
    private final String[] agentNames;
    private final long seed;

    /**
     * Episodes of one purpose.
     *
     * @param purpose sets these episodes apart from those of other purposes with the same seed
     */
    SeededEpisodes(
            MarkovGame game,
            List<? extends Policy> policies,
            String purpose,
            long seed,
            double gamma,
            StepLimit limit) {
        runner = new EpisodeRunner(game, gamma, limit);
        runner.requireOneEach(policies);
        this.policies = policies;
        this.purpose = purpose;
        this.seed = seed;
        this.agentNames = new String[policies.size()];
        for (int i = 0; i < agentNames.length; i++) {
            agentNames[i] = purpose + " agent " + i;
        }
    }

    /** Plays one episode and tells the witness of it. */
    void play(long episode, EpisodeRunner.Witness witness) {
        Rng[] chance = new Rng[agentNames.length];
        for (int i = 0; i < chance.length; i++) {
            chance[i] = Rng.of(seed, agentNames[i], episode);
        }
        runner.play(policies, chance, Rng.mix(seed, purpose + " game", episode), witness);
    }

    double lastReturn(int agent) {
        return runner.lastReturn(agent);
    }

    int lastLength() {
        return runner.lastLength();
    }
}
