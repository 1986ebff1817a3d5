package marl.deep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import marl.agent.Schedule;
import marl.nn.Precision;
import marl.random.Require;

/**
 * The settings of a {@link DrqnLearner}, all of them named.
 *
 * @param hidden sizes of the layers before the memory, all ReLU, at least one
 * @param memory the recurrent unit, and whether the last action is seen
 * @param learningRate of Adam
 * @param gamma the discount in [0, 1]
 * @param epsilon the exploration rate over episodes
 * @param replay episodes kept and drawn; an update follows every episode
 * @param start what is replayed of an episode, and from which hidden state
 * @param targetEvery updates between copies to the target network
 * @param doubleQ whether the network chooses the next action and the target network only values it
 * @param clipNorm the longest gradient; infinite for no clipping
 * @param precision what the network is kept in
 * @param seed of weights and replay
 */
public record DrqnSettings(
        List<Integer> hidden,
        AgentMemory memory,
        double learningRate,
        double gamma,
        Schedule epsilon,
        ReplayPlan.Episodes replay,
        SequenceStart start,
        int targetEvery,
        boolean doubleQ,
        double clipNorm,
        Precision precision,
        long seed) {

    /** Checks the numbers. */
    public DrqnSettings {
        hidden = List.copyOf(hidden);
        LayerSizes.require(hidden);
        Require.that(
                !hidden.isEmpty(), "A recurrent learner has a layer before its memory: say hidden(...) with a size.");
        Require.that(memory.recurrent(), "A recurrent learner remembers: say memory(...) with one unit or more.");
        Require.that(learningRate > 0, "A learning rate is above 0, not " + learningRate + ".");
        Require.that(gamma >= 0 && gamma <= 1, "A discount lies between 0 and 1, not " + gamma + ".");
        Require.that(targetEvery > 0, "The target network is renewed every 1 or more, not every " + targetEvery + ".");
        Require.that(clipNorm > 0, "A gradient is clipped at a positive length, not " + clipNorm + ".");
    }

    /**
     * Collects settings by name. The seed has no default; the others are what works on small games: a layer and a memory of 32,
     * no last action, Adam 3e-3, gamma 0.99, epsilon from 1 to 0.05 over 300 episodes, 1,000 episodes kept and 16 drawn, whole
     * episodes, target network renewed every 20 updates, double Q, gradients clipped at 10.
     */
    public static final class Builder {
        private final Encoding encoding;
        private final int actions;
        private List<Integer> hidden = List.of(32);
        private AgentMemory memory = new AgentMemory(32, false);
        private double learningRate = 3e-3;
        private double gamma = 0.99;
        private Schedule epsilon = Schedule.linear(1, 0.05, 300);
        private ReplayPlan.Episodes replay = new ReplayPlan.Episodes(1_000, 16);
        private SequenceStart start = new SequenceStart.WholeEpisodes();
        private int targetEvery = 20;
        private boolean doubleQ = true;
        private double clipNorm = 10;
        private Optional<Precision> precision = Optional.empty();
        private OptionalLong seed = OptionalLong.empty();

        Builder(Encoding encoding, int actions) {
            Require.that(actions >= 1, "A learner needs at least one action, but got " + actions + ".");
            this.encoding = encoding;
            this.actions = actions;
        }

        /** Sizes of the layers before the memory, all ReLU. */
        public Builder hidden(int... sizes) {
            hidden = Arrays.stream(sizes).boxed().toList();
            return this;
        }

        /** Units of the memory. */
        public Builder memory(int units) {
            memory = new AgentMemory(units, memory.lastAction());
            return this;
        }

        /** Whether the network also sees what the agent did last. */
        public Builder lastAction(boolean on) {
            memory = new AgentMemory(memory.units(), on);
            return this;
        }

        /** The learning rate of Adam. */
        public Builder learningRate(double rate) {
            learningRate = rate;
            return this;
        }

        /** The discount. */
        public Builder gamma(double discount) {
            gamma = discount;
            return this;
        }

        /** A constant exploration rate. */
        public Builder epsilon(double value) {
            return epsilon(Schedule.constant(value));
        }

        /** The exploration rate at each episode. */
        public Builder epsilon(Schedule perEpisode) {
            epsilon = perEpisode;
            return this;
        }

        /** How many episodes are kept, and of how many an update learns. */
        public Builder episodes(int capacity, int batch) {
            replay = new ReplayPlan.Episodes(capacity, batch);
            return this;
        }

        /** What is replayed of an episode, and from which hidden state. */
        public Builder start(SequenceStart how) {
            start = how;
            return this;
        }

        /** Updates between copies to the target network. */
        public Builder targetEvery(int updates) {
            targetEvery = updates;
            return this;
        }

        /** Whether the network chooses the next action and the target network only values it. */
        public Builder doubleQ(boolean on) {
            doubleQ = on;
            return this;
        }

        /** The longest gradient; infinite for no clipping. */
        public Builder clipNorm(double longest) {
            clipNorm = longest;
            return this;
        }

        /** What the network is kept in; the fastest there is, unless said otherwise. */
        public Builder precision(Precision value) {
            precision = Optional.of(value);
            return this;
        }

        /** The seed of weights and replay. */
        public Builder seed(long value) {
            seed = OptionalLong.of(value);
            return this;
        }

        /**
         * A learner.
         *
         * @throws IllegalArgumentException if a setting is out of range
         * @throws IllegalStateException if the seed was not given
         */
        public DrqnLearner build() {
            Require.given("a recurrent Q-learner", new String[] {"seed"}, seed.isPresent());
            DrqnSettings settings = new DrqnSettings(
                    hidden,
                    memory,
                    learningRate,
                    gamma,
                    epsilon,
                    replay,
                    start,
                    targetEvery,
                    doubleQ,
                    clipNorm,
                    precision.orElseGet(Precision::best),
                    seed.getAsLong());
            return new DrqnLearner(settings, encoding, actions);
        }
    }
}
