package marl.agent;

import java.util.Arrays;
import java.util.OptionalInt;
import marl.random.Require;
import marl.random.Rng;

/**
 * Q-learning that also learns from memory (Sutton 1990; Sutton &amp; Barto 2nd ed., section 8.2): it remembers what last
 * followed each state and action it has tried, and after each real step replays some of them, picked uniformly.
 *
 * <p>The model is deterministic: in a random world it only knows the last outcome. With zero planning steps it is plain
 * Q-learning. Planning draws from a generator of its own, seeded anew in each episode, so that acting meets the same
 * numbers whatever the number of planning steps. Not thread-safe.
 */
public final class DynaQ implements Learner {
    private final QLearner learner;
    private final int planningSteps;
    private final long seed;
    private final int actions;
    private final double[] reward;
    private final int[] next;
    private final boolean[] terminal;
    private final boolean[][] nextLegal;
    private final int[] seen;
    private int known;
    private Rng rng;

    private DynaQ(QLearner learner, int planningSteps, long seed) {
        this.learner = learner;
        this.planningSteps = planningSteps;
        this.seed = seed;
        this.actions = learner.settings().actions();
        int pairs = learner.settings().index().size() * actions;
        this.reward = new double[pairs];
        this.next = new int[pairs];
        this.terminal = new boolean[pairs];
        this.nextLegal = new boolean[pairs][0];
        this.seen = new int[pairs];
        this.rng = Rng.of(seed, "planning", 0);
    }

    /**
     * Begins the settings of a planner around a learner, which it then owns; the planning steps must be given.
     *
     * @param learner what it learns with
     */
    public static Builder of(QLearner learner) {
        return new Builder(learner);
    }

    @Override
    public void startEpisode(long episode) {
        learner.startEpisode(episode);
        rng = Rng.of(seed, "planning", episode);
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng chance) {
        return learner.act(observation, legal, chance);
    }

    @Override
    public void learn(Transition t) {
        learner.learn(t);
        remember(t);
        for (int i = 0; i < planningSteps; i++) {
            int pair = seen[rng.below(known)];
            learner.update(pair / actions, pair % actions, reward[pair], next[pair], nextLegal[pair], terminal[pair]);
        }
    }

    private void remember(Transition t) {
        var index = learner.settings().index();
        int pair = index.of(t.observation()) * actions + t.action();
        if (nextLegal[pair].length == 0) {
            seen[known++] = pair;
        }
        reward[pair] = t.reward();
        terminal[pair] = t.terminated();
        next[pair] = t.terminated() ? 0 : index.of(t.nextObservation());
        if (!Arrays.equals(nextLegal[pair], t.nextLegal())) {
            nextLegal[pair] = t.nextLegal().clone();
        }
    }

    @Override
    public Policy greedy() {
        return learner.greedy();
    }

    /** A copy of the values. */
    public QTable table() {
        return learner.table();
    }

    /** How many different pairs of state and action it remembers. */
    public int knownPairs() {
        return known;
    }

    /** Collects settings by name. */
    public static final class Builder {
        private final QLearner learner;
        private OptionalInt planningSteps = OptionalInt.empty();
        private long seed;

        private Builder(QLearner learner) {
            this.learner = learner;
        }

        /**
         * How many remembered steps it replays after each real one.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder planningSteps(int count) {
            Require.that(
                    count >= 0, "Planning steps cannot be negative, but got " + count + "; 0 is plain Q-learning.");
            planningSteps = OptionalInt.of(count);
            return this;
        }

        /** The seed of the replay; 0 unless said. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * A planner.
         *
         * @throws IllegalStateException if the planning steps were not given
         */
        public DynaQ build() {
            Require.given("a planner", new String[] {"planningSteps"}, planningSteps.isPresent());
            return new DynaQ(learner, planningSteps.getAsInt(), seed);
        }
    }
}
