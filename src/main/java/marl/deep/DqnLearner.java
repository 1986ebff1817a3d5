package marl.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import marl.agent.Learner;
import marl.agent.Policy;
import marl.agent.Schedule;
import marl.agent.Transition;
import marl.env.MarkovGame;
import marl.env.Space;
import marl.nn.Precision;
import marl.random.Require;
import marl.random.Rng;

/**
 * A deep Q-learner that takes its partners for part of the world: independent DQN (Tampuu et al. 2017), or one of several
 * agents that share a network and tell themselves apart by an id. Legal-action masks count when acting and in the bootstrap.
 *
 * <pre>{@code
 * DqnLearner learner = DqnLearner.of(game, 0).hidden(32, 32).gamma(0.9).seed(7).build();
 * }</pre>
 */
public final class DqnLearner implements Learner {

    private final DqnSettings settings;
    private final Encoding encoding;
    private final int actions;
    private final DqnCore core;
    private final Policy best;
    private long steps;

    private DqnLearner(DqnSettings settings, Encoding encoding, int actions, DqnCore core) {
        this.settings = settings;
        this.encoding = encoding;
        this.actions = actions;
        this.core = core;
        this.best = new GreedyNetwork(core.network(), encoding, actions);
    }

    /**
     * Begins the settings of the learner of one agent; the seed must be given.
     *
     * @param game says what the agent sees and does; it is not played
     * @param agent which, from 0
     * @throws IllegalArgumentException if there is no such agent or it has continuous controls
     */
    public static Builder of(MarkovGame game, int agent) {
        Require.that(
                agent >= 0 && agent < game.agents(),
                game.name() + " has agents 0 to " + (game.agents() - 1) + ", but not " + agent + ".");
        Require.that(
                game.actionSpace(agent) instanceof Space.Discrete,
                "Agent " + agent + " of " + game.name()
                        + " has continuous controls, but a deep Q-learner picks one of several actions.");
        return of(Encoding.of(game.observationSpace(agent)), game.actions(agent));
    }

    /**
     * Begins the settings of a learner; the seed must be given.
     *
     * @param encoding what its network sees
     * @param actions how many actions it has
     */
    public static Builder of(Encoding encoding, int actions) {
        return new Builder(encoding, actions);
    }

    @Override
    public void startEpisode(long episode) {
        // The exploration rate moves with every step.
    }

    @Override
    public int act(double[] observation, boolean[] legal, Rng rng) {
        double epsilon = settings.epsilon().at(steps);
        return rng.bernoulli(epsilon) ? Policy.anyLegal(legal, rng) : best.act(observation, legal, rng);
    }

    @Override
    public void learn(Transition t) {
        steps++;
        core.add(t, encoding.of(t.observation()), encoding.of(t.nextObservation()));
    }

    /** The greedy policy as it is now; learning on does not change it. */
    @Override
    public Policy greedy() {
        return new GreedyNetwork(core.network().copy(), encoding, actions);
    }

    /**
     * The value of each action.
     *
     * @param observation what the agent sees
     * @return a new array
     */
    public double[] values(double[] observation) {
        return core.network().values(encoding.of(observation));
    }

    /** How many transitions this agent has learned from, which is what its exploration rate counts. */
    public long steps() {
        return steps;
    }

    /** The settings it was built with. */
    public DqnSettings settings() {
        return settings;
    }

    /** Collects settings by name, {@link DqnSettings#standard} unless said; the seed of weights and replay has no default. */
    public static final class Builder {
        private final Encoding encoding;
        private final int actions;
        private DqnSettings.Builder own = DqnSettings.standard();
        private OptionalLong seed = OptionalLong.empty();

        private Builder(Encoding encoding, int actions) {
            Require.that(actions >= 1, "A learner needs at least one action, but got " + actions + ".");
            this.encoding = encoding;
            this.actions = actions;
        }

        /** All settings at once, in place of those said before. */
        public Builder settings(DqnSettings all) {
            own = all.toBuilder();
            return this;
        }

        /** Sizes of the hidden layers, all ReLU. */
        public Builder hidden(int... sizes) {
            own.hidden(sizes);
            return this;
        }

        /** The learning rate of Adam. */
        public Builder learningRate(double rate) {
            own.learningRate(rate);
            return this;
        }

        /** The discount. */
        public Builder gamma(double discount) {
            own.gamma(discount);
            return this;
        }

        /** A constant exploration rate. */
        public Builder epsilon(double value) {
            own.epsilon(value);
            return this;
        }

        /** The exploration rate at each of the learner's own steps. */
        public Builder epsilon(Schedule perStep) {
            own.epsilon(perStep);
            return this;
        }

        /** What is replayed, as {@link DqnSettings.Builder#replay} says. */
        public Builder replay(int batchSize, int bufferCapacity, int stepsBetweenUpdates) {
            own.replay(batchSize, bufferCapacity, stepsBetweenUpdates);
            return this;
        }

        /** A target network that is copied every so many updates; 0 for none, which goes with {@code doubleQ(false)}. */
        public Builder targetEvery(int updates) {
            own.targetEvery(updates);
            return this;
        }

        /** Whether the network chooses the next action and the target network only values it. */
        public Builder doubleQ(boolean on) {
            own.doubleQ(on);
            return this;
        }

        /** The loss, as {@link DqnSettings.Builder#loss} says. */
        public Builder loss(boolean huberLoss, double longestGradient) {
            own.loss(huberLoss, longestGradient);
            return this;
        }

        /** Whether a truncated step drops the bootstrap too, which is a fault. */
        public Builder clockIsTheEnd(boolean on) {
            own.clockIsTheEnd(on);
            return this;
        }

        /** What the network is kept in; the fastest there is, unless said otherwise. */
        public Builder precision(Precision value) {
            own.precision(value);
            return this;
        }

        /** The seed of weights and replay. */
        public Builder seed(long value) {
            seed = OptionalLong.of(value);
            return this;
        }

        /**
         * A learner with a network of its own.
         *
         * @throws IllegalArgumentException if a setting is out of range, or double Q has no target network
         * @throws IllegalStateException if the seed was not given
         */
        public DqnLearner build() {
            DqnSettings settings = own.build();
            return new DqnLearner(settings, encoding, actions, core(settings, encoding.inputs()));
        }

        /**
         * Learners that share one network and one replay buffer, each with its id appended to what it sees.
         *
         * @param agents how many they are
         * @return one learner for each agent
         * @throws IllegalArgumentException if a setting is out of range, or double Q has no target network
         * @throws IllegalStateException if the seed was not given
         */
        public List<DqnLearner> sharing(int agents) {
            DqnSettings settings = own.build();
            DqnCore core = core(settings, encoding.inputs() + agents);
            List<DqnLearner> learners = new ArrayList<>();
            for (int agent = 0; agent < agents; agent++) {
                learners.add(new DqnLearner(settings, encoding.withId(agent, agents), actions, core));
            }
            return learners;
        }

        private DqnCore core(DqnSettings settings, int inputs) {
            Require.given("a deep Q-learner", new String[] {"seed"}, seed.isPresent());
            return new DqnCore(settings, inputs, actions, seed.getAsLong());
        }
    }
}
