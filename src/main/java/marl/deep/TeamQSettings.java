package marl.deep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import marl.agent.Schedule;
import marl.env.MarkovGame;
import marl.nn.Precision;
import marl.random.Require;

/**
 * The settings of a {@link TeamQLearner}, all of them named.
 *
 * @param mixer what makes one total of the agents' values
 * @param hidden sizes of the hidden layers of the agents' networks, all ReLU; with a memory those before it
 * @param memory what the agents' networks are given of the past
 * @param optimiser how weights are changed
 * @param gamma the discount in [0, 1]
 * @param epsilon the exploration rate over episodes
 * @param replay what is kept and drawn
 * @param targetEvery between copies to the target networks: episodes with {@link ReplayPlan.Episodes}, updates with
 *     {@link ReplayPlan.Transitions}
 * @param doubleQ whether the networks choose the next actions and the target networks only value them
 * @param clipNorm the longest gradient over all networks together; infinite for no clipping
 * @param sharing whether the agents share one network and tell themselves apart by an id
 * @param precision what the networks are kept in
 * @param weighting how much an error counts
 * @param seed of weights and replay
 */
public record TeamQSettings(
        MixerKind mixer,
        List<Integer> hidden,
        AgentMemory memory,
        OptimiserKind optimiser,
        double gamma,
        Schedule epsilon,
        ReplayPlan replay,
        int targetEvery,
        boolean doubleQ,
        double clipNorm,
        boolean sharing,
        Precision precision,
        Weighting weighting,
        long seed) {

    /** Checks the numbers. */
    public TeamQSettings {
        hidden = List.copyOf(hidden);
        LayerSizes.require(hidden);
        Require.that(gamma >= 0 && gamma <= 1, "A discount lies between 0 and 1, not " + gamma + ".");
        Require.that(targetEvery > 0, "Target networks are renewed every 1 or more, not every " + targetEvery + ".");
        Require.that(clipNorm > 0, "A gradient is clipped at a positive length, not " + clipNorm + ".");
        if (memory.recurrent()) {
            Require.that(
                    replay instanceof ReplayPlan.Episodes,
                    "Agents with a memory learn from whole episodes: say episodes(capacity, batch).");
            Require.that(
                    !weighting.central(),
                    "Weighted QMIX is for agents without a memory here: leave out memory(...), or optimistic and central.");
            Require.that(
                    !hidden.isEmpty(),
                    "Agents with a memory have a layer before it: say hidden(...) with a size or more.");
        }
    }

    /**
     * Collects settings by name. Gamma, epsilon and seed have no default; the others are PyMARL's where it has one: RMSProp
     * 5e-4, a buffer of 5,000 episodes and batches of 32, target networks renewed every 200 episodes, gradients clipped at
     * 10, double Q, one shared network, here with two hidden layers of 64 in place of a recurrent one. PyMARL's own agents are
     * {@code hidden(64).memory(64).lastAction(true)}.
     */
    public static final class Builder {
        private static final String[] NO_DEFAULT = {"gamma", "epsilon", "seed"};

        private final TeamShape shape;
        private MixerKind mixer = new MixerKind.Sum();
        private List<Integer> hidden = List.of(64, 64);
        private AgentMemory memory = AgentMemory.none();
        private OptimiserKind optimiser = new OptimiserKind.RmsProp(5e-4, 0.99, 1e-5);
        private OptionalDouble gamma = OptionalDouble.empty();
        private Optional<Schedule> epsilon = Optional.empty();
        private ReplayPlan replay = new ReplayPlan.Episodes(5_000, 32);
        private int targetEvery = 200;
        private boolean doubleQ = true;
        private double clipNorm = 10;
        private boolean sharing = true;
        private Optional<Precision> precision = Optional.empty();
        private Weighting weighting = Weighting.none();
        private OptionalLong seed = OptionalLong.empty();

        Builder(MarkovGame game) {
            this.shape = TeamShape.of(game);
        }

        /** A value decomposition network: the total is a sum. So it is unless said otherwise. */
        public Builder vdn() {
            mixer = new MixerKind.Sum();
            return this;
        }

        /** QMIX: a monotonic mixer of this shape. */
        public Builder qmix(MixerSettings settings) {
            mixer = new MixerKind.Monotonic(settings);
            return this;
        }

        /**
         * A total that is any function of values and state, two layers of 64. What each agent finds best need not be best
         * together, so it bootstraps from, and acts on, the wrong actions: for contrast.
         */
        public Builder free() {
            mixer = new MixerKind.Free(64);
            return this;
        }

        /** Sizes of the hidden layers of the agents' networks. */
        public Builder hidden(int... sizes) {
            hidden = Arrays.stream(sizes).boxed().toList();
            return this;
        }

        /** A gated recurrent unit of so many units between hidden layers and output; 0, the default, for none. */
        public Builder memory(int units) {
            memory = new AgentMemory(units, memory.lastAction());
            return this;
        }

        /** Whether each agent's network also sees what the agent did last; not unless said. */
        public Builder lastAction(boolean on) {
            memory = new AgentMemory(memory.units(), on);
            return this;
        }

        /** Adam with this learning rate. */
        public Builder adam(double rate) {
            optimiser = new OptimiserKind.Adam(rate);
            return this;
        }

        /** RMSProp as in PyTorch: learning rate, decay of the mean of squares, number added to its root. */
        public Builder rmsProp(double rate, double decay, double epsilonAdded) {
            optimiser = new OptimiserKind.RmsProp(rate, decay, epsilonAdded);
            return this;
        }

        /** The discount. */
        public Builder gamma(double value) {
            gamma = OptionalDouble.of(value);
            return this;
        }

        /** A constant exploration rate. */
        public Builder epsilon(double value) {
            return epsilon(Schedule.constant(value));
        }

        /** The exploration rate at each episode. */
        public Builder epsilon(Schedule perEpisode) {
            epsilon = Optional.of(perEpisode);
            return this;
        }

        /** Replay of whole episodes: how many are kept, how many make a batch; an update after every episode. */
        public Builder episodes(int capacity, int batchEpisodes) {
            replay = new ReplayPlan.Episodes(capacity, batchEpisodes);
            return this;
        }

        /** Replay of single transitions: how many are kept, how many make a batch, steps between updates. */
        public Builder transitions(int capacity, int batch, int everySteps) {
            replay = new ReplayPlan.Transitions(capacity, batch, everySteps);
            return this;
        }

        /** How often the target networks are renewed: in episodes with replay of episodes, else in updates. */
        public Builder targetEvery(int n) {
            targetEvery = n;
            return this;
        }

        /** Whether the networks choose the next actions and the target networks only value them. */
        public Builder doubleQ(boolean on) {
            doubleQ = on;
            return this;
        }

        /** The longest gradient; infinite for no clipping. */
        public Builder clipNorm(double longest) {
            clipNorm = longest;
            return this;
        }

        /** One network for all agents, each with its id appended to what it sees, or one for each. */
        public Builder sharing(boolean on) {
            sharing = on;
            return this;
        }

        /** What the networks are kept in; the fastest there is, unless said otherwise. */
        public Builder precision(Precision value) {
            precision = Optional.of(value);
            return this;
        }

        /** OW-QMIX: totals above their target count only this much, in (0, 1]. */
        public Builder optimistic(double alpha) {
            weighting = new Weighting(Weighting.Rule.OPTIMISTIC, alpha);
            return this;
        }

        /** CW-QMIX: joint actions that do not look best count only this much, in (0, 1]. */
        public Builder central(double alpha) {
            weighting = new Weighting(Weighting.Rule.CENTRAL, alpha);
            return this;
        }

        /** The seed of weights and replay. */
        public Builder seed(long value) {
            seed = OptionalLong.of(value);
            return this;
        }

        /**
         * The settings alone.
         *
         * @throws IllegalStateException if gamma, epsilon or seed was not given
         */
        public TeamQSettings settings() {
            Require.given("a team", NO_DEFAULT, gamma.isPresent(), epsilon.isPresent(), seed.isPresent());
            return new TeamQSettings(
                    mixer,
                    hidden,
                    memory,
                    optimiser,
                    gamma.getAsDouble(),
                    epsilon.get(),
                    replay,
                    targetEvery,
                    doubleQ,
                    clipNorm,
                    sharing,
                    precision.orElseGet(Precision::best),
                    weighting,
                    seed.getAsLong());
        }

        /**
         * A team.
         *
         * @throws IllegalStateException if gamma, epsilon or seed was not given
         */
        public TeamQLearner build() {
            TeamQSettings settings = settings();
            TeamShape seen = settings.sharing() ? shape.withIds() : shape;
            return new TeamQLearner(settings, seen.withLastAction(memory.lastAction()));
        }
    }
}
